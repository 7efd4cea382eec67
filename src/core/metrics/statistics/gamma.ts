/**
 * The gamma function's relatives that the distributions are made of. Everything is built on the small term δ of
 * Stirling's formula and on the deviance, not on differences of large logarithms, so that no digits are lost where
 * there are millions of customers.
 *
 * Source: C. Loader (2000), "Fast and accurate computation of binomial probabilities" (δ and the deviance);
 * W. H. Press et al., "Numerical Recipes", 6.2 (series and continued fraction of the incomplete gamma function).
 */

/** Coefficients 1/12, 1/360, 1/1260 … of the asymptotic series of δ: |B₂ₖ| / (2k(2k − 1)). */
const STIRLING = [1 / 12, 1 / 360, 1 / 1260, 1 / 1680, 1 / 1188, 691 / 360360, 1 / 156];
/** From here on the series above is good to the last bit. */
const SERIES_FROM = 16;
const LOG_SQRT_2_PI = 0.9189385332046727;

/**
 * What Stirling's formula lacks: δ(x) = ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, for x > 0.
 *
 * @example
 * stirlingError(1).toFixed(12); // '0.081061466795'
 */
export function stirlingError(x: number): number {
  if (x < SERIES_FROM) {
    const log1p = Math.log1p(1 / x);
    return stirlingError(x + 1) + ((x + 0.5) * log1p - 1);
  }
  const inverse = 1 / (x * x);
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = STIRLING[k]! - sum * inverse;
  return sum / x;
}

/**
 * The natural logarithm of Γ(x), for x > 0.
 *
 * @example
 * logGamma(5).toFixed(12); // '3.178053830348', ln 24
 */
export function logGamma(x: number): number {
  return stirlingError(x) + (x - 0.5) * Math.log(x) - x + LOG_SQRT_2_PI;
}

/**
 * The deviance x ln(x/m) + m − x of `x` seen where `m` was expected; both positive. Near 0 where they are near each
 * other, without the cancellation of the formula.
 */
export function deviance(x: number, m: number): number {
  const v = (x - m) / (x + m);
  if (Math.abs(v) >= 0.1) return x * Math.log(x / m) + m - x;
  // x ln(x/m) = 2x·atanh(v), as a series.
  let sum = (x - m) * v;
  let power = 2 * x * v;
  for (let k = 3; k < 1000; k += 2) {
    power *= v * v;
    const next = sum + power / k;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/**
 * Upper regularised incomplete gamma function Q(a, x) = Γ(a, x)/Γ(a): the probability that a gamma variable of shape
 * `a` exceeds `x`.
 *
 * @example
 * gammaTail(1, 2).toFixed(12); // '0.135335283237', e⁻²
 */
export function gammaTail(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  // x^a e^−x / Γ(a + 1)
  const front = Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
  return x < a + 1 ? 1 - front * series(a, x) : front * a * fraction(a, x);
}

/**
 * The probability that a chi-square variable with `df` degrees of freedom exceeds `x`: the p-value of a test.
 *
 * @example
 * chiSquareTail(3.841458820694124, 1).toFixed(12); // '0.050000000000'
 */
export function chiSquareTail(x: number, df: number): number {
  return gammaTail(df / 2, x / 2);
}

const ENOUGH = 100_000;
const PRECISION = 2 ** -53;

/** 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + … */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < ENOUGH && term > sum * PRECISION; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The continued fraction 1/(x + 1 − a − 1·(1 − a)/(x + 3 − a − …)) by Lentz's method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < ENOUGH; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(numerator * d + b);
    c = awayFromZero(b + numerator / c);
    product *= d * c;
    if (Math.abs(d * c - 1) <= 2 * PRECISION) break;
  }
  return product;
}

/** Lentz's method must not divide by 0. */
export function awayFromZero(value: number): number {
  return Math.abs(value) < Number.MIN_VALUE * 2 ** 60 ? Number.MIN_VALUE * 2 ** 60 : value;
}
