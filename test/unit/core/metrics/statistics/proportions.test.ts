import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntervalResult } from '../../../../../src/core/metrics/evaluation';
import { percentOf } from '../../../../../src/core/metrics/goal';
import type { Retained } from '../../../../../src/core/metrics/mean';
import { clopperPearson, jeffreys } from '../../../../../src/core/metrics/statistics/exactIntervals';
import { fisherExact } from '../../../../../src/core/metrics/statistics/fisher';
import {
  agrestiCaffo,
  compareShares,
  goalTest,
  newcombe,
  twoProportionTest,
} from '../../../../../src/core/metrics/statistics/proportions';

const groupUpTo = (most: number): fc.Arbitrary<Retained> =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([start, share]) => ({ held: Math.round(start * share), start }));
const group = groupUpTo(3000);
const mirrored = ({ held, start }: Retained): Retained => ({ held: start - held, start });

function bounds(interval: IntervalResult): { readonly low: number; readonly high: number } {
  if (!('low' in interval)) throw new Error(interval.message);
  return interval;
}

describe('Clopper–Pearson and Jeffreys', () => {
  // Forty digits of working precision; the first two agree with R's binom.confint.
  it.each([
    [18, 20, 0.6830172859809176, 0.9876514728297052, 0.7161467426957475, 0.9786275119775252],
    [30, 30, 0.8842966917779722, 1, 0.92032182618274, 1],
    [0, 30, 0, 0.11570330822202782, 0, 0.07967817381726],
  ])('of %i of %i', (held, start, low, high, jeffreysLow, jeffreysHigh) => {
    const [exact, bayes] = [bounds(clopperPearson(held, start)), bounds(jeffreys(held, start))];
    expect(exact.low).toBeCloseTo(low, 13);
    expect(exact.high).toBeCloseTo(high, 13);
    expect(bayes.low).toBeCloseTo(jeffreysLow, 13);
    expect(bayes.high).toBeCloseTo(jeffreysHigh, 13);
  });

  // By the quantiles of scipy.
  it('keep ten digits for few of very many, and for many of very many', () => {
    const few = bounds(jeffreys(1, 1_000_000));
    expect(Math.abs(few.low / 1.0789766246541867e-7 - 1)).toBeLessThan(1e-10);
    expect(Math.abs(few.high / 4.6741920467298275e-6 - 1)).toBeLessThan(1e-10);
    const many = bounds(clopperPearson(300_000, 1_000_000));
    expect(many.low).toBeCloseTo(0.2991019119335821, 14);
    expect(many.high).toBeCloseTo(0.30089924664225376, 14);
    // Of one of a hundred the lower bound has a closed form: 1 − 0.975^(1/100).
    const one = -Math.expm1(Math.log(0.975) / 100);
    expect(Math.abs(bounds(clopperPearson(1, 100)).low / one - 1)).toBeLessThan(1e-13);
  });

  it('contain the rate, one inside the other, and mirror retention and churn', () => {
    const level = fc.double({ min: 0.5, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(group, level, ({ held, start }, at) => {
        const [exact, bayes] = [bounds(clopperPearson(held, start, at)), bounds(jeffreys(held, start, at))];
        for (const { low, high } of [exact, bayes]) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(held / start);
          expect(high).toBeGreaterThanOrEqual(held / start);
          expect(high).toBeLessThanOrEqual(1);
        }
        expect(exact.low).toBeLessThanOrEqual(bayes.low + 1e-12);
        expect(exact.high).toBeGreaterThanOrEqual(bayes.high - 1e-12);
        const churn = bounds(clopperPearson(start - held, start, at));
        expect(churn.low).toBeCloseTo(1 - exact.high, 12);
      }),
      { numRuns: 60 },
    );
  });

  it.each([clopperPearson, jeffreys])('say why there is none', (of) => {
    expect(of(0, 0)).toMatchObject({ reason: 'start-is-zero' });
    expect(of(11, 10)).toMatchObject({ reason: 'out-of-range' });
    expect(of(1.5, 10)).toMatchObject({ reason: 'not-a-number' });
    expect(of(1, 10, 1)).toMatchObject({ reason: 'out-of-range' });
  });
});

