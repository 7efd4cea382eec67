import type { Columns } from './columns';
import { columnTip, layColumns } from './columns';
import { fitText } from './labels';
import type { Chart, ChartNode, Ink } from './node';
import { ink, node } from './node';

/** One bar of a waterfall, in the unit of its axis. */
export interface WaterfallStep {
  readonly name: string;
  /** A level stands on the ground; a rise or a fall hangs between two levels; `open` is what is not explained. */
  readonly kind: 'level' | 'rise' | 'fall' | 'open';
  /** Where the bar begins and ends; null when that is unknown, and the name stands alone. */
  readonly from: number | null;
  readonly to: number | null;
  /** The amount in words, written at the bar. */
  readonly value: string;
  /** What a pointer over the step is told. */
  readonly title: string;
}

export interface WaterfallChartOptions {
  readonly width: number;
  readonly height?: number;
  readonly label: string;
  readonly steps: readonly WaterfallStep[];
  /** Writes an amount on the axis. */
  readonly format: (amount: number) => string;
}

const inkOf: Readonly<Record<WaterfallStep['kind'], Ink>> = {
  level: 'line',
  rise: 'good',
  fall: 'bad',
  open: 'mark',
};

/** Wider bars look like walls. */
const WIDEST_BAR = 96;

/**
 * How one amount becomes another: levels stand on the ground, what comes and goes hangs between them. Rises and falls
 * carry their sign in the text, because a colour alone tells not everybody which is which; what is not explained is
 * an outline.
 */
export function waterfallChart({ width, height = 240, label, steps, format }: WaterfallChartOptions): Chart {
  const amounts = steps.flatMap(({ from, to }) => [from, to].filter((amount) => amount !== null));
  const columns = layColumns({
    width,
    height,
    top: 22,
    right: 4,
    count: steps.length,
    domain: [Math.min(0, ...amounts), Math.max(0, ...amounts) || 1],
    format,
  });
  const bar = Math.min(WIDEST_BAR, columns.step * 0.62);
  return {
    width,
    height,
    label,
    children: [
      columns.axis,
      ...steps.map((one, index) => stepOf(one, index, bar, columns)),
      ...joints(steps, bar, columns),
    ],
  };
}

function stepOf(one: WaterfallStep, index: number, bar: number, columns: Columns): ChartNode {
  const { name, kind, from, to, value, title } = one;
  const { x, y, step, plot } = columns;
  const center = x(index);
  const known = from !== null && to !== null;
  const top = known ? y(Math.max(from, to)) : y(0);
  return node(
    'g',
    {},
    ...(known
      ? [barOf(kind, { x: center - bar / 2, y: top, width: bar, height: y(Math.min(from, to)) - top })]
      : []),
    node(
      'text',
      { x: center, y: top - 6, 'text-anchor': 'middle', fill: ink('text') },
      fitText(value, step - 4),
    ),
    node(
      'text',
      { x: center, y: plot.bottom + 18, 'text-anchor': 'middle', fill: ink('muted') },
      fitText(name, step - 4),
    ),
    columnTip(columns, index, title),
  );
}

function barOf(
  kind: WaterfallStep['kind'],
  box: { x: number; y: number; width: number; height: number },
): ChartNode {
  // A step of nothing is still to be seen.
  const shape = { ...box, height: Math.max(box.height, 1) };
  return kind === 'open'
    ? node('rect', { ...shape, fill: 'none', stroke: ink('mark'), 'stroke-dasharray': '4 3' })
    : node('rect', { ...shape, fill: ink(inkOf[kind]) });
}

/** Thin lines from where one bar ends to where the next one begins. */
function joints(steps: readonly WaterfallStep[], bar: number, { x, y }: Columns): ChartNode[] {
  return steps.slice(1).flatMap((_, index) => {
    const { to } = steps[index]!;
    if (to === null) return [];
    const at = y(to);
    return node('line', {
      x1: x(index) + bar / 2,
      x2: x(index + 1) - bar / 2,
      y1: at,
      y2: at,
      stroke: ink('neutral'),
      'stroke-dasharray': '2 2',
    });
  });
}
