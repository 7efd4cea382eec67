/** Kinds of worked examples about money. */
import {
  arpa,
  grossRevenueChurn,
  grossRevenueRetention,
  lifetimeValue,
  ltvToCac,
  netRevenueChurn,
  netRevenueRetention,
} from '../../../src/core';
import type { RevenueMovements } from '../../../src/core';
import { number, optional, percent, valueOf } from './vectorInputs';
import type { Inputs, Kinds, Results } from './vectorInputs';

export const kindsOfRevenue: Kinds = {
  revenue_retention: (inputs) => {
    const movements = movementsIn(inputs);
    return {
      grrPct: percent(grossRevenueRetention(movements)),
      nrrPct: percent(netRevenueRetention(movements)),
      grossChurnPct: percent(grossRevenueChurn(movements)),
      netChurnPct: percent(netRevenueChurn(movements)),
    };
  },
  revenue_churn_cap: (inputs) => {
    const movements = movementsIn({
      startMrr: inputs['startMrr'],
      churnMrr: inputs['churnedMrrAtChurn'],
      contractionMrr: 0,
    });
    return {
      uncappedPct: percent(grossRevenueChurn(movements, { capped: false })),
      cappedPct: percent(grossRevenueChurn(movements)),
    };
  },
  arpu: (inputs) => ({ arpu: valueOf(arpa(number(inputs, 'revenue'), number(inputs, 'customers'))) }),
  ltv: (inputs) => valueIn(inputs, number(inputs, 'churnPct') / 100),
  ltv_cac: (inputs) => valueIn(inputs, 1 / number(inputs, 'lifetimePeriods')),
};

function valueIn(inputs: Inputs, churn: number): Results {
  const revenue = number(inputs, 'arpc');
  const ltv = lifetimeValue(revenue, number(inputs, 'grossMarginPct') / 100, churn);
  return {
    ltv: valueOf(ltv),
    // What some pages call LTV: the revenue, as if it cost nothing.
    ltvRevenue: valueOf(lifetimeValue(revenue, 1, churn)),
    ltvCac: valueOf(ltvToCac(ltv, optional(inputs, 'cac'))),
  };
}

function movementsIn(inputs: Inputs): RevenueMovements {
  return {
    start: optional(inputs, 'startMrr'),
    new: optional(inputs, 'newMrr'),
    reactivated: optional(inputs, 'reactivatedMrr'),
    expansion: optional(inputs, 'expansionMrr'),
    contraction: optional(inputs, 'contractionMrr'),
    churned: optional(inputs, 'churnMrr'),
  };
}
