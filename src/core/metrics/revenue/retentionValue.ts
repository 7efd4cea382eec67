/**
 * What higher retention is worth: the model behind "5 % more retention brings 25 to 95 % more profit".
 *
 * With margin m and discount d per period and retention r, a customer is worth m·(1 + d)/(1 + d − r): each period they
 * pay m, and with probability r there is a next one. Points, not percent; the value of a customer, not next year's
 * profit. Undiscounted, +5 points are worth +25 % at a baseline of 75 % and +95 % at 89.7 %.
 *
 * Source: F. F. Reichheld, W. E. Sasser (1990), "Zero defections"; the closed form is S. Gupta, D. R. Lehmann (2003).
 */
import { fractionOf, multiply, quotient, sumLess, toNumber } from '../exact';
import { whyMissing, whyNoAmount } from '../given';
import type { Optional } from '../given';
import { defined, undefinedFor } from '../result';
import type { MetricResult, Undefined } from '../result';
import { DAYS_PER_YEAR } from '../time';

/**
 * Value of a customer with constant retention: m·(1 + d)/(1 + d − r), in money. The payment of the present period
 * counts in full.
 *
 * @param margin gross profit of a customer and period, in money.
 * @param retention share per period.
 * @param discount share per period; see `discountPerPeriod`.
 *
 * @example
 * customerValue(10, 0.75, 0); // { value: 40 }
 */
export function customerValue(margin: Optional, retention: number, discount: number): MetricResult {
  const why = whyMissing('profit per customer', margin) ?? whyNotModel(retention, discount);
  if (why !== null) return why;
  const paid = toNumber(multiply(fractionOf(margin!), fractionOf(sumLess(1, discount, 0, 0))));
  return defined(quotient(paid, sumLess(1, discount, 0, retention)));
}

/**
 * Relative gain in the value of a customer from more retention: Δ/(1 + d − r − Δ). It does not depend on the margin.
 *
 * @param retention the baseline, share per period.
 * @param points Δ in percentage points: 5 for "+5 points".
 * @param discount share per period, 0 for undiscounted.
 *
 * @example
 * retentionGain(0.75, 5, 0); // { value: 0.25 }
 */
export function retentionGain(retention: number, points: number, discount: number): MetricResult {
  const why = whyNotModel(retention, discount) ?? whyNoAmount('The gain in points', points);
  if (why !== null) return why;
  const gain = quotient(points, 100);
  const left = sumLess(1, discount, 0, sumLess(retention, gain, 0, 0));
  return left <= 0 ? beyond() : defined(quotient(gain, left));
}

/**
 * A yearly discount rate as the rate of a period of `days` days: (1 + d)^(days/365.25) − 1.
 *
 * @example
 * discountPerPeriod(0.1, 365.25); // 0.1, but for rounding
 */
export function discountPerPeriod(yearly: number, days: number): number {
  return Math.expm1((Math.log1p(yearly) * days) / DAYS_PER_YEAR);
}

function whyNotModel(retention: number, discount: number): Undefined | null {
  const why = whyNoAmount('The retention rate', retention) ?? whyNoAmount('The discount rate', discount);
  if (why !== null) return why;
  if (retention > 1)
    return undefinedFor('out-of-range', 'A retention rate above 100 % has no value by this model.');
  return sumLess(1, discount, 0, retention) <= 0 ? beyond() : null;
}

function beyond(): Undefined {
  return undefinedFor(
    'unreachable',
    'Retention and discount leave no end to the payments: the value would be infinite.',
  );
}
