import { scaleLinear } from 'd3-scale';
import type { LinearScale } from './axes';
import type { Chart, ChartNode } from './node';
import { ink, node } from './node';
import type { ChartRow, RowsStyle } from './rows';
import { layRows, rowsChart } from './rows';

/** One comparison. Shares; null is unknown or open. */
export interface ComparisonRow extends ChartRow {
  /** What was published: a value, or a range, whose upper end may be open. */
  readonly low: number;
  readonly high: number | null;
  readonly yours: number | null;
  /** Interval of yours. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface ComparisonChartOptions {
  readonly width: number;
  readonly label: string;
  readonly rows: readonly ComparisonRow[];
  readonly format: (share: number) => string;
}

const STYLE: RowsStyle = { row: 26, top: 8, names: 0.45, gap: 14, align: 'right' };
/** How far an open range is drawn at least, as a share. */
const OPEN = 0.15;

/** Published figures (hollow diamonds, or bars for ranges) beside one's own (dots with their interval), a line each. */
export function comparisonChart({ width, label, rows, format }: ComparisonChartOptions): Chart {
  const layout = layRows(rows, width, STYLE);
  const shares = rows.flatMap(({ low, high, yours, interval }) =>
    // An open end goes beyond whatever else there is.
    [low, high ?? low + OPEN, yours, interval?.low, interval?.high].filter(
      (share) => typeof share === 'number',
    ),
  );
  const scale = scaleLinear()
    .domain([Math.min(...shares, 1), Math.max(...shares, 0)])
    .range([layout.names + 6, width - 18])
    .nice(6);
  return rowsChart(layout, {
    label,
    scale,
    right: width,
    format,
    draw: (row, y) => [...publishedOf(row, scale, y), ...yoursOf(row, scale, y)],
  });
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
