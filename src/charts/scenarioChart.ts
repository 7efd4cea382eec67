import { nameAxis } from './axes';
import { brokenLine } from './brokenLine';
import type { Columns } from './columns';
import { columnTip, layColumns } from './columns';
import { fitText, spread, widest } from './labels';
import type { Attributes, Chart, ChartNode, Ink } from './node';
import { ink, node } from './node';

/** How a line is drawn, so that nobody has to tell lines apart by their colours. */
export type ScenarioDash = 'solid' | 'dashed' | 'dotted' | 'thin';

/** One future. */
export interface ScenarioChartSeries {
  readonly name: string;
  readonly ink: Ink;
  readonly line: ScenarioDash;
  /** Customers at the end of each period to come; null is unknown. */
  readonly values: readonly (number | null)[];
  /** Its last value in words, written beside its name where the line ends. */
  readonly end: string;
}

export interface ScenarioChartOptions {
  readonly width: number;
  readonly height?: number;
  readonly label: string;
  /** What was: all futures begin where it ends. */
  readonly past: readonly { readonly name: string; readonly value: number | null }[];
  /** The periods to come. */
  readonly names: readonly string[];
  readonly series: readonly ScenarioChartSeries[];
  /** What a pointer over a period to come is told, by period. */
  readonly titles: readonly string[];
  /** Writes a number of customers on the axis. */
  readonly format: (customers: number) => string;
}

const DASHES: Readonly<Record<ScenarioDash, Attributes>> = {
  thin: { 'stroke-width': 1.5 },
  solid: { 'stroke-width': 2.5 },
  dashed: { 'stroke-width': 2, 'stroke-dasharray': '7 4' },
  dotted: { 'stroke-width': 2, 'stroke-dasharray': '1 5', 'stroke-linecap': 'round' },
};

/** A handful of customers more or less must not look like a cliff: the axis spans at least this part of the most. */
const LEAST_RANGE = 0.1;
/** Names at the ends of lines take no more of the width than this. */
const WIDEST_LABELS = 0.3;
const LABEL_HEIGHT = 14;
/** With more periods the dots would hide the dashes between them. */
const MOST_DOTS = 80;

/**
 * Where a number of customers goes under several assumptions: the past as one line, from its end a line for each
 * future, with its own dashes and its name where it ends. An unknown value breaks a line.
 */
export function scenarioChart(options: ScenarioChartOptions): Chart {
  const { width, height = 220, label, past, names, series, titles, format } = options;
  const values = [...past.map(({ value }) => value), ...series.flatMap((one) => one.values)];
  const labels = series.map(({ name, end }) => `${name} ${end}`);
  const room = Math.min(widest(labels) + 12, width * WIDEST_LABELS);
  const all = [...past.map(({ name }) => name), ...names];
  const columns = layColumns({
    width,
    height,
    top: 14,
    right: room,
    count: all.length,
    domain: rangeOf(values.filter((value) => value !== null)),
    format,
  });
  const { plot, axis, x, step } = columns;
  const joint = past.length - 1;
  const dotted = all.length <= MOST_DOTS;
  const lines = series.map((one) => [
    ...past.map(({ value }, index) => (index === joint ? value : null)),
    ...one.values,
  ]);
  return {
    width,
    height,
    label,
    children: [
      axis,
      // Beside the last name there is room, below the names of the lines.
      nameAxis({ ...plot, right: width - 8 }, all, x, step),
      ...todayOf(past.length, columns),
      ...brokenLine(
        past.map(({ value }) => value),
        columns,
        { stroke: ink('text'), 'stroke-width': 2 },
      ),
      ...series.flatMap((one, index) =>
        brokenLine(lines[index]!, columns, { stroke: ink(one.ink), ...DASHES[one.line] }),
      ),
      ...past.flatMap(({ value }, index) => (dotted ? dotOf(value, index, columns, 'text') : [])),
      ...series.flatMap((one) =>
        one.values.flatMap((value, index) =>
          // The last one ends the line, also one of a single point.
          dotted || index === one.values.length - 1
            ? dotOf(value, past.length + index, columns, one.ink)
            : [],
        ),
      ),
      ...endLabels(series, labels, x(all.length - 1), room, columns),
      ...titles.map((title, index) => columnTip(columns, past.length + index, title)),
    ],
  };
}

/** The values fill the height, but a narrow range is widened about its middle, never below 0. */
function rangeOf(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const least = Math.max(1, high * LEAST_RANGE);
  const missing = Math.max(0, least - (high - low));
  const lowest = Math.max(0, low - missing / 2);
  return [lowest, Math.max(high, lowest + least)];
}

/** Where what was ends and what may be begins. */
function todayOf(count: number, { plot, step }: Columns): ChartNode[] {
  if (count === 0) return [];
  const x = plot.left + step * count;
  const place = { x1: x, x2: x, y1: plot.top, y2: plot.bottom };
  return [node('line', { ...place, stroke: ink('muted'), 'stroke-dasharray': '2 3' })];
}

function dotOf(value: number | null, index: number, { x, y }: Columns, paint: Ink): ChartNode[] {
  return value === null ? [] : [node('circle', { cx: x(index), cy: y(value), r: 2.5, fill: ink(paint) })];
}

/**
 * The names at the ends of the lines, moved apart where lines end together.
 *
 * @param end where the lines end
 * @param room width that the names have
 */
function endLabels(
  series: readonly ScenarioChartSeries[],
  labels: readonly string[],
  end: number,
  room: number,
  { y, plot }: Columns,
): ChartNode[] {
  const ends = series.flatMap(({ values }, index) => {
    const value = values.at(-1) ?? null;
    return value === null ? [] : [{ index, at: y(value) }];
  });
  const places = spread(
    ends.map(({ at }) => at),
    LABEL_HEIGHT,
    plot.top,
    plot.bottom,
  );
  return ends.map(({ index, at }, place) => {
    const to = places[place]!;
    const left = plot.right + 8;
    return node(
      'g',
      {},
      node('line', { x1: end + 4, x2: left - 3, y1: at, y2: to, stroke: ink('muted'), 'stroke-width': 0.75 }),
      node(
        'text',
        { x: left, y: to + 3.5, fill: ink('text') },
        fitText(labels[index]!, room - 8),
        node('title', {}, labels[index]!),
      ),
    );
  });
}
