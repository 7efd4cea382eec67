import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Percent } from '../../../../src/core/document/types';
import {
  customersShort,
  gapPoints,
  goalShare,
  lossAllowance,
  percentOf,
  productOfPercents,
  requiredRate,
} from '../../../../src/core/metrics/goal';
import { ONE } from '../../../../src/core/metrics/exact';
import { isDefined } from '../../../../src/core/metrics/result';
import type { MetricResult } from '../../../../src/core/metrics/result';

const customers = fc.nat(10_000_000);
/** Goals of up to 100 % with up to three decimals, as people write them. */
const goals = fc.integer({ min: 1, max: 100_000 }).map((thousandths) => percentOf(thousandths / 1000));

function value(result: MetricResult): number {
  if (!isDefined(result)) throw new Error(result.message);
  return result.value;
}

function reason(result: MetricResult): string | null {
  return isDefined(result) ? null : result.reason;
}

/** held / start ≥ goal, in whole numbers. */
function reaches(held: number, start: number, goal: Percent): boolean {
  return BigInt(held) * BigInt(goal.denominator) >= BigInt(start) * BigInt(goal.numerator);
}

function exceeds(held: number, start: number, goal: Percent): boolean {
  return BigInt(held) * BigInt(goal.denominator) > BigInt(start) * BigInt(goal.numerator);
}

describe('percentOf', () => {
  it('is exact', () => {
    expect(percentOf(85)).toEqual({ numerator: 85, denominator: 100, share: 0.85 });
    expect(percentOf(82.5)).toEqual({ numerator: 825, denominator: 1000, share: 0.825 });
    expect(percentOf(7).share).toBe(0.07);
  });
});

describe('the gap in points', () => {
  it.each([
    [400, 500, 85, -5],
    [39_000, 50_000, 85, -7],
    [90, 100, 85, 5],
    [79, 100, 85, -6],
    [1, 3, 100 / 3, 0],
    [425, 500, 85, 0],
  ])('%i of %i against %f %%', (held, start, goal, points) => {
    const gap = value(gapPoints(held, start, percentOf(goal)));
    expect(gap).toBeCloseTo(points, 12);
    if (Number.isInteger(goal)) expect(gap).toBe(points);
  });

  it('is zero exactly where the rate is the goal, and has the sign of the difference', () => {
    fc.assert(
      fc.property(customers, customers, goals, (held, start, goal) => {
        fc.pre(start > 0);
        const gap = value(gapPoints(held, start, goal));
        const expected = exceeds(held, start, goal) ? 1 : reaches(held, start, goal) ? 0 : -1;
        expect(Math.sign(gap)).toBe(expected);
      }),
    );
  });

  it('does not change where the numbers get too large for doubles', () => {
    const large = 2 ** 50;
    expect(gapPoints(large * 0.75, large, percentOf(85))).toEqual({ value: -10 });
    expect(gapPoints(0.3, 0.4, percentOf(85))).toEqual({ value: -10 });
  });

  it('does not exist for start 0', () => {
    expect(reason(gapPoints(0, 0, percentOf(85)))).toBe('start-is-zero');
  });
});

describe('customers short', () => {
  it.each([
    [400, 500, 85, 25],
    [39_000, 50_000, 85, 3500],
    [79, 100, 85, 6],
    [90, 100, 85, 0],
    // In doubles ceil(0.07 * 100) is 8 and ceil(0.55 * 100) is 56.
    [0, 100, 7, 7],
    [0, 100, 55, 55],
    [0, 1000, 82.5, 825],
    [0, 3, 50, 2],
  ])('%i of %i against %f %% is %i short', (held, start, goal, short) => {
    expect(customersShort(held, start, percentOf(goal))).toEqual({ value: short });
  });

  it('is the smallest number that reaches the goal', () => {
    fc.assert(
      fc.property(customers, customers, goals, (held, start, goal) => {
        fc.pre(start > 0);
        const short = value(customersShort(held, start, goal));
        expect(reaches(held + short, start, goal)).toBe(true);
        if (short > 0) expect(reaches(held + short - 1, start, goal)).toBe(false);
        const more = value(customersShort(held, start, goal, { moreThan: true }));
        expect(exceeds(held + more, start, goal)).toBe(true);
        if (more > 0) expect(exceeds(held + more - 1, start, goal)).toBe(false);
      }),
    );
  });

  it('means more than the goal when asked to', () => {
    expect(customersShort(425, 500, percentOf(85))).toEqual({ value: 0 });
    expect(customersShort(425, 500, percentOf(85), { moreThan: true })).toEqual({ value: 1 });
  });

  it('stays exact beyond 2^53 and with fractions', () => {
    const start = 2 ** 53 - 1;
    const needed = (BigInt(start) * 7n + 99n) / 100n;
    expect(customersShort(0, start, percentOf(7))).toEqual({ value: Number(needed) });
    expect(customersShort(0.5, 10, percentOf(85))).toEqual({ value: 8 });
    const digits = (BigInt(2 ** 45) * 123_456_789n + 999_999_999n) / 1_000_000_000n;
    expect(customersShort(0, 2 ** 45, percentOf(12.3456789))).toEqual({ value: Number(digits) });
    expect(customersShort(8.5, 10, percentOf(85))).toEqual({ value: 0 });
    expect(customersShort(8.5, 10, percentOf(85), { moreThan: true })).toEqual({ value: 1 });
    expect(customersShort(8.6, 10, percentOf(85), { moreThan: true })).toEqual({ value: 0 });
  });
});

