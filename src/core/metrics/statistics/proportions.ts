/**
 * Tests of retention rates as shares of customers: two periods or groups against each other, one against a goal.
 *
 * Consecutive periods share most of their customers, and counts do not know what hits all customers at once, so the
 * p-values are indicative. A large one is no evidence of a difference, never evidence of no difference.
 */
import type { Percent } from '../../document/types';
import type { IntervalResult } from '../evaluation';
import { DEFAULT_LEVEL, quantileOfLevel, wilson } from '../interval';
import type { Retained } from '../mean';
import { defined, isDefined, undefinedFor } from '../result';
import type { MetricResult, Undefined } from '../result';
import { fisherExact } from './fisher';
import { chiSquareTail } from './gamma';
import { noVariation, whyNoShare } from './share';

/** A test's statistic and its two-sided p-value, or why there is none. */
export type TestResult = { readonly statistic: number; readonly p: number } | Undefined;

/** Below this p-value a difference counts as evidence. */
export const SIGNIFICANCE = 0.05;
/** With an expected count below this the normal approximation is not good enough: our rule, as in most textbooks. */
export const SMALL_COUNT = 5;

/** Two groups compared: what they differ by, between which bounds, and whether that may be chance. */
export interface Comparison {
  /** Rate of the first less rate of the second, a share. */
  readonly difference: MetricResult;
  /** Newcombe's interval of the difference. */
  readonly interval: IntervalResult;
  readonly p: MetricResult;
  /** Fisher's exact test where an expected count is below 5, else the pooled z-test. */
  readonly test: 'pooled-z' | 'fisher';
  /** True when p is below 0.05. False means no evidence of a difference, not evidence of none. */
  readonly evidence: boolean;
}

/**
 * Compares two groups: the difference, its interval, and the test that suits the counts.
 *
 * @example
 * compareShares({ held: 5, start: 83 }, { held: 12, start: 99 }).evidence; // false
 */
export function compareShares(first: Retained, second: Retained): Comparison {
  const small = hasSmallCount([first, second]);
  const z = twoProportionTest(first, second);
  const p = small ? fisherExact(first, second) : pOf(z);
  return {
    difference: difference(first, second),
    interval: newcombe(first, second),
    p,
    test: small ? 'fisher' : 'pooled-z',
    evidence: isDefined(p) && p.value < SIGNIFICANCE,
  };
}

/**
 * Two-sided test that two groups have the same rate: pooled z without continuity correction.
 *
 *     z = (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)),   p = (x₁ + x₂)/(n₁ + n₂)
 *
 * Source: statsmodels, proportions_ztest; R, prop.test(correct = FALSE), where χ² = z².
 *
 * @example
 * twoProportionTest({ held: 5, start: 83 }, { held: 12, start: 99 }); // { statistic: -1.4078…, p: 0.1591… }
 */
export function twoProportionTest(first: Retained, second: Retained): TestResult {
  const why = whyNoShare(first) ?? whyNoShare(second);
  if (why !== null) return why;
  const start = first.start + second.start;
  const held = first.held + second.held;
  if (held === 0 || held === start) return noVariation(held === 0);
  // x₁n₂ − x₂n₁ over what makes it a z, so that equal rates give exactly 0.
  const cross = first.held * second.start - second.held * first.start;
  const spread = (held / start) * (start - held) * first.start * second.start;
  const z = cross / Math.sqrt(spread);
  return { statistic: z, p: chiSquareTail(z * z, 1) };
}

/**
 * Two-sided score test of a rate against a goal: χ² = (x − n·g)² / (n·g·(1 − g)) with one degree of freedom.
 *
 * Source: R, prop.test(x, n, p = g, correct = FALSE).
 *
 * @example
 * goalTest({ held: 73, start: 86 }, percentOf(90)); // { statistic: 2.5012…, p: 0.1137… }
 */
export function goalTest(group: Retained, goal: Percent): TestResult {
  const why = whyNoShare(group);
  if (why !== null) return why;
  const { numerator, denominator, share } = goal;
  if (!(share > 0 && share < 1)) {
    return undefinedFor('out-of-range', 'Only a goal between 0 and 100 % can be missed by chance.');
  }
  const { held, start } = group;
  const miss = (held * denominator - start * numerator) / denominator;
  const statistic = (miss * miss) / ((start * share * (denominator - numerator)) / denominator);
  return { statistic, p: chiSquareTail(statistic, 1) };
}

/**
 * Newcombe's interval of a difference of two rates: from the Wilson intervals of both, without continuity correction.
 *
 *     low  = d − √((p₁ − l₁)² + (u₂ − p₂)²)      high = d + √((u₁ − p₁)² + (p₂ − l₂)²)
 *
 * Source: R. G. Newcombe (1998), "Interval estimation for the difference between independent proportions", method 10.
 *
 * @example
 * newcombe({ held: 7, start: 34 }, { held: 1, start: 34 }); // { low: 0.019…, high: 0.339…, level: 0.95 }
 */
export function newcombe(first: Retained, second: Retained, level = DEFAULT_LEVEL): IntervalResult {
  const [one, two] = [wilson(first.held, first.start, level), wilson(second.held, second.start, level)];
  if (!('low' in one)) return one;
  if (!('low' in two)) return two;
  const [p1, p2] = [first.held / first.start, second.held / second.start];
  const between = p1 - p2;
  return {
    low: Math.max(-1, between - Math.hypot(p1 - one.low, two.high - p2)),
    high: Math.min(1, between + Math.hypot(one.high - p1, p2 - two.low)),
    level,
  };
}

/**
 * Agresti and Caffo's interval of a difference of two rates: one customer kept and one lost are added to each group.
 *
 * Source: A. Agresti, B. Caffo (2000), "Simple and effective confidence intervals for proportions".
 *
 * @example
 * agrestiCaffo({ held: 7, start: 34 }, { held: 1, start: 34 }); // { low: 0.0116…, high: 0.3217…, level: 0.95 }
 */
export function agrestiCaffo(first: Retained, second: Retained, level = DEFAULT_LEVEL): IntervalResult {
  const why = wilson(first.held, first.start, level);
  if (!('low' in why)) return why;
  const other = wilson(second.held, second.start, level);
  if (!('low' in other)) return other;
  const [n1, n2] = [first.start + 2, second.start + 2];
  const [p1, p2] = [(first.held + 1) / n1, (second.held + 1) / n2];
  const width = quantileOfLevel(level) * Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
  return { low: Math.max(-1, p1 - p2 - width), high: Math.min(1, p1 - p2 + width), level };
}

/** True when some expected count (kept or lost, if all groups had the pooled rate) is below 5. */
export function hasSmallCount(groups: readonly Retained[]): boolean {
  let [held, start] = [0, 0];
  for (const group of groups) {
    held += group.held;
    start += group.start;
  }
  const rarer = Math.min(held, start - held) / start;
  return groups.some((group) => group.start * rarer < SMALL_COUNT);
}

/** A test's p-value as a metric. */
export function pOf(test: TestResult): MetricResult {
  return 'p' in test ? defined(test.p) : test;
}

function difference(first: Retained, second: Retained): MetricResult {
  return (
    whyNoShare(first) ?? whyNoShare(second) ?? defined(first.held / first.start - second.held / second.start)
  );
}
