import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { LinearScale, Plot } from './axes';
import { axisWidth, nameAxis, tickCount, valueAxis } from './axes';
import { fitText, spread, textWidth } from './labels';
import type { Chart, ChartNode, Ink } from './node';
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

const DASHES: Readonly<Record<ScenarioDash, Readonly<Record<string, string | number>>>> = {
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
  const edges = { top: 14, bottom: height - 28 };
  const values = [...past.map(({ value }) => value), ...series.flatMap((one) => one.values)];
  const y = scaleLinear()
    .domain(rangeOf(values.filter((value) => value !== null)))
    .range([edges.bottom, edges.top])
    .nice(tickCount(edges));
  const ticks = y.ticks(tickCount(edges));
  const labels = series.map(({ name, end }) => `${name} ${end}`);
  const widest = labels.reduce((most, text) => Math.max(most, textWidth(text)), 0);
  const room = Math.min(widest + 12, width * WIDEST_LABELS);
  const plot: Plot = { left: axisWidth(ticks.map(format)), right: width - room, ...edges };
  const all = [...past.map(({ name }) => name), ...names];
  const step = (plot.right - plot.left) / Math.max(1, all.length);
  const x = (index: number): number => plot.left + step * (index + 0.5);
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
      valueAxis(plot, y, ticks, format),
      // Beside the last name there is room, below the names of the lines.
      nameAxis({ ...plot, right: width - 8 }, all, x, step),
      ...todayOf(past.length, plot, step),
      ...pathOf(
        past.map(({ value }) => value),
        x,
        y,
        { stroke: ink('text'), 'stroke-width': 2 },
      ),
      ...series.flatMap((one, index) =>
        pathOf(lines[index]!, x, y, { stroke: ink(one.ink), ...DASHES[one.line] }),
      ),
      ...past.flatMap(({ value }, index) => (dotted ? dotOf(value, x(index), y, 'text') : [])),
      ...series.flatMap((one) =>
        one.values.flatMap((value, index) =>
          // The last one ends the line, also one of a single point.
          dotted || index === one.values.length - 1 ? dotOf(value, x(past.length + index), y, one.ink) : [],
        ),
      ),
      ...endLabels(series, labels, { x: x(all.length - 1), y, room, plot }),
      ...titles.map((title, index) =>
        node(
          'rect',
          {
            x: x(past.length + index) - step / 2,
            y: plot.top,
            width: step,
            height: plot.bottom - plot.top,
            fill: 'transparent',
          },
          node('title', {}, title),
        ),
      ),
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
function todayOf(count: number, plot: Plot, step: number): ChartNode[] {
  if (count === 0) return [];
  const x = plot.left + step * count;
  const place = { x1: x, x2: x, y1: plot.top, y2: plot.bottom };
  return [node('line', { ...place, stroke: ink('muted'), 'stroke-dasharray': '2 3' })];
}

function pathOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: LinearScale,
  attributes: Readonly<Record<string, string | number>>,
): ChartNode[] {
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .digits(2)(values);
  return path === null || path === '' ? [] : [node('path', { d: path, fill: 'none', ...attributes })];
}

function dotOf(value: number | null, x: number, y: LinearScale, paint: Ink): ChartNode[] {
  return value === null ? [] : [node('circle', { cx: x, cy: y(value), r: 2.5, fill: ink(paint) })];
}

interface EndPlace {
  readonly x: number;
  readonly y: LinearScale;
  readonly room: number;
  readonly plot: Plot;
}

/** The names at the ends of the lines, moved apart where lines end together. */
function endLabels(
  series: readonly ScenarioChartSeries[],
  labels: readonly string[],
  { x, y, room, plot }: EndPlace,
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
      node('line', { x1: x + 4, x2: left - 3, y1: at, y2: to, stroke: ink('muted'), 'stroke-width': 0.75 }),
      node(
        'text',
        { x: left, y: to + 3.5, fill: ink('text') },
        fitText(labels[index]!, room - 8),
        node('title', {}, labels[index]!),
      ),
    );
  });
}