describe('the loss allowance', () => {
  it('is what the goal leaves: spent exactly, it is reached; one more loss misses it', () => {
    fc.assert(
      fc.property(customers, goals, (start, goal) => {
        fc.pre(start > 0);
        const allowance = value(lossAllowance(start, goal));
        expect(reaches(start - allowance, start, goal)).toBe(true);
        expect(reaches(start - allowance - 1, start, goal)).toBe(false);
        expect(value(customersShort(start - allowance, start, goal))).toBe(0);
      }),
    );
  });

  it.each([
    [100, 85, 15],
    [500, 85, 75],
    [100, 7, 93],
    [100, 100, 0],
  ])('of %i with %f %% is %i', (start, goal, allowance) => {
    expect(lossAllowance(start, percentOf(goal))).toEqual({ value: allowance });
  });

  it('does not exist for a goal nobody can reach', () => {
    expect(reason(lossAllowance(100, percentOf(120)))).toBe('unreachable');
    expect(reason(lossAllowance(100, percentOf(100), { moreThan: true }))).toBe('unreachable');
    expect(lossAllowance(100, percentOf(85), { moreThan: true })).toEqual({ value: 14 });
    expect(lossAllowance(10.5, percentOf(90))).toEqual({ value: 1 });
    // 84 % of 12.5 are 10.5: two may go, but one of them must stay for more than that.
    expect(lossAllowance(12.5, percentOf(84))).toEqual({ value: 2 });
    expect(lossAllowance(12.5, percentOf(84), { moreThan: true })).toEqual({ value: 1 });
    expect(reason(lossAllowance(0, percentOf(85)))).toBe('start-is-zero');
  });
});

describe('the required rate', () => {
  const done = { numerator: 72n, denominator: 100n };

  it('is the example of the product: 85 % a quarter, 90 % and 80 % done, 85.1 % needed in the two left', () => {
    const year = productOfPercents([85, 85, 85, 85].map(percentOf));
    expect(value(requiredRate(year, done, 2))).toBeCloseTo(Math.sqrt(0.85 ** 4 / 0.72), 14);
    expect(value(requiredRate(year, done, 2)).toFixed(3)).toBe('0.851');
  });

  it('reaches the goal when it is kept, and not when it is missed', () => {
    fc.assert(
      fc.property(goals, goals, fc.integer({ min: 1, max: 11 }), (goal, rate, remaining) => {
        const asked = productOfPercents([goal]);
        const so = productOfPercents([rate]);
        const result = requiredRate(asked, so, remaining);
        if (goal.share > rate.share) {
          expect(reason(result)).toBe('unreachable');
        } else {
          expect(rate.share * value(result) ** remaining).toBeCloseTo(goal.share, 10);
          expect(value(result)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('names the best that is possible when the goal is out of reach', () => {
    const result = requiredRate({ numerator: 9n, denominator: 10n }, done, 1);
    expect(result).toMatchObject({ value: null, reason: 'unreachable' });
    expect(isDefined(result) ? '' : result.message).toContain('72.0 %');
    expect(reason(requiredRate(ONE, { numerator: 0n, denominator: 1n }, 3))).toBe('unreachable');
  });

  it('allows no loss at all where the goal is just in reach', () => {
    expect(requiredRate(done, done, 5)).toEqual({ value: 1 });
  });

  it('says whether the goal was met when nothing is left', () => {
    const met = requiredRate({ numerator: 7n, denominator: 10n }, done, 0);
    const missed = requiredRate({ numerator: 8n, denominator: 10n }, done, 0);
    expect([reason(met), reason(missed)]).toEqual(['nothing-left', 'nothing-left']);
    expect(isDefined(met) ? '' : met.message).toContain('the goal is met');
    expect(isDefined(missed) ? '' : missed.message).toContain('the goal is missed');
  });
});

describe('no goal', () => {
  it('is a reason, not a 0', () => {
    expect(reason(goalShare(null))).toBe('no-goal');
    expect(goalShare(percentOf(85))).toEqual({ value: 0.85 });
  });
});
