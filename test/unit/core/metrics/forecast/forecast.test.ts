import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricById } from '../../../../../src/core';
import { fitSbg } from '../../../../../src/core/metrics/forecast/fitSbg';
import {
  backtest,
  constantForecast,
  forecastCohort,
} from '../../../../../src/core/metrics/forecast/forecast';
import {
  residualLifetime,
  sbgLogLikelihood,
  sbgSurvival,
} from '../../../../../src/core/metrics/forecast/sbg';
import type { SbgModel } from '../../../../../src/core/metrics/forecast/sbg';

const REGULAR = [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3];

function fitted(cohorts: readonly (readonly number[])[]): SbgModel & { readonly logLikelihood: number } {
  const fit = fitSbg(cohorts);
  if (!('alpha' in fit)) throw new Error(fit.message);
  return fit;
}

describe('the shifted-beta-geometric fit', () => {
  const models = fc.record({
    alpha: fc.double({ min: 0.05, max: 30, noNaN: true }),
    beta: fc.double({ min: 0.05, max: 60, noNaN: true }),
  });

  it('finds the model that survivors come from', () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 3, max: 15 }), (model, periods) => {
        const survivors = Array.from({ length: periods + 1 }, (_, t) => sbgSurvival(model, t));
        const fit = fitted([survivors]);
        expect(Math.abs(fit.alpha / model.alpha - 1)).toBeLessThan(1e-4);
        expect(Math.abs(fit.beta / model.beta - 1)).toBeLessThan(1e-4);
      }),
      { numRuns: 30 },
    );
  });

  it('is the most likely of all models', () => {
    const falling = fc
      .array(fc.integer({ min: 0, max: 5000 }), { minLength: 3, maxLength: 10 })
      .map((counts) => counts.sort((a, b) => b - a));
    fc.assert(
      fc.property(falling, models, fc.double({ min: 0.9, max: 1.1, noNaN: true }), (survivors, other, by) => {
        const fit = fitSbg([survivors]);
        if (!('alpha' in fit)) return;
        const near = { alpha: fit.alpha * by, beta: fit.beta / by };
        const highest = fit.logLikelihood + 1e-9 * Math.abs(fit.logLikelihood);
        expect(sbgLogLikelihood(other, [survivors])).toBeLessThanOrEqual(highest);
        expect(sbgLogLikelihood(near, [survivors])).toBeLessThanOrEqual(highest);
      }),
      { numRuns: 100 },
    );
  });

  it('is tested in the catalogue by how far it and a constant rate miss the last period', () => {
    const compute = (id: string): number | null => {
      const metric = metricById(id);
      return metric?.scope === 'cohort' ? metric.compute(REGULAR).value : null;
    };
    const missed = backtest(REGULAR, 6, 12);
    if ('reason' in missed) throw new Error(missed.message);
    expect(compute('constantBacktest')).toBe(missed.constantError);
    expect(compute('sbgBacktest')).toBe(missed.sbgError.value);
    expect(missed.constantError).toBeLessThan(missed.sbgError.value!);
  });

  it('has the published likelihood', () => {
    const highEnd = [1, 0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491];
    expect(sbgLogLikelihood({ alpha: 1, beta: 1 }, [highEnd])).toBeCloseTo(-2.115, 2);
    expect(fitted([highEnd]).logLikelihood).toBeGreaterThan(-2.115);
  });

  it('does not depend on the unit of the survivors', () => {
    const [shares, counts] = [fitted([REGULAR]), fitted([REGULAR.map((share) => share * 1000)])];
    expect(shares.alpha).toBeCloseTo(counts.alpha, 8);
    expect(shares.beta).toBeCloseTo(counts.beta, 8);
  });

  it.each([
    [[1000, 900, 810, 729], 'does-not-fit', 'constant rate'],
    [[1000, 900, 700, 400], 'does-not-fit', 'does not fall'],
    [[1000, 500, 500, 500], 'does-not-fit', 'After the first period'],
    [[1000, 1000, 1000], 'does-not-fit', 'Nobody was lost'],
    [[1000, 0, 0], 'too-few-periods', 'two periods'],
    [[1000, 900], 'too-few-periods', 'two periods'],
    [[1000, 900, 950], 'out-of-range', 'cannot grow'],
    [[1000, 900, -1], 'out-of-range', 'negative'],
    [[0, 0, 0], 'start-is-zero', 'no customers'],
    [[1000, Number.NaN, 5], 'not-a-number', 'not a number'],
  ])('of %j does not exist: %s', (survivors, reason, words) => {
    const fit = fitSbg([survivors]);
    expect(fit).toMatchObject({ reason });
    expect('message' in fit && fit.message).toContain(words);
  });
});

