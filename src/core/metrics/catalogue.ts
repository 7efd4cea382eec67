import { FORECASTS } from './catalogueOfForecasts';
import { GROUP_STATISTICS } from './catalogueOfGroups';
import { RATES } from './catalogueOfRates';
import { RETENTION_VALUE, REVENUE } from './catalogueOfRevenue';
import { ROW_STATISTICS } from './catalogueOfStatistics';
import { VARIANTS } from './catalogueOfVariants';
import { productOfPercents, requiredRate } from './goal';
import { compounded, geometricMean, productOf, rollingMean, simpleMean, weightedMean } from './mean';
import { explain } from './identity';
import type { IntervalMetric, Metric, RowMetric, SeriesMetric, YearInput, YearMetric } from './metric';
import { isDefined, undefinedFor } from './result';
import type { MetricResult } from './result';

const LEFT_OUT = 'Incomplete periods, and those with start 0, are left out.';

const MEANS: readonly SeriesMetric[] = [
  {
    scope: 'series',
    id: 'weightedMean',
    name: 'Weighted mean CRR',
    formula: 'Σ retained / Σ S',
    inputs: ['start', 'new', 'lost', 'end', 'reactivated', 'method'],
    unit: 'share',
    description:
      'All who stayed as a share of all who could: the default mean. A period counts by its customers.',
    edgeCases: [LEFT_OUT, 'Periods with an unknown rate are left out.'],
    source: "PostHog's default",
    compute: weightedMean,
  },
  {
    scope: 'series',
    id: 'simpleMean',
    name: 'Simple mean CRR',
    formula: 'Σ CRR / n',
    inputs: ['start', 'new', 'lost', 'end', 'reactivated', 'method'],
    unit: 'share',
    description: 'Every period counts the same, however few customers it had; for reference.',
    edgeCases: [LEFT_OUT, 'Small periods sway it: 10 % against 1.8 % weighted in one reported case.'],
    source: 'PostHog #25998',
    compute: simpleMean,
  },
  {
    scope: 'series',
    id: 'geometricMean',
    name: 'Geometric mean CRR',
    formula: '(Π CRR) ^ (1/n)',
    inputs: ['start', 'new', 'lost', 'end', 'reactivated', 'method'],
    unit: 'share',
    description: 'The constant rate that would have led to the same end.',
    edgeCases: [LEFT_OUT, 'One period of 0 % makes it 0 %; one below 0 % makes it undefined.'],
    source: 'Own rule; consistent with compounding',
    compute: geometricMean,
  },
  {
    scope: 'series',
    id: 'compounded',
    name: 'Compounded CRR',
    formula: 'Π CRR',
    inputs: ['start', 'new', 'lost', 'end', 'reactivated', 'method'],
    unit: 'share',
    description: 'What these rates, one after the other, leave of a group of customers.',
    edgeCases: [
      'A period without a rate makes it undefined.',
      "Not a real cohort's survival when the risk falls with age.",
    ],
    source: 'Fader, Hardie 2014',
    compute: compounded,
  },
  ...([3, 12] as const).map((window): SeriesMetric => ({
    scope: 'series',
    id: `rolling${window}`,
    name: `Rolling mean CRR, ${window} periods`,
    formula: `Σ retained / Σ S over the last ${window} complete periods`,
    inputs: ['start', 'new', 'lost', 'end', 'reactivated', 'method'],
    unit: 'share',
    description: `The weighted mean of the last ${window} complete periods.`,
    edgeCases: [`Fewer than ${window} complete periods, or an unknown one among them: undefined.`],
    source: 'SaaS Capital, twelve-month windows',
    compute: (periods) => rollingMean(periods, window),
  })),
];

const YEAR: readonly YearMetric[] = [
  {
    scope: 'year',
    id: 'requiredRate',
    name: 'Required CRR for the remaining periods',
    formula: '(G / P) ^ (1/(k − j)), G the product of the k goals, P that of the j rates so far',
    inputs: ['start', 'new', 'lost', 'end', 'reactivated', 'method', 'goal'],
    unit: 'share',
    description:
      'The retention rate each remaining period of the year needs so that the year reaches its goal.',
    edgeCases: [
      'Above 100 %: unreachable; the reason names the best that is still possible.',
      'Nothing left: the reason says whether the goal was met.',
      'An incomplete period counts as remaining.',
    ],
    source: 'Own definition; rates compound',
    compute: requiredOf,
  },
];

/**
 * Every metric the program knows, as data: columns of the grid, hovers, the command line and the documentation are made
 * from it, so that none of them can disagree with another.
 *
 * @example
 * catalogue.map((metric) => metric.id).includes('crr'); // true
 */
export const catalogue: readonly Metric[] = [
  ...[...RATES, ...VARIANTS, ...REVENUE, ...RETENTION_VALUE, ...ROW_STATISTICS].map(explained),
  ...MEANS,
  ...YEAR,
  ...GROUP_STATISTICS,
  ...FORECASTS,
];

const byId = new Map(catalogue.map((metric) => [metric.id, metric]));

/**
 * The metric with an id, or null.
 *
 * @example
 * metricById('crr')?.name; // 'Customer retention rate (CRR)'
 */
export function metricById(id: string): Metric | null {
  return byId.get(id) ?? null;
}

/** The metric with the reason that the row itself knows, where a count is missing because it was refused. */
function explained(metric: RowMetric | IntervalMetric): RowMetric | IntervalMetric {
  return metric.scope === 'row'
    ? { ...metric, compute: (row) => explain(metric.compute(row), row.refused) }
    : { ...metric, compute: (row) => explain(metric.compute(row), row.refused) };
}

function requiredOf({ periods, goals, remaining }: YearInput): MetricResult {
  if (goals.length === 0) return undefinedFor('no-goal');
  if (periods.length > 0) {
    const done = compounded(periods);
    if (!isDefined(done)) return done;
  }
  return requiredRate(productOfPercents(goals), productOf(periods), remaining);
}
