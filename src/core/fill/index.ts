export { fillSeries, repeatTexts } from './fillSeries';
export type { FillOptions, FillText } from './fillSeries';