describe('the residual lifetime', () => {
  // By the hypergeometric form of the source, with fifty digits of working precision.
  it.each([
    [6, 7.13600189948122],
    [7, 7.34505225928385],
    [8, 7.52994953091097],
  ])('before the renewal number %i is %f', (renewal, lifetime) => {
    const result = residualLifetime({ alpha: 0.668, beta: 3.806 }, 0.1, renewal - 1);
    expect(result.value).toBeCloseTo(lifetime, 11);
  });

  it('needs a discount', () => {
    expect(residualLifetime({ alpha: 1, beta: 1 }, 0, 1)).toMatchObject({ reason: 'out-of-range' });
    expect(residualLifetime({ alpha: 1, beta: 1 }, 0.1, -1)).toMatchObject({ reason: 'not-a-number' });
  });
});

describe('a forecast', () => {
  it('begins where the cohort is and is below the constant rate nowhere', () => {
    const forecast = forecastCohort(REGULAR.slice(0, 5), 8);
    if ('reason' in forecast) throw new Error(forecast.message);
    expect(forecast.seen).toBe(4);
    expect(forecast.constant[0]).toBeCloseTo(0.326 * 0.326 ** 0.25, 14);
    forecast.constant.forEach((share, index) => {
      expect(forecast.sbg![index]).toBeGreaterThan(share);
      expect(forecast.sbg![index]).toBeLessThan(0.326);
    });
    expect(forecast.sbg![7]).toBeCloseTo(0.16, 2);
  });

  it('falls back on the constant rate and says why', () => {
    const forecast = forecastCohort([1000, 900, 810], 2);
    expect(forecast).toMatchObject({ sbg: null, fit: { reason: 'does-not-fit' } });
    expect('constant' in forecast && forecast.constant[1]).toBeCloseTo(0.6561, 14);
    expect(forecastCohort([1000], 2)).toMatchObject({ reason: 'too-few-periods' });
    expect(constantForecast(0.9, 0)).toEqual({ value: 1 });
    expect(constantForecast(1.1, 2)).toMatchObject({ reason: 'out-of-range' });
    expect(constantForecast(0.9, -1)).toMatchObject({ reason: 'out-of-range' });
  });

  it('is tested on what it has not seen', () => {
    const told = backtest(REGULAR, 4, 12);
    const changed = backtest([...REGULAR.slice(0, 6), 20, 19, 18, 17, 16, 15, 14], 4, 12);
    if ('reason' in told || 'reason' in changed) throw new Error('No backtest.');
    expect(changed.sbg).toEqual(told.sbg);
    expect(changed.constant).toBe(told.constant);
    expect(told.constantError).toBeCloseTo(3.4645 - 17.3, 2);
    expect(changed.actual).toBe(0.14);
    expect(Math.abs(told.sbgError.value!)).toBeLessThan(Math.abs(told.constantError));
  });

  it.each([
    [4, 4],
    [0, 3],
    [4, 13],
  ])('cannot be tested on %i periods at %i', (fitOn, at) => {
    expect(backtest(REGULAR, fitOn, at)).toMatchObject({ reason: 'too-few-periods' });
  });
});
