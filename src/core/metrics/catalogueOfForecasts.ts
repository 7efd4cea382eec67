import { CONSTANT_RATE_LABEL, backtest, constantForecast, forecastCohort } from './forecast/forecast';
import { fitSbg } from './forecast/fitSbg';
import { sbgRetention } from './forecast/sbg';
import type { CohortMetric, SeriesMetric } from './metric';
import { geometricMean } from './mean';
import { defined, isDefined } from './result';

const SURVIVORS = ['survivors of one cohort at 0, 1, 2 … periods'];
const COUNTS = ['start', 'new', 'lost', 'end', 'reactivated', 'method'];
const NOT_FALLING = 'A risk that does not fall with age: undefined, a constant rate does as well.';
const SHORT = 'Fewer than two periods: undefined.';
const COHORT = 'Survivors of one cohort only: new customers and comebacks stay out.';
const SOURCE = 'Fader, Hardie 2007, “How to project customer retention”';

/** What is to come: the constant rate as baseline, the shifted-beta-geometric model, and how well both did before. */
export const FORECASTS: readonly (SeriesMetric | CohortMetric)[] = [
  {
    scope: 'series',
    id: 'constantForecast12',
    name: `Left after 12 periods, ${CONSTANT_RATE_LABEL}`,
    formula: 'r ^ 12, r the geometric mean of CRR',
    inputs: COUNTS,
    unit: 'share',
    description: 'What would be left of today’s customers after 12 more periods at the rate so far.',
    edgeCases: [
      'A baseline: too low for a fixed group, because those at high risk leave first.',
      'Periods with an unknown rate are left out.',
    ],
    source: SOURCE,
    compute: (periods) => {
      const rate = geometricMean(periods);
      return isDefined(rate) ? constantForecast(rate.value, 12) : rate;
    },
  },
  {
    scope: 'cohort',
    id: 'sbgNextRetention',
    name: 'Next CRR of a cohort, sBG',
    formula: '(β + t − 1) / (α + β + t − 1), α and β by maximum likelihood, t the next period',
    inputs: SURVIVORS,
    unit: 'share',
    description: 'The retention rate to expect of those who are left of a cohort, by falling risk.',
    edgeCases: [NOT_FALLING, SHORT, COHORT],
    source: SOURCE,
    compute: (survivors) => {
      const fit = fitSbg([survivors]);
      return 'alpha' in fit ? defined(sbgRetention(fit, survivors.length)) : fit;
    },
  },
  {
    scope: 'cohort',
    id: 'sbgSurvival12',
    name: 'Left of a cohort after 12 more periods, sBG',
    formula: 'S(n) · r(n + 1) · … · r(n + 12), r(t) = (β + t − 1) / (α + β + t − 1)',
    inputs: SURVIVORS,
    unit: 'share',
    description: 'The share of a cohort’s start to expect after 12 more periods, by falling risk.',
    edgeCases: [NOT_FALLING, SHORT, COHORT],
    source: SOURCE,
    compute: (survivors) => {
      const forecast = forecastCohort(survivors, 12);
      if ('reason' in forecast) return forecast;
      if (forecast.sbg !== null) return defined(forecast.sbg[11]!);
      return 'reason' in forecast.fit ? forecast.fit : defined(0);
    },
  },
  ...(['constant', 'sbg'] as const).map((model): CohortMetric => {
    const name = model === 'sbg' ? 'sBG' : CONSTANT_RATE_LABEL;
    return {
      scope: 'cohort',
      id: `${model}Backtest`,
      name: `Backtest, ${name}`,
      formula: '100 · (forecast − actual) of the last period, fitted on the first half',
      inputs: SURVIVORS,
      unit: 'points',
      description: 'How far the model would have missed: fitted on the first half, read at the last period.',
      edgeCases: [
        'Negative: the forecast was too pessimistic.',
        'Fewer than four periods: undefined.',
        ...(model === 'sbg' ? [NOT_FALLING] : []),
      ],
      source: SOURCE,
      compute: (survivors) => {
        const last = survivors.length - 1;
        // Half of fewer than four periods is too short a history to fit on.
        const result = backtest(survivors, last < 4 ? 0 : Math.floor(last / 2), last);
        if ('reason' in result) return result;
        return model === 'sbg' ? result.sbgError : defined(result.constantError);
      },
    };
  }),
];
