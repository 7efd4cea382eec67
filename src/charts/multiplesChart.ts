import { scaleLinear } from 'd3-scale';
import type { LinearScale } from './axes';
import { axisWidth } from './axes';
import { brokenLine } from './brokenLine';
import type { Area } from './ground';
import { ground } from './ground';
import { fitText, textWidth } from './labels';
import type { Attributes, Chart, ChartNode, ChartSpot } from './node';
import { ink, node } from './node';
import { shareRange } from './shareRange';

/** One small chart: a rate over periods. Shares; null is unknown. */
export interface MultipleSeries {
  readonly key: string | null;
  readonly name: string;
  readonly rates: readonly (number | null)[];
  readonly goals: readonly (number | null)[];
  readonly marked: boolean;
  /** The last rate in words. */
  readonly value: string;
  readonly title: string;
}

export interface MultiplesChartOptions {
  readonly width: number;
  readonly label: string;
  /** The names of the periods, for all of them. */
  readonly periods: readonly string[];
  readonly series: readonly MultipleSeries[];
  /** A rate to hold every series against, by period. */
  readonly reference: readonly (number | null)[];
  /** From this place on periods have not ended; null: all have. */
  readonly running: number | null;
  readonly format: (share: number) => string;
}

const CELL = { width: 168, height: 92, gap: 14, head: 18 };
const BOTTOM = 20;

/** Many small charts on one scale, so that they can be held against each other and against one reference. */
export function multiplesChart(options: MultiplesChartOptions): Chart {
  const { width, label, periods, series, reference, format } = options;
  const values = [...series.flatMap(({ rates, goals }) => [...rates, ...goals]), ...reference];
  const [low, high] = shareRange(values.filter((value) => value !== null));
  const y = scaleLinear().domain([low, high]).nice(3);
  const ticks = y.ticks(3);
  const left = axisWidth(ticks.map(format));
  const columns = Math.max(
    1,
    Math.min(series.length, Math.floor((width - left + CELL.gap) / (CELL.width + CELL.gap))),
  );
  const cell = (width - left - CELL.gap * (columns - 1)) / columns;
  const lines = Math.ceil(series.length / columns);
  const boxes = series.map((_, index): Box => {
    const top = Math.floor(index / columns) * (CELL.height + CELL.gap);
    return {
      x: left + (index % columns) * (cell + CELL.gap),
      top: top + CELL.head,
      bottom: top + CELL.height,
      width: cell,
    };
  });
  return {
    width,
    height: Math.max(1, lines) * (CELL.height + CELL.gap) + BOTTOM - CELL.gap,
    label,
    children: series.flatMap((one, index) => {
      const box = boxes[index]!;
      const scale = y.copy().range([box.bottom - 4, box.top + 6]);
      const below = index + columns >= series.length;
      return [
        ...(index % columns === 0 ? ticks.map((tick) => tickOf(tick, scale, box.x, format)) : []),
        cellOf(one, box, scale, ticks, options),
        ...(below ? endsOf(periods, box) : []),
      ];
    }),
    spots: series.flatMap(({ key, title }, index): ChartSpot[] => {
      return key === null ? [] : [{ key, label: title, ...frameOf(boxes[index]!) }];
    }),
  };
}

interface Box {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}

/** A small chart with its heading. */
function frameOf({ x, top, bottom, width }: Box): Area {
  return { x: x - 3, y: top - CELL.head, width: width + 6, height: bottom - top + CELL.head + 1 };
}

function tickOf(
  tick: number,
  scale: LinearScale,
  left: number,
  format: (share: number) => string,
): ChartNode {
  return node(
    'text',
    { x: left - 8, y: scale(tick) + 3.5, 'text-anchor': 'end', fill: ink('muted') },
    format(tick),
  );
}

function cellOf(
  { name, rates, goals, marked, value, title }: MultipleSeries,
  box: Box,
  scale: LinearScale,
  ticks: readonly number[],
  { reference, running }: MultiplesChartOptions,
): ChartNode {
  const step = box.width / Math.max(1, rates.length);
  const x = (index: number): number => box.x + step * (index + 0.5);
  const stroke = (list: readonly (number | null)[], look: Attributes): ChartNode[] =>
    brokenLine(list, { x, y: scale }, look);
  const ended = running ?? rates.length;
  const last = rates.map((rate) => rate !== null).lastIndexOf(true);
  const dots = rates.flatMap((rate, index) => {
    const alone = (rates[index - 1] ?? null) === null && (rates[index + 1] ?? null) === null;
    if (rate === null || (index !== last && !alone)) return [];
    const fill = index < ended ? ink('line') : ink('background');
    return node('circle', { cx: x(index), cy: scale(rate), r: 3, fill, stroke: ink('line') });
  });
  return node(
    'g',
    {},
    ground(frameOf(box), title, marked),
    ...ticks.map((tick) =>
      node('line', {
        x1: box.x,
        x2: box.x + box.width,
        y1: scale(tick),
        y2: scale(tick),
        stroke: ink('rule'),
      }),
    ),
    node(
      'text',
      { x: box.x + 1, y: box.top - 4, fill: ink('text'), 'font-weight': marked ? 600 : undefined },
      fitText(name, box.width - textWidth(value) - 10),
    ),
    node(
      'text',
      { x: box.x + box.width - 1, y: box.top - 4, 'text-anchor': 'end', fill: ink('text') },
      value,
    ),
    ...stroke(reference, { stroke: ink('average'), 'stroke-width': 1.5, 'stroke-dasharray': '1 3' }),
    ...stroke(goals, { stroke: ink('goal'), 'stroke-width': 1.5, 'stroke-dasharray': '6 4' }),
    ...stroke(rates.slice(0, ended), { stroke: ink('line'), 'stroke-width': 2 }),
    ...stroke(
      rates.map((rate, index) => (index >= ended - 1 ? rate : null)),
      { stroke: ink('line'), 'stroke-width': 2, 'stroke-dasharray': '3 4' },
    ),
    ...dots,
  );
}

/** The first and the last period, below the lowest chart of a column. */
function endsOf(periods: readonly string[], { x, bottom, width }: Box): ChartNode[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text = (name: string, anchor: 'start' | 'end'): ChartNode =>
    node(
      'text',
      {
        x: anchor === 'start' ? x : x + width,
        y: bottom + 15,
        'text-anchor': anchor,
        fill: ink('muted'),
      },
      fitText(name, width / 2 - 4),
    );
  return periods.length === 1 ? [text(first, 'start')] : [text(first, 'start'), text(last, 'end')];
}
