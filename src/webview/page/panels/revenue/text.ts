import type { RevenueFigure, RevenueStep } from '../../../../core';

/** The words of revenue. */
export const revenueText = {
  title: 'Revenue',
  timeTitle: 'Revenue retention over time',
  period: 'Period',
  running: (period: string) => `${period} (not ended)`,
  show: 'Show',
  views: { movements: 'Movements', time: 'Over time' },

  lead: (period: string, grr: string, nrr: string) =>
    `In ${period} ${grr} of the revenue of the start was kept (GRR); with expansion it became ${nrr} of it (NRR).`,
  leadGross: (period: string, grr: string, why: string) =>
    `In ${period} ${grr} of the revenue of the start was kept (GRR). There is no NRR. ${why}`,
  leadUnknown: (period: string, why: string) =>
    `Whether revenue was kept in ${period} cannot be said. ${why}`,
  nothing: 'There is nothing to show yet.',

  step: {
    start: 'Start',
    new: 'New',
    reactivated: 'Won back',
    expansion: 'Expansion',
    contraction: 'Contraction',
    churned: 'Lost',
    unexplained: 'Unexplained',
    end: 'End',
  } satisfies Record<RevenueStep['id'], string>,
  unknown: 'unknown',
  label: (period: string, steps: string) => `Recurring revenue in ${period}: ${steps}.`,
  columns: ['Step', 'Amount', 'Then'],

  time: {
    label: (first: string, last: string, series: string) =>
      `Revenue retention from ${first} to ${last}: ${series}.`,
    series: (name: string, value: string) => `${name} last ${value}`,
    columns: ['Period', 'GRR', 'NRR', 'Revenue at the start'],
    legend: { rate: 'Share of the revenue of the start', goal: 'Goal', incomplete: 'Not ended yet' },
  },

  groups: {
    kept: 'What was kept',
    customer: 'What a customer is worth',
    gain: 'What more retention is worth',
  },
  figure: {
    endRevenue: 'Revenue at the end',
    grr: 'Gross retention (GRR)',
    nrr: 'Net retention (NRR)',
    nrrWithReactivated: 'NRR with won back',
    grossRevenueChurn: 'Gross MRR churn',
    netRevenueChurn: 'Net MRR churn',
    quickRatio: 'Quick ratio',
    arpa: 'Revenue per customer (ARPA)',
    ltv: 'Lifetime value (LTV)',
    cacPayback: 'CAC paid back after',
    ltvToCac: 'LTV to CAC',
    customerValue: 'Value of a customer',
    retentionGain1: '+1 point of retention',
    retentionGain5: '+5 points of retention',
  } satisfies Record<RevenueFigure, string>,
  note: {
    goal: (goal: string, gap: string) => `goal ${goal}, ${gap}\u202fpt`,
    goalOnly: (goal: string, why: string) => `goal ${goal}. ${why}`,
    quickRatio: 'won for each unit lost; 4 is a rule of thumb',
    arpa: 'over the mean of start and end customers',
    ltv: 'gross profit until the customer leaves',
    ltvToCac: '3 is a rule of thumb',
    customerValue: 'by the model below',
    gain: 'more value of a customer',
  },
  baseline: (rate: string, discount: string) =>
    `The baseline of the model is retention of ${rate} per period, ${discount}. It is about a customer\u2019s value and percentage points, not about next year\u2019s profit.`,
  discounted: (rate: string) => `discounted by ${rate} a year`,
  undiscounted: 'not discounted',
  times: (ratio: string) => `${ratio}\u202f: 1`,

  settings: {
    title: 'Settings of revenue',
    names: {
      currency: 'Currency',
      gross_margin: 'Gross margin',
      acquisition_cost: 'Cost of winning a customer (CAC)',
      revenue_per_customer: 'Revenue per customer',
      discount_rate: 'Discount a year',
      goal_grr: 'Goal of GRR',
      goal_nrr: 'Goal of NRR',
    },
    set: {
      currency: 'Set the currency',
      gross_margin: 'Set the margin',
      acquisition_cost: 'Set the cost of winning a customer',
      revenue_per_customer: 'Set revenue per customer',
      discount_rate: 'Set the discount',
      goal_grr: 'Set a goal',
      goal_nrr: 'Set a goal',
    },
    hint: {
      currency: 'EUR',
      percent: '80 %',
      money: '250.00',
      measured: 'from the columns',
    },
    refused: {
      currency: (typed: string) => `\u201c${typed}\u201d is no currency: three letters, such as EUR.`,
      percent: (typed: string) =>
        `\u201c${typed}\u201d is no percentage: write it with its sign, such as 80%.`,
      margin: 'A gross margin is at most 100 %.',
      money: (typed: string) =>
        `\u201c${typed}\u201d is no amount: digits without grouping or currency sign, such as 250.00.`,
    },
  },
};
