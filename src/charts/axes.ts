import type { ScaleContinuousNumeric } from 'd3-scale';
import { textWidth, thinned, widest } from './labels';
import type { ChartNode } from './node';
import { ink, node } from './node';

/** The part of a chart where the data are; the rest is for axes. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type LinearScale = ScaleContinuousNumeric<number, number>;

/** Distance of two lines of the grid that looks neither crowded nor empty. */
const TICK_DISTANCE = 44;

/** How many lines of the grid fit into a height. */
export function tickCount(plot: Pick<Plot, 'top' | 'bottom'>): number {
  return Math.max(2, Math.round((plot.bottom - plot.top) / TICK_DISTANCE));
}

/** Room for the labels of a vertical axis. */
export function axisWidth(labels: readonly string[]): number {
  return Math.ceil(widest(labels)) + 16;
}

/** Horizontal lines with their values at the left. */
export function valueAxis(
  plot: Plot,
  scale: LinearScale,
  ticks: readonly number[],
  format: (value: number) => string,
): ChartNode {
  return node(
    'g',
    {},
    ...ticks.flatMap((tick) => {
      const y = scale(tick);
      return [
        node('line', { x1: plot.left, x2: plot.right, y1: y, y2: y, stroke: ink('rule') }),
        node(
          'text',
          { x: plot.left - 8, y: y + 3.5, 'text-anchor': 'end', fill: ink('muted') },
          format(tick),
        ),
      ];
    }),
  );
}

/** The names below evenly placed data, as many as fit; a name at an edge stays inside the chart. */
export function nameAxis(
  plot: Plot,
  names: readonly string[],
  place: (index: number) => number,
  step: number,
): ChartNode {
  return node(
    'g',
    {},
    ...thinned(names, step).map((index) => {
      const name = names[index]!;
      const half = textWidth(name) / 2;
      const x = Math.min(place(index), plot.right + 8 - half);
      return node(
        'text',
        { x: Math.max(x, half), y: plot.bottom + 18, 'text-anchor': 'middle', fill: ink('muted') },
        name,
      );
    }),
  );
}
