import type { MetricResult, ScenarioField, ScenarioPeriod } from '../../../../core';
import type { NumberDisplay } from '../../numbers';
import { NO_VALUE } from '../../text';

/** What a period has in a field under a scenario, as it is shown; null where it has nothing. */
export function amountOf(
  period: ScenarioPeriod | undefined,
  field: ScenarioField,
  numbers: NumberDisplay,
): string | null {
  if (period === undefined) return null;
  if (field === 'goal') return period.goal === null ? null : numbers.exactPercent(period.goal.share);
  const count = period.counts[field];
  return count === null ? null : numbers.count(count);
}

/** Smallest and largest of the periods in a field: `72–73`. */
export function spanOf(
  periods: readonly ScenarioPeriod[],
  field: ScenarioField,
  numbers: NumberDisplay,
): string | null {
  const sizeOf = (period: ScenarioPeriod): number | null =>
    field === 'goal' ? (period.goal?.share ?? null) : period.counts[field];
  const known = periods.filter((period) => sizeOf(period) !== null);
  const sorted = known.sort((a, b) => sizeOf(a)! - sizeOf(b)!);
  const [low, high] = [amountOf(sorted[0], field, numbers), amountOf(sorted.at(-1), field, numbers)];
  if (low === null || high === null) return null;
  return low === high ? low : `${low}\u2013${high}`;
}

/** A metric as it is shown, with why there is none. */
export interface Figure {
  readonly text: string;
  readonly why: string | null;
}

export function figureOf(result: MetricResult, show: (value: number) => string): Figure {
  return result.value === null
    ? { text: NO_VALUE, why: result.message }
    : { text: show(result.value), why: null };
}
