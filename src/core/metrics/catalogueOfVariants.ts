import {
  chartMogulChurn,
  cohortCrr,
  inactivityRate,
  lifetime,
  netChurn,
  repeatPurchaseRate,
  returningRate,
  revenueLost,
  stripeChurn,
} from './churn';
import { churn } from './customer';
import type { RowInput, RowMetric } from './metric';
import { isDefined } from './result';
import type { MetricResult } from './result';

const NO_START = 'Start 0: undefined.';

/** Other published definitions of retention and churn, and what follows from churn. */
export const VARIANTS: readonly RowMetric[] = [
  {
    scope: 'row',
    id: 'cohortCrr',
    name: 'Cohort retention rate',
    formula: '(S − (L − new_lost)) / S',
    inputs: ['start', 'lost', 'new_lost'],
    unit: 'share',
    description: 'Retention of the customers of the start alone: losses among the new ones do not count.',
    edgeCases: ['Needs new_lost, which cannot exceed lost.', NO_START],
    source: 'Recurly 2014',
    compute: ({ counts, newLost }) => cohortCrr(counts, newLost),
  },
  {
    scope: 'row',
    id: 'stripeChurn',
    name: "Churn rate, Stripe's definition",
    formula: 'L / (S + N)',
    inputs: ['start', 'new', 'lost'],
    unit: 'share',
    description: 'Losses as a share of everybody who was a customer at some time of the period.',
    edgeCases: ['Lower than the standard rate whenever somebody joined.', 'S + N = 0: undefined.'],
    source: 'support.stripe.com, subscriber churn rate in Billing',
    compute: ({ counts }) => stripeChurn(counts),
  },
  {
    scope: 'row',
    id: 'chartMogulChurn',
    name: "Churn rate, ChartMogul's Standard",
    formula: '(L − new_lost) / S',
    inputs: ['start', 'lost', 'new_lost'],
    unit: 'share',
    description: 'Losses without those who joined and left, or left and came back, within the period.',
    edgeCases: ['Needs new_lost, which cannot exceed lost.', NO_START],
    source: 'ChartMogul help 207340419',
    compute: ({ counts, newLost }) => chartMogulChurn(counts, newLost),
  },
  {
    scope: 'row',
    id: 'netChurn',
    name: 'Net churn',
    formula: '(L − R) / S',
    inputs: ['start', 'lost', 'reactivated'],
    unit: 'share',
    description: 'Losses less the customers won back.',
    edgeCases: ['Negative when more came back than left.', NO_START],
    source: 'Antenna 2024',
    compute: ({ counts }) => netChurn(counts),
  },
  {
    scope: 'row',
    id: 'returningRate',
    name: 'Returning-customer rate',
    formula: 'returning / S',
    inputs: ['start', 'returning'],
    unit: 'share',
    description: 'The share of the customers of the start who bought again in the period.',
    edgeCases: ['New buyers are in neither term.', NO_START],
    source: 'Guide of Crazy Egg',
    compute: ({ counts, returning }) => returningRate(returning, counts.start),
  },
  {
    scope: 'row',
    id: 'repeatPurchaseRate',
    name: 'Repeat purchase rate',
    formula: 'customers with two or more orders / customers',
    inputs: ['customers', 'repeatCustomers'],
    unit: 'share',
    description: 'The share of all customers, new ones included, who ordered twice or more.',
    edgeCases: ['Another denominator than the returning-customer rate: do not compare the two.'],
    source: 'firstpier.com glossary',
    compute: ({ repeatCustomers, customers }) => repeatPurchaseRate(repeatCustomers, customers),
  },
  {
    scope: 'row',
    id: 'inactivityRate',
    name: 'Inactive customers',
    formula: 'inactive / E',
    inputs: ['end', 'inactive'],
    unit: 'share',
    description: 'The share of the customers of the end without activity for 30 days or more.',
    edgeCases: ['Nobody left at the end: undefined.'],
    source: 'The 30-day rule of the Dutch guide',
    compute: ({ counts, inactive }) => inactivityRate(counts, inactive),
  },
  {
    scope: 'row',
    id: 'lifetime',
    name: 'Customer lifetime',
    formula: '1 / churn',
    inputs: ['start', 'new', 'lost', 'end', 'reactivated', 'method'],
    unit: 'periods',
    description: 'How many periods a customer stays on average, if churn stays as it is.',
    edgeCases: ['No churn: undefined; the reason names the lower bound S / 3 (rule of three, 95 %).'],
    source: 'Baremetrics; Hanley, Lippman-Hand 1983',
    compute: lifetimeOf,
  },
  {
    scope: 'row',
    id: 'revenueLost',
    name: 'Revenue lost',
    formula: 'L · revenue_per_customer',
    inputs: ['lost', 'revenue_per_customer'],
    unit: 'money',
    description: 'What the lost customers brought in each period.',
    edgeCases: ['Assumes that the lost paid the average.'],
    source: 'churnmiser.com',
    compute: ({ counts, revenuePerCustomer }) => revenueLost(counts.lost, revenuePerCustomer),
  },
];

function lifetimeOf({ counts, method }: RowInput): MetricResult {
  const rate = churn(counts, method);
  return isDefined(rate) ? lifetime(rate.value, counts.start) : rate;
}
