import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBelow, betaQuantile } from '../../../../../src/core/metrics/statistics/beta';
import { chiSquareTail, gammaTail, logGamma } from '../../../../../src/core/metrics/statistics/gamma';

/** Relative to the reference, whatever its size. */
function near(actual: number, expected: number, precision: number): void {
  expect(Math.abs(actual - expected), `${actual} is not ${expected} to ${precision}.`).toBeLessThanOrEqual(
    precision * Math.abs(expected),
  );
}

// Reference values of this file: forty and more digits of working precision.

describe('the gamma function', () => {
  it.each([
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [5, 3.1780538303479458],
    [20.5, 40.8315009745308],
    [1e6, 12815504.569147611],
  ])('ln Γ(%f) is %f', (x, value) => {
    expect(Math.abs(logGamma(x) - value)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(value)));
  });

  it.each([
    [0.5, 0.5, 0.3173105078629141],
    [0.5, 8, 6.334248366623985e-5],
    [0.5, 300, 1.674167984691788e-132],
    [1, 2, 0.1353352832366127],
    [1.5, 5.559693843144305, 0.011097511366581336],
    [99.5, 80, 0.9805637490891881],
    [99.5, 250, 7.371215460709145e-28],
    [50, 49, 0.5378956063990598],
  ])('Q(%f, %f) is %f', (a, x, value) => {
    near(gammaTail(a, x), value, 1e-13);
  });

  it('is a probability that falls, from 1 at 0 to 0', () => {
    const shape = fc.double({ min: 0.5, max: 200, noNaN: true });
    const place = fc.double({ min: 0, max: 500, noNaN: true });
    fc.assert(
      fc.property(shape, place, place, (a, x, y) => {
        const [near, far] = [gammaTail(a, Math.min(x, y)), gammaTail(a, Math.max(x, y))];
        expect(near).toBeLessThanOrEqual(1);
        expect(far).toBeGreaterThanOrEqual(0);
        expect(far).toBeLessThanOrEqual(near + 1e-13);
      }),
    );
    expect([chiSquareTail(0, 3), chiSquareTail(Infinity, 3)]).toEqual([1, 0]);
  });
});

describe('the beta distribution', () => {
  it.each([
    [0.25, 1, 2, 0.4375],
    [0.6830172859809176, 18, 3, 0.024999999999999974],
    [0.01, 0.5, 30.5, 0.5644846931939973],
    [0.999, 500.5, 0.5, 0.31706847665579796],
    [0.5, 1000, 1000, 0.5],
    [0.8, 400_000, 100_000, 0.49971790511657715],
    [0.799, 400_000, 100_001, 0.038912655369967214],
    [1e-9, 1, 1_000_000, 0.0009995001671245086],
  ])('I of %f with %f and %f is %f', (x, a, b, value) => {
    near(betaBelow(x, a, b), value, 1e-11);
  });

  const count = fc.integer({ min: 1, max: 4000 }).map((halves) => halves / 2);
  const probability = fc.double({ min: 1e-6, max: 0.999999, noNaN: true });

  it('is mirrored', () => {
    fc.assert(
      fc.property(count, count, probability, (a, b, x) => {
        expect(betaBelow(x, a, b) + betaBelow(1 - x, b, a)).toBeCloseTo(1, 11);
      }),
    );
  });

  it('has a quantile that leads back', () => {
    fc.assert(
      fc.property(count, count, probability, (a, b, p) => {
        const x = betaQuantile(p, a, b);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(1);
        // Close to 1 one double is a step of the probability that can be seen.
        if (x < 0.999) near(betaBelow(x, a, b), p, 1e-9);
      }),
    );
  });

  it('knows the ends', () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect([betaBelow(0, 2, 3), betaBelow(1, 2, 3)]).toEqual([0, 1]);
  });
});
