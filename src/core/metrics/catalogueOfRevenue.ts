import { churn, crr } from './customer';
import { sumLess } from './exact';
import type { Optional } from './given';
import type { RowInput, RowMetric } from './metric';
import { isDefined, undefinedFor } from './result';
import type { MetricResult } from './result';
import { arpa, cacPayback, lifetimeValue, ltvToCac, profitPerCustomer } from './revenue/customerValue';
import {
  endRevenue,
  grossRevenueChurn,
  grossRevenueRetention,
  netRevenueChurn,
  netRevenueRetention,
  quickRatio,
} from './revenue/movements';
import { customerValue, discountPerPeriod, retentionGain } from './revenue/retentionValue';

const MOVEMENTS = ['start_mrr', 'new_mrr', 'reactivated_mrr', 'expansion', 'contraction', 'churned_mrr'];
const COUNTS = ['start', 'new', 'lost', 'end', 'reactivated', 'method'];
const NO_START = 'start_mrr 0: undefined.';
const NO_COLUMN = 'A column that is absent or a cell that is blank: undefined, and the reason names it.';
const PER_CUSTOMER =
  'Revenue per customer is the setting revenue_per_customer, else ARPA from the columns of recurring revenue.';
const NO_MARGIN = 'No gross_margin: undefined. It is never taken to be 100 %.';

const MODEL_SOURCE = 'Reichheld, Sasser 1990; closed form of Gupta, Lehmann 2003';