describe("Fisher's exact test", () => {
  // In whole numbers, without rounding.
  it.each([
    [3, 4, 1, 4, 0.4857142857142857],
    [7, 34, 1, 34, 0.05440013049506565],
    [10, 10, 8, 12, 0.09637730690362269],
    [0, 5, 5, 5, 0.007936507936507936],
    [990, 1000, 4995, 5000, 2.1241995764428184e-5],
    [3, 4, 5, 400, 2.0342594288562347e-5],
    [1500, 3000, 1400, 3000, 0.010534027832066035],
    [2, 2, 3, 3, 1],
  ])('of %i of %i against %i of %i is %f', (held, start, otherHeld, otherStart, p) => {
    const result = fisherExact({ held, start }, { held: otherHeld, start: otherStart });
    expect(Math.abs(result.value! - p)).toBeLessThanOrEqual(1e-11 * p);
  });

  it('has no exact interval of more customers than can be calculated with, and says so at once', () => {
    for (const interval of [clopperPearson, jeffreys]) {
      expect(interval(1e300 - 919_579_258, 1e300)).toMatchObject({ value: null, reason: 'out-of-range' });
      expect(interval(5e299, 1e300)).toMatchObject({ value: null, reason: 'out-of-range' });
    }
  });

  it('comes to an end for groups of millions, whose tables are a long way apart', () => {
    const started = performance.now();
    expect(
      fisherExact({ held: 71_747_004, start: 413_776_368 }, { held: 582_489_598, start: 1_502_036_730 }),
    ).toEqual({
      value: 0,
    });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('does not change when groups, or kept and lost, are swapped', () => {
    fc.assert(
      fc.property(groupUpTo(300), groupUpTo(300), (one, two) => {
        const p = fisherExact(one, two).value!;
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExact(two, one).value).toBeCloseTo(p, 10);
        expect(fisherExact(mirrored(one), mirrored(two)).value).toBeCloseTo(p, 10);
      }),
    );
  });
});

describe('two groups', () => {
  it('of the same rate do not differ at all', () => {
    const [one, two] = [
      { held: 30, start: 90 },
      { held: 50, start: 150 },
    ];
    expect(twoProportionTest(one, two)).toEqual({ statistic: 0, p: 1 });
    expect(compareShares(one, two)).toMatchObject({ p: { value: 1 }, evidence: false });
  });

  it('are tested the same both ways, with the sign of the difference', () => {
    fc.assert(
      fc.property(group, group, (one, two) => {
        const [there, back] = [twoProportionTest(one, two), twoProportionTest(two, one)];
        if (!('p' in there) || !('p' in back)) {
          expect(there).toMatchObject({ reason: 'no-variation' });
          return;
        }
        expect(there.statistic).toBeCloseTo(-back.statistic, 10);
        expect(there.p).toBeCloseTo(back.p, 12);
        const cross = one.held * two.start - two.held * one.start;
        expect(Math.sign(there.statistic)).toBe(Math.sign(cross));
      }),
    );
  });

  it('have a difference inside its intervals, within −1 and 1', () => {
    fc.assert(
      fc.property(group, group, (one, two) => {
        const between = one.held / one.start - two.held / two.start;
        const interval = bounds(newcombe(one, two));
        expect(interval.low).toBeLessThanOrEqual(between);
        expect(interval.high).toBeGreaterThanOrEqual(between);
        const other = bounds(agrestiCaffo(one, two));
        for (const { low, high } of [interval, other]) {
          expect(low).toBeGreaterThanOrEqual(-1);
          expect(high).toBeLessThanOrEqual(1);
        }
        expect(bounds(newcombe(two, one)).low).toBeCloseTo(-interval.high, 12);
      }),
    );
  });

  it('are tested exactly where an expected count is below 5', () => {
    expect(compareShares({ held: 7, start: 34 }, { held: 1, start: 34 }).test).toBe('fisher');
    expect(compareShares({ held: 7, start: 34 }, { held: 3, start: 34 }).test).toBe('pooled-z');
    const large = compareShares({ held: 900, start: 1000 }, { held: 800, start: 1000 });
    expect(large).toMatchObject({ test: 'pooled-z', evidence: true });
    expect(large.difference.value).toBeCloseTo(0.1, 15);
  });

  it('say why they cannot be compared', () => {
    const none = { held: 0, start: 0 };
    const some = { held: 5, start: 10 };
    expect(twoProportionTest(none, some)).toMatchObject({ reason: 'start-is-zero' });
    expect(compareShares(some, none)).toMatchObject({
      difference: { reason: 'start-is-zero' },
      p: { reason: 'start-is-zero' },
      interval: { reason: 'start-is-zero' },
      evidence: false,
    });
    expect(twoProportionTest({ held: 5, start: 5 }, { held: 9, start: 9 })).toMatchObject({
      reason: 'no-variation',
      message: 'Everybody stayed in every group, so there is no difference to test.',
    });
    expect(twoProportionTest({ held: 11, start: 10 }, some)).toMatchObject({ reason: 'out-of-range' });
    expect(fisherExact({ held: 0.5, start: 10 }, some)).toMatchObject({ reason: 'not-a-number' });
  });
});

describe('the test against a goal', () => {
  it('is 1 at the goal and tells no side', () => {
    expect(goalTest({ held: 85, start: 100 }, percentOf(85))).toEqual({ statistic: 0, p: 1 });
    const [below, above] = [80, 90].map((held) => goalTest({ held, start: 100 }, percentOf(85)));
    expect(below).toEqual(above);
  });

  it.each([
    [10, 0, 50, 'start-is-zero'],
    [5, 10, 100, 'out-of-range'],
    [5, 10, 120, 'out-of-range'],
    [-1, 10, 50, 'out-of-range'],
  ])('of %i of %i against %i %% does not exist: %s', (held, start, goal, reason) => {
    expect(goalTest({ held, start }, percentOf(goal))).toMatchObject({ reason });
  });
});
