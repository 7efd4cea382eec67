import { area } from 'd3-shape';
import type { Plot } from './axes';
import { nameAxis } from './axes';
import { brokenLine } from './brokenLine';
import type { Columns } from './columns';
import { columnTip, layColumns } from './columns';
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
  const values = points.flatMap(({ rate, low, high, goal, average }) =>
    [rate, low, high, goal, average].filter((value) => value !== null),
  );
  const columns = layColumns({
    width,
    height,
    top: marks.length > 0 ? 26 : 12,
    right: 12,
    count: points.length,
    domain: shareRange(values),
    format,
  });
  const { plot, axis, x, step } = columns;
  const names = points.map(({ name }) => name);
  const averages = points.map(({ average }) => average);
  return {
    width,
    height,
    label,
    children: [
      axis,
      nameAxis(plot, names, x, step),
      ...bandOf(points, columns),
      ...goalOf(points, columns),
      ...brokenLine(averages, columns, {
        stroke: ink('average'),
        'stroke-width': 1.5,
        'stroke-dasharray': '1 4',
        'stroke-linecap': 'round',
      }),
      ...rateOf(points, columns),
      ...marks.map((mark) => markOf(mark, x(mark.index), plot)),
      ...points.map(({ title }, index) => columnTip(columns, index, title)),
    ],
  };
}

function bandOf(points: readonly TrendChartPoint[], { x, y }: Columns): ChartNode[] {
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
function goalOf(points: readonly TrendChartPoint[], { x, y, step }: Columns): ChartNode[] {
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
function rateOf(points: readonly TrendChartPoint[], columns: Columns): ChartNode[] {
  const stroke = { stroke: ink('line'), 'stroke-width': 2, 'stroke-linejoin': 'round' };
  const lastComplete = points.map(({ incomplete, rate }) => !incomplete && rate !== null).lastIndexOf(true);
  const complete = brokenLine(
    points.map(({ rate, incomplete }) => (incomplete ? null : rate)),
    columns,
    stroke,
  );
  const tail = brokenLine(
    points.map(({ rate, incomplete }, index) => (incomplete || index === lastComplete ? rate : null)),
    columns,
    { ...stroke, 'stroke-dasharray': '3 4' },
  );
  const known = points.filter(({ rate }) => rate !== null).length;
  const dots = points.flatMap(({ rate, incomplete }, index) => {
    // A point with neighbours is seen on the line; alone it would be nothing without its dot.
    const alone = !isKnown(points[index - 1]) && !isKnown(points[index + 1]);
    if (rate === null || (known > MOST_DOTS && !alone && !incomplete)) return [];
    return node('circle', {
      cx: columns.x(index),
      cy: columns.y(rate),
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
