/** What is left of the year: its periods, what the file says of them, and the rates by which the rest is projected. */
import { parsePeriod, periodsPerYear } from '../document/period';
import { formatCount, formatPercent } from '../format';
import type { PeriodCounts } from '../metrics/evaluation';
import { add, floor, sumLess } from '../metrics/exact';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { undefinedFor } from '../metrics/result';
import type { MetricResult, Undefined } from '../metrics/result';
import { nameInYear, placeInYear } from '../metrics/yearPlace';
import type { CalendarGranularity } from '../document/period';
import { lastComplete } from './lastComplete';
import { defaultRange } from './range';
import type { AnalysisSource } from './source';

/** So many customers for each of the customers at the start: a rate as its two sums. */
export interface PooledRate {
  readonly count: number;
  readonly start: number;
}

/** By which rates periods without rows go on; null where the file does not know one. */
export interface ScenarioRates {
  readonly new: PooledRate | null;
  readonly lost: PooledRate | null;
  /** Null where nobody is known to have come back. */
  readonly reactivated: PooledRate | null;
  /** What was assumed, for a person. */
  readonly message: string;
}

/** A period of the year that is not complete yet. */
export interface RemainingPeriod {
  readonly name: string;
  readonly firstDay: number;
  readonly lastDay: number;
  /** What the file says of it, or null when it has no row. */
  readonly given: NotebookPeriod | null;
}

/** A year that has something left. */
export interface ScenarioYear {
  /** `2024`, or `2024 from 2024-05` where the table begins in the middle of it. */
  readonly label: string;
  /** Its complete periods, oldest first. */
  readonly done: readonly NotebookPeriod[];
  /** The same, or the last complete period where the year has none yet. */
  readonly past: readonly NotebookPeriod[];
  /** Their compounded rate; 1 without any, undefined where one of them is unknown. */
  readonly compounded: MetricResult;
  readonly remaining: readonly RemainingPeriod[];
  /** Customers at the end of the last complete period, or null where that is unknown. */
  readonly customers: number | null;
  readonly rates: ScenarioRates;
}

/**
 * The year of the last complete period, or the next one when that was the last of its year. Costs the periods of a
 * year.
 */
export function scenarioYear(notebook: AnalysisSource, segment: string | null): ScenarioYear | Undefined {
  const { granularity } = notebook.document;
  if (granularity === 'custom') {
    return undefinedFor(notebook.periodCount(segment) === 0 ? 'no-complete-period' : 'custom-periods');
  }
  const { year: soFar } = notebook.summary(segment);
  const complete = lastComplete(notebook, segment, Math.max(soFar.done, defaultRange(granularity)));
  const last = complete.at(-1);
  if (last === undefined) return undefinedFor('no-complete-period');
  const place = placeInYear(last.firstDay, granularity);
  const isOver = place.index + 1 >= periodsPerYear(granularity, place.year)!;
  const year = isOver ? place.year + 1 : place.year;
  const done = isOver ? [] : complete.slice(complete.length - soFar.done);
  return {
    label: isOver ? String(year) : (soFar.label ?? String(year)),
    done,
    past: done.length === 0 ? [last] : done,
    compounded: isOver ? { value: 1 } : soFar.compounded,
    remaining: remainingOf(notebook, segment, granularity, year, isOver ? 0 : place.index + 1),
    customers: last.counts.end,
    rates: ratesOf(complete.slice(-defaultRange(granularity))),
  };
}

/** Customers at a rate, a whole number: rounded half up. */
export function customersAt({ count, start }: PooledRate, customers: number): number {
  // ⌊(2nc + s) / 2s⌋, as long as doubles have room for it.
  const twice = 2 * Math.round(count) * Math.round(customers) + Math.round(start);
  const whole = 2 * Math.round(start);
  if (Number.isSafeInteger(twice) && twice >= 0) return (twice - (twice % whole)) / whole;
  const numerator = BigInt(Math.round(count)) * BigInt(Math.round(customers));
  const half = { numerator: 1n, denominator: 2n };
  return Number(floor(add({ numerator, denominator: BigInt(Math.round(start)) }, half)));
}

function remainingOf(
  notebook: AnalysisSource,
  segment: string | null,
  granularity: CalendarGranularity,
  year: number,
  first: number,
): RemainingPeriod[] {
  const byIndex = new Map<number, NotebookPeriod>();
  for (const period of notebook.periods(segment, { last: 2, plans: true })) {
    const place = placeInYear(period.firstDay, granularity);
    if (place.year === year) byIndex.set(place.index, period);
  }
  const remaining: RemainingPeriod[] = [];
  for (let index = first; index < periodsPerYear(granularity, year)!; index++) {
    const name = nameInYear({ year, index }, granularity);
    const given = byIndex.get(index) ?? null;
    const days = parsePeriod(name);
    if (days === null) break;
    const { firstDay, lastDay } = days;
    remaining.push({ name: given?.name ?? name, firstDay, lastDay, given });
  }
  return remaining;
}

function ratesOf(periods: readonly NotebookPeriod[]): ScenarioRates {
  const [joined, lost, back] = (['new', 'lost', 'reactivated'] as const).map((name) => pool(periods, name));
  const reactivated = back!.count > 0 ? rateOf(back!) : null;
  const known = { new: rateOf(joined!), lost: rateOf(lost!), reactivated };
  return { ...known, message: sentence(periods, known) };
}

/** A blank number of those won back reads as 0, the others as unknown: such a period is left out. */
function pool(periods: readonly NotebookPeriod[], name: keyof PeriodCounts): PooledRate {
  const sum = { count: 0, start: 0 };
  for (const { counts } of periods) {
    const count = counts[name] ?? (name === 'reactivated' ? 0 : null);
    if (count === null || counts.start === null) continue;
    sum.count = sumLess(sum.count, count, 0, 0);
    sum.start = sumLess(sum.start, counts.start, 0, 0);
  }
  return sum;
}

function rateOf(rate: PooledRate): PooledRate | null {
  // Customers are rounded where they are projected: a rate of less than half a customer would be one of nobody.
  return Math.round(rate.start) > 0 ? rate : null;
}

function sentence(
  periods: readonly NotebookPeriod[],
  { new: joined, lost, reactivated }: Omit<ScenarioRates, 'message'>,
): string {
  const parts = [
    ...(lost === null ? [] : [`${formatPercent(lost.count / lost.start)} lost`]),
    ...(joined === null ? [] : [`${formatPercent(joined.count / joined.start)} new`]),
    ...(reactivated === null ? [] : [`${formatPercent(reactivated.count / reactivated.start)} won back`]),
  ];
  if (parts.length === 0) {
    return 'No complete period says how many were lost and won, so nothing can be projected: enter both.';
  }
  const which =
    periods.length === 1
      ? periods[0]!.name
      : `the last ${formatCount(periods.length)} complete periods (${periods[0]!.name} to ${periods.at(-1)!.name})`;
  return `Periods without rows go on at the pooled rates of ${which}: ${parts.join(', ')} of the customers at the start. A constant rate is a baseline, not a forecast.`;
}
