import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { widest } from './labels';
import type { Chart, ChartNode } from './node';
import { ink, node } from './node';
import type { ChartRow, RowsStyle } from './rows';
import { layRows, rowsChart, rowText, uprightLine } from './rows';

/** One cause among others, the biggest first. Shares are of the whole. */
export interface ParetoBar extends ChartRow {
  readonly share: number;
  /** Its share and those before it; null where it does not take part. */
  readonly cumulative: number | null;
  /** The amount in words, written at the bar. */
  readonly value: string;
  /** `vital`: one of the few that make up the line; `open`: what nobody explained, an outline. */
  readonly kind: 'vital' | 'other' | 'open';
}

export interface ParetoChartOptions {
  readonly width: number;
  readonly label: string;
  readonly bars: readonly ParetoBar[];
  /** The share at which the few have done their work. */
  readonly line: number;
  readonly format: (share: number) => string;
}

const STYLE: RowsStyle = { row: 28, top: 10, names: 0.34, gap: 14, align: 'right' };
const BAR = 16;

/**
 * Causes by size as bars from the left, their running total as a line with dots, and the share the vital few make up
 * (dashed). Bars and line have one scale, so that each bar is what the line rises by.
 */
export function paretoChart({ width, label, bars, line: vital, format }: ParetoChartOptions): Chart {
  const layout = layRows(bars, width, STYLE);
  const values = widest(bars.map(({ value }) => value)) + 14;
  const scale = scaleLinear().range([layout.names, Math.max(layout.names + 40, width - values)]);
  return rowsChart(layout, {
    label,
    scale,
    right: scale(1),
    format,
    draw: (bar, y) => barOf(bar, scale, y),
    over: [
      uprightLine(layout, scale(vital), {
        stroke: ink('goal'),
        'stroke-width': 1.5,
        'stroke-dasharray': '6 4',
      }),
      ...totalsOf(bars, scale, layout.middle),
    ],
  });
}

function barOf(bar: ParetoBar, x: (share: number) => number, y: number): ChartNode[] {
  const { share, value, kind } = bar;
  const shape = { x: x(0), y: y - BAR / 2, width: Math.max(1, x(share) - x(0)), height: BAR };
  const paint =
    kind === 'open'
      ? { fill: 'none', stroke: ink('mark'), 'stroke-dasharray': '4 3' }
      : { fill: ink(kind === 'vital' ? 'line' : 'neutral') };
  return [node('rect', { ...shape, ...paint }), rowText(bar, { x: x(1) + 10, y: y + 4 }, value)];
}

/** The running total: a line from bar to bar with a dot each. */
function totalsOf(
  bars: readonly ParetoBar[],
  x: (share: number) => number,
  y: (index: number) => number,
): ChartNode[] {
  const path = line<ParetoBar>()
    .defined(({ cumulative }) => cumulative !== null)
    .x(({ cumulative }) => x(cumulative ?? 0))
    .y((_, index) => y(index))
    .digits(2)(bars);
  const dots = bars.flatMap(({ cumulative }, index) =>
    cumulative === null
      ? []
      : node('circle', {
          cx: x(cumulative),
          cy: y(index),
          r: 3,
          fill: ink('background'),
          stroke: ink('average'),
          'stroke-width': 1.5,
        }),
  );
  return path === null || path === ''
    ? []
    : [node('path', { d: path, fill: 'none', stroke: ink('average'), 'stroke-width': 1.5 }), ...dots];
}
