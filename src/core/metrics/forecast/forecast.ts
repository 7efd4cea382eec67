/** What becomes of a cohort: by a constant rate, the baseline, and by the model of falling risk. */
import { quotient } from '../exact';
import { defined, undefinedFor } from '../result';
import type { MetricResult, Undefined } from '../result';
import { fitSbg } from './fitSbg';
import type { SbgFit } from './fitSbg';
import { sbgSurvival, whyNoCohort } from './sbg';

/** How a constant rate is to be labelled wherever it is shown for a fixed group of customers. */
export const CONSTANT_RATE_LABEL = 'constant rate (pessimistic)';

/** A cohort's future, as shares of its start. */
export interface CohortForecast {
  /** Periods seen so far. */
  readonly seen: number;
  /** The geometric mean of the rates so far. Label it `CONSTANT_RATE_LABEL`. */
  readonly constantRate: number;
  /** Share left 1, 2 … periods from now at the constant rate: a baseline, too low where the risk falls with age. */
  readonly constant: readonly number[];
  /** The same by the fitted model, or null where none fits; `fit` says why. */
  readonly sbg: readonly number[] | null;
  readonly fit: SbgFit;
}

/** A forecast from the first periods of a cohort against what really came. Shares of the cohort's start. */
export interface Backtest {
  readonly actual: number;
  readonly constant: number;
  readonly sbg: MetricResult;
  /** Forecast less actual, in percentage points: negative where the forecast was too pessimistic. */
  readonly constantError: number;
  readonly sbgError: MetricResult;
}

/**
 * The share of customers left after `periods` more periods at a constant rate: rate^periods. The baseline of every
 * forecast, and pessimistic for a fixed group, because those at high risk leave first.
 *
 * Source: P. Fader, B. Hardie (2007); B. Hardie, note 016, against curves fitted through retention rates.
 *
 * @example
 * constantForecast(0.9, 2); // { value: 0.81 }, but for rounding
 */
export function constantForecast(rate: number, periods: number): MetricResult {
  if (Number.isNaN(rate) || Number.isNaN(periods)) return undefinedFor('not-a-number');
  if (!(rate >= 0 && rate <= 1)) {
    return undefinedFor('out-of-range', 'Only a rate between 0 and 100 % can be continued.');
  }
  return periods >= 0 ? defined(rate ** periods) : undefinedFor('out-of-range', 'A forecast looks ahead.');
}

/**
 * Forecasts a cohort from its survivors so far.
 *
 * @param survivors customers (or shares) left after 0, 1, 2 … periods.
 * @param ahead how many periods to look ahead.
 *
 * @example
 * forecastCohort([1000, 631, 468, 382, 326], 8); // constant[7]: 0.0346…, sbg[7]: 0.159…
 */
export function forecastCohort(survivors: readonly number[], ahead: number): CohortForecast | Undefined {
  const why = whyNoCohort(survivors);
  if (why !== null) return why;
  const seen = survivors.length - 1;
  if (seen < 1) return undefinedFor('too-few-periods', 'It needs survivors over one period or more.');
  const left = quotient(survivors[seen]!, survivors[0]!);
  const constantRate = left ** (1 / seen);
  const fit = fitSbg([survivors]);
  const steps = Array.from({ length: ahead }, (_, index) => index + 1);
  const sbg = 'alpha' in fit ? steps.map((step) => modelled(fit, left, seen, step)) : null;
  return { seen, constantRate, constant: steps.map((step) => left * constantRate ** step), sbg, fit };
}

/**
 * Fits on the first periods of a cohort and compares the forecast of a later one with what really came.
 *
 * The models are not told anything after `fitOn`. As in the published comparison, the model's own curve is read, not one
 * shifted to the last survivors.
 *
 * @param fitOn how many periods the forecast may see, from 1.
 * @param predictAt the period to forecast: after `fitOn`, and among the survivors.
 *
 * @example
 * backtest([100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2], 4, 6); // { actual: 0.262, constant: 0.186…, … }
 */
export function backtest(
  survivors: readonly number[],
  fitOn: number,
  predictAt: number,
): Backtest | Undefined {
  const why = whyNoCohort(survivors);
  if (why !== null) return why;
  if (!(fitOn >= 1 && predictAt > fitOn && predictAt < survivors.length)) {
    return undefinedFor('too-few-periods', 'It needs survivors to fit on and later ones to compare with.');
  }
  const start = survivors[0]!;
  const actual = quotient(survivors[predictAt]!, start);
  const constant = quotient(survivors[fitOn]!, start) ** (predictAt / fitOn);
  const fit = fitSbg([survivors.slice(0, fitOn + 1)]);
  const sbg = 'alpha' in fit ? defined(sbgSurvival(fit, predictAt)) : fit;
  return {
    actual,
    constant,
    sbg,
    constantError: 100 * (constant - actual),
    sbgError: sbg.value === null ? sbg : defined(100 * (sbg.value - actual)),
  };
}

/** The model's curve from the last survivors on, so that a forecast begins where the cohort is. */
function modelled(
  model: { readonly alpha: number; readonly beta: number },
  left: number,
  seen: number,
  step: number,
): number {
  return (left * sbgSurvival(model, seen + step)) / sbgSurvival(model, seen);
}
