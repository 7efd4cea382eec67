import type { GroupsMetric, PairIntervalMetric, PairMetric, ReasonsMetric, SegmentsMetric } from './metric';
import { defined, isDefined, undefinedFor } from './result';
import type { MetricResult } from './result';
import { fisherExact } from './statistics/fisher';
import { kProportionTest, pairwise } from './statistics/groups';
import { decompose, simpson } from './statistics/mix';
import { compareShares, newcombe, pOf, twoProportionTest } from './statistics/proportions';
import { reasonPareto } from './statistics/reasons';

const COUNTS = ['start', 'new', 'lost', 'end', 'reactivated', 'method'];
const NO_START = 'Start 0: undefined.';
const NO_SHARE = 'A rate below 0 or above 100 %, or a fraction of a customer: undefined.';
const INDICATIVE = 'Indicative: periods share customers, and counts do not know what hits all at once.';
const NO_EVIDENCE = 'A large p is no evidence of a difference, not evidence of no difference.';
const ALL_ALIKE = 'Everybody or nobody stayed in all groups: undefined.';
const ONE_SIDE = 'A segment with customers on one side only counts as mix.';

/** Tests and decompositions of more than one group. */
export const GROUP_STATISTICS: readonly (
  | PairMetric
  | PairIntervalMetric
  | GroupsMetric
  | SegmentsMetric
  | ReasonsMetric
)[] = [
  {
    scope: 'pair',
    id: 'twoProportionTest',
    name: 'Two-proportion test',
    formula: 'p of z = (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)), p pooled, two-sided',
    inputs: ['retained', 'start'],
    unit: 'probability',
    description: 'How often two groups of the same rate would differ like this by chance.',
    edgeCases: [NO_START, ALL_ALIKE, NO_EVIDENCE, INDICATIVE],
    source: 'statsmodels proportions_ztest; R prop.test without continuity correction',
    compute: (first, second) => pOf(twoProportionTest(first, second)),
  },
  {
    scope: 'pair',
    id: 'fisherExact',
    name: "Fisher's exact test",
    formula: 'sum of the hypergeometric probabilities that are no greater than the observed one',
    inputs: ['retained', 'start'],
    unit: 'probability',
    description: 'The same question where counts are too small for a normal approximation.',
    edgeCases: [NO_START, NO_EVIDENCE, 'Cautious: with few customers it rarely finds anything.'],
    source: 'R fisher.test',
    compute: fisherExact,
  },
  {
    scope: 'pair',
    id: 'comparison',
    name: 'Test of a difference',
    formula: "Fisher's exact test where an expected count is below 5, else the two-proportion test",
    inputs: ['retained', 'start'],
    unit: 'probability',
    description: 'The test that suits the counts of two periods, segments or groups of an experiment.',
    edgeCases: [NO_START, ALL_ALIKE, NO_EVIDENCE, INDICATIVE],
    source: 'Own rule for the choice; statsmodels and R for the tests',
    compute: (first, second) => compareShares(first, second).p,
  },
  {
    scope: 'pairInterval',
    id: 'newcombe',
    name: 'Interval of a difference, 95 %',
    formula: 'd − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), l and u by Wilson',
    inputs: ['retained', 'start'],
    unit: 'share',
    description: 'Between which values the difference of two rates may lie.',
    edgeCases: [NO_START, NO_SHARE, 'May disagree with the test where p is close to 5 %.'],
    source: 'Newcombe 1998, method 10',
    compute: (first, second) => newcombe(first, second),
  },
  {
    scope: 'groups',
    id: 'kProportionTest',
    name: 'Chi-square test of several groups',
    formula: 'p of χ² = Σ (x − n·p)² / (n·p(1 − p)), p pooled, groups − 1 degrees of freedom',
    inputs: ['retained', 'start'],
    unit: 'probability',
    description: 'How often groups of the same rate would differ like these by chance.',
    edgeCases: [
      'Fewer than two groups with customers: undefined.',
      ALL_ALIKE,
      'Expected counts below 5: rough.',
    ],
    source: 'R prop.test of k samples',
    compute: (groups) => {
      const test = kProportionTest(groups);
      return 'p' in test ? defined(test.p) : test;
    },
  },
  {
    scope: 'groups',
    id: 'holm',
    name: 'Smallest p of all pairs, by Holm',
    formula: 'max over j ≤ i of min(1, (m − j + 1) · p₍ⱼ₎), the smallest of m pairs',
    inputs: ['retained', 'start'],
    unit: 'probability',
    description: 'Whether any two of several groups differ, allowing for there being many pairs.',
    edgeCases: ['Pairs without a test are left out.', NO_EVIDENCE],
    source: 'Holm 1979; R p.adjust',
    compute: (groups) => {
      const known = pairwise(groups).flatMap(({ adjusted }) => (isDefined(adjusted) ? [adjusted.value] : []));
      return known.length === 0
        ? undefinedFor('no-variation', 'No two groups can be compared.')
        : defined(known.reduce((least, p) => Math.min(least, p)));
    },
  },
  {
    scope: 'segments',
    id: 'rateEffect',
    name: 'Change by rates',
    formula: '100 · Σ w̄ · Δr, w a segment’s share of S, r its CRR, bars are means of both sides',
    inputs: ['segment', ...COUNTS],
    unit: 'points',
    description: 'How far the total moved because the segments’ own rates did.',
    edgeCases: [ONE_SIDE, 'With the change by mix it adds up to the whole change.'],
    source: 'Own rule, after Kitagawa 1955',
    compute: (segments) => pointsOf(decompose(segments), 'rate'),
  },
  {
    scope: 'segments',
    id: 'mixEffect',
    name: 'Change by mix',
    formula: '100 · Σ r̄ · Δw, w a segment’s share of S, r its CRR, bars are means of both sides',
    inputs: ['segment', ...COUNTS],
    unit: 'points',
    description: 'How far the total moved because customers moved between segments of different rates.',
    edgeCases: [ONE_SIDE, 'With the change by rates it adds up to the whole change.'],
    source: 'Own rule, after Kitagawa 1955',
    compute: (segments) => pointsOf(decompose(segments), 'mix'),
  },
  {
    scope: 'segments',
    id: 'simpson',
    name: 'Simpson’s paradox',
    formula: '1 when every segment moved one way and the total the other, else 0',
    inputs: ['segment', ...COUNTS],
    unit: 'ratio',
    description: 'Whether the total hides that all segments moved against it.',
    edgeCases: ['Fewer than two segments with customers on both sides: undefined.'],
    source: 'Charig et al. 1986 (BMJ)',
    compute: (segments) => {
      const flag = simpson(segments);
      return typeof flag === 'boolean' ? defined(flag ? 1 : 0) : flag;
    },
  },
  {
    scope: 'reasons',
    id: 'unexplained',
    name: 'Lost without a reason',
    formula: 'L − Σ reasons',
    inputs: ['lost', 'reason_*'],
    unit: 'customers',
    description: 'How many of the lost customers no churn reason accounts for.',
    edgeCases: ['More reasons than lost: undefined (R503).', 'A blank reason is unknown, not 0.'],
    source: 'Own definition',
    compute: (reasons, lost) => {
      const pareto = reasonPareto(reasons, lost);
      return 'reasons' in pareto ? pareto.unexplained : pareto;
    },
  },
  {
    scope: 'reasons',
    id: 'vitalReasons',
    name: 'Reasons up to the 80 % line',
    formula: 'cumulative share of the biggest reasons, up to the first that reaches 80 %',
    inputs: ['lost', 'reason_*'],
    unit: 'share',
    description: 'What the biggest churn reasons account for together: where work pays first.',
    edgeCases: [
      'Equal counts are sorted by name.',
      'Of all lost where their number is known and not exceeded, else of those with a reason.',
      'Below 80 %: too many left without a reason.',
    ],
    source: 'Pareto; reason codes by Stripe',
    compute: (reasons, lost) => {
      const pareto = reasonPareto(reasons, lost);
      if (!('reasons' in pareto)) return pareto;
      return defined(pareto.reasons.filter(({ vital }) => vital).at(-1)?.cumulative ?? 0);
    },
  },
];

function pointsOf(result: ReturnType<typeof decompose>, which: 'rate' | 'mix'): MetricResult {
  return 'segments' in result ? defined(100 * result[which]) : result;
}
