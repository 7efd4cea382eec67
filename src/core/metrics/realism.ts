import type { Percent } from '../document/types';
import { formatPercent } from '../format';
import { quotient, sumLess } from './exact';
import { wilson } from './interval';
import type { Retained } from './mean';

/** How many of the last complete periods a goal is held against. */
export const REALISM_PERIODS = 12;

/**
 * A sentence when a goal is out of reach by what the last complete periods show, else null: it is above the best of
 * them *and* above the upper Wilson limit (95 %) of their pooled rate. A rule of our own; it warns about 10 % → 50 %.
 *
 * @param periods the last complete periods, at most `REALISM_PERIODS` of them count; null is an unknown one.
 *
 * @example
 * realismHint([{ held: 90, start: 100 }], { numerator: 85, denominator: 100, share: 0.85 }); // null
 */
export function realismHint(periods: readonly (Retained | null)[], goal: Percent): string | null {
  let best = -Infinity;
  let held = 0;
  let start = 0;
  let count = 0;
  for (const period of periods.slice(-REALISM_PERIODS)) {
    if (period === null || period.start === 0) continue;
    best = Math.max(best, quotient(period.held, period.start));
    held = sumLess(held, period.held, 0, 0);
    start = sumLess(start, period.start, 0, 0);
    count++;
  }
  if (count === 0 || goal.share <= best) return null;
  const interval = wilson(held, start);
  if (!('high' in interval) || goal.share <= interval.high) return null;
  const seen = count === 1 ? 'the last complete period' : `the best of the last ${count} complete periods`;
  return (
    `The goal of ${formatPercent(goal.share)} is out of reach by what the file shows: ${seen} kept ` +
    `${formatPercent(best)}, and chance explains at most ${formatPercent(interval.high)}. ` +
    'Set a nearer goal, or note what will change.'
  );
}
