/**
 * What each kind of worked example computes, as a function from its inputs to every value that such an example may
 * expect. General by kind: nothing here knows an example.
 */
import {
  balanceError,
  cagr,
  chartMogulChurn,
  churn,
  cohortCrr,
  compounded,
  convertChurn,
  convertRetention,
  crr,
  customersShort,
  deriveCounts,
  endStartRatio,
  gapPoints,
  geometricMean,
  growthRate,
  lifetime,
  lossAllowance,
  netChurn,
  netGrowth,
  percentOf,
  repeatPurchaseRate,
  retained,
  returningRate,
  revenueLost,
  rollingMean,
  simpleMean,
  stripeChurn,
  weightedMean,
} from '../../../src/core';
import type { PeriodCounts, Retained } from '../../../src/core';
import { number, numbers, optional, percent, valueOf } from './vectorInputs';
import type { Inputs, Kinds, Results } from './vectorInputs';
import { kindsOfForecasts } from './vectorKindsOfForecasts';
import { kindsOfRevenue } from './vectorKindsOfRevenue';
import { kindsOfStatistics } from './vectorKindsOfStatistics';

const kinds: Kinds = {
  ...kindsOfRevenue,
  ...kindsOfStatistics,
  ...kindsOfForecasts,
  period: (inputs) => ofCounts(countsIn(inputs), inputs),
  simple_ratio: (inputs) => ofCounts(countsIn(inputs), inputs),
  churn_rate: (inputs) => ofCounts(countsIn(inputs), inputs),
  period_derive_lost: (inputs) => ({
    ...ofCounts(countsIn(inputs), inputs),
    // What the source computes by mistake; the example shows that it differs.
    publishedWrongPct: (100 * number(inputs, 'end')) / (number(inputs, 'start') - number(inputs, 'new')),
  }),
  formula_precedence: (inputs) => ({
    ...ofCounts(countsIn(inputs), inputs),
    literalReading: number(inputs, 'end') - (number(inputs, 'new') / number(inputs, 'start')) * 100,
  }),
  churn_variant: churnVariant,
  mid_period_churn: midPeriodChurn,
  revenue_at_risk: (inputs) => ({
    ...ofCounts(countsIn(inputs), inputs),
    revenueLost: valueOf(revenueLost(number(inputs, 'lost'), number(inputs, 'arpc'))),
  }),
  net_churn: (inputs) => {
    const counts = countsIn({
      start: inputs['start'],
      lost: inputs['cancels'],
      reactivated: inputs['resubscribes'],
    });
    return {
      grossChurnPct: percent(churn(counts, 'lost')),
      netChurnPct: percent(netChurn(counts)),
    };
  },
  repeat_rate: (inputs) => ({
    returningCustomerRatePct: percent(
      returningRate(optional(inputs, 'returning'), optional(inputs, 'existingAtStart')),
    ),
    repeatPurchaseRatePct: percent(
      repeatPurchaseRate(optional(inputs, 'customersWithTwoOrMore'), optional(inputs, 'customers')),
    ),
  }),
  identity_series: identitySeries,
  periodise,
  average: (inputs) => ofPeriods(periodsIn(inputs)),
  cohort: (inputs) => {
    const survivors = numbers(inputs, 'survivors');
    return {
      ...ofPeriods(periodsIn(inputs)),
      churned: survivors
        .slice(1)
        .map((end, index) => deriveCounts(countsIn({ start: survivors[index], new: 0, end })).counts.lost),
    };
  },
  lifetime: (inputs) => ({ periods: valueOf(lifetime(number(inputs, 'churnPct') / 100)) }),
  cagr: (inputs) => ({
    cagrPct: percent(cagr(number(inputs, 'from'), number(inputs, 'to'), number(inputs, 'years'))),
  }),
};

export function isKnownKind(kind: string): boolean {
  return Object.hasOwn(kinds, kind);
}

/** @throws Error when an input has another type than its kind needs. */
export function resultsOf(kind: string, inputs: Inputs): Results {
  return kinds[kind]!(inputs);
}

function ofCounts(given: PeriodCounts, inputs: Inputs): Results {
  const { counts } = deriveCounts(given);
  const goalPct = optional(inputs, 'goalPct');
  const held = retained(counts).value;
  const goal = goalPct === null || held === null || counts.start === null ? null : percentOf(goalPct);
  return {
    ...counts,
    crrPct: percent(crr(counts)),
    churnPct: percent(churn(counts)),
    simpleRatioPct: percent(endStartRatio(counts)),
    netGrowth: valueOf(netGrowth(counts)),
    netGrowthPct: percent(growthRate(counts)),
    retained: held,
    identityError: balanceError(given),
    gapPoints: goal === null ? null : valueOf(gapPoints(held!, counts.start!, goal)),
    customersShort: goal === null ? null : valueOf(customersShort(held!, counts.start!, goal)),
    lossAllowance: goal === null ? null : valueOf(lossAllowance(counts.start!, goal)),
  };
}

