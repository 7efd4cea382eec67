import { scaleLinear } from 'd3-scale';
import { ground } from './ground';
import { fitText, widest } from './labels';
import type { Chart, ChartNode, ChartSpot } from './node';
import { ink, node } from './node';
import { shareAxis } from './shareAxis';

/** What one part adds to a change, for two causes. */
export interface EffectRow {
  /** What is picked with it; null: it cannot be picked. */
  readonly key: string | null;
  readonly name: string;
  /** By how much, as shares: a solid bar and an outlined one. */
  readonly solid: number;
  readonly outlined: number;
  readonly together: boolean;
  readonly marked: boolean;
  /** Both in words. */
  readonly value: string;
  readonly title: string;
}

export interface EffectsChartOptions {
  readonly width: number;
  readonly label: string;
  readonly rows: readonly EffectRow[];
  readonly format: (share: number) => string;
}

const ROW = 30;
const BAR = 9;
const TOP = 6;
const BOTTOM = 26;
/** Names take at most this part of the width. */
const NAMES = 0.28;
/** The smallest axis, a share: effects of hundredths of a point shall look small. */
const LEAST = 0.005;

/** What each part adds to a change: to the right of the line it raises it, to the left it lowers it. */
export function effectsChart({ width, label, rows, format }: EffectsChartOptions): Chart {
  const names = Math.min(width * NAMES, widest(rows.map(({ name }) => name)) + 26);
  const right = Math.max(names + 40, width - widest(rows.map(({ value }) => value)) - 14);
  const ends = rows.flatMap(({ solid, outlined }) => [solid, outlined]);
  const x = scaleLinear()
    .domain([Math.min(-LEAST, ...ends), Math.max(LEAST, ...ends)])
    .range([names + 8, right - 8])
    .nice(4);
  const bottom = TOP + rows.length * ROW;
  return {
    width,
    height: bottom + BOTTOM,
    label,
    children: [
      shareAxis({ left: names, right, top: TOP, bottom }, x, format),
      ...rows.map((row, index) => rowOf(row, x, TOP + ROW * (index + 0.5), { names, width })),
      node('line', { x1: x(0), x2: x(0), y1: TOP, y2: bottom, stroke: ink('mark') }),
    ],
    spots: rows.flatMap(({ key, title }, index): ChartSpot[] =>
      key === null ? [] : [{ key, label: title, x: 0, y: TOP + ROW * index, width, height: ROW }],
    ),
  };
}

function rowOf(
  { name, solid, outlined, together, marked, value, title }: EffectRow,
  x: (share: number) => number,
  y: number,
  { names, width }: { readonly names: number; readonly width: number },
): ChartNode {
  const bar = (effect: number) => ({
    x: Math.min(x(0), x(effect)),
    // An effect of nothing is still to be seen.
    width: Math.max(1, Math.abs(x(effect) - x(0))),
    height: BAR,
  });
  const weight = marked || together ? 600 : undefined;
  return node(
    'g',
    {},
    ground({ x: 0, y: y - ROW / 2, width, height: ROW }, title, marked),
    node('text', { x: 6, y: y + 4, fill: ink('text'), 'font-weight': weight }, fitText(name, names - 10)),
    node('rect', { ...bar(solid), y: y - BAR - 1, fill: ink('line') }),
    node('rect', {
      ...bar(outlined),
      y: y + 1,
      fill: 'none',
      stroke: ink('average'),
      'stroke-dasharray': '3 2',
    }),
    node(
      'text',
      { x: width - 6, y: y + 4, 'text-anchor': 'end', fill: ink('text'), 'font-weight': weight },
      value,
    ),
  );
}
