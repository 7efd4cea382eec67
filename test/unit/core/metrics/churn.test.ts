import { describe, expect, it } from 'vitest';
import {
  chartMogulChurn,
  cohortCrr,
  inactivityRate,
  lifetime,
  netChurn,
  repeatPurchaseRate,
  returningRate,
  revenueLost,
  stripeChurn,
} from '../../../../src/core/metrics/churn';
import type { PeriodCounts } from '../../../../src/core/metrics/evaluation';
import type { MetricResult } from '../../../../src/core/metrics/result';

function counts(given: Partial<PeriodCounts>): PeriodCounts {
  return { start: null, new: null, lost: null, end: null, reactivated: null, ...given };
}

const recurly = counts({ start: 1000, new: 500, lost: 62, end: 1438 });
const nobody = counts({ start: 0, new: 0, lost: 0, end: 0 });

describe('other definitions of churn', () => {
  it.each<[string, MetricResult, number]>([
    ['cohort retention', cohortCrr(recurly, 12), 0.95],
    ['Stripe', stripeChurn(recurly), 62 / 1500],
    ['ChartMogul Standard', chartMogulChurn(counts({ start: 100, lost: 12 }), 1, 1), 0.1],
    ['net churn', netChurn(counts({ start: 1000, lost: 53, reactivated: 22 })), 0.031],
    ['net churn, more back than left', netChurn(counts({ start: 100, lost: 5, reactivated: 10 })), -0.05],
    ['net churn without comebacks', netChurn(counts({ start: 100, lost: 5 })), 0.05],
    ['returning customers', returningRate(900, 2000), 0.45],
    ['repeat purchases', repeatPurchaseRate(3200, 10_000), 0.32],
    ['inactive customers', inactivityRate(counts({ end: 80 }), 20), 0.25],
    ['lifetime', lifetime(0.05), 20],
    ['revenue lost', revenueLost(300, 120), 36_000],
    ['revenue lost, in cents', revenueLost(3, 0.1), 0.3],
  ])('%s', (_name, result, value) => {
    expect(result).toEqual({ value });
  });

  it.each<[string, MetricResult, string]>([
    ['cohort retention without the column', cohortCrr(recurly, undefined), 'needs-column'],
    ['cohort retention with a blank', cohortCrr(recurly, null), 'blank'],
    ['cohort retention with more new losses than losses', cohortCrr(recurly, 63), 'out-of-range'],
    ['cohort retention of nobody', cohortCrr(nobody, 0), 'start-is-zero'],
    ['cohort retention without lost', cohortCrr(counts({ start: 10 }), 0), 'blank'],
    ['Stripe without anybody', stripeChurn(nobody), 'zero-denominator'],
    ['Stripe without new', stripeChurn(counts({ start: 10, lost: 1 })), 'blank'],
    ['ChartMogul of nobody', chartMogulChurn(nobody, 0), 'start-is-zero'],
    ['ChartMogul excluding too many', chartMogulChurn(counts({ start: 9, lost: 1 }), 1, 1), 'out-of-range'],
    ['net churn of nobody', netChurn(nobody), 'start-is-zero'],
    ['net churn of a negative', netChurn(counts({ start: 10, lost: -1 })), 'out-of-range'],
    ['returning of nobody', returningRate(0, 0), 'start-is-zero'],
    ['returning, more than there were', returningRate(11, 10), 'out-of-range'],
    ['returning, negative', returningRate(-1, 10), 'out-of-range'],
    ['returning, no number', returningRate(Number.NaN, 10), 'not-a-number'],
    ['repeat purchases of nobody', repeatPurchaseRate(0, 0), 'zero-denominator'],
    ['repeat purchases without the column', repeatPurchaseRate(undefined, 10), 'needs-column'],
    ['inactive of nobody', inactivityRate(nobody, 0), 'zero-denominator'],
    ['lifetime without churn', lifetime(0), 'zero-denominator'],
    ['lifetime of a negative churn', lifetime(-0.1), 'out-of-range'],
    ['lifetime of no number', lifetime(Number.NaN), 'not-a-number'],
    ['revenue without the setting', revenueLost(3, undefined), 'needs-column'],
  ])('%s is undefined', (_name, result, reason) => {
    expect(result).toMatchObject({ value: null, reason });
  });

  it.each<[string, MetricResult]>([
    ['new_lost is 63, but only 62 were lost at all. Check both.', cohortCrr(recurly, 63)],
    ['It needs new_lost, which the table does not have.', cohortCrr(recurly, undefined)],
    ['Start is blank, which means unknown.', cohortCrr(counts({ lost: 1 }), 0)],
    ['There was no customer at all: start + new is 0.', stripeChurn(nobody)],
    ['Lost is blank, which means unknown.', stripeChurn(counts({ start: 1, new: 1 }))],
    [
      '2 of the lost are to be left out, but only 1 were lost. Check both.',
      chartMogulChurn(counts({ start: 9, lost: 1 }), 1, 1),
    ],
    [
      '−1 of the lost are to be left out, but only 3 were lost. Check both.',
      chartMogulChurn(counts({ start: 9, lost: 3 }), 0, -1),
    ],
    ['It needs new_lost, which is blank.', chartMogulChurn(recurly, null)],
    ['Lost is −1: a count of customers cannot be negative.', netChurn(counts({ start: 10, lost: -1 }))],
    ['returning is 11, but there are only 10 customers it can be a part of.', returningRate(11, 10)],
    ['It needs returning, which is blank.', returningRate(null, 10)],
    ['It needs start, which is blank.', returningRate(1, null)],
    [
      'customers with two or more orders is 3, but there are only 2 customers it can be a part of.',
      repeatPurchaseRate(3, 2),
    ],
    [
      'It needs customers with two or more orders, which the table does not have.',
      repeatPurchaseRate(undefined, 2),
    ],
    ['It needs customers, which is blank.', repeatPurchaseRate(1, null)],
    ['There is no customer.', repeatPurchaseRate(0, 0)],
    [
      'inactive is 6, but there are only 5 customers it can be a part of.',
      inactivityRate(counts({ end: 5 }), 6),
    ],
    ['It needs inactive, which the table does not have.', inactivityRate(counts({ end: 5 }), undefined)],
    ['Nobody is left at the end.', inactivityRate(counts({ end: 0 }), 0)],
    ['End is blank, which means unknown.', inactivityRate(counts({}), 1)],
    ['Churn lies outside 0 to 100 %, so it tells no lifetime.', lifetime(1.1)],
    ['Nobody was lost, so the lifetime has no estimate.', lifetime(0)],
    ['It needs lost, which is blank.', revenueLost(null, 1)],
    ['It needs revenue_per_customer, which the table does not have.', revenueLost(1, undefined)],
  ])('says “%s”', (message, result) => {
    expect(result).toMatchObject({ value: null, message });
  });

  it('counts everything up to the very whole', () => {
    expect(cohortCrr(counts({ start: 10, lost: 3 }), 3)).toEqual({ value: 1 });
    expect(chartMogulChurn(counts({ start: 9, lost: 2 }), 1, 1)).toEqual({ value: 0 });
    expect(returningRate(10, 10)).toEqual({ value: 1 });
    expect(repeatPurchaseRate(2, 2)).toEqual({ value: 1 });
    expect(inactivityRate(counts({ end: 5 }), 5)).toEqual({ value: 1 });
    expect(lifetime(1)).toEqual({ value: 1 });
  });

  it('bounds the lifetime from below where nobody was lost', () => {
    const result = lifetime(0, 300);
    expect('message' in result && result.message).toContain('at least 100 periods');
  });
});
