import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cagr,
  convertChurn,
  convertRetention,
  convertRetentionByDays,
} from '../../../../src/core/metrics/time';

const share = fc.double({ min: 0.0001, max: 0.9999, noNaN: true });

describe('conversion between lengths of time', () => {
  it('compounds', () => {
    expect(convertChurn(0.05, 12).value).toBeCloseTo(0.45963991233736, 13);
    expect(convertChurn(0.02, 12).value).toBeCloseTo(0.215283, 6);
    expect(convertRetention(0.85, 1 / 12).value).toBeCloseTo(0.98655, 5);
    expect(convertRetention(0.85, 12).value).toBeCloseTo(0.142242, 6);
  });

  it('comes back to where it began, for retention and for churn', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 60 }), (rate, periods) => {
        const there = convertRetention(rate, periods).value!;
        fc.pre(there > 1e-200);
        expect(convertRetention(there, 1 / periods).value!).toBeCloseTo(rate, 9);
        expect(convertChurn(rate, periods).value!).toBeCloseTo(
          1 - convertRetention(1 - rate, periods).value!,
          12,
        );
      }),
    );
  });

  it('keeps the digits of small churn rates', () => {
    expect(convertChurn(1e-12, 12).value! / 12e-12).toBeCloseTo(1, 10);
  });

  it('goes by days, with a year of 365.25', () => {
    expect(convertRetentionByDays(0.9, 365.25)).toEqual({ value: 0.9 });
    expect(convertRetentionByDays(0.9, 30.4375).value).toBeCloseTo(0.9 ** 12, 12);
    expect(convertRetentionByDays(0.5, 10, { toDays: 20 })).toEqual({ value: 0.25 });
  });

  it.each([
    [convertRetentionByDays(0.9, 30, { incomplete: true }), 'incomplete-period'],
    [convertRetentionByDays(0.9, 0), 'out-of-range'],
    [convertRetentionByDays(0.9, Number.NaN), 'out-of-range'],
    [convertRetention(-0.1, 12), 'out-of-range'],
    [convertRetention(0.9, 0), 'out-of-range'],
    [convertRetention(Number.NaN, 12), 'not-a-number'],
    [convertRetention(2, 1e9), 'out-of-range'],
    [convertChurn(1.1, 12), 'out-of-range'],
    [convertChurn(-0.1, 12), 'out-of-range'],
    [convertChurn(0.1, Number.NaN), 'not-a-number'],
    [cagr(0, 5, 2), 'zero-denominator'],
    [cagr(-1, 5, 2), 'out-of-range'],
    [cagr(1, 5, 0), 'out-of-range'],
    [cagr(1, Number.NaN, 1), 'not-a-number'],
  ])('%# is undefined', (result, reason) => {
    expect(result).toMatchObject({ value: null, reason });
  });

  it('ends at the edges', () => {
    expect(convertChurn(1, 12)).toEqual({ value: 1 });
    expect(convertChurn(0, 12)).toEqual({ value: 0 });
    expect(convertRetention(0, 12)).toEqual({ value: 0 });
    expect(convertRetention(1, 12)).toEqual({ value: 1 });
  });
});

describe('growth', () => {
  it('is the constant rate between two amounts', () => {
    expect(cagr(1.5, 6.5, 2).value).toBeCloseTo(1.08167, 5);
    expect(cagr(5, 0, 2)).toEqual({ value: -1 });
  });
});
