import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Plot } from './axes';
import { axisWidth, nameAxis, tickCount, valueAxis } from './axes';
import { fitText, textWidth } from './labels';
import type { Chart, ChartNode } from './node';
import { ink, node } from './node';
import { shareRange } from './shareRange';

/** One period of a trend. Rates are shares; null is unknown. */
export interface TrendChartPoint {
  readonly name: string;
  readonly rate: number | null;
  /** Interval of the rate. */
  readonly low: number | null;
  readonly high: number | null;
  readonly goal: number | null;
  /** The rolling mean. */
  readonly average: number | null;
  /** A period that has not ended: drawn hollow, and joined by a dashed line. */
  readonly incomplete: boolean;
  /** What a pointer over the period is told. */
  readonly title: string;
}

/** Something that began in a period. */
export interface TrendMark {
  /** Place of the period among the points. */
  readonly index: number;
  readonly label: string;
}

export interface TrendChartOptions {
  readonly width: number;
  readonly height?: number;
  readonly label: string;
  readonly points: readonly TrendChartPoint[];
  readonly marks?: readonly TrendMark[];
  /** Writes a share on the axis. */
  readonly format: (share: number) => string;
}

/** With more periods the dots would be a line of their own. */
const MOST_DOTS = 80;

/**
 * Retention by period: the rate with its interval as a band, the goal (dashed), the rolling mean (dotted), periods
 * that have not ended hollow, and marks where something began. A period without a rate breaks the line.
 */
export function trendChart(options: TrendChartOptions): Chart {
  const { width, height = 240, label, points, marks = [], format } = options;
  const top = marks.length > 0 ? 26 : 12;
  const values = points.flatMap(({ rate, low, high, goal, average }) =>
    [rate, low, high, goal, average].filter((value) => value !== null),
  );
  const y = scaleLinear()
    .domain(shareRange(values))
    .range([height - 28, top])
    .nice(tickCount({ top, bottom: height - 28 }));
  const ticks = y.ticks(tickCount({ top, bottom: height - 28 }));
  const plot: Plot = { left: axisWidth(ticks.map(format)), right: width - 12, top, bottom: height - 28 };
  const step = (plot.right - plot.left) / Math.max(1, points.length);
  const x = (index: number): number => plot.left + step * (index + 0.5);
  const scales: Scales = { x, y: (value) => y(value) };
  const names = points.map(({ name }) => name);
  return {
    width,
    height,
    label,
    children: [
      valueAxis(plot, y, ticks, format),
      nameAxis(plot, names, x, step),
      ...bandOf(points, scales),
      ...goalOf(points, scales, step),
      ...runsOf(points, scales, (point) => point.average, {
        stroke: ink('average'),
        'stroke-width': 1.5,
        'stroke-dasharray': '1 4',
        'stroke-linecap': 'round',
      }),
      ...rateOf(points, scales),
      ...marks.map((mark) => markOf(mark, x(mark.index), plot)),
      ...points.map(({ title }, index) =>
        node(
          'rect',
          {
            x: x(index) - step / 2,
            y: plot.top,
            width: step,
            height: plot.bottom - plot.top,
            fill: 'transparent',
          },
          node('title', {}, title),
        ),
      ),
    ],
  };
}

interface Scales {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

type Attributes = Readonly<Record<string, string | number>>;

function bandOf(points: readonly TrendChartPoint[], { x, y }: Scales): ChartNode[] {
  const path = area<TrendChartPoint>()
    .defined(({ low, high }) => low !== null && high !== null)
    .x((_, index) => x(index))
    .y0(({ low }) => y(low ?? 0))
    .y1(({ high }) => y(high ?? 0))
    .digits(2)(points);
  return path === null || path === ''
    ? []
    : [node('path', { d: path, fill: ink('band'), 'fill-opacity': 0.55 })];
}

/** The goal as steps: it holds for whole periods, and may change from one to the next. */
function goalOf(points: readonly TrendChartPoint[], { x, y }: Scales, step: number): ChartNode[] {
  let d = '';
  let before: number | null = null;
  points.forEach(({ goal }, index) => {
    if (goal !== null) {
      const from = `${round(x(index) - step / 2)},${round(y(goal))}`;
      d += before === null ? `M${from}` : before === goal ? '' : `L${from}`;
      d += `H${round(x(index) + step / 2)}`;
    }
    before = goal;
  });
  if (d === '') return [];
  return [
    node('path', { d, fill: 'none', stroke: ink('goal'), 'stroke-width': 1.5, 'stroke-dasharray': '6 4' }),
  ];
}

/** The rate: a line through the complete periods, a dashed one on to those that have not ended, and dots. */
function rateOf(points: readonly TrendChartPoint[], scales: Scales): ChartNode[] {
  const stroke = { stroke: ink('line'), 'stroke-width': 2, 'stroke-linejoin': 'round' };
  const lastComplete = points.map(({ incomplete, rate }) => !incomplete && rate !== null).lastIndexOf(true);
  const complete = runsOf(points, scales, ({ rate, incomplete }) => (incomplete ? null : rate), stroke);
  const tail = runsOf(
    points,
    scales,
    ({ rate, incomplete }, index) => (incomplete || index === lastComplete ? rate : null),
    { ...stroke, 'stroke-dasharray': '3 4' },
  );
  const known = points.filter(({ rate }) => rate !== null).length;
  const dots = points.flatMap(({ rate, incomplete }, index) => {
    // A point with neighbours is seen on the line; alone it would be nothing without its dot.
    const alone = !isKnown(points[index - 1]) && !isKnown(points[index + 1]);
    if (rate === null || (known > MOST_DOTS && !alone && !incomplete)) return [];
    return node('circle', {
      cx: scales.x(index),
      cy: scales.y(rate),
      r: index === lastComplete ? 4 : 3,
      fill: incomplete ? ink('background') : ink('line'),
      stroke: ink('line'),
      'stroke-width': 1.5,
    });
  });
  return [...complete, ...tail, ...dots];
}

function isKnown(point: TrendChartPoint | undefined): boolean {
  return point !== undefined && point.rate !== null;
}

/** Lines through runs of known values. A run of one point is no line. */
function runsOf(
  points: readonly TrendChartPoint[],
  { x, y }: Scales,
  value: (point: TrendChartPoint, index: number) => number | null,
  attributes: Attributes,
): ChartNode[] {
  const path = line<TrendChartPoint>()
    .defined((point, index) => value(point, index) !== null)
    .x((_, index) => x(index))
    .y((point, index) => y(value(point, index) ?? 0))
    .digits(2)(points);
  return path === null || path === '' ? [] : [node('path', { d: path, fill: 'none', ...attributes })];
}

function markOf({ label }: TrendMark, x: number, plot: Plot): ChartNode {
  const room = plot.right - x;
  const fromRight = room < Math.min(textWidth(label), 120) && x - plot.left > room;
  const text = fitText(label, (fromRight ? x - plot.left : room) - 6);
  return node(
    'g',
    {},
    node('line', {
      x1: x,
      x2: x,
      y1: plot.top - 14,
      y2: plot.bottom,
      stroke: ink('mark'),
      'stroke-dasharray': '2 3',
    }),
    node(
      'text',
      {
        x: fromRight ? x - 5 : x + 5,
        y: plot.top - 5,
        'text-anchor': fromRight ? 'end' : 'start',
        fill: ink('text'),
      },
      text,
      node('title', {}, label),
    ),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
