/** Intervals of a share from the beta distribution, beside the Wilson interval that is shown by default. */
import type { IntervalResult } from '../evaluation';
import { quotient, sumLess } from '../exact';
import { DEFAULT_LEVEL, whyNoInterval } from '../interval';
import { undefinedFor } from '../result';
import { betaQuantile } from './beta';

/**
 * Clopper–Pearson interval of a share: "exact", which means that it covers the true rate at least as often as its level
 * says, and for few customers more often than that. It is the widest of the three.
 *
 *     low = B(α/2; x, n − x + 1)      high = B(1 − α/2; x + 1, n − x)
 *
 * with B the quantile of the beta distribution; 0 and 1 where nobody and everybody stayed.
 *
 * Source: C. J. Clopper, E. S. Pearson (1934); R's binom::binom.confint.
 *
 * @param held customers of the start who stayed: a whole number from 0 to `start`.
 *
 * @example
 * clopperPearson(18, 20); // { low: 0.683…, high: 0.987…, level: 0.95 }
 */
export function clopperPearson(held: number, start: number, level = DEFAULT_LEVEL): IntervalResult {
  const why = whyNoInterval(held, start, level);
  if (why !== null) return why;
  const share = held / start;
  const bound = (count: number): number =>
    count === 0 ? 0 : betaQuantile(tailOf(level), count, start - count + 1);
  // The last bit must not put the observed rate outside its own interval.
  return interval(Math.min(share, bound(held)), Math.max(share, 1 - bound(start - held)), level);
}

/**
 * Jeffreys interval of a share: the equal-tailed interval of Bayes' rule with the prior Beta(½, ½). It covers the true
 * rate as often as its level says on average, and suits few customers as Wilson's does.
 *
 *     low = B(α/2; x + ½, n − x + ½)      high = B(1 − α/2; x + ½, n − x + ½)
 *
 * 0 and 1 where nobody and everybody stayed. At levels far below those in use (under a half) it need not contain the
 * observed rate.
 *
 * Source: L. D. Brown, T. T. Cai, A. DasGupta (2001), "Interval estimation for a binomial proportion".
 *
 * @example
 * jeffreys(30, 30); // { low: 0.920…, high: 1, level: 0.95 }
 */
export function jeffreys(held: number, start: number, level = DEFAULT_LEVEL): IntervalResult {
  const why = whyNoInterval(held, start, level);
  if (why !== null) return why;
  const bound = (count: number): number =>
    count === 0 ? 0 : betaQuantile(tailOf(level), count + 0.5, start - count + 0.5);
  return interval(bound(held), 1 - bound(start - held), level);
}

/** Of more customers than can be calculated with there is none. */
function interval(low: number, high: number, level: number): IntervalResult {
  return Number.isNaN(low) || Number.isNaN(high) ? undefinedFor('out-of-range') : { low, high, level };
}

/** Half of what a level leaves, from its decimal: 0.025, not (1 − 0.95) / 2 in doubles. */
function tailOf(level: number): number {
  return quotient(sumLess(1, 0, 0, level), 2);
}
