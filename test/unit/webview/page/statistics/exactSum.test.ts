import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  roundDecimalText,
  scaledToDecimal,
  trimDecimal,
} from '../../../../../src/webview/page/numbers/decimal';
import { ExactSum } from '../../../../../src/webview/page/statistics/exactSum';

function sumOf(...values: number[]): ExactSum {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum;
}

describe('exact sum', () => {
  it('adds decimals as decimals', () => {
    expect(sumOf(0.1, 0.2).total()).toBe('0.3');
    expect(sumOf(1.1, 2.2, 3.3).total()).toBe('6.6');
    expect(sumOf(0.1, 0.2).mean()).toBe('0.15');
    expect(sumOf(1e-7, 2e-7).total()).toBe('0.0000003');
  });

  it('gives the statistics of the sketch', () => {
    const sum = sumOf(100, 500, 150, 300);
    expect([sum.count, sum.total(), sum.mean(), sum.minimum, sum.maximum]).toEqual([
      4,
      '1050',
      '262.5',
      100,
      500,
    ]);
  });

  it('rounds the mean half away from zero', () => {
    expect(sumOf(1, 0, 0).mean()).toBe('0.33');
    expect(sumOf(2, 0, 0).mean()).toBe('0.67');
    expect(sumOf(1, 0, 0, 0, 0, 0, 0, 0).mean()).toBe('0.13');
    expect(sumOf(-1, 0, 0, 0, 0, 0, 0, 0).mean()).toBe('-0.13');
  });

  it('stays exact beyond 2^53', () => {
    const big = Number.MAX_SAFE_INTEGER;
    expect(sumOf(big, big, big, 0.25).total()).toBe('27021597764222973.25');
    // A double is the shortest decimal that reads back as it, not its binary value.
    expect(sumOf(2 ** 70, 1).total()).toBe('1180591620717411300001');
  });

  it('is empty without numbers', () => {
    expect(new ExactSum().total()).toBe('0');
    expect(new ExactSum().mean()).toBeNull();
  });

  it('agrees with integer arithmetic on any written decimals', () => {
    const written = fc.record({
      digits: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
      scale: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 40 }), (numbers) => {
        const sum = sumOf(
          ...numbers.map(({ digits, scale }) => Number(scaledToDecimal(BigInt(digits), scale))),
        );
        const exact = numbers.reduce((total, n) => total + BigInt(n.digits) * 10n ** BigInt(9 - n.scale), 0n);
        expect(sum.total()).toBe(trimDecimal(scaledToDecimal(exact, 9)));
        const mean = Number(sum.mean());
        expect(Math.abs(mean - Number(exact) / 1e9 / numbers.length)).toBeLessThanOrEqual(
          0.0050001 + Math.abs(mean) * 1e-12,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('rounds decimal text with a sticky digit', () => {
    expect(roundDecimalText('0.1249999', 2)).toBe('0.12');
    expect(roundDecimalText('0.1250001', 2)).toBe('0.13');
  });
});
