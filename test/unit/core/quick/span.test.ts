import { describe, expect, it } from 'vitest';
import { spanOfPeriod, spansPerYear } from '../../../../src/core/quick/span';

describe('spanOfPeriod', () => {
  it.each([
    ['2024-Q1', 1, 'quarter'],
    ['2024-W05', 1, 'week'],
    ['2024-01-15/P30D', 30, 'day'],
    ['2024-01-15/P2W', 2, 'week'],
    ['2024-01-15/P3M', 3, 'month'],
    ['2024-01-15/P1Y ', 1, 'year'],
    ['2024-01-01/2024-01-31', 31, 'day'],
  ] as const)('of %s is %i × %s', (text, count, unit) => {
    expect(spanOfPeriod(text)).toEqual({ count, unit });
  });

  it('is none of a text that is no period', () => {
    expect(spanOfPeriod('soon')).toBeNull();
  });
});

describe('spansPerYear', () => {
  it.each([
    [{ count: 2, unit: 'month' }, 6],
    [{ count: 1, unit: 'quarter' }, 4],
    [{ count: 5, unit: 'year' }, 0.2],
    [{ count: 30, unit: 'day' }, 12.175],
    [{ count: 7, unit: 'week' }, 365.25 / 49],
  ] as const)('of %j is %f', (span, times) => {
    expect(spansPerYear(span)).toBeCloseTo(times, 12);
  });
});
