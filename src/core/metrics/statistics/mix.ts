/**
 * Why a total rate moved: because the segments' rates did, or because customers moved between segments of different
 * rates. The two sides are two periods, or two groups such as strategies.
 */
import { compare, divide, fractionOf } from '../exact';
import type { Retained } from '../mean';
import { undefinedFor } from '../result';
import type { Undefined } from '../result';
import { whyNoShare } from './share';

/** One segment on both sides. A segment that does not exist on one side has the start 0 there. */
export interface SegmentChange {
  readonly name: string;
  readonly before: Retained;
  readonly after: Retained;
}

/** What one segment adds to the change of the total, in shares. */
export interface SegmentEffect {
  readonly name: string;
  /** Because its rate moved: mean weight · change of rate. */
  readonly rate: number;
  /** Because its weight moved: change of weight · its mean rate, measured from the mean total rate. */
  readonly mix: number;
}

/** A change of the total rate taken apart; `rate + mix` is the change. All are shares: 0.05 is 5 points. */
export interface Decomposition {
  readonly change: number;
  readonly rate: number;
  readonly mix: number;
  readonly segments: readonly SegmentEffect[];
}

/**
 * Takes the change of the total rate apart: Δ = Σ w̄·Δr + Σ r̄·Δw, with w a segment's share of the customers at the
 * start, r its rate, and a bar for the mean of both sides. The two sums add up to the change; there is no rest.
 *
 * A segment with customers on one side only has no change of rate: it counts as mix. Each segment's mix effect is
 * measured from the mean total rate, which changes no sum, so that growth of a segment with a poor rate is negative.
 *
 * Source: own rule; the symmetric form of E. M. Kitagawa (1955), "Components of a difference between two rates".
 *
 * @example
 * decompose([{ name: 'SMB', before: { held: 80, start: 100 }, after: { held: 40, start: 50 } },
 *   { name: 'Large', before: { held: 90, start: 100 }, after: { held: 135, start: 150 } }]);
 * // { change: 0.025, rate: 0, mix: 0.025, … }, but for rounding
 */
export function decompose(segments: readonly SegmentChange[]): Decomposition | Undefined {
  const [before, after] = [total(segments, 'before'), total(segments, 'after')];
  if (before.start === 0 || after.start === 0) {
    return undefinedFor('start-is-zero', 'One side has no customers at the start, so it has no rate.');
  }
  const invalid = segments
    .flatMap((segment) => [segment.before, segment.after])
    .find(({ held, start }) => !Number.isFinite(held) || !(start >= 0 && start < Infinity));
  if (invalid !== undefined) return undefinedFor('not-a-number');
  const reference = (before.held / before.start + after.held / after.start) / 2;
  let [rate, mix] = [0, 0];
  const effects = segments.map((segment): SegmentEffect => {
    const [w0, w1] = [segment.before.start / before.start, segment.after.start / after.start];
    const [r0, r1] = ratesOf(segment);
    const effect = {
      name: segment.name,
      rate: ((w0 + w1) / 2) * (r1 - r0),
      mix: ((r0 + r1) / 2 - reference) * (w1 - w0),
    };
    rate += effect.rate;
    mix += effect.mix;
    return effect;
  });
  return { change: after.held / after.start - before.held / before.start, rate, mix, segments: effects };
}

/**
 * Simpson's paradox: true when every segment moved one way and the total the other. Compared exactly. Segments with
 * customers on one side only cannot have moved and are left out; one that stayed as it was prevents the flag.
 *
 * Source: C. R. Charig et al. (1986) in the BMJ, the kidney stones.
 *
 * @example
 * simpson([{ name: 'small', before: { held: 81, start: 87 }, after: { held: 234, start: 270 } },
 *   { name: 'large', before: { held: 192, start: 263 }, after: { held: 55, start: 80 } }]); // true
 */
export function simpson(segments: readonly SegmentChange[]): boolean | Undefined {
  for (const { before, after } of segments) {
    for (const side of [before, after]) {
      const why = side.start === 0 ? null : whyNoShare(side);
      if (why !== null) return why;
    }
  }
  const [before, after] = [total(segments, 'before'), total(segments, 'after')];
  if (before.start === 0 || after.start === 0) {
    return undefinedFor('start-is-zero', 'One side has no customers at the start, so it has no rate.');
  }
  const both = segments.filter((segment) => segment.before.start > 0 && segment.after.start > 0);
  if (both.length < 2) {
    return undefinedFor('no-variation', 'It needs two segments with customers on both sides.');
  }
  const way = direction(before, after);
  return way !== 0 && both.every((segment) => direction(segment.before, segment.after) === -way);
}

/** −1, 0 or 1 as the rate fell, stayed or rose. */
function direction(before: Retained, after: Retained): number {
  return compare(
    divide(fractionOf(after.held), fractionOf(after.start)),
    divide(fractionOf(before.held), fractionOf(before.start)),
  );
}

/** The rates of both sides; where one has none, that of the other. */
function ratesOf({ before, after }: SegmentChange): readonly [number, number] {
  const one = before.start === 0 ? null : before.held / before.start;
  const two = after.start === 0 ? null : after.held / after.start;
  return [one ?? two ?? 0, two ?? one ?? 0];
}

function total(segments: readonly SegmentChange[], side: 'before' | 'after'): Retained {
  let [held, start] = [0, 0];
  for (const segment of segments) {
    held += segment[side].held;
    start += segment[side].start;
  }
  return { held, start };
}
