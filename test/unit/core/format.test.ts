import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COMPACT_FORMAT,
  COPY_FORMAT,
  formatCount,
  formatNumber,
  formatPercent,
  formatPoints,
  roundDecimal,
} from '../../../src/core/format';

describe('roundDecimal', () => {
  it.each([
    [0, 1, 0, '0.0'],
    [-0, 1, 0, '0.0'],
    [-0.04, 1, 0, '0.0'],
    [0.05, 1, 0, '0.1'],
    [-0.05, 1, 0, '-0.1'],
    [0.15, 1, 0, '0.2'],
    [0.0015, 1, 2, '0.2'],
    [0.8, 1, 2, '80.0'],
    [0.99949, 1, 2, '99.9'],
    [0.9995, 1, 2, '100.0'],
    [9.99, 1, 0, '10.0'],
    [1e-7, 1, 2, '0.0'],
    [5e-4, 1, 2, '0.1'],
    [1e21, 0, 0, '1000000000000000000000'],
    [123456.5, 0, 0, '123457'],
    [Number.NaN, 1, 0, 'NaN'],
    [Number.POSITIVE_INFINITY, 1, 0, 'Infinity'],
  ])('writes %d to %i digits, shifted by %i, as %s', (value, digits, shift, expected) => {
    expect(roundDecimal(value, digits, shift)).toBe(expected);
  });

  it('rounds every half of a per mille away from zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (half) => {
        // An odd number of 1/2000 lies exactly between two displayed percentages.
        const tenths = (half + (half % 2)) / 2;
        const text = `${Math.floor(tenths / 10)}.${tenths % 10}`;
        expect(roundDecimal(half / 2000, 1, 2)).toBe(text);
        expect(roundDecimal(-half / 2000, 1, 2)).toBe(tenths === 0 ? text : `-${text}`);
      }),
    );
  });

  it('is never further from the value than half a unit of the last digit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, digits) => {
          expect(Math.abs(Number(roundDecimal(value, digits)) - value)).toBeLessThanOrEqual(
            0.5000001 * 10 ** -digits,
          );
        },
      ),
    );
  });
});

describe('numbers for people', () => {
  it('groups digits, spaces units and uses a real minus', () => {
    expect(formatCount(1050)).toBe('1\u202f050');
    expect(formatCount(-11000)).toBe('\u221211\u202f000');
    expect(formatCount(2.5)).toBe('2.5');
    expect(formatPercent(0.8)).toBe('80.0 %');
    expect(formatPercent(0.8, COMPACT_FORMAT)).toBe('80.0%');
    expect(formatPoints(-5)).toBe('\u22125.0 pt');
    expect(formatPoints(5)).toBe('+5.0 pt');
    expect(formatPoints(0.01)).toBe('0.0 pt');
    expect(formatNumber(262.5, 1, { ...COMPACT_FORMAT, decimal: ',' })).toBe('262,5');
  });

  it('writes for other programs without groups, spaces and typographic signs', () => {
    expect(formatCount(50000, COPY_FORMAT)).toBe('50000');
    expect(formatNumber(-5, 1, COPY_FORMAT)).toBe('-5.0');
    expect(formatPercent(0.12345, COPY_FORMAT)).toBe('12.3%');
  });
});
