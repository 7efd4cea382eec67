import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { ground } from './ground';
import { fitText, widest } from './labels';
import type { Chart, ChartNode } from './node';
import { ink, node } from './node';
import { shareAxis } from './shareAxis';

/** One cause among others, the biggest first. Shares are of the whole. */
export interface ParetoBar {
  readonly name: string;
  readonly share: number;
  /** Its share and those before it; null where it does not take part. */
  readonly cumulative: number | null;
  /** The amount in words, written at the bar. */
  readonly value: string;
  readonly title: string;
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

const ROW = 28;
const BAR = 16;
const TOP = 10;
const BOTTOM = 26;
/** Names take at most this part of the width. */
const NAMES = 0.34;

/**
 * Causes by size as bars from the left, their running total as a line with dots, and the share the vital few make up
 * (dashed). Bars and line have one scale, so that each bar is what the line rises by.
 */
export function paretoChart({ width, label, bars, line: vital, format }: ParetoChartOptions): Chart {
  const names = Math.min(width * NAMES, widest(bars.map(({ name }) => name)) + 14);
  const values = widest(bars.map(({ value }) => value)) + 14;
  const x = scaleLinear().range([names, Math.max(names + 40, width - values)]);
  const bottom = TOP + bars.length * ROW;
  const middle = (index: number): number => TOP + ROW * (index + 0.5);
  return {
    width,
    height: bottom + BOTTOM,
    label,
    children: [
      shareAxis({ left: names, right: x(1), top: TOP, bottom }, x, format),
      ...bars.map((bar, index) => barOf(bar, { x, y: middle(index), names, width })),
      node('line', {
        x1: x(vital),
        x2: x(vital),
        y1: TOP,
        y2: bottom,
        stroke: ink('goal'),
        'stroke-width': 1.5,
        'stroke-dasharray': '6 4',
      }),
      ...totalsOf(bars, x, middle),
    ],
  };
}

interface BarPlace {
  readonly x: (share: number) => number;
  readonly y: number;
  /** Where the names end. */
  readonly names: number;
  readonly width: number;
}

function barOf({ name, share, value, kind, title }: ParetoBar, { x, y, names, width }: BarPlace): ChartNode {
  const shape = { x: x(0), y: y - BAR / 2, width: Math.max(1, x(share) - x(0)), height: BAR };
  const paint =
    kind === 'open'
      ? { fill: 'none', stroke: ink('mark'), 'stroke-dasharray': '4 3' }
      : { fill: ink(kind === 'vital' ? 'line' : 'neutral') };
  return node(
    'g',
    {},
    ground({ x: 0, y: y - ROW / 2, width, height: ROW }, title, false),
    node(
      'text',
      { x: names - 8, y: y + 4, 'text-anchor': 'end', fill: ink('text') },
      fitText(name, names - 10),
    ),
    node('rect', { ...shape, ...paint }),
    node('text', { x: x(1) + 10, y: y + 4, fill: ink('text') }, value),
  );
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
