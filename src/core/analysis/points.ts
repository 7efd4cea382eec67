import { quotient } from '../metrics/exact';
import type { Retained } from '../metrics/mean';

/**
 * By how many percentage points a rate is above another, from the counts and not from the rounded rates, so that 80 %
 * after 85 % is −5. Both have customers at their start.
 *
 * @example
 * pointsBetween({ held: 85, start: 100 }, { held: 80, start: 100 }); // −5
 */
export function pointsBetween(before: Retained, after: Retained): number {
  const cross = 100 * (after.held * before.start - before.held * after.start);
  const whole = before.start * after.start;
  return Number.isSafeInteger(cross) && Number.isSafeInteger(whole)
    ? quotient(cross, whole)
    : 100 * (after.held / after.start - before.held / before.start);
}
