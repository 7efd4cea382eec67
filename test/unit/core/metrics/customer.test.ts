import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  churn,
  crr,
  endStartRatio,
  growthRate,
  netGrowth,
  retained,
} from '../../../../src/core/metrics/customer';
import { balanceError, deriveCounts } from '../../../../src/core/metrics/identity';
import type { PeriodCounts } from '../../../../src/core/metrics/evaluation';
import { isDefined } from '../../../../src/core/metrics/result';

const blank: PeriodCounts = { start: null, new: null, lost: null, end: null, reactivated: null };

function counts(given: Partial<PeriodCounts>): PeriodCounts {
  return { ...blank, ...given };
}

const count = fc.nat(1_000_000_000);
/** Counts that balance; nobody is lost who was not there. */
const balanced = fc
  .record({ start: count, new: count, reactivated: count, share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ start, new: joined, reactivated, share }) => {
    const lost = Math.floor(start * share);
    return { start, new: joined, lost, end: start + joined + reactivated - lost, reactivated };
  });

describe('deriveCounts', () => {
  it('derives each of the four from the others', () => {
    fc.assert(
      fc.property(balanced, fc.constantFrom('start', 'new', 'lost', 'end'), (given, name) => {
        const { counts: full, derived, refused } = deriveCounts({ ...given, [name]: null });
        expect(full).toEqual(given);
        expect(derived).toEqual([name]);
        expect(refused).toBeNull();
      }),
    );
  });

  it('derives nothing from two unknown, and changes nothing that is complete', () => {
    const two = counts({ start: 100, end: 99 });
    expect(deriveCounts(two)).toEqual({ counts: two, derived: [], refused: null });
    const off = counts({ start: 100, new: 0, lost: 0, end: 70 });
    expect(deriveCounts(off)).toEqual({ counts: off, derived: [], refused: null });
  });

  it('refuses what would be negative, and says which counts to check', () => {
    const { counts: left, derived, refused } = deriveCounts(counts({ start: 100, new: 0, end: 150 }));
    expect([left.lost, derived]).toEqual([null, []]);
    expect(refused).toMatchObject({ count: 'lost', why: { value: null, reason: 'does-not-balance' } });
    expect(refused!.why.message).toContain('Lost would be −50');
    expect(refused!.why.message).toContain('start, new, end and reactivated');
  });

  it('counts with decimals as people do', () => {
    const { counts: full } = deriveCounts(counts({ start: 0.1, new: 0.2, lost: 0.3 }));
    expect(full.end).toBe(0);
  });

  it('leaves impossible counts alone', () => {
    expect(deriveCounts(counts({ start: 100, new: -5, lost: 10 })).derived).toEqual([]);
    expect(deriveCounts(counts({ start: Number.NaN, new: 5, lost: 10 })).derived).toEqual([]);
  });
});

describe('balanceError', () => {
  it('is what end has too much', () => {
    expect(balanceError(counts({ start: 10, new: 0, lost: 0, end: 11 }))).toBe(1);
    expect(balanceError(counts({ start: 11, new: 0, lost: 1, end: 11, reactivated: 1 }))).toBe(0);
    expect(balanceError(counts({ start: 10, new: 0, end: 11 }))).toBeNull();
  });
});