/** What recurring revenue did in a period, and what a customer is worth. */
export const REVENUE: readonly RowMetric[] = [
  {
    scope: 'row',
    id: 'endRevenue',
    name: 'Recurring revenue at the end',
    formula: 'start_mrr + new_mrr + reactivated_mrr + expansion − contraction − churned_mrr',
    inputs: MOVEMENTS,
    unit: 'money',
    description: 'What is left of recurring revenue after all that moved it.',
    edgeCases: [NO_COLUMN, 'Movements of exchange rates, trials and taxes are not in it.'],
    source: "Stripe's glossary",
    compute: ({ revenue }) => endRevenue(revenue),
  },
  {
    scope: 'row',
    id: 'grr',
    name: 'Gross revenue retention (GRR)',
    formula: 'max(0, start_mrr − contraction − churned_mrr) / start_mrr',
    inputs: ['start_mrr', 'contraction', 'churned_mrr'],
    unit: 'share',
    description: 'The share of the revenue of the start that was kept, without any gain.',
    edgeCases: [
      NO_START,
      NO_COLUMN,
      'Never below 0 %: a customer who upgraded and left within the period lost more than the start knew.',
    ],
    source: 'SaaS Capital; Baremetrics changelog',
    compute: ({ revenue }) => grossRevenueRetention(revenue),
  },
  {
    scope: 'row',
    id: 'nrr',
    name: 'Net revenue retention (NRR)',
    formula: '(start_mrr + expansion − contraction − churned_mrr) / start_mrr',
    inputs: ['start_mrr', 'expansion', 'contraction', 'churned_mrr'],
    unit: 'share',
    description: 'What the revenue of the start became, expansion included, new customers not.',
    edgeCases: [NO_START, NO_COLUMN, 'Above 100 % where expansion outweighs the losses.'],
    source: 'Baremetrics; ChartMogul adds reactivation',
    compute: ({ revenue }) => netRevenueRetention(revenue),
  },
  {
    scope: 'row',
    id: 'nrrWithReactivated',
    name: 'NRR, with reactivated',
    formula: '(start_mrr + expansion + reactivated_mrr − contraction − churned_mrr) / start_mrr',
    inputs: ['start_mrr', 'expansion', 'reactivated_mrr', 'contraction', 'churned_mrr'],
    unit: 'share',
    description: 'Net revenue retention that counts customers who came back as kept.',
    edgeCases: [NO_START, NO_COLUMN, 'Do not compare it with an NRR that leaves reactivation out.'],
    source: 'ChartMogul',
    compute: ({ revenue }) => netRevenueRetention(revenue, { withReactivated: true }),
  },
  {
    scope: 'row',
    id: 'grossRevenueChurn',
    name: 'Gross MRR churn',
    formula: 'min(1, (contraction + churned_mrr) / start_mrr)',
    inputs: ['start_mrr', 'contraction', 'churned_mrr'],
    unit: 'share',
    description: 'The share of the revenue of the start that was lost: 1 − GRR.',
    edgeCases: [NO_START, NO_COLUMN, 'Capped at 100 %, as GRR is at 0 %.'],
    source: 'Baremetrics',
    compute: ({ revenue }) => grossRevenueChurn(revenue),
  },
  {
    scope: 'row',
    id: 'netRevenueChurn',
    name: 'Net MRR churn',
    formula: '(contraction + churned_mrr − expansion) / start_mrr',
    inputs: ['start_mrr', 'expansion', 'contraction', 'churned_mrr'],
    unit: 'share',
    description: 'The share of the revenue of the start that was lost after expansion: 1 − NRR.',
    edgeCases: [NO_START, NO_COLUMN, 'Negative where expansion outweighs the losses.'],
    source: 'Baremetrics',
    compute: ({ revenue }) => netRevenueChurn(revenue),
  },
  {
    scope: 'row',
    id: 'quickRatio',
    name: 'Quick ratio',
    formula: '(new_mrr + expansion) / (contraction + churned_mrr)',
    inputs: ['new_mrr', 'expansion', 'contraction', 'churned_mrr'],
    unit: 'ratio',
    description: 'Revenue won for each unit of revenue lost.',
    edgeCases: ['No losses: undefined.', NO_COLUMN, '“At least 4” is a rule of thumb, not a law.'],
    source: 'Baremetrics; getprobe',
    compute: ({ revenue }) => quickRatio(revenue),
  },
  {
    scope: 'row',
    id: 'arpa',
    name: 'Average revenue per account (ARPA)',
    formula: '(start_mrr + end revenue) / (S + E)',
    inputs: [...MOVEMENTS, ...COUNTS],
    unit: 'money',
    description: 'Mean recurring revenue over the mean number of customers of the period.',
    edgeCases: ['No customers: undefined.', NO_COLUMN, 'The customers are the mean of start and end.'],
    source: 'Baremetrics academy; the choice of customers is our own rule',
    compute: arpaOf,
  },
  {
    scope: 'row',
    id: 'ltv',
    name: 'Customer lifetime value (LTV)',
    formula: 'revenue per customer · gross_margin / churn',
    inputs: [...COUNTS, ...MOVEMENTS, 'revenue_per_customer', 'gross_margin'],
    unit: 'money',
    description: 'Gross profit of a customer over the lifetime that the churn of this period means.',
    edgeCases: ['No churn: undefined.', NO_MARGIN, PER_CUSTOMER],
    source: 'Finmark; Baremetrics without the margin',
    compute: ltvOf,
  },
  {
    scope: 'row',
    id: 'cacPayback',
    name: 'CAC payback',
    formula: 'acquisition_cost / (revenue per customer · gross_margin)',
    inputs: [...COUNTS, ...MOVEMENTS, 'acquisition_cost', 'revenue_per_customer', 'gross_margin'],
    unit: 'periods',
    description: 'Periods until a new customer has paid back what winning them cost.',
    edgeCases: ['No profit per customer: undefined.', NO_MARGIN, PER_CUSTOMER, 'Churn is not in it.'],
    source: 'Finmark, where the parentheses are missing',
    compute: (row) => {
      const revenue = revenuePerCustomer(row);
      if (!isDefined(revenue)) return revenue;
      return cacPayback(row.acquisitionCost, revenue.value, row.grossMargin);
    },
  },
  {
    scope: 'row',
    id: 'ltvToCac',
    name: 'LTV to CAC',
    formula: 'LTV / acquisition_cost',
    inputs: [...COUNTS, ...MOVEMENTS, 'acquisition_cost', 'revenue_per_customer', 'gross_margin'],
    unit: 'ratio',
    description: 'What a customer is worth for each unit of money that winning them cost.',
    edgeCases: ['Acquisition cost 0 or not set: undefined.', '“3 to 1” is a rule of thumb.', NO_MARGIN],
    source: 'caverse; insivia',
    compute: (row) => ltvToCac(ltvOf(row), row.acquisitionCost),
  },
];

