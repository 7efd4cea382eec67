/**
 * Other published definitions of retention and churn. They answer different questions, so each output names the one
 * it used: the same month is 6.2 % by the standard definition and 4.1 % by Stripe's.
 *
 * A number that is `undefined` belongs to a column the table does not have (`needs-column`); null is a blank cell.
 */
import { formatCount } from '../format';
import { whyBlank } from './customer';
import type { PeriodCounts } from './evaluation';
import { fractionOf, multiply, quotient, sumLess, toNumber } from './exact';
import { whyMissing } from './given';
import type { Optional } from './given';
import { invalidCount } from './identity';
import { defined, undefinedFor } from './result';
import type { MetricResult, Undefined } from './result';

/**
 * Cohort retention rate: the share of the customers of the start who were not lost, leaving out losses among the
 * customers who joined in the same period.
 *
 *     cohort CRR = (S − (L − new_lost)) / S
 *
 * Source: Recurly (2014), "Better way to calculate your churn rate".
 *
 * @example
 * cohortCrr({ start: 1000, new: 500, lost: 62, end: 1438, reactivated: null }, 12); // { value: 0.95 }
 */
export function cohortCrr(counts: PeriodCounts, newLost: Optional): MetricResult {
  const why = whyNot(counts, ['start', 'lost']) ?? whyMissing('new_lost', newLost);
  if (why !== null) return why;
  const start = counts.start!;
  const lost = counts.lost!;
  if (newLost! > lost) {
    return undefinedFor(
      'out-of-range',
      `new_lost is ${formatCount(newLost!)}, but only ${formatCount(lost)} were lost at all. Check both.`,
    );
  }
  return start === 0
    ? undefinedFor('start-is-zero')
    : defined(quotient(sumLess(start, newLost!, 0, lost), start));
}

/**
 * Stripe's subscriber churn rate: L / (S + N). New customers count in the denominator, and their losses above it.
 *
 * Source: support.stripe.com, "Calculating subscriber churn rate in Billing".
 *
 * @example
 * stripeChurn({ start: 100, new: 100, lost: 10, end: 190, reactivated: null }); // { value: 0.05 }
 */
export function stripeChurn(counts: PeriodCounts): MetricResult {
  const why = whyNot(counts, ['start', 'new', 'lost']);
  if (why !== null) return why;
  return share(
    counts.lost!,
    sumLess(counts.start!, counts.new!, 0, 0),
    'There was no customer at all: start + new is 0.',
  );
}

/**
 * ChartMogul's "Standard" churn rate: customers who joined and left, or left and came back, within the period do not
 * count as lost.
 *
 *     (L − joined and left − left and came back) / S
 *
 * In a `.retention` file nobody who left and came back is in `lost`, so the last term is 0 there.
 *
 * Source: ChartMogul help 207340419, "Churn rate formulas".
 *
 * @example
 * chartMogulChurn({ start: 100, new: 0, lost: 12, end: 88, reactivated: null }, 1, 1); // { value: 0.1 }
 */
export function chartMogulChurn(counts: PeriodCounts, newLost: Optional, leftAndReturned = 0): MetricResult {
  const why = whyNot(counts, ['start', 'lost']) ?? whyMissing('new_lost', newLost);
  if (why !== null) return why;
  const excluded = sumLess(newLost!, leftAndReturned, 0, 0);
  const counted = sumLess(counts.lost!, 0, 0, excluded);
  if (counted < 0 || leftAndReturned < 0) {
    return undefinedFor(
      'out-of-range',
      `${formatCount(excluded)} of the lost are to be left out, but only ${formatCount(counts.lost!)} were lost. Check both.`,
    );
  }
  return counts.start === 0 ? undefinedFor('start-is-zero') : defined(quotient(counted, counts.start!));
}

/**
 * Net churn: (L − R) / S, losses less the customers won back. Negative when more came back than left.
 *
 * Source: Antenna, "Top subscription insights 2024: net churn".
 *
 * @example
 * netChurn({ start: 1000, new: 0, lost: 53, end: 969, reactivated: 22 }); // { value: 0.031 }
 */
export function netChurn(counts: PeriodCounts): MetricResult {
  const why = whyNot(counts, ['start', 'lost']);
  if (why !== null) return why;
  if (counts.start === 0) return undefinedFor('start-is-zero');
  return defined(quotient(sumLess(counts.lost!, 0, 0, counts.reactivated ?? 0), counts.start!));
}

