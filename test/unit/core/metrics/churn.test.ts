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

  it('bounds the lifetime from below where nobody was lost', () => {
    const result = lifetime(0, 300);
    expect('message' in result && result.message).toContain('at least 100 periods');
  });
});
