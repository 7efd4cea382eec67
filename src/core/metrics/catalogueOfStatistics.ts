import { crr, heldOf } from './customer';
import type { IntervalResult } from './evaluation';
import type { IntervalMetric, RowInput, RowMetric } from './metric';
import { isDefined, undefinedFor } from './result';
import type { MetricResult } from './result';
import { clopperPearson, jeffreys } from './statistics/exactIntervals';
import { netPromoterScore, npsInterval } from './statistics/nps';
import { goalTest, pOf } from './statistics/proportions';

const COUNTS = ['start', 'new', 'lost', 'end', 'reactivated', 'method'];
const NO_START = 'Start 0: undefined.';
const NO_SHARE = 'A rate below 0 or above 100 %, or a fraction of a customer: undefined.';
const INDICATIVE = 'Indicative: periods share customers, and counts do not know what hits all at once.';

/** Intervals and tests of one row. */
export const ROW_STATISTICS: readonly (RowMetric | IntervalMetric)[] = [
  {
    scope: 'interval',
    id: 'clopperPearson',
    name: 'Clopper–Pearson interval, 95 %',
    formula: 'B(0.025; x, n − x + 1) to B(0.975; x + 1, n − x), B the beta quantile, x = retained, n = S',
    inputs: COUNTS,
    unit: 'share',
    description: 'The “exact” interval of CRR: covers the true rate at least 95 times of 100, often more.',
    edgeCases: [NO_START, NO_SHARE, 'Wider than need be for few customers; Wilson is the default.'],
    source: 'Clopper, Pearson 1934; R binom.confint',
    compute: (row) => intervalOf(row, clopperPearson),
  },
  {
    scope: 'interval',
    id: 'jeffreys',
    name: 'Jeffreys interval, 95 %',
    formula:
      'B(0.025; x + ½, n − x + ½) to B(0.975; x + ½, n − x + ½), B the beta quantile, x = retained, n = S',
    inputs: COUNTS,
    unit: 'share',
    description: 'The interval of CRR by Bayes’ rule with the prior Beta(½, ½); suits few customers.',
    edgeCases: [NO_START, NO_SHARE, 'Nobody stayed: begins at 0. Everybody stayed: ends at 100 %.'],
    source: 'Brown, Cai, DasGupta 2001',
    compute: (row) => intervalOf(row, jeffreys),
  },
  {
    scope: 'row',
    id: 'goalTest',
    name: 'Test against the goal',
    formula: 'p of χ² = (x − n·g)² / (n·g·(1 − g)), one degree of freedom, x = retained, n = S',
    inputs: [...COUNTS, 'goal'],
    unit: 'probability',
    description: 'How often a true rate of the goal would show a distance like this by chance.',
    edgeCases: [
      'No goal, or one of 0 or from 100 %: undefined.',
      'An incomplete period: undefined.',
      NO_START,
      NO_SHARE,
      INDICATIVE,
    ],
    source: 'R prop.test with p, without continuity correction',
    compute: goalTestOf,
  },
  {
    scope: 'row',
    id: 'nps',
    name: 'Net promoter score (NPS)',
    formula: '100 · (promoters − detractors) / (promoters + passives + detractors)',
    inputs: ['promoters', 'passives', 'detractors'],
    unit: 'points',
    description: 'Percent who would recommend (9–10) less percent who would not (0–6).',
    edgeCases: ['No answers: undefined.', 'From −100 to 100, not a percentage.'],
    source: 'Reichheld 2003',
    compute: ({ answers }) => netPromoterScore(answers),
  },
  {
    scope: 'interval',
    id: 'npsInterval',
    name: 'Interval of NPS, 95 %',
    formula: 'NPS ± 1.96 · 100 · √((p + d − (p − d)²) / n), p and d the shares of promoters and detractors',
    inputs: ['promoters', 'passives', 'detractors'],
    unit: 'points',
    description: 'Between which values the score may lie, given how few answered.',
    edgeCases: ['All answers in one group: undefined.', 'Clipped to −100 and 100.'],
    source: 'cybaea.net 2016',
    compute: ({ answers }) => npsInterval(answers),
  },
];

function intervalOf(row: RowInput, of: (held: number, start: number) => IntervalResult): IntervalResult {
  const rate = crr(row.counts, row.method);
  return isDefined(rate) ? of(heldOf(row.counts, row.method)!, row.counts.start!) : rate;
}

function goalTestOf(row: RowInput): MetricResult {
  if (row.goal === null) return undefinedFor('no-goal');
  if (row.incomplete) return undefinedFor('incomplete-period');
  const rate = crr(row.counts, row.method);
  if (!isDefined(rate)) return rate;
  return pOf(goalTest({ held: heldOf(row.counts, row.method)!, start: row.counts.start! }, row.goal));
}
