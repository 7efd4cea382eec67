import type { Granularity, Method, Percent } from '../document/types';
import type { Summary } from './evaluation';
import { goalShare } from './goal';
import { rateOf, rollingMean } from './mean';
import type { Retained } from './mean';
import { isUnreported } from './notebookPeriods';
import { churnOfPoint, rateOfPoint } from './point';
import { realismHint, REALISM_PERIODS } from './realism';
import { defined, isDefined, undefinedFor } from './result';
import type { MetricResult, Undefined } from './result';
import { judge, wilsonOf } from './row';
import type { Series } from './series';
import { yearSoFar } from './year';

const TREND_PERIODS = 12;

/** What a summary depends on besides the periods. */
export interface SummaryContext {
  readonly segment: string | null;
  readonly today: number;
  readonly method: Method;
  readonly goal: Percent | null;
  readonly granularity: Granularity;
  /** Why there is nothing when there is no period at all. */
  readonly whenEmpty: () => Undefined;
}

/**
 * The summary of a series. It reads the last twelve periods, the year of the last complete one, and totals; only a
 * product over the whole series reads more, and at most `EXACT_PRODUCT_LIMIT` rates.
 *
 * Rows at the end that hold no count at all are plans, not reports: the last complete period is the last one that
 * says something.
 */
export function summariseSeries(series: Series, context: SummaryContext): Summary {
  const { sums } = series;
  const { method, goal: fileGoal } = context;
  const { ended } = series;
  const complete = completeOf(series);

  const whenNone = series.length === 0 ? context.whenEmpty() : undefinedFor('no-complete-period');
  const last = complete === 0 ? null : series.value(complete - 1);
  const retention = last === null ? whenNone : rateOfPoint(last, method);
  const goal = last?.goal ?? fileGoal;
  const recent = recentOf(series, complete);
  const judged =
    last === null
      ? { gapPoints: whenNone, customersShort: whenNone, lossAllowance: whenNone }
      : judge(last.retained, last.counts.start, goal, retention, false);

  const mean = (result: () => MetricResult): MetricResult => (complete === 0 ? whenNone : result());

  return {
    segment: context.segment,
    period: nameOfLast(series, complete),
    retention,
    churn: last === null ? whenNone : churnOfPoint(last, method),
    lost: last?.counts.lost ?? null,
    wilson: last === null ? whenNone : wilsonOf(last.retained, retention),
    goal: goalShare(goal),
    ...judged,
    year: yearSoFar(series, complete, context, whenNone),
    weightedMean: mean(() => sums.weighted()),
    simpleMean: mean(() => sums.simple()),
    geometricMean: mean(() => sums.geometric(retainedOf(series, complete))),
    compounded: mean(() => sums.compounded(retainedOf(series, complete), ended - complete)),
    rolling3: mean(() => rollingMean(recent, 3)),
    rolling12: mean(() => rollingMean(recent, 12)),
    realismHint: goal === null ? null : realismHint(recent, goal),
    trend: trendOf(series, complete, context),
  };
}

/**
 * Only the last complete period and the hint about its goal, the same as in the whole summary: what has to be known
 * after every edit whether anybody looks at the summary or not.
 */
export function outlookOf(
  series: Series,
  { goal: fileGoal }: Pick<SummaryContext, 'goal'>,
): Pick<Summary, 'period' | 'realismHint'> {
  const complete = completeOf(series);
  const goal = (complete === 0 ? null : series.goal(complete - 1)) ?? fileGoal;
  return {
    period: nameOfLast(series, complete),
    realismHint: goal === null ? null : realismHint(recentOf(series, complete), goal),
  };
}

/** How many periods are complete: those that have ended, without plans at the end. */
function completeOf(series: Series): number {
  let complete = series.ended;
  while (complete > 0 && isUnreported(series, complete - 1)) complete--;
  return complete;
}

function nameOfLast(series: Series, complete: number): string | null {
  return complete === 0 ? null : series.name(complete - 1);
}

function recentOf(series: Series, complete: number): (Retained | null)[] {
  const recent: (Retained | null)[] = [];
  for (let i = Math.max(0, complete - REALISM_PERIODS); i < complete; i++) recent.push(series.retained(i));
  return recent;
}

function trendOf(series: Series, complete: number, { method, today }: SummaryContext): Summary['trend'] {
  const trend: Summary['trend'][number][] = [];
  for (let i = Math.max(0, complete - TREND_PERIODS); i < complete; i++) {
    trend.push({ period: series.name(i), crr: rateAt(series, i, method), incomplete: false });
  }
  // A running period is shown as far as it has a rate; periods that only begin after today are plans.
  const { ended, length } = series;
  for (let i = ended; i < length && i < ended + TREND_PERIODS; i++) {
    const crr = rateAt(series, i, method);
    if (series.firstDay(i) <= today && isDefined(crr))
      trend.push({ period: series.name(i), crr, incomplete: true });
  }
  return trend.slice(-TREND_PERIODS);
}

/** The rate of one period; the whole period is read only where there is none, for the reason. */
function rateAt(series: Series, index: number, method: Method): MetricResult {
  const rate = rateOf(series.retained(index));
  return rate !== null ? defined(rate) : rateOfPoint(series.value(index), method);
}

function* retainedOf(series: Series, count: number): Generator<Retained | null> {
  for (let i = 0; i < count; i++) yield series.retained(i);
}
