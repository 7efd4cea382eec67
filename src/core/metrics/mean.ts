/**
 * Means of the retention rates of several periods. Each takes the periods as `Retained`: how many of `start`
 * customers stayed, or null for a period whose rate is unknown. Incomplete periods are not for here.
 *
 * In every mean a period without customers at its start drops out: a rate of nobody is not a rate of 0.
 */
import { divide, productOfQuotients, quotient, quotientError, toNumber } from './exact';
import type { Fraction } from './exact';
import { CountSum, ShareSum } from './exactSum';
import { defined, undefinedFor } from './result';
import type { MetricResult, Undefined } from './result';

/** One period as a share: `held` of `start` customers stayed. `start` may be 0. */
export interface Retained {
  readonly held: number;
  readonly start: number;
}

/**
 * Up to this many periods a product of rates is computed exactly, as one fraction rounded at the end: a year of days,
 * and some. Beyond it the exact sum of the logarithms takes over, whose relative error stays below 1e-11 for 100 000
 * periods.
 */
export const EXACT_PRODUCT_LIMIT = 400;

/**
 * The totals from which the means of any number of periods follow. Periods can be added and removed in any order, and
 * the means depend only on which periods are in: kept up to date or summed anew, they are the same to the last bit.
 */
export class RateSums {
  private readonly held = new CountSum();
  private readonly start = new CountSum();
  private readonly rates = new ShareSum();
  private readonly logarithms = new ShareSum();
  private zeros = 0;
  private negatives = 0;
  /** Periods with a rate. */
  defined = 0;
  /** Periods without customers at their start. */
  empty = 0;
  /** Periods whose rate is unknown. */
  unknown = 0;

  add(period: Retained | null): void {
    this.include(period, 1);
  }

  /** Takes out a period that was added before. */
  remove(period: Retained | null): void {
    this.include(period, -1);
  }

  /** See `weightedMean`. */
  weighted(): MetricResult {
    if (this.defined === 0) return this.whyNone();
    const [held, start] = [this.held.wholeTotal, this.start.wholeTotal];
    if (held !== null && start !== null) return defined(held / start);
    return defined(toNumber(divide(this.held.total(), this.start.total())));
  }

  /** See `simpleMean`. */
  simple(): MetricResult {
    return this.defined === 0 ? this.whyNone() : defined(this.rates.mean(this.defined));
  }

  /**
   * See `geometricMean`.
   *
   * @param periods the same periods that were added: read only when they are few enough for an exact product.
   */
  geometric(periods: Iterable<Retained | null>): MetricResult {
    if (this.defined === 0) return this.whyNone();
    if (this.negatives > 0) return negativeRate();
    if (this.zeros > 0) return defined(0);
    if (this.defined <= EXACT_PRODUCT_LIMIT) {
      const product = toNumber(productOf(periods));
      if (product >= Number.MIN_VALUE * 2 ** 52) return defined(product ** (1 / this.defined));
    }
    return defined(Math.exp(this.logarithms.mean(this.defined)));
  }

  /**
   * See `compounded`.
   *
   * @param periods the same periods that were added: read only when they are few enough for an exact product.
   * @param ignored how many of the unknown periods lie outside the range.
   */
  compounded(periods: Iterable<Retained | null>, ignored = 0): MetricResult {
    const undefinedPeriods = this.unknown + this.empty - ignored;
    if (undefinedPeriods > 0) {
      const subject = undefinedPeriods === 1 ? 'One period has' : `${undefinedPeriods} periods have`;
      return undefinedFor(
        'contains-undefined-period',
        `${subject} no retention rate, so the rates cannot be compounded.`,
      );
    }
    if (this.defined === 0) return this.whyNone();
    if (this.negatives > 0) return negativeRate();
    if (this.zeros > 0) return defined(0);
    if (this.defined <= EXACT_PRODUCT_LIMIT) return defined(toNumber(productOf(periods)));
    return defined(Math.exp(this.logarithms.total()));
  }

  private include(period: Retained | null, sign: 1 | -1): void {
    if (period?.start === 0) {
      this.empty += sign;
      return;
    }
    const rate = rateOf(period);
    if (period === null || rate === null) {
      this.unknown += sign;
      return;
    }
    this.defined += sign;
    if (rate === 0) this.zeros += sign;
    else if (rate < 0) this.negatives += sign;
    const { held, start } = period;
    // A mean of decimals like 0.9 and 0.8 is a decimal only if what the double 0.9 lacks is in the sum too.
    const error = quotientError(held, start, rate);
    if (sign === 1) {
      this.held.add(held);
      this.start.add(start);
      this.rates.add(rate);
      this.rates.add(error);
      if (rate > 0) this.logarithms.add(Math.log(rate));
    } else {
      this.held.remove(held);
      this.start.remove(start);
      this.rates.remove(rate);
      this.rates.remove(error);
      if (rate > 0) this.logarithms.remove(Math.log(rate));
    }
  }

