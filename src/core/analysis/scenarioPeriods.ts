/** The remaining periods of a year under a scenario, one after the other: each starts with what the one before left. */
import type { Method, Percent } from '../document/types';
import { formatCount } from '../format';
import { crr, heldOf } from '../metrics/customer';
import type { PeriodCounts } from '../metrics/evaluation';
import { sumLess } from '../metrics/exact';
import { customersShort, percentOf } from '../metrics/goal';
import type { Retained } from '../metrics/mean';
import { isDefined, undefinedFor } from '../metrics/result';
import type { MetricResult } from '../metrics/result';
import { customersAt } from './scenarioYear';
import type { PooledRate, RemainingPeriod, ScenarioYear } from './scenarioYear';

export type ScenarioField = 'new' | 'lost' | 'reactivated' | 'goal';

/** A number that is assumed instead of the file's. */
export interface ScenarioChange {
  /** Name of a remaining period; null for every remaining one. What names a period goes before what names none. */
  readonly period: string | null;
  readonly field: ScenarioField;
  /** Customers, a whole number; for a goal percent: 85. */
  readonly value: number;
}

/** What a number of a period comes from. */
export type ScenarioOrigin = 'changed' | 'file' | 'running' | 'projected';

/** A remaining period under a scenario. */
export interface ScenarioPeriod extends RemainingPeriod {
  readonly counts: PeriodCounts;
  /**
   * `file` is a plan's row, `running` the higher of the count so far and the projection, `projected` the pooled rate.
   * Null where there is no number.
   */
  readonly origins: Readonly<Record<ScenarioField, ScenarioOrigin | null>>;
  readonly retained: Retained | null;
  readonly crr: MetricResult;
  readonly goal: Percent | null;
  readonly customersShort: MetricResult;
}

interface Found<T> {
  readonly value: T | null;
  readonly origin: ScenarioOrigin | null;
}

type CountField = Exclude<ScenarioField, 'goal'>;

/** The remaining periods with changes applied; of two changes of a number the later one counts. */
export function projectPeriods(
  year: ScenarioYear,
  changes: readonly ScenarioChange[],
  { method, goal }: { readonly method: Method; readonly goal: Percent | null },
): ScenarioPeriod[] {
  const changed = latestOf(changes);
  let customers = year.customers;
  return year.remaining.map(({ name, firstDay, lastDay, given: row }, index) => {
    const given = row?.counts ?? null;
    const isRunning = row !== null && !row.planned;
    // A running period is a fact, also where its start is not what the one before ended with.
    const start = (index === 0 && isRunning ? given?.start : null) ?? customers ?? given?.start ?? null;
    const count = (field: CountField, rate: PooledRate | null): Found<number> => {
      const asked = changed(name, field);
      if (asked !== null) return { value: asked, origin: 'changed' };
      return unchanged(given?.[field] ?? null, start, rate, isRunning);
    };
    const joined = count('new', year.rates.new);
    const back = count('reactivated', year.rates.reactivated);
    const lost = count('lost', year.rates.lost);
    const goalAsked = changed(name, 'goal');
    const target = goalAsked !== null ? percentOf(goalAsked) : (row?.goal ?? goal);
    const counts = balanced(start, joined.value, back.value, lost.value);
    customers = counts.end;
    const rate = rateOf(name, counts, method);
    const retained = isDefined(rate) ? { held: heldOf(counts, method)!, start: counts.start! } : null;
    return {
      name,
      firstDay,
      lastDay,
      given: row,
      counts,
      origins: {
        new: joined.origin,
        lost: lost.origin,
        reactivated: back.origin,
        goal: goalAsked !== null ? 'changed' : target === null ? null : 'file',
      },
      retained,
      crr: rate,
      goal: target,
      customersShort: shortOf(retained, target, rate),
    };
  });
}

/** What a number of a period is changed to: the last change of its own, else of all; null for none. */
function latestOf(changes: readonly ScenarioChange[]): (name: string, field: ScenarioField) => number | null {
  const ofAll = new Map<ScenarioField, number>();
  const own = new Map<string, Map<ScenarioField, number>>();
  for (const { period, field, value } of changes) {
    if (period === null) ofAll.set(field, value);
    else own.set(period, (own.get(period) ?? new Map<ScenarioField, number>()).set(field, value));
  }
  return (name, field) => own.get(name)?.get(field) ?? ofAll.get(field) ?? null;
}

/** What a period that nobody changed has: its plan, or the projection, or what is already more than that. */
function unchanged(
  given: number | null,
  start: number | null,
  rate: PooledRate | null,
  isRunning: boolean,
): Found<number> {
  if (given !== null && !isRunning) return { value: given, origin: 'file' };
  const projected = rate === null || start === null ? null : finite(customersAt(rate, start));
  if (given !== null) return { value: Math.max(given, projected ?? 0), origin: 'running' };
  return { value: projected, origin: projected === null ? null : 'projected' };
}

/** Customers who multiply day by day are more than a number can say before the year is over: then they are unknown. */
function finite(customers: number): number | null {
  return Number.isFinite(customers) ? customers : null;
}

function balanced(
  start: number | null,
  joined: number | null,
  back: number | null,
  lost: number | null,
): PeriodCounts {
  const end =
    start === null || joined === null || lost === null
      ? null
      : finite(sumLess(start, joined, back ?? 0, lost));
  return { start, new: joined, lost, end, reactivated: back };
}

/** More lost than there are would make customers out of nothing later on. */
function rateOf(name: string, counts: PeriodCounts, method: Method): MetricResult {
  const { start, new: joined, lost, end } = counts;
  if (end !== null && end < 0) {
    const all = formatCount(sumLess(end, lost!, 0, 0));
    return undefinedFor('out-of-range', `${name}: ${formatCount(lost!)} cannot be lost of ${all} customers.`);
  }
  if (start === null)
    return undefinedFor('blank', `${name}: how many customers it starts with is not known.`);
  if (joined === null || lost === null) {
    const what = [...(joined === null ? ['new'] : []), ...(lost === null ? ['lost'] : [])].join(' and ');
    return undefinedFor(
      'blank',
      `${name}: ${what} cannot be projected. Enter ${joined === null && lost === null ? 'them' : 'it'}.`,
    );
  }
  return crr(counts, method);
}

function shortOf(retained: Retained | null, goal: Percent | null, rate: MetricResult): MetricResult {
  if (retained === null) return rate;
  return goal === null ? undefinedFor('no-goal') : customersShort(retained.held, retained.start, goal);
}
