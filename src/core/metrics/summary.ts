import type { Granularity, Method, Percent } from '../document/types';
import type { PeriodCounts, Summary } from './evaluation';
import { goalShare } from './goal';
import { rollingMean } from './mean';
import type { Retained } from './mean';
import { churnOfPoint, rateOfPoint } from './point';
import type { PointValue, RowPlace } from './point';
import { realismHint, REALISM_PERIODS } from './realism';
import { isDefined, undefinedFor } from './result';
import type { MetricResult, Undefined } from './result';
import { judge, wilsonOf } from './row';
import type { Dated, Point, Timeline } from './timeline';
import { yearSoFar } from './year';
import type { YearSource } from './year';

const TREND_PERIODS = 12;

/** The settings a summary depends on, and how to name its periods. */
export interface SummaryContext {
  readonly segment: string | null;
  readonly method: Method;
  readonly goal: Percent | null;
  readonly granularity: Granularity;
  /** A period as its first row writes it. */
  readonly nameOf: (place: Readonly<RowPlace>) => string;
  /** Why there is nothing when the timeline is empty. */
  readonly whenEmpty: () => Undefined;
}

/**
 * The summary of a timeline. It reads the last twelve periods, the year of the last complete one, and totals; only a
 * product over the whole file reads more, and at most `EXACT_PRODUCT_LIMIT` periods.
 *
 * Rows at the end that hold no count at all are plans, not reports: the last complete period is the last one that
 * says something.
 */
export function summariseTimeline<M extends Dated>(timeline: Timeline<M>, context: SummaryContext): Summary {
  const { points, sums } = timeline;
  const { method, goal: fileGoal } = context;
  const ended = timeline.completeCount;
  let complete = ended;
  while (complete > 0 && isBlank(valueOf(points, complete - 1).counts)) complete--;

  const whenNone = points.length === 0 ? context.whenEmpty() : undefinedFor('no-complete-period');
  const last = complete === 0 ? null : valueOf(points, complete - 1);
  const retention = last === null ? whenNone : rateOfPoint(last, method);
  const goal = last?.goal ?? fileGoal;
  const judged =
    last === null
      ? { gapPoints: whenNone, customersShort: whenNone, lossAllowance: whenNone }
      : judge(last.retained, last.counts.start, goal, retention, false);

  const recent: (Retained | null)[] = [];
  for (let i = Math.max(0, complete - REALISM_PERIODS); i < complete; i++)
    recent.push(valueOf(points, i).retained);
  const rolling = (window: number): MetricResult =>
    complete === 0 ? whenNone : rollingMean(recent.length < window ? recent : recent.slice(-window), window);
  const mean = (result: () => MetricResult): MetricResult => (complete === 0 ? whenNone : result());

  return {
    segment: context.segment,
    period: last === null ? null : context.nameOf(last.place),
    retention,
    churn: last === null ? whenNone : churnOfPoint(last, method),
    lost: last?.counts.lost ?? null,
    wilson: last === null ? whenNone : wilsonOf(last.retained, retention),
    goal: goalShare(goal),
    ...judged,
    year: yearSoFar(yearSource(points, complete, method), context.granularity, fileGoal, whenNone),
    weightedMean: mean(() => sums.weighted()),
    simpleMean: mean(() => sums.simple()),
    geometricMean: mean(() => sums.geometric(retainedOf(points, complete))),
    compounded: mean(() => sums.compounded(retainedOf(points, complete), ended - complete)),
    rolling3: rolling(3),
    rolling12: rolling(12),
    realismHint: goal === null ? null : realismHint(recent, goal),
    trend: trendOf(timeline, complete, ended, context),
  };
}

function trendOf<M extends Dated>(
  { points, today }: Timeline<M>,
  complete: number,
  ended: number,
  { method, nameOf }: SummaryContext,
): Summary['trend'] {
  const trend: Summary['trend'][number][] = [];
  const add = (value: PointValue, rate: MetricResult, incomplete: boolean): void => {
    trend.push({ period: nameOf(value.place), crr: rate, incomplete });
  };
  for (let i = Math.max(0, complete - TREND_PERIODS); i < complete; i++) {
    const value = valueOf(points, i);
    add(value, rateOfPoint(value, method), false);
  }
  // A running period is shown as far as it has a rate; periods that only begin after today are plans.
  for (let i = ended; i < points.length && i < ended + TREND_PERIODS; i++) {
    const value = valueOf(points, i);
    const rate = rateOfPoint(value, method);
    if (points[i]!.firstDay <= today && isDefined(rate)) add(value, rate, true);
  }
  return trend.slice(-TREND_PERIODS);
}

function yearSource<M extends Dated>(
  points: readonly Point<M>[],
  complete: number,
  method: Method,
): YearSource {
  return {
    complete,
    length: points.length,
    at: (index) => {
      const value = valueOf(points, index);
      const { retained, goal } = value;
      return { firstDay: points[index]!.firstDay, retained, goal, rate: () => rateOfPoint(value, method) };
    },
  };
}

function* retainedOf<M extends Dated>(
  points: readonly Point<M>[],
  count: number,
): Generator<Retained | null> {
  for (let i = 0; i < count; i++) yield valueOf(points, i).retained;
}

function valueOf<M extends Dated>(points: readonly Point<M>[], index: number): PointValue {
  const value = points[index]?.value;
  if (value === undefined || value === null) throw new Error('The timeline is not settled.');
  return value;
}

function isBlank({ start, new: joined, lost, end }: PeriodCounts): boolean {
  return start === null && joined === null && lost === null && end === null;
}
