import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Retained } from '../../../../../src/core/metrics/mean';
import { holm, kProportionTest, pairwise } from '../../../../../src/core/metrics/statistics/groups';
import { decompose, simpson } from '../../../../../src/core/metrics/statistics/mix';
import type { SegmentChange } from '../../../../../src/core/metrics/statistics/mix';
import { twoProportionTest } from '../../../../../src/core/metrics/statistics/proportions';

const group: fc.Arbitrary<Retained> = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([start, share]) => ({ held: Math.round(start * share), start }));
const maybeEmpty = fc.option(group, { nil: { held: 0, start: 0 }, freq: 5 });
const segments: fc.Arbitrary<SegmentChange[]> = fc
  .array(fc.record({ before: maybeEmpty, after: maybeEmpty }), { minLength: 1, maxLength: 20 })
  .map((list) => list.map((segment, index) => ({ name: `segment ${index}`, ...segment })));

describe("Holm's p-values", () => {
  it('are those of R', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.5, 0.9])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it('keep the order, are not below the raw ones, and lie between Bonferroni and none', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (values) => {
        const adjusted = holm(values);
        values.forEach((value, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(value);
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, value * values.length));
          values.forEach((other, j) => {
            if (value < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
          });
        });
      }),
    );
  });
});

describe('several groups', () => {
  it('of two are the two-proportion test, squared', () => {
    fc.assert(
      fc.property(group, group, (one, two) => {
        const [both, pair] = [kProportionTest([one, two]), twoProportionTest(one, two)];
        if (!('p' in pair) || !('p' in both)) {
          expect(both).toMatchObject({ reason: 'no-variation' });
          return;
        }
        expect(Math.abs(both.statistic - pair.statistic ** 2)).toBeLessThanOrEqual(
          1e-9 * (1 + both.statistic),
        );
        expect(both.p).toBeCloseTo(pair.p, 9);
      }),
    );
  });

  it('without customers are left out', () => {
    const groups = [
      { held: 73, start: 86 },
      { held: 90, start: 93 },
      { held: 114, start: 136 },
    ];
    expect(kProportionTest([...groups, { held: 0, start: 0 }])).toEqual(kProportionTest(groups));
    expect(kProportionTest(groups)).toMatchObject({ df: 2, smallCounts: false });
    expect(kProportionTest([groups[0]!, { held: 0, start: 0 }])).toMatchObject({ reason: 'no-variation' });
    expect(kProportionTest([groups[0]!, { held: 3, start: 2 }])).toMatchObject({ reason: 'out-of-range' });
    expect(kProportionTest([...groups, { held: 3, start: 4 }])).toMatchObject({ smallCounts: true });
  });

  it('are compared pair by pair, with evidence by the adjusted p', () => {
    const pairs = pairwise([
      { held: 900, start: 1000 },
      { held: 500, start: 1000 },
      { held: 895, start: 1000 },
      { held: 0, start: 0 },
    ]);
    expect(pairs.map(({ first, second, evidence }) => [first, second, evidence])).toEqual([
      [0, 1, true],
      [0, 2, false],
      [0, 3, false],
      [1, 2, true],
      [1, 3, false],
      [2, 3, false],
    ]);
    expect(pairs[2]!.adjusted).toMatchObject({ reason: 'start-is-zero' });
    for (const { p, adjusted } of pairs) {
      if (p.value !== null) expect(adjusted.value).toBeGreaterThanOrEqual(p.value);
    }
  });
});

describe('the decomposition', () => {
  it('adds up, as a whole and over the segments', () => {
    fc.assert(
      fc.property(segments, (given) => {
        const parts = decompose(given);
        if ('reason' in parts) {
          expect(parts.reason).toBe('start-is-zero');
          return;
        }
        expect(parts.rate + parts.mix).toBeCloseTo(parts.change, 13);
        const sum = parts.segments.reduce((total, { rate, mix }) => total + rate + mix, 0);
        expect(sum).toBeCloseTo(parts.change, 13);
      }),
    );
  });

  it('is all mix where no rate moved, and all rate where no weight did', () => {
    const mix = decompose([
      { name: 'SMB', before: { held: 80, start: 100 }, after: { held: 40, start: 50 } },
      { name: 'Large', before: { held: 90, start: 100 }, after: { held: 135, start: 150 } },
    ]);
    expect('mix' in mix && mix).toMatchObject({ rate: 0 });
    expect('mix' in mix && mix.mix).toBeCloseTo(0.025, 15);
    const rate = decompose([
      { name: 'SMB', before: { held: 80, start: 100 }, after: { held: 35, start: 50 } },
      { name: 'Large', before: { held: 90, start: 100 }, after: { held: 45, start: 50 } },
    ]);
    expect('mix' in rate && rate).toMatchObject({ mix: 0 });
    expect('mix' in rate && rate.rate).toBeCloseTo(-0.05, 15);
  });

  it('counts a new segment as mix', () => {
    const parts = decompose([
      { name: 'old', before: { held: 90, start: 100 }, after: { held: 90, start: 100 } },
      { name: 'new', before: { held: 0, start: 0 }, after: { held: 50, start: 100 } },
    ]);
    expect('mix' in parts && parts).toMatchObject({ rate: 0 });
    expect('mix' in parts && parts.mix).toBeCloseTo(-0.2, 15);
    // Growth of a segment with a poor rate pulls the total down.
    expect('mix' in parts && parts.segments[1]!.mix).toBeLessThan(0);
  });
});

describe('counts that are no numbers', () => {
  const sound = { held: 90, start: 100 };
  it.each([
    { held: Number.NaN, start: 100 },
    { held: Infinity, start: 100 },
    { held: 1, start: -1 },
    { held: 1, start: Infinity },
  ])('are neither taken apart nor compared: %j', (odd) => {
    const segments = (side: 'before' | 'after'): SegmentChange[] => [
      { name: 'A', before: sound, after: sound },
      { name: 'B', before: sound, after: sound, [side]: odd },
    ];
    for (const side of ['before', 'after'] as const) {
      expect(decompose(segments(side))).toMatchObject({ value: null, reason: 'not-a-number' });
      expect(simpson(segments(side))).toMatchObject({ value: null });
    }
  });
});

describe("Simpson's paradox", () => {
  const small = { name: 'small', before: { held: 81, start: 87 }, after: { held: 234, start: 270 } };
  const large = { name: 'large', before: { held: 192, start: 263 }, after: { held: 55, start: 80 } };
  const swapped = ({ name, before, after }: SegmentChange) => ({ name, before: after, after: before });

  it('is found both ways, and not where a segment agrees with the total', () => {
    expect(simpson([small, large])).toBe(true);
    expect(simpson([small, large].map(swapped))).toBe(true);
    expect(simpson([small, swapped(large)])).toBe(false);
    expect(simpson([small, { ...small, name: 'same', after: small.before }])).toBe(false);
  });

  it('needs two segments with customers on both sides', () => {
    expect(simpson([small])).toMatchObject({ reason: 'no-variation' });
    expect(simpson([small, { ...large, before: { held: 0, start: 0 } }])).toMatchObject({
      reason: 'no-variation',
    });
    expect(simpson([])).toMatchObject({ reason: 'start-is-zero' });
  });

  it('is only where the segments’ rates pull against the total', () => {
    fc.assert(
      fc.property(segments, (given) => {
        const [flag, parts] = [simpson(given), decompose(given)];
        if (flag !== true || 'reason' in parts) return;
        expect(Math.sign(parts.rate)).toBe(-Math.sign(parts.change));
      }),
      { numRuns: 500 },
    );
  });
});
