import type { Method, Percent } from '../document/types';
import type { IntervalResult, PeriodCounts } from './evaluation';
import type { Retained } from './mean';
import { churnOfPoint, isBlank, rateOfPoint } from './point';
import type { MetricResult } from './result';
import { judge, wilsonOf } from './row';
import type { Series } from './series';

/** One period of a segment, or of all customers, with what it says: what charts and comparisons are made of. */
export interface NotebookPeriod {
  /** As its first row writes it. */
  readonly name: string;
  /** Days since 1970-01-01, both inside. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** It ends after today: shown and flagged, left out of means, tests and goals. */
  readonly incomplete: boolean;
  /** It begins after today, or stands at the end without any count: a plan, not a report. */
  readonly planned: boolean;
  /** The rows of the file it is made from, in their order: one, or one for each segment that is part of the sum. */
  readonly rows: readonly number[];
  /** With the missing count derived; in a sum a count that is unknown in one segment is unknown. */
  readonly counts: PeriodCounts;
  /** Who stayed, or null where that is unknown; 0 of 0 without customers at the start. */
  readonly retained: Retained | null;
  readonly crr: MetricResult;
  readonly churn: MetricResult;
  readonly wilson: IntervalResult;
  /** The goal that counts for it: its own, else the file's. */
  readonly goal: Percent | null;
  /** Percentage points, not a share. */
  readonly gapPoints: MetricResult;
  readonly customersShort: MetricResult;
}

/** Which periods of a segment. */
export interface PeriodRange {
  /** How many, the last ones in time; `Infinity` for all. Plans do not count. */
  readonly last: number;
  /** True for the plans that follow too: rows for periods that have not begun or hold no count. Default: false. */
  readonly plans?: boolean;
  /** True where an amount of recurring revenue makes a report too, without any count. Default: false. */
  readonly revenue?: boolean;
}

/** What the periods depend on besides their rows. */
export interface PeriodContext {
  readonly today: number;
  readonly method: Method;
  /** The file's goal. */
  readonly goal: Percent | null;
}

/** The last periods of a series, oldest first. Costs those that changed since they were read, and the plans it skips. */
export function readPeriods(series: Series, range: PeriodRange, context: PeriodContext): NotebookPeriod[] {
  const reported = reportedOf(series, context.today, range.revenue);
  const periods: NotebookPeriod[] = [];
  const end = range.plans === true ? series.length : reported;
  for (let index = Math.max(0, reported - range.last); index < end; index++) {
    const planned = index >= reported || series.firstDay(index) > context.today;
    let period = series.kept(index);
    if (period?.planned !== planned) {
      period = readPeriod(series, index, planned, context);
      series.keep(index, period);
    }
    periods.push(period);
  }
  return periods;
}

/** How many periods report something: all but the plans at the end. */
export function reportedOf(series: Series, today: number, revenue = false): number {
  let count = series.length;
  while (count > 0 && isPlan(series, count - 1, today, revenue)) count--;
  return count;
}

function readPeriod(
  series: Series,
  index: number,
  planned: boolean,
  { today, method, goal: fileGoal }: PeriodContext,
): NotebookPeriod {
  const firstDay = series.firstDay(index);
  const lastDay = series.lastDay(index);
  const incomplete = lastDay > today;
  const rows = series.rowsAt(index);
  const point = series.valueOf(rows);
  const { counts, retained } = point;
  const goal = point.goal ?? fileGoal;
  const crr = rateOfPoint(point, method);
  const { gapPoints, customersShort } = judge(retained, counts.start, goal, crr, incomplete);
  return {
    name: series.nameOf(rows),
    firstDay,
    lastDay,
    incomplete,
    planned,
    rows,
    counts,
    retained,
    crr,
    churn: churnOfPoint(point, method),
    wilson: wilsonOf(retained, crr),
    goal,
    gapPoints,
    customersShort,
  };
}

function isPlan(series: Series, index: number, today: number, revenue: boolean): boolean {
  if (series.firstDay(index) > today) return true;
  return isUnreported(series, index) && !(revenue && series.hasRevenue(index));
}

/** True when a period holds no count at all. */
export function isUnreported(series: Series, index: number): boolean {
  return series.retained(index) === null && isBlank(series.value(index).counts);
}
