/** Three and more groups or segments: do their rates differ at all, and which differ from which? */
import type { Retained } from '../mean';
import { defined, isDefined, undefinedFor } from '../result';
import type { MetricResult, Undefined } from '../result';
import { chiSquareTail } from './gamma';
import { SIGNIFICANCE, compareShares, hasSmallCount } from './proportions';
import type { Comparison } from './proportions';
import { noVariation, whyNoShare } from './share';

/** The chi-square test of several groups, or why there is none. */
export type GroupsTest =
  | {
      readonly statistic: number;
      readonly df: number;
      readonly p: number;
      /** True when an expected count is below 5: then the p-value is rough. */
      readonly smallCounts: boolean;
    }
  | Undefined;

/** One of several comparisons, with the p-value that allows for there being many. */
export interface AdjustedComparison extends Comparison {
  /** Holm's adjusted p-value; `evidence` is judged by it. */
  readonly adjusted: MetricResult;
}

/** Two of several groups. */
export interface Pair extends AdjustedComparison {
  /** Places of the two in the list. */
  readonly first: number;
  readonly second: number;
}

/**
 * Chi-square test that all groups have the same rate: χ² = Σ (x − n·p)² / (n·p(1 − p)) with p the pooled rate and one
 * degree of freedom less than groups. Groups without customers at their start say nothing and are left out.
 *
 * Source: R, prop.test of k samples; statsmodels, proportions_chisquare.
 *
 * @example
 * kProportionTest([{ held: 73, start: 86 }, { held: 90, start: 93 }, { held: 114, start: 136 }]);
 */
export function kProportionTest(groups: readonly Retained[]): GroupsTest {
  const used = groups.filter(({ start }) => start !== 0);
  for (const group of used) {
    const why = whyNoShare(group);
    if (why !== null) return why;
  }
  if (used.length < 2)
    return undefinedFor('no-variation', 'It needs two groups with customers at the start.');
  let [held, start] = [0, 0];
  for (const group of used) {
    held += group.held;
    start += group.start;
  }
  if (held === 0 || held === start) return noVariation(held === 0);
  const pooled = held / start;
  let statistic = 0;
  for (const group of used) {
    // (x·N − n·X)/N, so that equal rates give exactly 0.
    const miss = (group.held * start - group.start * held) / start;
    statistic += (miss * miss) / group.start;
  }
  statistic /= pooled * ((start - held) / start);
  const df = used.length - 1;
  return { statistic, df, p: chiSquareTail(statistic, df), smallCounts: hasSmallCount(used) };
}

/**
 * Every pair of groups compared, with p-values adjusted by Holm: the probability that any of the pairs looks different
 * by chance stays below the level. In the order of the list.
 *
 * @example
 * pairwise([{ held: 90, start: 100 }, { held: 50, start: 100 }, { held: 88, start: 100 }])[0].evidence; // true
 */
export function pairwise(groups: readonly Retained[]): Pair[] {
  const pairs: { first: number; second: number; comparison: Comparison }[] = [];
  groups.forEach((one, first) => {
    for (let second = first + 1; second < groups.length; second++) {
      pairs.push({ first, second, comparison: compareShares(one, groups[second]!) });
    }
  });
  const adjusted = adjustedByHolm(pairs.map(({ comparison }) => comparison));
  return pairs.map(({ first, second }, index) => ({ ...adjusted[index]!, first, second }));
}

/**
 * Comparisons judged together: their p-values adjusted by Holm, and `evidence` by the adjusted ones. Those without a
 * p-value do not count.
 */
export function adjustedByHolm(comparisons: readonly Comparison[]): AdjustedComparison[] {
  const adjusted = holm(comparisons.flatMap(({ p }) => (isDefined(p) ? [p.value] : [])));
  let next = 0;
  return comparisons.map((comparison) => {
    const { difference, interval, p, test } = comparison;
    if (!isDefined(p)) return { ...comparison, adjusted: p };
    const value = adjusted[next++]!;
    return { difference, interval, p, test, adjusted: defined(value), evidence: value < SIGNIFICANCE };
  });
}

/**
 * p-values adjusted for many tests by Holm's step-down rule, in the order given: the i-th smallest of m is multiplied
 * by m − i + 1, and none is below the one before it or above 1.
 *
 * Source: S. Holm (1979), "A simple sequentially rejective multiple test procedure"; R, p.adjust("holm").
 *
 * @example
 * holm([0.01, 0.04, 0.03]); // [0.03, 0.06, 0.06]
 */
export function holm(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const adjusted = new Array<number>(values.length);
  let highest = 0;
  order.forEach((index, rank) => {
    highest = Math.max(highest, Math.min(1, (values.length - rank) * values[index]!));
    adjusted[index] = highest;
  });
  return adjusted;
}
