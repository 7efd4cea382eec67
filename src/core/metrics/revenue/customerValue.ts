/** What a customer brings in, is worth and costs. Amounts are money per period; periods are the file's own. */
import { fractionOf, multiply, quotient, toNumber } from '../exact';
import { firstOf, whyMissing, whyUnset } from '../given';
import type { Optional } from '../given';
import { defined, isDefined, undefinedFor } from '../result';
import type { MetricResult, Undefined } from '../result';

/**
 * Average revenue per account (ARPA, ARPU): revenue / customers.
 *
 * @param customers who paid it; for a period the mean of start and end is a fair choice.
 *
 * Source: Baremetrics academy.
 *
 * @example
 * arpa(30_000_000, 20_000); // { value: 1500 }
 */
export function arpa(revenue: Optional, customers: Optional): MetricResult {
  const why = firstOf(whyMissing('revenue', revenue), whyMissing('customers', customers));
  if (why !== null) return why;
  return customers === 0
    ? undefinedFor('zero-denominator', 'There is no customer, so there is no revenue per customer.')
    : defined(quotient(revenue!, customers!));
}

/**
 * Lifetime value of a customer (LTV): revenue per customer · gross margin / churn, in money.
 *
 * Revenue and churn must be of the same period. The margin is never assumed: without one there is no LTV, because
 * revenue is not value.
 *
 * @param margin gross margin as a share from 0 to 1.
 * @param churnRate customer churn of one period as a share.
 *
 * Source: Finmark (with margin); Baremetrics prints it without.
 *
 * @example
 * lifetimeValue(50, 0.5, 0.05); // { value: 500 }
 */
export function lifetimeValue(
  revenuePerCustomer: Optional,
  margin: Optional,
  churnRate: number,
): MetricResult {
  const profit = profitPerCustomer(revenuePerCustomer, margin);
  if (!isDefined(profit)) return profit;
  if (!Number.isFinite(churnRate)) return undefinedFor('not-a-number');
  if (churnRate < 0 || churnRate > 1)
    return undefinedFor('out-of-range', 'Churn lies outside 0 to 100 %, so it tells no lifetime.');
  return churnRate === 0
    ? undefinedFor('zero-denominator', 'Nobody was lost, so the lifetime and its value have no estimate.')
    : defined(quotient(profit.value, churnRate));
}

/**
 * Periods until a new customer has paid back what winning them cost: CAC / (revenue per customer · gross margin).
 *
 * Source: Finmark, where the parentheses are missing.
 *
 * @example
 * cacPayback(300, 50, 0.5); // { value: 12 }
 */
export function cacPayback(
  acquisitionCost: Optional,
  revenuePerCustomer: Optional,
  margin: Optional,
): MetricResult {
  const why = whyUnset('acquisition_cost', acquisitionCost);
  if (why !== null) return why;
  const profit = profitPerCustomer(revenuePerCustomer, margin);
  if (!isDefined(profit)) return profit;
  return profit.value === 0
    ? undefinedFor('zero-denominator', 'A customer brings no profit, so the cost is never paid back.')
    : defined(quotient(acquisitionCost!, profit.value));
}

/**
 * What a customer is worth for each unit of money that winning them cost: LTV / CAC. 3 is a rule of thumb.
 *
 * Source: caverse; insivia.
 *
 * @example
 * ltvToCac({ value: 280 }, 40); // { value: 7 }
 */
export function ltvToCac(ltv: MetricResult, acquisitionCost: Optional): MetricResult {
  if (!isDefined(ltv)) return ltv;
  const why = whyUnset('acquisition_cost', acquisitionCost);
  if (why !== null) return why;
  return acquisitionCost === 0
    ? undefinedFor('zero-denominator', 'The acquisition cost is 0, so there is no ratio to it.')
    : defined(quotient(ltv.value, acquisitionCost!));
}

/**
 * Gross profit of a customer and period: revenue per customer · gross margin.
 *
 * @example
 * profitPerCustomer(50, 0.8); // { value: 40 }
 */
export function profitPerCustomer(revenuePerCustomer: Optional, margin: Optional): MetricResult {
  const why = firstOf(
    whyMissing('revenue per customer', revenuePerCustomer),
    whyUnset('gross_margin', margin),
    whyNoMargin(margin),
  );
  return why ?? defined(toNumber(multiply(fractionOf(revenuePerCustomer!), fractionOf(margin!))));
}

function whyNoMargin(margin: Optional): Undefined | null {
  return (margin ?? 0) > 1 ? undefinedFor('out-of-range', 'A gross margin is at most 100 %.') : null;
}
