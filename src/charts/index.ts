export type { Plot } from './axes';
export { svgText } from './svgText';
export type { Chart, ChartNode, ChartTag, Ink } from './node';
export { ink, inks } from './node';
export { trendChart } from './trendChart';
export { waterfallChart } from './waterfallChart';
export type { WaterfallChartOptions, WaterfallStep } from './waterfallChart';
export type { TrendChartOptions, TrendChartPoint, TrendMark } from './trendChart';
