import { scaleLinear } from 'd3-scale';
import type { LinearScale } from './axes';
import { ground } from './ground';
import { fitText, widest } from './labels';
import type { Chart, ChartNode } from './node';
import { ink, node } from './node';
import { shareAxis } from './shareAxis';

/** One comparison. Shares; null is unknown or open. */
export interface ComparisonRow {
  readonly name: string;
  /** What was published: a value, or a range, whose upper end may be open. */
  readonly low: number;
  readonly high: number | null;
  readonly yours: number | null;
  /** Interval of yours. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly title: string;
}

export interface ComparisonChartOptions {
  readonly width: number;
  readonly label: string;
  readonly rows: readonly ComparisonRow[];
  readonly format: (share: number) => string;
}

const ROW = 26;
const TOP = 8;
const BOTTOM = 26;
/** How far an open range is drawn at least, as a share. */
const OPEN = 0.15;
/** Names take at most this part of the width. */
const NAMES = 0.45;

/** Published figures (hollow diamonds, or bars for ranges) beside one's own (dots with their interval), a line each. */
export function comparisonChart({ width, label, rows, format }: ComparisonChartOptions): Chart {
  const names = Math.min(width * NAMES, widest(rows.map(({ name }) => name)) + 14);
  const bottom = TOP + rows.length * ROW;
  const shares = rows.flatMap(({ low, high, yours, interval }) =>
    // An open end goes beyond whatever else there is.
    [low, high ?? low + OPEN, yours, interval?.low, interval?.high].filter(
      (share) => typeof share === 'number',
    ),
  );
  const x = scaleLinear()
    .domain([Math.min(...shares, 1), Math.max(...shares, 0)])
    .range([names + 6, width - 18])
    .nice(6);
  const middle = (index: number): number => TOP + ROW * (index + 0.5);
  return {
    width,
    height: bottom + BOTTOM,
    label,
    children: [
      shareAxis({ left: names, right: width, top: TOP, bottom }, x, format),
      ...rows.map((row, index) => rowOf(row, { x, y: middle(index), names, width })),
    ],
  };
}

interface RowPlace {
  readonly x: LinearScale;
  readonly y: number;
  /** Where the names end. */
  readonly names: number;
  readonly width: number;
}

function rowOf(row: ComparisonRow, { x, y, names, width }: RowPlace): ChartNode {
  return node(
    'g',
    {},
    ground({ x: 0, y: y - ROW / 2, width, height: ROW }, row.title, false),
    node(
      'text',
      { x: names - 8, y: y + 4, 'text-anchor': 'end', fill: ink('text') },
      fitText(row.name, names - 10),
    ),
    ...publishedOf(row, x, y),
    ...yoursOf(row, x, y),
  );
}

function publishedOf({ low, high }: ComparisonRow, x: LinearScale, y: number): ChartNode[] {
  const outline = { fill: ink('background'), stroke: ink('goal'), 'stroke-width': 1.5 };
  if (low === high) {
    const at = x(low);
    return [node('path', { d: `M${at - 6},${y}L${at},${y - 6}L${at + 6},${y}L${at},${y + 6}Z`, ...outline })];
  }
  const end = high === null ? x.range()[1]! : x(high);
  return [node('rect', { x: x(low), y: y - 5, width: Math.max(2, end - x(low)), height: 10, ...outline })];
}

function yoursOf({ yours, interval }: ComparisonRow, x: LinearScale, y: number): ChartNode[] {
  if (yours === null) return [];
  const dot = node('circle', { cx: x(yours), cy: y, r: 4, fill: ink('line') });
  if (interval === null) return [dot];
  const line = {
    x1: x(interval.low),
    x2: x(interval.high),
    y1: y,
    y2: y,
    stroke: ink('line'),
    'stroke-width': 2,
  };
  return [node('line', line), dot];
}
