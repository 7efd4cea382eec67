import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EXACT_PRODUCT_LIMIT,
  RateSums,
  compounded,
  geometricMean,
  rollingMean,
  simpleMean,
  weightedMean,
} from '../../../../src/core/metrics/mean';
import type { MetricResult } from '../../../../src/core';
import type { Retained } from '../../../../src/core/metrics/mean';

function of(...periods: (readonly [number, number] | null)[]): (Retained | null)[] {
  return periods.map((period) => (period === null ? null : { held: period[0], start: period[1] }));
}

const survivors = [1000, 631, 468, 382, 326];
const cohort = survivors.slice(1).map((held, index) => ({ held, start: survivors[index]! }));

const period = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0.001, max: 1, noNaN: true }))
  .map(([start, share]) => ({ held: Math.ceil(start * share), start }));
const periods = fc.array(period, { minLength: 1, maxLength: 30 });

describe('means', () => {
  it('agree with a published cohort', () => {
    expect(weightedMean(cohort)).toEqual({ value: 1807 / 2481 });
    expect(simpleMean(cohort).value).toBeCloseTo(0.76058, 5);
    expect(geometricMean(cohort).value).toBeCloseTo(0.75562, 5);
    expect(compounded(cohort)).toEqual({ value: 0.326 });
  });

  it('leave a period of nobody out', () => {
    const list = of([0, 0], [50, 100]);
    expect([weightedMean(list), simpleMean(list), geometricMean(list)]).toEqual([
      { value: 0.5 },
      { value: 0.5 },
      { value: 0.5 },
    ]);
  });

  it('leave an unknown period out, but never compound across it', () => {
    const list = of([9, 10], null, [1, 2]);
    expect(weightedMean(list)).toEqual({ value: 10 / 12 });
    expect(simpleMean(list)).toEqual({ value: 0.7 });
    expect(compounded(list)).toMatchObject({ value: null, reason: 'contains-undefined-period' });
    expect(compounded(of([0, 0], [1, 2]))).toMatchObject({ reason: 'contains-undefined-period' });
  });

  it('weigh a period by its customers only where they say so', () => {
    const list = of([10, 100], [9, 900]);
    expect(weightedMean(list)).toEqual({ value: 0.019 });
    expect(simpleMean(list)).toEqual({ value: 0.055 });
  });

  it('are nothing without a period', () => {
    for (const result of [weightedMean([]), simpleMean([]), geometricMean([]), compounded([])]) {
      expect(result).toMatchObject({ value: null, reason: 'no-complete-period' });
    }
    expect(simpleMean([null])).toMatchObject({ value: null, reason: 'no-complete-period' });
  });

  it('say how many periods are in the way', () => {
    const message = (result: MetricResult): unknown => 'message' in result && result.message;
    expect(message(compounded(of(null, [1, 2])))).toBe(
      'One period has no retention rate, so the rates cannot be compounded.',
    );
    expect(message(compounded(of([0, 0], null, [1, 2])))).toBe(
      '2 periods have no retention rate, so the rates cannot be compounded.',
    );
    for (const mean of [weightedMean, simpleMean, geometricMean]) {
      expect(message(mean(of([0, 0], null)))).toBe('No complete period has a retention rate.');
      expect(message(mean([]))).not.toBe('No complete period has a retention rate.');
    }
    expect(message(rollingMean(of([1, 2]), 2))).toBe('It needs 2 complete periods; there is 1.');
    expect(message(rollingMean(of(null, [1, 2]), 2))).toBe(
      '1 of the last 2 complete periods has no known retention rate.',
    );
    expect(message(rollingMean(of(null, null), 2))).toBe(
      '2 of the last 2 complete periods have no known retention rate.',
    );
  });

  it('know no rate that no double can hold', () => {
    const list = of([1e300, 1e-300], [1, 2]);
    expect(simpleMean(list)).toEqual({ value: 0.5 });
    expect(weightedMean(list)).toEqual({ value: 0.5 });
    expect(compounded(list)).toMatchObject({ reason: 'contains-undefined-period' });
  });

  it('are zero where everybody left once, and undefined below zero', () => {
    expect(geometricMean(of([0, 10], [9, 10]))).toEqual({ value: 0 });
    expect(compounded(of([0, 10], [9, 10]))).toEqual({ value: 0 });
    expect(geometricMean(of([-1, 10], [9, 10]))).toMatchObject({ reason: 'out-of-range' });
    expect(compounded(of([-1, 10], [-9, 10]))).toMatchObject({ reason: 'out-of-range' });
    expect(simpleMean(of([-1, 10], [9, 10]))).toEqual({ value: 0.4 });
  });

  it('lie between the smallest and the largest rate, the geometric below the simple', () => {
    fc.assert(
      fc.property(periods, (list) => {
        const rates = list.map(({ held, start }) => held / start);
        const [low, high] = [Math.min(...rates), Math.max(...rates)];
        for (const mean of [weightedMean(list), simpleMean(list), geometricMean(list)]) {
          expect(mean.value!).toBeGreaterThanOrEqual(low * (1 - 1e-13));
          expect(mean.value!).toBeLessThanOrEqual(high * (1 + 1e-13));
        }
        expect(geometricMean(list).value!).toBeLessThanOrEqual(simpleMean(list).value! * (1 + 1e-13));
        expect(geometricMean(list).value! ** list.length).toBeCloseTo(compounded(list).value!, 12);
      }),
    );
  });

  it('do not depend on the order of the periods', () => {
    fc.assert(
      fc.property(periods, (list) => {
        const turned = [...list].reverse();
        for (const mean of [weightedMean, simpleMean, geometricMean, compounded]) {
          expect(mean(turned)).toEqual(mean(list));
        }
      }),
    );
  });

  it('agree on both sides of the limit of exact products', () => {
    const many = (count: number): Retained[] =>
      Array.from({ length: count }, (_, index) => ({ held: 990 + (index % 7), start: 1000 }));
    const at = compounded(many(EXACT_PRODUCT_LIMIT)).value!;
    const beyond = compounded(many(EXACT_PRODUCT_LIMIT + 1)).value!;
    expect(beyond / at).toBeCloseTo((990 + (EXACT_PRODUCT_LIMIT % 7)) / 1000, 12);
    const direct = many(5000).reduce((product, { held, start }) => product * (held / start), 1);
    expect(compounded(many(5000)).value! / direct).toBeCloseTo(1, 11);
    expect(geometricMean(many(5000)).value!).toBeCloseTo(direct ** (1 / 5000), 14);
  });

  it('survive products that are too small for a double', () => {
    const tiny = Array.from({ length: 300 }, () => ({ held: 1, start: 1_000_000 }));
    expect(compounded(tiny)).toEqual({ value: 0 });
    expect(geometricMean(tiny).value).toBeCloseTo(1e-6, 18);
  });
});

