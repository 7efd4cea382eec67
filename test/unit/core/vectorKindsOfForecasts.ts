/** Kinds of worked examples about the future of a cohort. */
import { backtest, fitSbg, residualLifetime, sbgSurvival } from '../../../src/core';
import type { SbgFit } from '../../../src/core';
import { number, numbers, percent, valueOf } from './vectorInputs';
import type { Inputs, Kinds, Results } from './vectorInputs';

export const kindsOfForecasts: Kinds = {
  // The source's shares leave the start of the cohort out.
  sbg_fit: (inputs) => ofFit(fitSbg([[1, ...numbers(inputs, 'survivalShares')]])),
  sbg_fit_multi: (inputs) => ofFit(fitSbg(cohortsIn(inputs))),
  sbg_forecast: (inputs) => ({
    survival: numbers(inputs, 'periods').map((t) => sbgSurvival(modelIn(inputs), t)),
  }),
  sbg_derl: (inputs) => ({
    derl: valueOf(residualLifetime(modelIn(inputs), number(inputs, 'discount'), number(inputs, 't'))),
  }),
  forecast_backtest: (inputs) => {
    const result = backtest(
      numbers(inputs, 'survivalPct'),
      number(inputs, 'fitOn'),
      number(inputs, 'predictAt'),
    );
    if ('reason' in result) return { actualPct: null, constantGeometricPct: null, sbgPct: null };
    return {
      actualPct: result.actual * 100,
      constantGeometricPct: result.constant * 100,
      sbgPct: percent(result.sbg),
    };
  },
};

function ofFit(fit: SbgFit): Results {
  return 'alpha' in fit ? { alpha: fit.alpha, beta: fit.beta } : { alpha: null, beta: null };
}

function modelIn(inputs: Inputs): { readonly alpha: number; readonly beta: number } {
  return { alpha: number(inputs, 'alpha'), beta: number(inputs, 'beta') };
}

function cohortsIn(inputs: Inputs): readonly (readonly number[])[] {
  const cohorts = inputs['cohorts'];
  if (!Array.isArray(cohorts)) throw new Error('cohorts is no list.');
  return cohorts.map((_, index) => numbers({ cohort: (cohorts as readonly unknown[])[index] }, 'cohort'));
}
