import type { IntervalResult } from '../evaluation';
import { quotient, sumLess } from '../exact';
import { firstOf, whyMissing } from '../given';
import type { Optional } from '../given';
import { DEFAULT_LEVEL, quantileOfLevel } from '../interval';
import { defined, isDefined, undefinedFor } from '../result';
import type { MetricResult, Undefined } from '../result';

/** Answers to "would you recommend us?" from 0 to 10: promoters 9–10, passives 7–8, detractors 0–6. */
export interface Answers {
  readonly promoters: Optional;
  readonly passives: Optional;
  readonly detractors: Optional;
}

/**
 * Net promoter score: % promoters − % detractors, from −100 to 100 points. Undefined without answers.
 *
 * @example
 * netPromoterScore({ promoters: 30, passives: 50, detractors: 20 }); // { value: 10 }
 */
export function netPromoterScore(answers: Answers): MetricResult {
  const why = whyNot(answers);
  if (why !== null) return why;
  const { promoters, passives, detractors } = answers;
  const net = sumLess(promoters!, 0, 0, detractors!);
  return defined(quotient(100 * net, sumLess(promoters!, passives!, detractors!, 0)));
}

/**
 * Interval of a net promoter score in points, clipped to −100 and 100: score ± z·SE with
 *
 *     SE = 100·√((p + d − (p − d)²)/n)
 *
 * Undefined where all answers fell into one group: the formula then claims a certainty that no survey gives.
 *
 * Source: cybaea.net (2016), "NPS confidence intervals".
 *
 * @example
 * npsInterval({ promoters: 30, passives: 50, detractors: 20 }); // { low: -3.7…, high: 23.7…, level: 0.95 }
 */
export function npsInterval(answers: Answers, level = DEFAULT_LEVEL): IntervalResult {
  const score = netPromoterScore(answers);
  if (!isDefined(score)) return score;
  if (!(level > 0 && level < 1))
    return undefinedFor('out-of-range', 'The level of an interval lies between 0 and 1.');
  const { promoters, passives, detractors } = answers;
  if ([promoters!, passives!, detractors!].filter((count) => count > 0).length === 1) {
    return undefinedFor(
      'no-variation',
      'All answers fell into one group, so they do not tell how far other answers may lie.',
    );
  }
  const n = promoters! + passives! + detractors!;
  const [p, d] = [promoters! / n, detractors! / n];
  // p + d − (p − d)² = p(1 − p) + d(1 − d) + 2pd, which is never negative by rounding.
  const variance = p * (1 - p) + d * (1 - d) + 2 * p * d;
  const width = quantileOfLevel(level) * 100 * Math.sqrt(variance / n);
  return { low: Math.max(-100, score.value - width), high: Math.min(100, score.value + width), level };
}

function whyNot({ promoters, passives, detractors }: Answers): Undefined | null {
  const why = firstOf(
    whyMissing('promoters', promoters),
    whyMissing('passives', passives),
    whyMissing('detractors', detractors),
  );
  if (why !== null) return why;
  return promoters === 0 && passives === 0 && detractors === 0
    ? undefinedFor('zero-denominator', 'There is no answer.')
    : null;
}