function churnVariant(inputs: Inputs): Results {
  if ('churned' in inputs) {
    const counts = countsIn({ start: inputs['start'], lost: inputs['churned'] });
    const joinedAndLeft = optional(inputs, 'joinedAndChurnedInPeriod') ?? 0;
    const returned = optional(inputs, 'churnedAndReactivatedInPeriod') ?? 0;
    return {
      churnPct: percent(chartMogulChurn(counts, joinedAndLeft, returned)),
      churnStandardPct: percent(churn(counts)),
    };
  }
  const { counts } = deriveCounts(countsIn(inputs));
  const growth = percent(growthRate(counts));
  return {
    churnPct: percent(churn(counts)),
    churnStandardPct: percent(churn(counts)),
    churnStripePct: percent(stripeChurn(counts)),
    // (S − E)/S, which some pages call churn.
    naivePct: growth === null ? null : -growth,
  };
}

function midPeriodChurn(inputs: Inputs): Results {
  const fromNew = number(inputs, 'lostFromNew');
  const lost = number(inputs, 'lostFromStart') + fromNew;
  const { counts } = deriveCounts(countsIn({ ...inputs, lost }));
  return {
    end: counts.end,
    churnAllPct: percent(churn(counts)),
    crrFormulaPct: percent(crr(counts)),
    cohortRetentionPct: percent(cohortCrr(counts, fromNew)),
    churnStripePct: percent(stripeChurn(counts)),
  };
}

function identitySeries(inputs: Inputs): Results {
  const active = numbers(inputs, 'active');
  const joined = numbers(inputs, 'new');
  const results: Record<string, unknown> = {};
  for (const key of Object.keys(inputs).filter((name) => name.startsWith('churned'))) {
    const lost = numbers(inputs, key);
    results[`identityErrors${key.slice('churned'.length)}`] = active.slice(1).map((end, index) =>
      balanceError({
        start: active[index]!,
        new: joined[index + 1]!,
        lost: lost[index + 1]!,
        end,
        reactivated: null,
      }),
    );
  }
  return results;
}

const PER_YEAR: Readonly<Record<string, number>> = {
  annual: 1,
  yearly: 1,
  quarterly: 4,
  monthly: 12,
  weekly: 365.25 / 7,
  daily: 365.25,
};

/** `monthlyChurnPct`, `annualCrrPct` …: one rate or a list of them, as the rate over every other length. */
function periodise(inputs: Inputs): Results {
  const results: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(inputs)) {
    const [, length, rate] = /^([a-z]+)(Churn|Crr|Retention)Pct$/.exec(key) ?? [];
    if (length === undefined || rate === undefined || PER_YEAR[length] === undefined) {
      throw new Error(`Not a rate over a known length of time: ${key}`);
    }
    const convert = rate === 'Churn' ? convertChurn : convertRetention;
    const given = Array.isArray(value) ? numbers(inputs, key) : [number(inputs, key)];
    const each = (of: (share: number) => unknown): unknown =>
      Array.isArray(value) ? given.map(of) : of(given[0]!);
    for (const [name, perYear] of Object.entries(PER_YEAR)) {
      const periods = PER_YEAR[length] / perYear;
      results[`${name}${rate}Pct`] = each((pct) => percent(convert(pct / 100, periods)));
    }
    // Rates do not add up: what some pages publish.
    results['publishedWrongPct'] = each((pct) => pct * PER_YEAR[length]!);
  }
  return results;
}

function ofPeriods(periods: readonly Retained[]): Results {
  return {
    periodCrrPct: periods.map(({ held, start }) => percent(simpleMean([{ held, start }]))),
    simpleMeanPct: percent(simpleMean(periods)),
    weightedMeanPct: percent(weightedMean(periods)),
    geometricMeanPct: percent(geometricMean(periods)),
    compoundedPct: percent(compounded(periods)),
    rolling3Pct: percent(rollingMean(periods, 3)),
    rolling12Pct: percent(rollingMean(periods, 12)),
    periodsUsed: periods.filter((period) => simpleMean([period]).value !== null).length,
  };
}

/** Survivors of one cohort, or sizes with the share that stayed. */
function periodsIn(inputs: Inputs): Retained[] {
  if ('survivors' in inputs) {
    const survivors = numbers(inputs, 'survivors');
    return survivors.slice(1).map((held, index) => ({ held, start: survivors[index]! }));
  }
  const shares = numbers(inputs, 'retainedPct');
  return numbers(inputs, 'sizes').map((start, index) => ({ held: (start * shares[index]!) / 100, start }));
}

function countsIn(inputs: Inputs): PeriodCounts {
  return {
    start: optional(inputs, 'start'),
    new: optional(inputs, 'new'),
    lost: optional(inputs, 'lost'),
    end: optional(inputs, 'end'),
    reactivated: optional(inputs, 'reactivated'),
  };
}