/** The value of retention as a model, with the period's own rate as its baseline. */
export const RETENTION_VALUE: readonly RowMetric[] = [
  {
    scope: 'row',
    id: 'customerValue',
    name: 'Value of a customer at constant retention',
    formula: 'm · (1 + d) / (1 + d − r), m = revenue per customer · gross_margin, d per period, r = CRR',
    inputs: [...COUNTS, ...MOVEMENTS, 'period', 'revenue_per_customer', 'gross_margin', 'discount_rate'],
    unit: 'money',
    description: 'What a customer is worth when each period a share r of them stays for the next.',
    edgeCases: [NO_MARGIN, 'No discount_rate: undiscounted, d = 0.', 'r at or above 1 + d: undefined.'],
    source: MODEL_SOURCE,
    compute: (row) => {
      const revenue = revenuePerCustomer(row);
      if (!isDefined(revenue)) return revenue;
      const profit = profitPerCustomer(revenue.value, row.grossMargin);
      if (!isDefined(profit)) return profit;
      return modelled(row, (retention, discount) => customerValue(profit.value, retention, discount));
    },
  },
  ...([1, 5] as const).map((points): RowMetric => ({
    scope: 'row',
    id: `retentionGain${points}`,
    name: `Value of +${points} ${points === 1 ? 'point' : 'points'} of retention`,
    formula: `Δ / (1 + d − r − Δ), Δ = ${points} ${points === 1 ? 'point' : 'points'}, d per period, r = CRR`,
    inputs: [...COUNTS, 'period', 'discount_rate'],
    unit: 'share',
    description: `By how much a customer gains value when retention is ${points} ${points === 1 ? 'point' : 'points'} higher; the baseline is the period's own CRR.`,
    edgeCases: [
      'Value of a customer, not profit of next year; points, not percent.',
      'No discount_rate: undiscounted, d = 0.',
      'r + Δ at or above 1 + d: undefined, the value would be infinite.',
    ],
    source: MODEL_SOURCE,
    compute: (row) => modelled(row, (retention, discount) => retentionGain(retention, points, discount)),
  })),
];

function arpaOf({ revenue, counts }: RowInput): MetricResult {
  const end = endRevenue(revenue);
  if (!isDefined(end)) return end;
  const { start: customersAtStart, end: customersAtEnd } = counts;
  if (customersAtStart === null || customersAtEnd === null)
    return undefinedFor('blank', 'It needs the customers at start and end, and one of them is not known.');
  // Both halves of the two means cancel.
  return arpa(sumLess(revenue.start!, end.value, 0, 0), sumLess(customersAtStart, customersAtEnd, 0, 0));
}

/** What the author says a customer brings in stands above what the columns give. */
function revenuePerCustomer(row: RowInput): MetricResult {
  const said: Optional = row.revenuePerCustomer;
  if (said !== undefined && said !== null) return arpa(said, 1);
  if (row.revenue.start === undefined)
    return undefinedFor(
      'needs-setting',
      'It needs revenue per customer: set revenue_per_customer, or add the columns of recurring revenue.',
    );
  return arpaOf(row);
}

function ltvOf(row: RowInput): MetricResult {
  const revenue = revenuePerCustomer(row);
  if (!isDefined(revenue)) return revenue;
  const rate = churn(row.counts, row.method);
  return isDefined(rate) ? lifetimeValue(revenue.value, row.grossMargin, rate.value) : rate;
}

function modelled(row: RowInput, model: (retention: number, discount: number) => MetricResult): MetricResult {
  const rate = crr(row.counts, row.method);
  if (!isDefined(rate)) return rate;
  const yearly = row.discountRate ?? 0;
  if (yearly === 0) return model(rate.value, 0);
  if (row.days === null)
    return undefinedFor('no-period', 'The length of the period is not known, so the discount is not either.');
  return model(rate.value, discountPerPeriod(yearly, row.days));
}
