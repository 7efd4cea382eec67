import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../../src/core/metrics/interval';
import { normalQuantile } from '../../../../src/core/metrics/normal';

describe('normalQuantile', () => {
  it('has no number beyond certainty', () => {
    expect([0, 1].map(normalQuantile)).toEqual([-Infinity, Infinity]);
    expect([-0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  // Reference values with forty digits of working precision.
  it.each([
    [0.5, 0],
    [0.975, 1.9599639845400542],
    [0.95, 1.6448536269514727],
    [0.995, 2.5758293035489008],
    [1e-5, -4.2648907939228246],
    [1e-10, -6.361340902404056],
    [1e-20, -9.262340089798408],
  ])('of %f is %f', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(z)));
  });

  it('is symmetric and rises', () => {
    const p = fc.double({ min: 0.0001, max: 0.4999, noNaN: true });
    fc.assert(
      fc.property(p, p, (a, b) => {
        expect(normalQuantile(1 - a)).toBeCloseTo(-normalQuantile(a), 10);
        if (a < b) expect(normalQuantile(a)).toBeLessThanOrEqual(normalQuantile(b));
      }),
    );
  });

  it('says so where there is none', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect([normalQuantile(-0.1), normalQuantile(1.1), normalQuantile(Number.NaN)]).toEqual([NaN, NaN, NaN]);
  });
});

describe('wilson', () => {
  // The textbook form, with forty digits of working precision.
  it.each([
    [400, 500, 0.95, 0.7627108946948261, 0.8327145010282426],
    [0, 30, 0.95, 0, 0.11351339317396877],
    [1, 1_000_000, 0.95, 1.7652457674537147e-7, 5.664911804311443e-6],
    [9, 10, 0.9, 0.6522813326641415, 0.9773650912691328],
    [73, 86, 0.99, 0.724783671972241, 0.9229204028584374],
    [18, 20, 0.95, 0.6989663547715127, 0.9721335187862318],
  ])('of %i of %i at %f', (held, start, level, low, high) => {
    const interval = wilson(held, start, level);
    if (!('low' in interval)) throw new Error(interval.message);
    expect(Math.abs(interval.low - low)).toBeLessThanOrEqual(1e-14 * low);
    expect(Math.abs(interval.high - high)).toBeLessThanOrEqual(1e-14 * high);
    expect(interval.level).toBe(level);
  });

  it('keeps a width where everybody or nobody stayed', () => {
    expect(wilson(30, 30)).toMatchObject({ high: 1 });
    expect(wilson(0, 30)).toMatchObject({ low: 0 });
    const interval = wilson(30, 30);
    expect('low' in interval && interval.low > 0.88 && interval.low < 0.89).toBe(true);
  });

  const sample = fc
    .tuple(fc.integer({ min: 1, max: 2 ** 40 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([start, share]) => [Math.round(start * share), start] as const);
  const levels = fc.double({ min: 0.001, max: 0.9999, noNaN: true });

  it('contains the rate it is about, inside 0 to 1', () => {
    fc.assert(
      fc.property(sample, levels, ([held, start], level) => {
        const interval = wilson(held, start, level);
        if (!('low' in interval)) throw new Error(interval.message);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(held / start);
        expect(interval.high).toBeGreaterThanOrEqual(held / start);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gets wider with the level and mirrors retention and churn', () => {
    fc.assert(
      fc.property(sample, levels, levels, ([held, start], a, b) => {
        const [narrow, wide] = [wilson(held, start, Math.min(a, b)), wilson(held, start, Math.max(a, b))];
        const mirrored = wilson(start - held, start, Math.max(a, b));
        if (!('low' in narrow) || !('low' in wide) || !('low' in mirrored)) throw new Error('No interval.');
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
        expect(mirrored.low).toBeCloseTo(1 - wide.high, 12);
      }),
    );
  });

  it.each([
    [0, 0, 0.95, 'start-is-zero'],
    [-1, 10, 0.95, 'out-of-range'],
    [11, 10, 0.95, 'out-of-range'],
    [0.5, 10, 0.95, 'not-a-number'],
    [5, 10.5, 0.95, 'not-a-number'],
    [5, Number.NaN, 0.95, 'not-a-number'],
    [5, 10, 1, 'out-of-range'],
    [5, 10, 0, 'out-of-range'],
  ])('of %f of %f at %f does not exist: %s', (held, start, level, reason) => {
    expect(wilson(held, start, level)).toMatchObject({ value: null, reason });
  });
});
