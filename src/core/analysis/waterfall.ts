import { sumLess } from '../metrics/exact';
import { defined } from '../metrics/result';
import type { MetricResult } from '../metrics/result';

/** One bar of a waterfall. */
export interface WaterfallBar<Id extends string> {
  readonly id: Id | 'start' | 'unexplained' | 'end';
  /** Of `start` and `end` the level, of the others the change, negative for losses. */
  readonly amount: MetricResult;
  /** Where the bar begins and ends; null where an unknown one stands before it. */
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * The way from one level to another: `unexplained` is a bar of its own where the moves do not lead to the end.
 *
 * @example
 * waterfall({ value: 5 }, [{ id: 'new', amount: { value: 2 } }], { value: 7 }).map(({ to }) => to); // [5, 7, 7]
 */
export function waterfall<Id extends string>(
  start: MetricResult,
  moves: readonly { readonly id: Id; readonly amount: MetricResult }[],
  end: MetricResult,
): WaterfallBar<Id>[] {
  const bars: WaterfallBar<Id>[] = [{ id: 'start', amount: start, from: 0, to: start.value }];
  let level = start.value;
  for (const { id, amount } of moves) {
    const to = level === null || amount.value === null ? null : sumLess(level, amount.value, 0, 0);
    bars.push({ id, amount, from: level, to });
    level = to;
  }
  if (level !== null && end.value !== null && level !== end.value) {
    const amount = defined(sumLess(end.value, 0, 0, level));
    bars.push({ id: 'unexplained', amount, from: level, to: end.value });
  }
  bars.push({ id: 'end', amount: end, from: 0, to: end.value });
  return bars;
}

/** A loss as the change it is. */
export function negated(result: MetricResult): MetricResult {
  return result.value === null ? result : defined(-result.value);
}
