import { balanceError } from './identity';
import { churn, crr, endStartRatio, growthRate, heldOf, netGrowth, retained } from './customer';
import type { IntervalMetric, RowInput, RowMetric } from './metric';
import type { Retained } from './mean';
import { defined, isDefined, undefinedFor } from './result';
import type { MetricResult } from './result';
import { judge, wilsonOf } from './row';
import { convertRetentionByDays } from './time';

const COUNTS = ['start', 'new', 'lost', 'end', 'reactivated'];
const NO_START = 'Start 0: undefined, because a rate of nobody does not exist.';
const ONLY_START_AND_END =
  'From start and end alone: undefined, because 100 → 99 may hide 21 lost and 20 won.';

/** Metrics of one row that follow from its five counts and its goal; for those who need no other of the catalogue. */
export const RATES: readonly (RowMetric | IntervalMetric)[] = [
  {
    scope: 'row',
    id: 'crr',
    name: 'Customer retention rate (CRR)',
    formula: '(E − N − R) / S by the method classic; see the setting "method"',
    inputs: [...COUNTS, 'method'],
    unit: 'share',
    description: 'The share of the customers of the start who are still there at the end.',
    edgeCases: [
      NO_START,
      ONLY_START_AND_END,
      'Above 100 %: customers who came back were not counted in reactivated.',
      'Below 0 %: many of the lost had joined in the same period.',
      'A row that does not balance is computed from the counts its method reads.',
    ],
    source: 'Guides of Vtiger and crowdspring; HubSpot glossary',
    compute: ({ counts, method }) => crr(counts, method),
  },
  {
    scope: 'row',
    id: 'crrClassic',
    name: 'CRR, classic',
    formula: '(E − N − R) / S',
    inputs: COUNTS,
    unit: 'share',
    description: 'Retention without customers who came back.',
    edgeCases: [NO_START, ONLY_START_AND_END],
    source: 'Guides of Vtiger and crowdspring; HubSpot glossary',
    compute: ({ counts }) => crr(counts, 'classic'),
  },
  {
    scope: 'row',
    id: 'crrWithReactivated',
    name: 'CRR, with reactivated',
    formula: '(E − N) / S',
    inputs: COUNTS,
    unit: 'share',
    description: 'Retention that counts customers who came back as kept.',
    edgeCases: [NO_START, ONLY_START_AND_END, 'May exceed 100 %, when more came back than left.'],
    source: 'The formula of guides that know no comebacks',
    compute: ({ counts }) => crr(counts, 'with-reactivated'),
  },
  {
    scope: 'row',
    id: 'crrLost',
    name: 'CRR, from lost',
    formula: '(S − L) / S',
    inputs: ['start', 'lost'],
    unit: 'share',
    description: 'Retention from the losses alone; equal to the classic one where the row balances.',
    edgeCases: [NO_START, 'Below 0 %: many of the lost had joined in the same period.'],
    source: 'ChartMogul, Baremetrics (100 % − churn)',
    compute: ({ counts }) => crr(counts, 'lost'),
  },
  {
    scope: 'row',
    id: 'retained',
    name: 'Retained customers',
    formula: 'E − N − R by the method classic',
    inputs: [...COUNTS, 'method'],
    unit: 'customers',
    description: 'How many of the customers of the start are still there: a count, not a rate.',
    edgeCases: [ONLY_START_AND_END],
    source: 'The numerator of CRR',
    compute: ({ counts, method }) => retained(counts, method),
  },
  {
    scope: 'row',
    id: 'churn',
    name: 'Customer churn rate',
    formula: '1 − CRR = L / S',
    inputs: [...COUNTS, 'method'],
    unit: 'share',
    description: 'The share of the customers of the start who left (logo churn): the opposite of CRR.',
    edgeCases: [NO_START, ONLY_START_AND_END],
    source: 'ChartMogul, Baremetrics, piwik.pro',
    compute: ({ counts, method }) => churn(counts, method),
  },
  {
    scope: 'row',
    id: 'endStartRatio',
    name: 'End/start ratio',
    formula: 'E / S',
    inputs: ['start', 'end'],
    unit: 'ratio',
    description:
      'Customers at the end for each one at the start. Not a retention rate: new customers hide losses.',
    edgeCases: [NO_START],
    source: 'Guide of Trust Enablement, which calls it retention',
    compute: ({ counts }) => endStartRatio(counts),
  },
  {
    scope: 'row',
    id: 'netGrowth',
    name: 'Net growth',
    formula: 'E − S',
    inputs: ['start', 'end'],
    unit: 'customers',
    description: 'Customers at the end more than at the start.',
    edgeCases: ['Negative when there are fewer.'],
    source: 'The identity E = S + N − L + R',
    compute: ({ counts }) => netGrowth(counts),
  },
  {
    scope: 'row',
    id: 'growthRate',
    name: 'Growth rate',
    formula: '(E − S) / S',
    inputs: ['start', 'end'],
    unit: 'share',
    description: 'Net growth as a share of the start.',
    edgeCases: [
      NO_START,
      'Its opposite (S − E) / S is net shrinkage; it is churn only without new customers.',
    ],
    source: 'The identity E = S + N − L + R',
    compute: ({ counts }) => growthRate(counts),
  },
  {
    scope: 'row',
    id: 'balanceError',
    name: 'Balance error',
    formula: 'E − (S + N + R − L)',
    inputs: COUNTS,
    unit: 'customers',
    description:
      'By how much the counts miss the identity: above 0 new or reactivated are missing, below 0 lost.',
    edgeCases: ['Undefined while one of start, new, lost and end is unknown; a derived one always fits.'],
    source: 'The identity E = S + N − L + R',
    compute: ({ counts }) => definedOr(balanceError(counts)),
  },
  {
    scope: 'interval',
    id: 'wilson',
    name: 'Wilson interval of CRR',
    formula: '(x + z²/2 ± z·√(x(n − x)/n + z²/4)) / (n + z²), x retained of n = S, z = 1.96',
    inputs: [...COUNTS, 'method'],
    unit: 'share',
    description: 'Between which values the rate may lie at 95 %, given how few customers it was seen on.',
    edgeCases: [NO_START, 'Retained below 0 or above S, or not whole: undefined.'],
    source: 'Wilson 1927; Brown, Cai, DasGupta 2001',
    compute: (row) => wilsonOf(keptOf(row), crr(row.counts, row.method)),
  },
  {
    scope: 'row',
    id: 'gapPoints',
    name: 'Goal gap',
    formula: '100 · (CRR − g)',
    inputs: [...COUNTS, 'method', 'goal'],
    unit: 'points',
    description: 'The distance to the goal in percentage points, negative below it.',
    edgeCases: ['No goal, or an incomplete period: undefined.', NO_START],
    source: 'Own definition',
    compute: (row) => judged(row, 'gapPoints'),
  },
  {
    scope: 'row',
    id: 'customersShort',
    name: 'Customers short',
    formula: 'max(0, ceil(g · S) − retained)',
    inputs: [...COUNTS, 'method', 'goal'],
    unit: 'customers',
    description: 'How many more of the customers of the start would have had to stay to reach the goal.',
    edgeCases: ['0 when the goal is reached.', 'No goal, or an incomplete period: undefined.', NO_START],
    source: 'Own definition, in exact whole numbers',
    compute: (row) => judged(row, 'customersShort'),
  },
  {
    scope: 'row',
    id: 'lossAllowance',
    name: 'Loss allowance',
    formula: 'S − ceil(g · S)',
    inputs: ['start', 'goal'],
    unit: 'customers',
    description: 'How many customers of the start may be lost in the period without missing the goal.',
    edgeCases: ['A goal above 100 %: undefined, no loss is small enough.', NO_START],
    source: 'Own definition, in exact whole numbers',
    compute: (row) => judged(row, 'lossAllowance'),
  },
  {
    scope: 'row',
    id: 'yearlyCrr',
    name: 'Yearly equivalent of CRR',
    formula: 'CRR ^ (365.25 / days)',
    inputs: [...COUNTS, 'method', 'period'],
    unit: 'share',
    description: 'What the rate of this period would leave after a year.',
    edgeCases: [
      'An incomplete period: undefined.',
      'Rates compound: 5 % churn a month is 46 % a year, not 60 %.',
    ],
    source: 'Conversion table of Churnkey',
    compute: yearlyCrr,
  },
];

function judged(row: RowInput, which: 'gapPoints' | 'customersShort' | 'lossAllowance'): MetricResult {
  const { counts, method, goal, incomplete } = row;
  return judge(keptOf(row), counts.start, goal, crr(counts, method), incomplete)[which];
}

function keptOf({ counts, method }: RowInput): Retained | null {
  return isDefined(crr(counts, method)) ? { held: heldOf(counts, method)!, start: counts.start! } : null;
}

function definedOr(value: number | null): MetricResult {
  return value === null ? undefinedFor('blank') : defined(value);
}

function yearlyCrr({ counts, method, days, incomplete }: RowInput): MetricResult {
  if (days === null) return undefinedFor('no-period', 'The length of the period is not known.');
  const rate = crr(counts, method);
  return isDefined(rate) ? convertRetentionByDays(rate.value, days, { incomplete }) : rate;
}
