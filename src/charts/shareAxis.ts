import type { LinearScale, Plot } from './axes';
import { thinned } from './labels';
import type { ChartNode } from './node';
import { ink, node } from './node';

/** Distance of two vertical lines that looks neither crowded nor empty. */
const TICK_DISTANCE = 80;

/** Vertical lines with their values below, as many as the width bears. */
export function shareAxis(plot: Plot, scale: LinearScale, format: (value: number) => string): ChartNode {
  const ticks = scale.ticks(Math.max(2, Math.round((plot.right - plot.left) / TICK_DISTANCE)));
  const labels = ticks.map(format);
  const step = ticks.length < 2 ? plot.right - plot.left : scale(ticks[1]!) - scale(ticks[0]!);
  const named = new Set(thinned(labels, step));
  return node(
    'g',
    {},
    ...ticks.flatMap((tick, index) => {
      const x = scale(tick);
      const rule = node('line', { x1: x, x2: x, y1: plot.top, y2: plot.bottom, stroke: ink('rule') });
      const place = { x, y: plot.bottom + 16, 'text-anchor': 'middle', fill: ink('muted') };
      return named.has(index) ? [rule, node('text', place, labels[index]!)] : [rule];
    }),
  );
}
