import { scaleLinear } from 'd3-scale';
import { ground } from './ground';
import { fitText, widest } from './labels';
import type { Chart, ChartNode, ChartSpot } from './node';
import { ink, node } from './node';
import { shareAxis } from './shareAxis';
import { shareRange } from './shareRange';

/** A rate with its interval. Shares; null is unknown. */
export interface IntervalRow {
  /** What is picked with it; null: it cannot be picked. */
  readonly key: string | null;
  readonly name: string;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly goal: number | null;
  /** Several taken together stand above the others, with a square instead of a dot. */
  readonly together: boolean;
  /** True for the one that the reader is looking at elsewhere. */
  readonly marked: boolean;
  /** The rate in words, a sign of what is to be said of it, and that in words. */
  readonly value: string;
  readonly sign: string;
  readonly note: string;
  /** The row in a sentence. */
  readonly title: string;
}

export interface IntervalChartOptions {
  readonly width: number;
  readonly label: string;
  readonly rows: readonly IntervalRow[];
  /** A rate to hold all others against: a dotted line. */
  readonly reference: number | null;
  readonly format: (share: number) => string;
}

const ROW = 26;
const TOP = 6;
const BOTTOM = 26;
/** Width of a sign beside its value. */
const SIGN = 16;
/** Names take at most this part of the width. */
const NAMES = 0.28;
/** The picture itself is at least so wide; what is said beside it gives way first. */
const LEAST_PLOT = 170;

/**
 * Rates below each other on one scale, each with its interval as a line, the goals as ticks and one rate to compare
 * with as a dotted line. What is said of a row stands at its right where there is room.
 */
export function intervalChart({ width, label, rows, reference, format }: IntervalChartOptions): Chart {
  const names = Math.min(width * NAMES, widest(rows.map(({ name }) => name)) + 16);
  const signs = rows.some(({ sign }) => sign !== '') ? SIGN : 0;
  const values = widest(rows.map(({ value }) => value)) + 14 + signs;
  const wanted = widest(rows.map(({ note }) => note)) + 14;
  const notes = width - names - values - wanted >= LEAST_PLOT ? wanted : 0;
  const right = Math.max(names + 40, width - values - notes);
  const known = rows.flatMap(({ rate, low, high, goal }) =>
    [rate, low, high, goal].filter((value) => value !== null),
  );
  const x = scaleLinear()
    .domain(shareRange(reference === null ? known : [...known, reference]))
    .range([names + 8, right - 8])
    .nice(4);
  const bottom = TOP + rows.length * ROW;
  return {
    width,
    height: bottom + BOTTOM,
    label,
    children: [
      shareAxis({ left: names, right, top: TOP, bottom }, x, format),
      ...(reference === null
        ? []
        : [
            node('line', {
              x1: x(reference),
              x2: x(reference),
              y1: TOP,
              y2: bottom,
              stroke: ink('average'),
              'stroke-width': 1.5,
              'stroke-dasharray': '1 4',
              'stroke-linecap': 'round',
            }),
          ]),
      ...rows.map((row, index) =>
        rowOf(row, { x, y: TOP + ROW * (index + 0.5), names, width, edge: right + values, signs, notes }),
      ),
    ],
    spots: rows.flatMap(({ key, title }, index): ChartSpot[] =>
      key === null ? [] : [{ key, label: title, x: 0, y: TOP + ROW * index, width, height: ROW }],
    ),
  };
}

interface RowPlace {
  readonly x: (share: number) => number;
  readonly y: number;
  readonly names: number;
  readonly width: number;
  /** Where values and signs end. */
  readonly edge: number;
  readonly signs: number;
  readonly notes: number;
}

function rowOf(row: IntervalRow, { x, y, names, width, edge, signs, notes }: RowPlace): ChartNode {
  const { name, rate, low, high, goal, together, marked, value, sign, note, title } = row;
  const weight = marked || together ? 600 : undefined;
  const paint = ink(together ? 'average' : 'line');
  return node(
    'g',
    {},
    ground({ x: 0, y: y - ROW / 2, width, height: ROW }, title, marked),
    node('text', { x: 6, y: y + 4, fill: ink('text'), 'font-weight': weight }, fitText(name, names - 10)),
    ...(low === null || high === null
      ? []
      : [node('line', { x1: x(low), x2: x(high), y1: y, y2: y, stroke: paint, 'stroke-width': 2 })]),
    ...(goal === null
      ? []
      : [
          node('line', {
            x1: x(goal),
            x2: x(goal),
            y1: y - 9,
            y2: y + 9,
            stroke: ink('goal'),
            'stroke-width': 2,
            'stroke-dasharray': '4 2',
          }),
        ]),
    ...(rate === null ? [] : [markOf(x(rate), y, together, paint)]),
    node(
      'text',
      { x: edge - 4 - signs, y: y + 4, 'text-anchor': 'end', fill: ink('text'), 'font-weight': weight },
      value,
    ),
    ...(sign === '' ? [] : [node('text', { x: edge - SIGN, y: y + 4, fill: ink('text') }, sign)]),
    ...(notes === 0
      ? []
      : [node('text', { x: edge + 4, y: y + 4, fill: ink('muted') }, fitText(note, notes))]),
  );
}

function markOf(x: number, y: number, together: boolean, paint: string): ChartNode {
  return together
    ? node('rect', { x: x - 4, y: y - 4, width: 8, height: 8, fill: paint })
    : node('circle', { cx: x, cy: y, r: 4, fill: paint });
}
