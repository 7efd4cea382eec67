/** Kinds of worked examples about chance: intervals, tests, segments, recommendations. */
import {
  agrestiCaffo,
  clopperPearson,
  goalTest,
  jeffreys,
  kProportionTest,
  netPromoterScore,
  newcombe,
  npsInterval,
  percentOf,
  simpleMean,
  simpson,
  twoProportionTest,
  wilson,
} from '../../../src/core';
import type { IntervalResult, Retained } from '../../../src/core';
import { number, numbers, optional, percent, valueOf } from './vectorInputs';
import type { Inputs, Kinds, Results } from './vectorInputs';

export const kindsOfStatistics: Kinds = {
  proportion_ci: (inputs) => {
    const [held, start] = [number(inputs, 'retained'), number(inputs, 'start')];
    const level = optional(inputs, 'level') ?? 0.95;
    return {
      wilson: bounds(wilson(held, start, level)),
      clopperPearson: bounds(clopperPearson(held, start, level)),
      jeffreys: bounds(jeffreys(held, start, level)),
    };
  },
  two_proportion_test: (inputs) => {
    const [first, second] = groupsIn(inputs);
    const test = twoProportionTest(first!, second!);
    return 'p' in test ? { z: test.statistic, p: test.p } : { z: null, p: null };
  },
  k_proportion_chi2: (inputs) => {
    const test = kProportionTest(groupsIn(inputs));
    return 'p' in test ? { chi2: test.statistic, df: test.df, p: test.p } : { chi2: null, df: null, p: null };
  },
  one_proportion_test: (inputs) => {
    const group = { held: number(inputs, 'retained'), start: number(inputs, 'start') };
    const test = goalTest(group, percentOf(number(inputs, 'goalPct')));
    return {
      chi2: 'p' in test ? test.statistic : null,
      p: 'p' in test ? test.p : null,
      wilson: bounds(wilson(group.held, group.start)),
    };
  },
  difference_ci: (inputs) => {
    const [first, second] = groupsIn(inputs);
    const level = optional(inputs, 'level') ?? 0.95;
    return {
      newcombe: bounds(newcombe(first!, second!, level)),
      agrestiCaffo: bounds(agrestiCaffo(first!, second!, level)),
    };
  },
  simpson: simpsonKind,
  nps: (inputs) => {
    const [promoters, detractors] = [number(inputs, 'promotersPct'), number(inputs, 'detractorsPct')];
    const passives = 100 - promoters - detractors;
    return { nps: valueOf(netPromoterScore({ promoters, passives, detractors })) };
  },
  nps_ci: (inputs) => {
    const n = number(inputs, 'n');
    const [promoters, detractors] = [number(inputs, 'promoters') * n, number(inputs, 'detractors') * n];
    const interval = npsInterval({ promoters, passives: n - promoters - detractors, detractors });
    return {
      interval: bounds(interval),
      fullWidth95: 'low' in interval ? interval.high - interval.low : null,
    };
  },
};

/** Two sides, each with segments as [kept, all]. */
function simpsonKind(inputs: Inputs): Results {
  const sides = Object.entries(inputs).map(([name, segments]) => {
    const rates = new Map<string, Retained>();
    for (const segment of Object.keys(segments as Inputs)) {
      const [held, start] = numbers(segments as Inputs, segment);
      rates.set(segment, { held: held!, start: start! });
    }
    return { name, rates };
  });
  const [before, after] = sides;
  const names = [...before!.rates.keys()];
  const flag = simpson(
    names.map((name) => ({ name, before: before!.rates.get(name)!, after: after!.rates.get(name)! })),
  );
  const results: Record<string, unknown> = { reversal: flag };
  for (const { name, rates } of sides) {
    const all = { held: 0, start: 0 };
    for (const { held, start } of rates.values()) {
      all.held += held;
      all.start += start;
    }
    results[`${name.toLowerCase()}Pct`] = Object.fromEntries(
      [...rates, ['all', all] as const].map(([segment, rate]) => [segment, percent(simpleMean([rate]))]),
    );
  }
  return results;
}

function groupsIn(inputs: Inputs): Retained[] {
  const starts = numbers(inputs, 'start');
  return numbers(inputs, 'retained').map((held, index) => ({ held, start: starts[index]! }));
}

function bounds(interval: IntervalResult): readonly number[] | null {
  return 'low' in interval ? [interval.low, interval.high] : null;
}
