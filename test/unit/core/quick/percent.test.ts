import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf as percentOfNumber } from '../../../../src/core/metrics/goal';
import { percentOf } from '../../../../src/core/quick/numbers';
import { percentDigits } from '../../../../src/core/quick/percent';

describe('percentDigits', () => {
  it.each([
    [85, 100, '85'],
    [825, 1000, '82.5'],
    [850, 1000, '85'],
    [9, 10, '90'],
    [2, 1, '200'],
    [0, 1, '0'],
    [7, 10000, '0.07'],
    [1, 8, '12.5'],
    [8500, 10000, '85'],
    [8250, 10000, '82.5'],
    [8501, 10000, '85.01'],
  ])('writes %d/%d as %s %%', (numerator, denominator, digits) => {
    expect(percentDigits({ numerator, denominator, share: numerator / denominator })).toBe(digits);
  });

  it('are exact fractions of a hundred or more', () => {
    expect(percentOf('0.5', true)).toEqual({ numerator: 50, denominator: 100, share: 0.5 });
    expect(percentOf('0.85', true)).toEqual({ numerator: 85, denominator: 100, share: 0.85 });
    expect(percentOf('0.8250', true)).toEqual({ numerator: 825, denominator: 1000, share: 0.825 });
    expect(percentOf('82.50', false)).toEqual({ numerator: 825, denominator: 1000, share: 0.825 });
    expect(percentOf('82.5000', false)).toEqual({ numerator: 825, denominator: 1000, share: 0.825 });
    expect(percentOf('00000000000000085', false)).toEqual({ numerator: 85, denominator: 100, share: 0.85 });
    expect(percentOf('12.3456789012345', false)).toBeNull();
    expect(percentOf('1234567890123456', false)).toBeNull();
  });

  it('gives back what was read', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99999 }), fc.nat({ max: 9999 }), (whole, fraction) => {
        const digits = `${whole}.${String(fraction).padStart(4, '0')}`.replace(/\.?0+$/, '');
        const percent = percentOf(digits, false);
        expect(percent && percentDigits(percent)).toBe(digits);
        expect(percentDigits(percentOfNumber(Number(digits)))).toBe(digits);
      }),
    );
  });
});
