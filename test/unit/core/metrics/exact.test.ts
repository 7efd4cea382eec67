import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ceil,
  compare,
  divide,
  floor,
  fractionOf,
  multiply,
  ONE,
  productOfQuotients,
  quotient,
  quotientError,
  sumLess,
  toNumber,
} from '../../../../src/core/metrics/exact';
import { CountSum, ShareSum } from '../../../../src/core/metrics/exactSum';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('fractions', () => {
  it('mean the decimal that was written', () => {
    expect(fractionOf(12.1)).toEqual({ numerator: 121n, denominator: 10n });
    expect(fractionOf(1e21)).toEqual({ numerator: 10n ** 21n, denominator: 1n });
    expect(fractionOf(-2.5e-7)).toEqual({ numerator: -25n, denominator: 100_000_000n });
    expect(() => fractionOf(Number.NaN)).toThrow(RangeError);
  });

  it('go back to the double they came from', () => {
    fc.assert(
      fc.property(finite, (value) => Object.is(toNumber(fractionOf(value)), value === 0 ? 0 : value)),
    );
  });

  it('multiply to one fraction, whether doubles have room for it or not', () => {
    const value = fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.maxSafeInteger(), finite);
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            value,
            value.filter((below) => below !== 0),
          ),
        ),
        (quotients) => {
          let product = ONE;
          for (const [a, b] of quotients) product = multiply(product, divide(fractionOf(a), fractionOf(b)));
          expect(compare(productOfQuotients(quotients), product)).toBe(0);
        },
      ),
    );
    expect(() => productOfQuotients([[1, 0]])).toThrow(RangeError);
  });

  it('are what a sum of amounts in cents is, whichever way it is computed', () => {
    const cents = fc.integer({ min: -(10 ** 13), max: 10 ** 13 });
    fc.assert(
      fc.property(cents, cents, cents, cents, (a, b, c, d) => {
        const exact = toNumber({
          numerator: BigInt(a) + BigInt(b) + BigInt(c) - BigInt(d),
          denominator: 100n,
        });
        return sumLess(a / 100, b / 100, c / 100, d / 100) === exact;
      }),
    );
  });

  it('round to the nearest double, as the division of whole numbers does', () => {
    const whole = fc.maxSafeInteger();
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        fc.pre(b !== 0);
        const sign = b < 0 ? -1n : 1n;
        const rounded = toNumber({ numerator: BigInt(a) * sign, denominator: BigInt(b) * sign });
        expect(rounded === a / b).toBe(true);
      }),
    );
  });

  it('break ties to even and never lose what the quotient left over', () => {
    const tie = 2n ** 53n + 1n;
    expect(toNumber({ numerator: tie, denominator: 1n })).toBe(2 ** 53);
    expect(toNumber({ numerator: tie * 10n ** 30n + 1n, denominator: 10n ** 30n })).toBe(2 ** 53 + 2);
  });

  it('reach beyond the range of doubles without becoming NaN', () => {
    expect(toNumber({ numerator: 10n ** 400n, denominator: 1n })).toBe(Infinity);
    expect(toNumber({ numerator: 1n, denominator: 10n ** 400n })).toBe(0);
    expect(toNumber({ numerator: 10n ** 400n, denominator: 10n ** 399n })).toBe(10);
  });

  it('round up and down on both sides of zero', () => {
    expect([floor(fractionOf(-2.5)), ceil(fractionOf(-2.5))]).toEqual([-3n, -2n]);
    expect([floor(fractionOf(2.5)), ceil(fractionOf(2.5))]).toEqual([2n, 3n]);
    expect([floor(fractionOf(-3)), ceil(fractionOf(-3))]).toEqual([-3n, -3n]);
  });
});

describe('quotient and sum', () => {
  it('answer in decimals, where doubles alone do not', () => {
    expect(quotient(12.1, 0.1)).toBe(121);
    expect(sumLess(0.1, 0.2, 0, 0.3)).toBe(0);
    expect(sumLess(2 ** 53, 1, 1, 0)).toBe(2 ** 53 + 2);
    expect(sumLess(1.005, 0.1, 0, 0)).toBe(1.105);
  });

  it('refuse a division by zero', () => {
    expect(() => quotient(1, 0)).toThrow(RangeError);
  });
});

describe('quotientError', () => {
  it('completes the quotient to twice the precision', () => {
    const whole = fc.integer({ min: 1, max: 2 ** 45 });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const rounded = a / b;
        const error = quotientError(a, b, rounded);
        expect(Math.abs(error)).toBeLessThanOrEqual(2 ** -53 * rounded);
        // a − rounded · b, exactly, by scaling the double to a whole number.
        const shift = 53 + 60;
        const mantissa = BigInt(rounded * 2 ** shift);
        const exact = (BigInt(a) << BigInt(shift)) - mantissa * BigInt(b);
        const expected = toNumber({ numerator: exact, denominator: BigInt(b) << BigInt(shift) });
        expect(error).toBe(expected);
      }),
    );
  });

  it('claims nothing about numbers it does not cover', () => {
    expect(quotientError(0.5, 3, quotient(0.5, 3))).toBe(0);
  });
});

describe('sums', () => {
  const wild = fc.array(
    fc.oneof(
      fc.double({ min: -1, max: 1.5, noNaN: true }),
      fc.integer(),
      fc.maxSafeInteger(),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
    { minLength: 1, maxLength: 40 },
  );

  it('do not depend on the order, nor on what was added and taken out again', () => {
    fc.assert(
      fc.property(wild, wild, (kept, passing) => {
        const [counts, shares] = [new CountSum(), new ShareSum()];
        kept.forEach((value) => counts.add(value));
        kept.forEach((value) => shares.add(value));
        const [windingCounts, windingShares] = [new CountSum(), new ShareSum()];
        for (const sum of [windingCounts, windingShares]) {
          passing.forEach((value) => sum.add(value));
          [...kept].reverse().forEach((value) => sum.add(value));
          passing.forEach((value) => sum.remove(value));
        }
        expect(toNumber(windingCounts.total())).toBe(toNumber(counts.total()));
        expect(windingCounts.wholeTotal).toBe(counts.wholeTotal);
        expect(windingShares.total()).toBe(shares.total());
        expect(windingShares.mean(kept.length)).toBe(shares.mean(kept.length));
      }),
    );
  });

  it('are exact', () => {
    const counts = new CountSum();
    [0.1, 0.2, 2 ** 53, 1].forEach((value) => counts.add(value));
    expect(counts.wholeTotal).toBeNull();
    counts.remove(2 ** 53);
    expect(toNumber(counts.total())).toBe(1.3);
    counts.remove(0.2);
    counts.remove(0.1);
    expect(counts.wholeTotal).toBe(1);

    const shares = new ShareSum();
    [1, 2 ** -53, 2 ** -53].forEach((value) => shares.add(value));
    expect(shares.total()).toBe(1 + 2 ** -52);
    shares.add(1e300);
    expect(shares.total()).toBe(1e300);
    shares.remove(1e300);
    expect(shares.mean(2)).toBe(0.5 + 2 ** -53);
  });
});