describe('retention and churn', () => {
  it.each([
    ['classic', 100, 15, 10, 105, null, 0.9],
    ['classic', 500, 50, 100, 450, null, 0.8],
    ['classic', 50_000, 1000, 11_000, 40_000, null, 0.78],
    ['classic', 100, 20, 21, 99, null, 0.79],
    ['classic', 1000, 0, 53, 969, 22, 0.947],
    ['with-reactivated', 1000, 0, 53, 969, 22, 0.969],
    ['lost', 1000, 0, 53, 969, 22, 0.947],
  ] as const)('%s: start %i new %i lost %i end %i', (method, start, joined, lost, end, reactivated, rate) => {
    expect(crr({ start, new: joined, lost, end, reactivated }, method)).toEqual({ value: rate });
  });

  it('believes the counts of its method where a row does not balance', () => {
    const row = counts({ start: 100, new: 0, lost: 10, end: 70 });
    expect(crr(row, 'classic')).toEqual({ value: 0.7 });
    expect(crr(row, 'lost')).toEqual({ value: 0.9 });
  });

  it('takes start and lost where end and new are unknown', () => {
    const row = counts({ start: 2000, lost: 300 });
    expect(crr(row)).toEqual({ value: 0.85 });
    expect(retained(row)).toEqual({ value: 1700 });
  });

  it('is exact: churn and retention make one, each the nearest double to its quotient', () => {
    fc.assert(
      fc.property(balanced, fc.constantFrom('classic', 'lost'), (row, method) => {
        fc.pre(row.start > 0);
        const kept = crr(row, method).value!;
        const left = churn(row, method).value!;
        expect(kept).toBe((row.start - row.lost) / row.start);
        expect(left).toBe(row.lost / row.start);
        expect(Math.abs(kept + left - 1)).toBeLessThanOrEqual(2 ** -53);
        expect(kept).toBeGreaterThanOrEqual(0);
        expect(kept).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('falls with every customer lost', () => {
    fc.assert(
      fc.property(balanced, (row) => {
        fc.pre(row.start > 0 && row.lost < row.start);
        const more = { ...row, lost: row.lost + 1, end: row.end - 1 };
        expect(crr(more).value!).toBeLessThan(crr(row).value!);
        expect(churn(more).value!).toBeGreaterThan(churn(row).value!);
      }),
    );
  });

  it('does not exist for start 0', () => {
    const row = counts({ start: 0, new: 5, lost: 0, end: 5 });
    for (const result of [crr(row), churn(row), endStartRatio(row), growthRate(row)]) {
      expect(result).toMatchObject({ value: null, reason: 'start-is-zero' });
    }
    expect(netGrowth(row)).toEqual({ value: 5 });
  });

  it('does not exist from start and end alone, and shows what they may hide', () => {
    const row = counts({ start: 100, end: 99 });
    expect(crr(row)).toMatchObject({ value: null, reason: 'new-and-lost-unknown' });
    const result = crr(row);
    expect(isDefined(result) ? '' : result.message).toContain('100 → 99 may hide 21 lost and 20 won');
    expect(endStartRatio(row)).toEqual({ value: 0.99 });
    expect(netGrowth(row)).toEqual({ value: -1 });
  });

  it.each([
    [100, 105, '100 → 105 may hide 20 lost and 25 won'],
    [3, 0, '3 → 0 may hide 4 lost and 1 won'],
    [500, 450, '500 → 450 may hide 150 lost and 100 won'],
  ])('gives an example that adds up: %i → %i', (start, end, example) => {
    const result = crr(counts({ start, end }));
    expect(isDefined(result) ? '' : result.message).toContain(example);
  });

  it('says which cell is blank', () => {
    const why = (given: Partial<PeriodCounts>, method?: 'lost'): string => {
      const result = crr(counts(given), method);
      if (isDefined(result)) throw new Error('It is defined.');
      return `${result.reason}: ${result.message}`;
    };
    expect(why({ new: 5, lost: 1 })).toContain('blank: Start is blank');
    expect(why({ start: 100, new: 5 })).toContain('Lost and end are blank');
    expect(why({ start: 100, new: 5 })).toContain('Enter lost or end.');
    expect(why({ start: 100 })).toContain('Enter lost.');
    expect(why({ start: 100, new: 5 }, 'lost')).toContain('Enter lost.');
    expect(why({ start: 100, new: 5, end: 90 }, 'lost')).toContain('Lost is blank, so nobody knows');
    expect(why({})).toContain('Start is blank');
  });

  it('refuses counts that no count can be', () => {
    expect(crr(counts({ start: 100, new: -5, end: 90, lost: 10 }))).toMatchObject({ reason: 'out-of-range' });
    expect(crr(counts({ start: 100, new: Number.NaN, end: 90 }))).toMatchObject({ reason: 'not-a-number' });
    expect(netGrowth(counts({ start: 100, end: Infinity }))).toMatchObject({ reason: 'not-a-number' });
  });

  it('shows rates above 100 % and below 0 % as they are', () => {
    expect(crr(counts({ start: 100, new: 0, end: 150 }))).toEqual({ value: 1.5 });
    expect(churn(counts({ start: 100, new: 0, end: 150 }))).toEqual({ value: -0.5 });
    expect(crr(counts({ start: 10, new: 50, lost: 40, end: 20 }))).toEqual({ value: -3 });
  });

  it('is never NaN, infinite or −0, whatever the counts', () => {
    // Larger ones are refused where a file is read (R411).
    const read = fc.double({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    const anyCount = fc.option(fc.oneof(read, fc.nat(100), fc.constantFrom(0, Infinity, -Infinity)), {
      nil: null,
    });
    fc.assert(
      fc.property(
        fc.record({ start: anyCount, new: anyCount, lost: anyCount, end: anyCount, reactivated: anyCount }),
        fc.constantFrom('classic', 'with-reactivated', 'lost'),
        (row, method) => {
          for (const result of [
            crr(row, method),
            churn(row, method),
            retained(row, method),
            endStartRatio(row),
            netGrowth(row),
            growthRate(row),
          ]) {
            if (isDefined(result)) {
              expect(Number.isFinite(result.value) && !Object.is(result.value, -0)).toBe(true);
            } else {
              expect(result.message.length).toBeGreaterThan(10);
            }
          }
        },
      ),
    );
  });
});
