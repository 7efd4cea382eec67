import type { PlaybookStatus } from '../document/playbook';
import type { Granularity } from '../document/types';
import { formatCount } from '../format';
import { rollingMean, weightedMean } from '../metrics/mean';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { undefinedFor } from '../metrics/result';
import type { MetricResult } from '../metrics/result';
import { periodGaps } from './gaps';
import type { Gap } from './gaps';
import { isComplete } from './lastComplete';
import { lastOf } from './range';
import type { AnalysisRange } from './range';
import type { AnalysisSource } from './source';

/** One period of the trend. */
export interface TrendPoint extends NotebookPeriod {
  /** Weighted mean of the last 3 (12) complete periods up to this one. */
  readonly rolling3: MetricResult;
  readonly rolling12: MetricResult;
}

/** The beginning of a measure of the playbook. */
export interface TrendMarker {
  /** Its place in `document.playbook`. */
  readonly item: number;
  /** What is done, as Markdown. */
  readonly text: string;
  readonly status: PlaybookStatus | null;
  /** The segment it is for, or null for all. */
  readonly segment: string | null;
  /** The point it begins at: the first one that ends on or after the first day of `since`. */
  readonly point: number;
}

/** Retention over time. */
export interface Trend {
  /** null: all customers. */
  readonly segment: string | null;
  readonly granularity: Granularity;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** How many periods there are to show. */
  readonly available: number;
  /** Weighted mean of the complete periods shown. */
  readonly mean: MetricResult;
  readonly markers: readonly TrendMarker[];
  readonly gaps: readonly Gap[];
}

/** The longest window of a rolling mean. */
const LONGEST_WINDOW = 12;

/**
 * Retention of the last periods with its interval, its goal and its rolling means, and where measures of the playbook
 * begin. Costs the periods shown and eleven more.
 *
 * @param segment null for all customers.
 *
 * @example
 * analyseTrend(LiveNotebook.open('period,start,lost\n2024-01,100,10\n2024-02,90,9\n'), null).mean; // { value: 0.9 }
 */
export function analyseTrend(
  notebook: AnalysisSource,
  segment: string | null,
  range: AnalysisRange = {},
): Trend {
  const { granularity } = notebook.document;
  const last = lastOf(range, granularity);
  const read = notebook.periods(segment, { last: last + LONGEST_WINDOW - 1 });
  const points = pointsOf(read, Math.max(0, read.length - last));
  const complete = points.filter(isComplete);
  return {
    segment,
    granularity,
    points,
    available: notebook.periodCount(segment),
    mean: weightedMean(complete.map(({ retained }) => retained)),
    markers: markersOf(notebook, segment, points),
    gaps: [
      ...tooFew(points, complete.length, segment),
      ...startsLate(notebook, segment, points, last),
      ...periodGaps(points, granularity),
    ],
  };
}

function pointsOf(read: readonly NotebookPeriod[], first: number): TrendPoint[] {
  const complete = read.filter(isComplete);
  const retained = complete.map((period) => period.retained);
  const running = undefinedFor('incomplete-period');
  let reached = 0;
  const points: TrendPoint[] = [];
  read.forEach((period, index) => {
    const counted = complete[reached] === period;
    if (counted) reached++;
    if (index < first) return;
    const rolling = (window: number): MetricResult =>
      counted ? rollingMean(retained.slice(Math.max(0, reached - window), reached), window) : running;
    points.push({ ...period, rolling3: rolling(3), rolling12: rolling(LONGEST_WINDOW) });
  });
  return points;
}

function markersOf(
  { document }: AnalysisSource,
  segment: string | null,
  points: readonly TrendPoint[],
): TrendMarker[] {
  const begin = points[0]?.firstDay ?? Infinity;
  return document.playbook.flatMap((item, index) => {
    const { since, text, status } = item;
    // What began before the first point has no place on the chart.
    if (since === null || since.lastDay < begin) return [];
    if (segment !== null && item.segment !== null && item.segment !== segment) return [];
    const point = points.findIndex(({ lastDay }) => lastDay >= since.firstDay);
    return point < 0 ? [] : [{ item: index, text, status, segment: item.segment, point }];
  });
}

function tooFew(points: readonly TrendPoint[], complete: number, segment: string | null): Gap[] {
  const who = segment === null || segment === '' ? 'There' : `Segment ${segment}: there`;
  if (points.length === 0) {
    return [{ code: 'no-period', message: `${who} is no period yet. Add a row with a period.`, rows: [] }];
  }
  if (complete > 1) return [];
  const message = `${who} ${complete === 1 ? 'is one complete period' : 'is no complete period'}: a trend needs at least two.`;
  return [{ code: 'too-few-periods', message, rows: [] }];
}

function startsLate(
  notebook: AnalysisSource,
  segment: string | null,
  points: readonly TrendPoint[],
  last: number,
): Gap[] {
  const first = points[0];
  if (segment === null || segment === '' || first === undefined) return [];
  if (notebook.periodCount(segment) > last) return [];
  const before = notebook.periods(null, { last }).filter(({ lastDay }) => lastDay < first.firstDay).length;
  if (before === 0) return [];
  const periods = before === 1 ? 'one period' : `${formatCount(before)} periods`;
  const message = `${segment} begins with ${first.name}, ${periods} after the others shown.`;
  return [{ code: 'starts-late', message, rows: first.rows }];
}