  private whyNone(): Undefined {
    return this.empty + this.unknown === 0
      ? undefinedFor('no-complete-period')
      : undefinedFor('no-complete-period', 'No complete period has a retention rate.');
  }
}

/**
 * Weighted (pooled) mean, the default: all who stayed as a share of all who could, Σ held / Σ S. A period counts by its
 * customers. Unknown periods are left out.
 *
 * Source: PostHog's documentation ("weighted mean", its default).
 *
 * @example
 * weightedMean([{ held: 10, start: 100 }, { held: 9, start: 900 }]); // { value: 0.019 }
 */
export function weightedMean(periods: readonly (Retained | null)[]): MetricResult {
  return sumsOf(periods).weighted();
}

/**
 * Simple mean: Σ CRR / n. Every period counts the same, however few customers it had; for reference only.
 *
 * @example
 * simpleMean([{ held: 10, start: 100 }, { held: 9, start: 900 }]); // { value: 0.055 }
 */
export function simpleMean(periods: readonly (Retained | null)[]): MetricResult {
  return sumsOf(periods).simple();
}

/**
 * Geometric mean: (Π CRR)^(1/n), the constant rate that would have led to the same end. One period of 0 makes it 0;
 * a negative rate makes it undefined.
 *
 * @example
 * geometricMean([{ held: 9, start: 10 }, { held: 4, start: 10 }]); // { value: 0.6 }
 */
export function geometricMean(periods: readonly (Retained | null)[]): MetricResult {
  return sumsOf(periods).geometric(periods);
}

/**
 * Compounded retention: Π CRR, the share that would be left of a cohort with these rates. Undefined as soon as one
 * period of the range is. It is not a real cohort's survival when the risk falls with age.
 *
 * Source: P. Fader, B. Hardie (2014), on the limits of period rates.
 *
 * @example
 * compounded([{ held: 90, start: 100 }, { held: 400, start: 500 }]); // { value: 0.72 }
 */
export function compounded(periods: readonly (Retained | null)[]): MetricResult {
  return sumsOf(periods).compounded(periods);
}

/**
 * Rolling mean: the weighted mean of the last `window` periods. Undefined while there are fewer, and while one of them
 * is unknown, because a window with a hole is not that window.
 *
 * Source: SaaS Capital, twelve-month windows.
 *
 * @example
 * rollingMean([{ held: 1, start: 2 }, { held: 3, start: 4 }], 3).value; // null
 */
export function rollingMean(periods: readonly (Retained | null)[], window: number): MetricResult {
  if (periods.length < window) {
    return undefinedFor(
      'too-few-periods',
      `It needs ${window} complete periods; there ${periods.length === 1 ? 'is' : 'are'} ${periods.length}.`,
    );
  }
  const sums = sumsOf(periods.slice(periods.length - window));
  if (sums.unknown > 0) {
    return undefinedFor(
      'contains-undefined-period',
      `${sums.unknown} of the last ${window} complete periods ${sums.unknown === 1 ? 'has' : 'have'} no known retention rate.`,
    );
  }
  return sums.weighted();
}

/**
 * The product of the rates, exact; periods without a rate are left out. 1 for none.
 *
 * @example
 * toNumber(productOf([{ held: 90, start: 100 }, { held: 400, start: 500 }])); // 0.72
 */
export function productOf(periods: Iterable<Retained | null>): Fraction {
  return productOfQuotients(quotientsOf(periods));
}

function* quotientsOf(periods: Iterable<Retained | null>): Generator<readonly [number, number]> {
  for (const period of periods) {
    if (period !== null && rateOf(period) !== null) yield [period.held, period.start];
  }
}

/** The rate of a period, or null without customers at its start and where no double can hold it. */
export function rateOf(period: Retained | null): number | null {
  if (period === null || period.start === 0) return null;
  const rate = quotient(period.held, period.start);
  return Number.isFinite(rate) ? rate : null;
}

function sumsOf(periods: readonly (Retained | null)[]): RateSums {
  const sums = new RateSums();
  for (const period of periods) sums.add(period);
  return sums;
}

function negativeRate(): Undefined {
  return undefinedFor('out-of-range', 'A retention rate below 0 % cannot be compounded.');
}
