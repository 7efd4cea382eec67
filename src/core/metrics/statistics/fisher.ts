import type { Retained } from '../mean';
import { defined } from '../result';
import type { MetricResult } from '../result';
import { whyNoShare } from './share';

/** Tables are as probable as the observed one up to this factor, as in R: sums of rounded terms are never equal. */
const TIE = 1 + 1e-7;

/**
 * Smaller weights count as 0. Below it numbers have fewer digits, and the smallest one times 0.9 is itself again: steps
 * that wait for 0 would never end.
 */
const SMALLEST = 2 ** -1022;

/**
 * Fisher's exact test that two groups have the same rate: the two-sided p-value, the probability of all tables with
 * the same margins that are no more probable than the observed one. For counts too small for a normal approximation.
 *
 * The probabilities follow from each other by ratios, outwards from the most probable table, so no factorial is needed.
 *
 * Source: R. A. Fisher (1922); R, fisher.test, for the two-sided rule.
 *
 * @example
 * fisherExact({ held: 3, start: 4 }, { held: 1, start: 4 }); // { value: 0.4857142857142857 }, 34/70
 */
export function fisherExact(first: Retained, second: Retained): MetricResult {
  const why = whyNoShare(first) ?? whyNoShare(second);
  if (why !== null) return why;
  const held = first.held + second.held;
  const low = Math.max(0, held - second.start);
  const high = Math.min(held, first.start);
  // Weight of the table with k + 1 kept in the first group, relative to the one with k.
  const ratio = (k: number): number =>
    ((first.start - k) / (k + 1)) * ((held - k) / (second.start - held + k + 1));
  const mode = Math.min(
    high,
    Math.max(low, Math.floor(((first.start + 1) / (first.start + second.start + 2)) * (held + 1))),
  );
  const observed = weightFrom(mode, first.held, ratio);
  let total = 1;
  let asExtreme = 1 <= observed * TIE ? 1 : 0;
  for (const step of [1, -1]) {
    let weight = 1;
    for (let k = mode; step > 0 ? k < high : k > low; k += step) {
      weight *= step > 0 ? ratio(k) : 1 / ratio(k - 1);
      if (weight < SMALLEST) break;
      total += weight;
      if (weight <= observed * TIE) asExtreme += weight;
    }
  }
  return defined(Math.min(1, asExtreme / total));
}

/** The weight of the table with `k` kept, where the one with `mode` has the weight 1; 0 when it is too small. */
function weightFrom(mode: number, k: number, ratio: (k: number) => number): number {
  let weight = 1;
  for (let at = mode; at < k && weight >= SMALLEST; at++) weight *= ratio(at);
  for (let at = mode; at > k && weight >= SMALLEST; at--) weight /= ratio(at - 1);
  return weight < SMALLEST ? 0 : weight;
}
