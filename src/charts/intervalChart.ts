import { scaleLinear } from 'd3-scale';
import { fitText, widest } from './labels';
import type { Attributes, Chart, ChartNode } from './node';
import { ink, node } from './node';
import type { ChartRow, RowsStyle } from './rows';
import { layRows, rowsChart, rowText, uprightLine } from './rows';
import { shareRange } from './shareRange';

/** A rate with its interval. Shares; null is unknown. */
export interface IntervalRow extends ChartRow {
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly goal: number | null;
  /** Several taken together stand above the others, with a square instead of a dot. */
  readonly together: boolean;
  /** The rate in words, a sign of what is to be said of it, and that in words. */
  readonly value: string;
  readonly sign: string;
  readonly note: string;
}

export interface IntervalChartOptions {
  readonly width: number;
  readonly label: string;
  readonly rows: readonly IntervalRow[];
  /** A rate to hold all others against: a dotted line. */
  readonly reference: number | null;
  readonly format: (share: number) => string;
}

const STYLE: RowsStyle = { row: 26, top: 6, names: 0.28, gap: 16, align: 'left' };
/** Width of a sign beside its value. */
const SIGN = 16;
/** The picture itself is at least so wide; what is said beside it gives way first. */
const LEAST_PLOT = 170;

/**
 * Rates below each other on one scale, each with its interval as a line, the goals as ticks and one rate to compare
 * with as a dotted line. What is said of a row stands at its right where there is room.
 */
export function intervalChart({ width, label, rows, reference, format }: IntervalChartOptions): Chart {
  const layout = layRows(rows, width, STYLE);
  const { names } = layout;
  const signs = rows.some(({ sign }) => sign !== '') ? SIGN : 0;
  const values = widest(rows.map(({ value }) => value)) + 14 + signs;
  const wanted = widest(rows.map(({ note }) => note)) + 14;
  const notes = width - names - values - wanted >= LEAST_PLOT ? wanted : 0;
  const right = Math.max(names + 40, width - values - notes);
  const known = rows.flatMap(({ rate, low, high, goal }) =>
    [rate, low, high, goal].filter((value) => value !== null),
  );
  const scale = scaleLinear()
    .domain(shareRange(reference === null ? known : [...known, reference]))
    .range([names + 8, right - 8])
    .nice(4);
  return rowsChart(layout, {
    label,
    scale,
    right,
    format,
    behind: reference === null ? [] : [uprightLine(layout, scale(reference), REFERENCE)],
    draw: (row, y) => [...rateOf(row, scale, y), ...wordsOf(row, y, { edge: right + values, signs, notes })],
  });
}

const REFERENCE: Attributes = {
  stroke: ink('average'),
  'stroke-width': 1.5,
  'stroke-dasharray': '1 4',
  'stroke-linecap': 'round',
};

/** The interval, the goal, and the rate over both. */
function rateOf(
  { rate, low, high, goal, together }: IntervalRow,
  x: (share: number) => number,
  y: number,
): ChartNode[] {
  const paint = ink(together ? 'average' : 'line');
  return [
    ...(low === null || high === null
      ? []
      : [node('line', { x1: x(low), x2: x(high), y1: y, y2: y, stroke: paint, 'stroke-width': 2 })]),
    ...(goal === null
      ? []
      : [
          uprightLine({ top: y - 9, bottom: y + 9 }, x(goal), {
            stroke: ink('goal'),
            'stroke-width': 2,
            'stroke-dasharray': '4 2',
          }),
        ]),
    ...(rate === null ? [] : [markOf(x(rate), y, together, paint)]),
  ];
}

interface WordsPlace {
  /** Where values and signs end. */
  readonly edge: number;
  /** Width of the signs, and of the notes; 0 without them. */
  readonly signs: number;
  readonly notes: number;
}

function wordsOf(row: IntervalRow, y: number, { edge, signs, notes }: WordsPlace): ChartNode[] {
  return [
    rowText(row, { x: edge - 4 - signs, y: y + 4, 'text-anchor': 'end' }, row.value),
    ...(row.sign === '' ? [] : [node('text', { x: edge - SIGN, y: y + 4, fill: ink('text') }, row.sign)]),
    ...(notes === 0
      ? []
      : [node('text', { x: edge + 4, y: y + 4, fill: ink('muted') }, fitText(row.note, notes))]),
  ];
}

function markOf(x: number, y: number, together: boolean, paint: string): ChartNode {
  return together
    ? node('rect', { x: x - 4, y: y - 4, width: 8, height: 8, fill: paint })
    : node('circle', { cx: x, cy: y, r: 4, fill: paint });
}
