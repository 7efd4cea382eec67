import { formatCount } from '../format';
import type { IntervalResult } from './evaluation';
import { quotient, sumLess } from './exact';
import { normalQuantile } from './normal';
import { undefinedFor } from './result';
import type { Undefined } from './result';

/** The level of every interval that is shown. */
export const DEFAULT_LEVEL = 0.95;

/**
 * Wilson score interval of a share: between which values the rate may lie, given how few customers it was seen on.
 *
 * With z the normal quantile of the level, n = start, x = held and w = z·√(x(n − x)/n + z²/4):
 *
 *     high = (x + z²/2 + w) / (n + z²)
 *     low  = x² / (n · (x + z²/2 + w))      the other root, in the form that loses no digits for small x
 *
 * It stays inside [0, 1] and keeps a width at 0 of n and n of n, where the textbook (Wald) interval claims certainty.
 *
 * Source: E. B. Wilson (1927); L. D. Brown, T. T. Cai, A. DasGupta (2001), "Interval estimation for a binomial
 * proportion".
 *
 * @param held customers of the start who stayed: a whole number from 0 to `start`.
 * @param level probability that such intervals cover the true rate, between 0 and 1.
 *
 * @example
 * wilson(30, 30).low.toFixed(6); // '0.886487'
 * wilson(30, 30).high; // 1
 */
export function wilson(held: number, start: number, level = DEFAULT_LEVEL): IntervalResult {
  const why = whyNoInterval(held, start, level);
  if (why !== null) return why;
  const z = level === DEFAULT_LEVEL ? Z_95 : quantileOfLevel(level);
  return { low: wilsonLow(held, start, z), high: wilsonHigh(held, start, z), level };
}

/** The lower end of `wilson` for whole numbers with 0 ≤ held ≤ start, start > 0; `z` is the quantile of the level. */
export function wilsonLow(held: number, start: number, z = Z_95): number {
  const share = held / start;
  // The last bit must not put the observed rate outside its own interval.
  return Math.min((held * share) / root(held, start, z), share);
}

/** The upper end, likewise. */
export function wilsonHigh(held: number, start: number, z = Z_95): number {
  const high = held === start ? 1 : root(held, start, z) / (start + z * z);
  return Math.min(1, Math.max(high, held / start));
}

function root(held: number, start: number, z: number): number {
  const z2 = z * z;
  return held + z2 / 2 + z * Math.sqrt((held * (start - held)) / start + z2 / 4);
}

/** Why there is no interval of a share for these numbers, or null when there is one. */
export function whyNoInterval(held: number, start: number, level: number): Undefined | null {
  if (!(level > 0 && level < 1)) {
    return undefinedFor('out-of-range', 'The level of an interval lies between 0 and 1.');
  }
  if (start === 0) return undefinedFor('start-is-zero');
  if (!Number.isInteger(held) || !Number.isInteger(start)) {
    return undefinedFor('not-a-number', 'An interval needs whole numbers of customers.');
  }
  if (held < 0 || held > start) {
    return undefinedFor(
      'out-of-range',
      `${formatCount(held)} of ${formatCount(start)} customers stayed: that is no share, so it has no interval.`,
    );
  }
  return null;
}

/** The normal quantile of a two-sided level, from the decimal of its tail: 0.025, not (1 − 0.95) / 2 in doubles. */
export function quantileOfLevel(level: number): number {
  return -normalQuantile(quotient(sumLess(1, 0, 0, level), 2));
}

const Z_95 = quantileOfLevel(DEFAULT_LEVEL);
