import { scaleLinear } from 'd3-scale';
import { widest } from './labels';
import type { Chart, ChartNode } from './node';
import { ink, node } from './node';
import type { ChartRow, RowsStyle } from './rows';
import { layRows, rowsChart, rowText, uprightLine } from './rows';

/** What one part adds to a change, for two causes. */
export interface EffectRow extends ChartRow {
  /** By how much, as shares: a solid bar and an outlined one. */
  readonly solid: number;
  readonly outlined: number;
  /** Both in words. */
  readonly value: string;
}

export interface EffectsChartOptions {
  readonly width: number;
  readonly label: string;
  readonly rows: readonly EffectRow[];
  readonly format: (share: number) => string;
}

const STYLE: RowsStyle = { row: 30, top: 6, names: 0.28, gap: 26, align: 'left' };
const BAR = 9;
/** The smallest axis, a share: effects of hundredths of a point shall look small. */
const LEAST = 0.005;

/** What each part adds to a change: to the right of the line it raises it, to the left it lowers it. */
export function effectsChart({ width, label, rows, format }: EffectsChartOptions): Chart {
  const layout = layRows(rows, width, STYLE);
  const { names } = layout;
  const right = Math.max(names + 40, width - widest(rows.map(({ value }) => value)) - 14);
  const ends = rows.flatMap(({ solid, outlined }) => [solid, outlined]);
  const scale = scaleLinear()
    .domain([Math.min(-LEAST, ...ends), Math.max(LEAST, ...ends)])
    .range([names + 8, right - 8])
    .nice(4);
  return rowsChart(layout, {
    label,
    scale,
    right,
    format,
    draw: (row, y) => barsOf(row, scale, y, width),
    over: [uprightLine(layout, scale(0), { stroke: ink('mark') })],
  });
}

function barsOf(row: EffectRow, x: (share: number) => number, y: number, width: number): ChartNode[] {
  const bar = (effect: number) => ({
    x: Math.min(x(0), x(effect)),
    // An effect of nothing is still to be seen.
    width: Math.max(1, Math.abs(x(effect) - x(0))),
    height: BAR,
  });
  return [
    node('rect', { ...bar(row.solid), y: y - BAR - 1, fill: ink('line') }),
    node('rect', {
      ...bar(row.outlined),
      y: y + 1,
      fill: 'none',
      stroke: ink('average'),
      'stroke-dasharray': '3 2',
    }),
    rowText(row, { x: width - 6, y: y + 4, 'text-anchor': 'end' }, row.value),
  ];
}
