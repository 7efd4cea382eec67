/**
 * The beta distribution: what is known of a share after `a` and `b` were seen on its two sides.
 *
 * Source: W. H. Press et al., "Numerical Recipes", 6.4 (the continued fraction of DiDonato and Morris, by Lentz's
 * method); C. Loader (2000) for the factor in front, which keeps its digits for millions of customers.
 * Relative error about 1e-13 for thousands and 1e-11 for millions.
 */
import { awayFromZero, deviance, stirlingError } from './gamma';

/**
 * Regularised incomplete beta function I_x(a, b): the probability that a beta variable is below `x`.
 *
 * @param a positive
 * @param b positive
 *
 * @example
 * betaBelow(0.25, 1, 2).toFixed(12); // '0.437500000000'
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x * (a + b + 2) < a + 1
    ? (front(x, a, b) / a) * fraction(x, a, b)
    : 1 - (front(x, a, b) / b) * fraction(1 - x, b, a);
}

/** The density of the beta distribution at `x`, between 0 and 1. */
export function betaDensity(x: number, a: number, b: number): number {
  return front(x, a, b) / (x * (1 - x));
}

/**
 * The value below which a beta variable falls with probability `p`: the inverse of `betaBelow`, by Newton's steps kept
 * inside a bracket that shrinks with each. NaN where `a` or `b` is too large to be calculated with.
 *
 * @param p between 0 and 1
 *
 * @example
 * betaQuantile(0.4375, 1, 2).toFixed(12); // '0.250000000000'
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < 200; step++) {
    const miss = betaBelow(x, a, b) - p;
    if (miss === 0) return x;
    if (Number.isNaN(miss)) return miss;
    if (miss < 0) low = x;
    else high = x;
    const newton = x - miss / betaDensity(x, a, b);
    // Quantiles of small shares are found by their order of magnitude, hence the geometric middle.
    const middle = low > 0 ? Math.sqrt(low) * Math.sqrt(high) : high / 64;
    const next = newton > low && newton < high ? newton : high > 4 * low ? middle : (low + high) / 2;
    if (Math.abs(next - x) <= x * 2 ** -52) return next;
    x = next;
  }
  return x;
}

/** x^a (1 − x)^b / B(a, b) */
function front(x: number, a: number, b: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * (1 - x));
  return Math.exp(exponent) * Math.sqrt(((a / n) * b) / (2 * Math.PI));
}

const ENOUGH = 10_000_000;
const PRECISION = 2 ** -53;

/** The continued fraction of I_x(a, b); it converges fast for x below (a + 1)/(a + b + 2). */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < ENOUGH; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    product *= d * c;
    // Written so that NaN, which numbers near the largest one lead to, ends it too.
    if (!(Math.abs(d * c - 1) > 2 * PRECISION)) break;
  }
  return product;
}
