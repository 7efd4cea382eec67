import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../src/core/document/calendar';
import { lastCompletePeriod } from '../../../../src/core/document/lastPeriod';
import { formatPeriod, nextPeriod } from '../../../../src/core/document/period';

describe('lastCompletePeriod', () => {
  it.each([
    ['day', '2024-05-16'],
    ['week', '2024-W19'],
    ['month', '2024-04'],
    ['custom', '2024-04'],
    ['quarter', '2024-Q1'],
    ['year', '2023'],
  ] as const)('of a %s on 17 May 2024 is %s', (granularity, expected) => {
    expect(formatPeriod(lastCompletePeriod(granularity, dayOf(2024, 5, 17)))).toBe(expected);
  });

  it('is over, and the one after it is not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
        fc.integer({ min: dayOf(1990, 1, 1), max: dayOf(2100, 1, 1) }),
        (granularity, today) => {
          const last = lastCompletePeriod(granularity, today);
          expect(last.granularity).toBe(granularity);
          expect(last.lastDay).toBeLessThan(today);
          expect(nextPeriod(last)?.lastDay).toBeGreaterThanOrEqual(today);
        },
      ),
    );
  });
});
