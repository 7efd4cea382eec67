import { periodsPerYear } from '../document/period';
import type { CalendarGranularity } from '../document/period';
import type { Granularity, Method, Percent } from '../document/types';
import type { Summary } from './evaluation';
import { productOfPercents, requiredRate } from './goal';
import { compounded, productOf, rateOf } from './mean';
import type { Retained } from './mean';
import { rateOfPoint } from './point';
import { isDefined, undefinedFor } from './result';
import type { MetricResult, Undefined } from './result';
import type { Series } from './series';
import { nameInYear, placeInYear } from './yearPlace';

/** The settings that the year so far depends on. */
export interface YearContext {
  readonly granularity: Granularity;
  readonly goal: Percent | null;
  readonly method: Method;
}

/**
 * The calendar year of the last complete period: retention compounded over its complete periods, and the rate that
 * each remaining one needs to reach the goal of the whole year (the product of the periods' goals).
 *
 * - Where the table begins in the middle of the year (or without customers), only the rest of that year counts: goal,
 *   `done` and `of` begin with its first period, and the label says so: `2024 from 2024-05`.
 * - A period in between that is missing, or has no rate, makes both results undefined with
 *   `contains-undefined-period`: what happened in it is part of the year.
 * - Remaining are all later periods of the year, the running one included; a row's own goal counts for it.
 */
export function yearSoFar(
  series: Series,
  complete: number,
  { granularity, goal: fileGoal, method }: YearContext,
  whenNone: Undefined,
): Summary['year'] {
  if (complete === 0) return noYear(whenNone);
  if (granularity === 'custom') return noYear(undefinedFor('custom-periods'));
  const lastPlace = placeInYear(series.firstDay(complete - 1), granularity);
  const { year } = lastPlace;
  const indexAt = (position: number): number => placeInYear(series.firstDay(position), granularity).index;
  const inYear = (position: number): boolean =>
    placeInYear(series.firstDay(position), granularity).year === year;

  let first = complete - 1;
  while (first > 0 && inYear(first - 1)) first--;
  const beginsHere = first === 0;
  if (beginsHere) {
    while (first < complete - 1 && series.retained(first)?.start === 0) first++;
  }
  const firstIndex = beginsHere ? indexAt(first) : 0;
  const done = complete - first;
  const head = {
    label:
      firstIndex === 0
        ? String(year)
        : `${year} from ${nameInYear({ year, index: firstIndex }, granularity)}`,
    done,
    of: periodsPerYear(granularity, year)! - firstIndex,
  };

  const missing = firstMissing(indexAt, first, firstIndex, done);
  if (missing !== null) {
    const name = nameInYear({ year, index: missing }, granularity);
    const why = undefinedFor(
      'contains-undefined-period',
      `${name} is missing, so the year so far is unknown.`,
    );
    return { ...head, compounded: why, required: why };
  }

  const periods: (Retained | null)[] = [];
  const goals: (Percent | null)[] = [];
  for (let position = first; position < complete; position++) {
    const retained = series.retained(position);
    if (rateOf(retained) === null) {
      const name = nameInYear({ year, index: indexAt(position) }, granularity);
      const why = unknownPeriod(name, rateOfPoint(series.value(position), method));
      return { ...head, compounded: why, required: why };
    }
    periods.push(retained);
    goals.push(series.goal(position) ?? fileGoal);
  }
  const result = compounded(periods);
  if (!isDefined(result)) return { ...head, compounded: result, required: result };

  const own = remainingGoals(series, complete, granularity, year);
  const remaining = head.of - done;
  for (let index = lastPlace.index + 1; index <= lastPlace.index + remaining; index++) {
    goals.push(own.get(index) ?? fileGoal);
  }
  const known = goals.filter((goal) => goal !== null);
  const required =
    known.length < goals.length
      ? undefinedFor('no-goal')
      : requiredRate(productOfPercents(known), productOf(periods), remaining);
  return { ...head, compounded: result, required };
}

/** Goals that rows of the remaining periods have of their own, by the period's place in the year. */
function remainingGoals(
  series: Series,
  complete: number,
  granularity: CalendarGranularity,
  year: number,
): Map<number, Percent> {
  const goals = new Map<number, Percent>();
  for (let position = complete; position < series.length; position++) {
    const place = placeInYear(series.firstDay(position), granularity);
    if (place.year !== year) break;
    const goal = series.goal(position);
    if (goal !== null) goals.set(place.index, goal);
  }
  return goals;
}

/** The first place of the year without a period, from `firstIndex` to the last of `done` periods, or null. */
function firstMissing(
  indexAt: (position: number) => number,
  first: number,
  firstIndex: number,
  done: number,
): number | null {
  for (let i = 0; i < done; i++) {
    if (indexAt(first + i) !== firstIndex + i) return firstIndex + i;
  }
  return null;
}

function unknownPeriod(name: string, why: MetricResult): Undefined {
  const detail = isDefined(why) ? '' : ` ${why.message}`;
  return undefinedFor('contains-undefined-period', `${name} has no retention rate.${detail}`);
}

function noYear(why: Undefined): Summary['year'] {
  return { label: null, done: 0, of: 0, compounded: why, required: why };
}
