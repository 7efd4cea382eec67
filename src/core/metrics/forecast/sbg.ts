/**
 * The shifted-beta-geometric model (sBG) of a cohort: each customer has a constant risk of leaving, but the risks differ
 * and follow a beta distribution with the parameters α and β. Those at high risk leave first, so the retention rate of
 * those who are left rises with age:
 *
 *     r(t) = (β + t − 1)/(α + β + t − 1)      S(t) = r(1)·r(2)·…·r(t)
 *
 * Source: P. Fader, B. Hardie (2007), "How to project customer retention", Journal of Interactive Marketing 21;
 * P. Fader, B. Hardie (2010), "Customer-base valuation in a contractual setting", for the residual lifetime.
 */
import { defined, undefinedFor } from '../result';
import type { MetricResult, Undefined } from '../result';

/** The parameters of the model, both positive. The mean risk of a new customer is α/(α + β). */
export interface SbgModel {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * Retention rate of those left after `t − 1` periods, over period `t` (from 1).
 *
 * @example
 * sbgRetention({ alpha: 1, beta: 1 }, 1); // 0.5
 */
export function sbgRetention({ alpha, beta }: SbgModel, t: number): number {
  return (beta + t - 1) / (alpha + beta + t - 1);
}

/**
 * Share of a cohort that is left after `t` periods; 1 for 0 periods.
 *
 * @example
 * sbgSurvival({ alpha: 0.668, beta: 3.806 }, 8).toFixed(2); // '0.46'
 */
export function sbgSurvival(model: SbgModel, t: number): number {
  let share = 1;
  for (let period = 1; period <= t; period++) share *= sbgRetention(model, period);
  return share;
}

/**
 * Discounted expected residual lifetime, in periods: what the payments of a customer who has stayed `renewals` times are
 * worth just before the next renewal, when each is worth 1.
 *
 *     DERL = Σ S(t)/S(n)/(1 + d)^(t − n − 1) over t = n + 1, n + 2, …
 *
 * @param discount share per period, more than 0.
 * @param renewals n, how many periods the customer has completed.
 *
 * @example
 * residualLifetime({ alpha: 0.668, beta: 3.806 }, 0.1, 7); // { value: 7.53… }
 */
export function residualLifetime(model: SbgModel, discount: number, renewals: number): MetricResult {
  if (Number.isNaN(discount) || !Number.isInteger(renewals) || renewals < 0)
    return undefinedFor('not-a-number');
  if (!(discount >= LEAST_DISCOUNT)) {
    return undefinedFor('out-of-range', 'A residual lifetime is discounted: by 0.1 % per period or more.');
  }
  let worth = 1;
  let sum = 0;
  // Each term is below the one before by 1 + d, so what is cut off is below a last bit of the sum.
  for (let t = renewals + 1; worth > sum * discount * 2 ** -54; t++) {
    worth *= sbgRetention(model, t);
    sum += worth;
    worth /= 1 + discount;
  }
  return defined(sum);
}

/** Keeps the sum of a residual lifetime to some ten thousand terms. */
const LEAST_DISCOUNT = 0.001;

/**
 * Log-likelihood of a model, given the survivors of cohorts at 0, 1, 2 … periods: customers or shares.
 *
 * @example
 * sbgLogLikelihood({ alpha: 1, beta: 1 }, [[2, 1]]).toFixed(4); // '-1.3863', 2·ln ½
 */
export function sbgLogLikelihood({ alpha, beta }: SbgModel, cohorts: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const survivors of cohorts) {
    for (let t = 1; t < survivors.length; t++) {
      const [before, after] = [survivors[t - 1]!, survivors[t]!];
      if (before > after) sum += (before - after) * Math.log(alpha);
      if (after > 0) sum += after * Math.log(beta + t - 1);
      sum -= before * Math.log(alpha + beta + t - 1);
    }
  }
  return sum;
}

/** Why survivors cannot be those of one cohort, or null when they can. */
export function whyNoCohort(survivors: readonly number[]): Undefined | null {
  if (survivors.some((count) => !Number.isFinite(count))) return undefinedFor('not-a-number');
  if (survivors.length === 0 || survivors[0] === 0) {
    return undefinedFor('start-is-zero', 'The cohort has no customers at its start.');
  }
  const rise = survivors.findIndex((count, t) => count < 0 || (t > 0 && count > survivors[t - 1]!));
  return rise === -1
    ? null
    : undefinedFor(
        'out-of-range',
        survivors[rise]! < 0
          ? 'A number of survivors is negative.'
          : `A cohort cannot grow, but more are left after period ${rise} than before it. Leave new customers and those who came back out.`,
      );
}
