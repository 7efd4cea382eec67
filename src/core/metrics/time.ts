/** Rates over other lengths of time. Rates compound, they do not add up: 5 % churn a month is 46 % a year, not 60 %. */
import { defined, undefinedFor } from './result';
import type { MetricResult, Undefined } from './result';

/** Mean length of a calendar year in days. */
export const DAYS_PER_YEAR = 365.25;

/**
 * A retention rate per period as the rate over `periods` of them: r^periods. With a fraction it goes back:
 * `convertRetention(yearly, 1 / 12)` is the monthly rate.
 *
 * @param retention share per period, 0 or more.
 * @param periods how many periods the result spans; more than 0.
 *
 * Source: the conversion table of Churnkey.
 *
 * @example
 * convertRetention(0.5, 2); // { value: 0.25 }
 */
export function convertRetention(retention: number, periods: number): MetricResult {
  const why = whyNotSpan(periods) ?? whyNotRate(retention, 'retention', Infinity);
  return why ?? defined(retention ** periods);
}

/**
 * A churn rate per period as the rate over `periods` of them: 1 − (1 − c)^periods.
 *
 * @param churnRate share per period, from 0 to 1.
 * @param periods how many periods the result spans; 1/12 goes from years to months.
 *
 * Source: the conversion table of Churnkey: 5 % a month is 45.96 % a year.
 *
 * @example
 * convertChurn(0.5, 2); // { value: 0.75 }
 */
export function convertChurn(churnRate: number, periods: number): MetricResult {
  const why = whyNotSpan(periods) ?? whyNotRate(churnRate, 'churn', 1);
  // expm1 and log1p keep the digits of small rates that 1 − (1 − c)^n would lose.
  return why ?? defined(-Math.expm1(periods * Math.log1p(-churnRate)));
}

/**
 * The retention rate of a period of `days` days as the rate over `toDays` days, a year unless said otherwise:
 * r^(toDays / days).
 *
 * Refused for an incomplete period, because half a month of losses is not a monthly rate.
 *
 * @example
 * convertRetentionByDays(0.25, 730.5); // { value: 0.5 }
 */
export function convertRetentionByDays(
  retention: number,
  days: number,
  {
    toDays = DAYS_PER_YEAR,
    incomplete = false,
  }: { readonly toDays?: number; readonly incomplete?: boolean } = {},
): MetricResult {
  if (incomplete) {
    return undefinedFor(
      'incomplete-period',
      'The period has not ended yet; a rate is converted from complete periods only.',
    );
  }
  if (!(days >= 1)) {
    return undefinedFor('out-of-range', 'A period has at least one day.');
  }
  return convertRetention(retention, toDays / days);
}

/**
 * Compound annual growth rate: (to / from)^(1 / years) − 1.
 *
 * @param from amount at the beginning, more than 0.
 * @param to amount at the end, 0 or more.
 *
 * @example
 * cagr(1, 4, 2); // { value: 1 }
 */
export function cagr(from: number, to: number, years: number): MetricResult {
  if (Number.isNaN(from) || Number.isNaN(to)) return undefinedFor('not-a-number');
  if (from === 0) return undefinedFor('zero-denominator', 'Growth from 0 has no rate.');
  if (from < 0 || to < 0)
    return undefinedFor('out-of-range', 'Growth is computed between amounts of 0 or more.');
  return whyNotSpan(years) ?? defined((to / from) ** (1 / years) - 1);
}

function whyNotSpan(periods: number): Undefined | null {
  if (Number.isNaN(periods)) return undefinedFor('not-a-number');
  return periods > 0 && periods < Infinity
    ? null
    : undefinedFor('out-of-range', 'The length of time must be more than 0.');
}

function whyNotRate(rate: number, name: string, highest: number): Undefined | null {
  if (Number.isNaN(rate)) return undefinedFor('not-a-number');
  if (rate < 0) return undefinedFor('out-of-range', `A ${name} rate below 0 % cannot be converted.`);
  return rate > highest
    ? undefinedFor('out-of-range', `A ${name} rate above 100 % cannot be converted.`)
    : null;
}