/**
 * Returning-customer rate: the share of the existing customers who bought again in the period. New buyers are in
 * neither term.
 *
 * Source: the rule of Crazy Egg's guide.
 *
 * @example
 * returningRate(900, 2000); // { value: 0.45 }
 */
export function returningRate(returning: Optional, existing: Optional): MetricResult {
  const why = whyMissing('returning', returning) ?? whyMissing('start', existing);
  if (why !== null) return why;
  if (returning! > existing!) return partAboveWhole('returning', returning!, existing!);
  return existing === 0 ? undefinedFor('start-is-zero') : defined(quotient(returning!, existing!));
}

/**
 * Repeat purchase rate: customers with two or more orders as a share of all customers, new ones included.
 *
 * Source: firstpier.com, glossary.
 *
 * @example
 * repeatPurchaseRate(3200, 10000); // { value: 0.32 }
 */
export function repeatPurchaseRate(repeatCustomers: Optional, customers: Optional): MetricResult {
  const why =
    whyMissing('customers with two or more orders', repeatCustomers) ?? whyMissing('customers', customers);
  if (why !== null) return why;
  if (repeatCustomers! > customers!)
    return partAboveWhole('customers with two or more orders', repeatCustomers!, customers!);
  return share(repeatCustomers!, customers!, 'There is no customer.');
}

/**
 * Inactivity: the share of the customers of the end who did nothing for 30 days or more. They have not left, but
 * somebody should ask why.
 *
 * Source: the 30-day rule of the Dutch guide.
 *
 * @example
 * inactivityRate({ start: 100, new: 0, lost: 20, end: 80, reactivated: null }, 20); // { value: 0.25 }
 */
export function inactivityRate(counts: PeriodCounts, inactive: Optional): MetricResult {
  const why = whyNot(counts, ['end']) ?? whyMissing('inactive', inactive);
  if (why !== null) return why;
  if (inactive! > counts.end!) return partAboveWhole('inactive', inactive!, counts.end!);
  return share(inactive!, counts.end!, 'Nobody is left at the end.');
}

/**
 * Expected lifetime of a customer in periods, if churn stays as it is: 1 / churn.
 *
 * Without churn there is no estimate; when `start` customers were watched, the rule of three gives the lower bound
 * start / 3 (95 % confidence), and the message says so.
 *
 * Source: Baremetrics, "100 / churn %"; Hanley & Lippman-Hand (1983) for the rule of three.
 *
 * @example
 * lifetime(0.05); // { value: 20 }
 */
export function lifetime(churnRate: number, start: number | null = null): MetricResult {
  if (!Number.isFinite(churnRate)) return undefinedFor('not-a-number');
  if (churnRate < 0 || churnRate > 1) {
    return undefinedFor('out-of-range', 'Churn lies outside 0 to 100 %, so it tells no lifetime.');
  }
  if (churnRate > 0) return defined(quotient(1, churnRate));
  const bound =
    start === null
      ? ''
      : ` With 95 % confidence it is at least ${formatCount(Math.floor(start / 3))} periods.`;
  return undefinedFor('zero-denominator', `Nobody was lost, so the lifetime has no estimate.${bound}`);
}

/**
 * Revenue of the customers lost in the period: L × revenue per customer and period, in money.
 *
 * @example
 * revenueLost(300, 120); // { value: 36000 }
 */
export function revenueLost(lost: Optional, revenuePerCustomer: Optional): MetricResult {
  const why = whyMissing('lost', lost) ?? whyMissing('revenue_per_customer', revenuePerCustomer);
  return why ?? defined(toNumber(multiply(fractionOf(lost!), fractionOf(revenuePerCustomer!))));
}

function whyNot(counts: PeriodCounts, names: readonly (keyof PeriodCounts)[]): Undefined | null {
  return invalidCount(counts) ?? whyBlank(counts, names);
}

function partAboveWhole(name: string, part: number, whole: number): Undefined {
  return undefinedFor(
    'out-of-range',
    `${name} is ${formatCount(part)}, but there are only ${formatCount(whole)} customers it can be a part of.`,
  );
}

function share(part: number, whole: number, whenZero: string): MetricResult {
  return whole === 0 ? undefinedFor('zero-denominator', whenZero) : defined(quotient(part, whole));
}
