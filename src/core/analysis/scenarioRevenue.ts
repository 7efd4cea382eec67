/** What a year's customers pay, under a scenario or as it is. */
import type { PeriodCounts } from '../metrics/evaluation';
import { fractionOf, multiply, sumLess, toNumber } from '../metrics/exact';
import { defined, isDefined, undefinedFor } from '../metrics/result';
import type { MetricResult } from '../metrics/result';
import { arpa } from '../metrics/revenue/customerValue';
import { endRevenue } from '../metrics/revenue/movements';
import { movementsIn } from './amounts';
import { lastComplete } from './lastComplete';
import type { AnalysisSource } from './source';

/** In each period the mean of start and end times the revenue per customer. */
export function revenueOf(
  periods: readonly { readonly name: string; readonly counts: PeriodCounts }[],
  perCustomer: number,
): MetricResult {
  let twice = 0;
  for (const { name, counts } of periods) {
    const { start, end } = counts;
    if (start === null || end === null || end < 0) {
      return undefinedFor('blank', `${name}: its customers are not known, so neither is the revenue.`);
    }
    twice = sumLess(twice, start, end, 0);
  }
  return defined(toNumber(multiply(fractionOf(twice / 2), fractionOf(perCustomer))));
}

/** Money per customer and period: the setting, else what a customer of the last complete period paid. */
export function revenuePerCustomerOf(notebook: AnalysisSource, segment: string | null): MetricResult {
  const { document } = notebook;
  const { revenue_per_customer: set } = document.settings;
  if (set !== null) return defined(set);
  const last = lastComplete(notebook, segment, 1)[0];
  const none = undefinedFor(
    'needs-setting',
    'Revenue needs the setting revenue_per_customer, or the columns of recurring revenue.',
  );
  if (last === undefined || document.column('start_mrr') === null) return none;
  const revenue = endRevenue(movementsIn(document, last.rows));
  return isDefined(revenue) ? arpa(revenue.value, last.counts.end) : revenue;
}