describe('RateSums', () => {
  const any = fc.oneof(
    period,
    fc.constant(null),
    fc.constant({ held: 0, start: 0 }),
    fc.constant({ held: 0.5, start: 1.5 }),
  );

  it('forget what is taken out, to the last bit', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), fc.array(any, { maxLength: 20 }), (kept, passing) => {
        const sums = new RateSums();
        passing.forEach((item) => sums.add(item));
        kept.forEach((item) => sums.add(item));
        passing.forEach((item) => sums.remove(item));
        expect(sums.weighted()).toEqual(weightedMean(kept));
        expect(sums.simple()).toEqual(simpleMean(kept));
        expect(sums.geometric(kept)).toEqual(geometricMean(kept));
        expect(sums.compounded(kept)).toEqual(compounded(kept));
      }),
    );
  });
});

describe('the rolling mean', () => {
  const list = of([1, 10], [9, 10], [8, 10], [70, 100]);

  it('pools the last periods', () => {
    expect(rollingMean(list, 3)).toEqual({ value: 87 / 120 });
    expect(rollingMean(list, 4)).toEqual({ value: 88 / 130 });
  });

  it('needs as many as it is long, and says how many there are', () => {
    const result = rollingMean(list, 12);
    expect(result).toMatchObject({ value: null, reason: 'too-few-periods' });
    expect('message' in result && result.message).toContain('there are 4');
  });

  it('has no hole', () => {
    expect(rollingMean(of([1, 2], null, [1, 2]), 3)).toMatchObject({ reason: 'contains-undefined-period' });
    expect(rollingMean(of(null, [1, 2], [1, 2]), 2)).toEqual({ value: 0.5 });
    expect(rollingMean(of([0, 0], [1, 2], [1, 2]), 3)).toEqual({ value: 0.5 });
  });
});
