import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endRevenue,
  grossRevenueChurn,
  grossRevenueRetention,
  netRevenueChurn,
  netRevenueRetention,
  quickRatio,
  revenueBalanceError,
} from '../../../../../src/core/metrics/revenue/movements';
import type { RevenueMovements } from '../../../../../src/core/metrics/revenue/movements';
import { isDefined } from '../../../../../src/core/metrics/result';
import type { MetricResult } from '../../../../../src/core/metrics/result';

const MONTH: RevenueMovements = {
  start: 20_000,
  new: 5000,
  reactivated: 200,
  expansion: 3000,
  contraction: 800,
  churned: 1200,
};
const ALL = { grossRevenueRetention, netRevenueRetention, grossRevenueChurn, netRevenueChurn };

const cents = fc.integer({ min: 0, max: 10_000_000 }).map((amount) => amount / 100);
const movements = fc.record({
  start: cents,
  new: cents,
  reactivated: fc.option(cents),
  expansion: cents,
  contraction: cents,
  churned: cents,
});

function value(result: MetricResult): number {
  if (!isDefined(result)) throw new Error(result.message);
  return result.value;
}

describe('revenue retention', () => {
  it('of a month', () => {
    expect(grossRevenueRetention(MONTH)).toEqual({ value: 0.9 });
    expect(netRevenueRetention(MONTH)).toEqual({ value: 1.05 });
    expect(netRevenueRetention(MONTH, { withReactivated: true })).toEqual({ value: 1.06 });
    expect(grossRevenueChurn(MONTH)).toEqual({ value: 0.1 });
    expect(netRevenueChurn(MONTH)).toEqual({ value: -0.05 });
    expect(netRevenueChurn(MONTH, { withReactivated: true })).toEqual({ value: -0.06 });
    expect(quickRatio(MONTH)).toEqual({ value: 4 });
  });

  it('caps the losses at what there was', () => {
    const upgraded = { ...MONTH, start: 500, contraction: 0, churned: 1379 };
    expect(grossRevenueRetention(upgraded)).toEqual({ value: 0 });
    expect(grossRevenueChurn(upgraded)).toEqual({ value: 1 });
    expect(grossRevenueChurn(upgraded, { capped: false })).toEqual({ value: 2.758 });
  });

  it('keeps gross between 0 and 1 and at most net, and churn opposite to retention', () => {
    fc.assert(
      fc.property(movements, (given) => {
        fc.pre(given.start > 0);
        const grr = value(grossRevenueRetention(given));
        const nrr = value(netRevenueRetention(given));
        expect(grr).toBeGreaterThanOrEqual(0);
        expect(grr).toBeLessThanOrEqual(1);
        if (grr > 0) expect(nrr).toBeGreaterThanOrEqual(grr);
        expect(value(grossRevenueChurn(given))).toBeCloseTo(1 - grr, 12);
        expect(Math.abs(value(netRevenueChurn(given)) - (1 - nrr))).toBeLessThanOrEqual(
          1e-12 * (1 + Math.abs(nrr)),
        );
      }),
    );
  });

  it.each(Object.entries(ALL))('%s of nothing does not exist', (_, metric) => {
    expect(metric({ ...MONTH, start: 0 })).toMatchObject({ value: null, reason: 'start-is-zero' });
    expect(metric({ ...MONTH, start: null })).toMatchObject({ reason: 'blank' });
    expect(metric({ ...MONTH, churned: undefined })).toMatchObject({
      reason: 'needs-column',
      message: 'It needs churned_mrr, which the table does not have.',
    });
    expect(metric({ ...MONTH, contraction: -1 })).toMatchObject({ reason: 'out-of-range' });
    expect(metric({ ...MONTH, churned: Number.NaN })).toMatchObject({ reason: 'not-a-number' });
  });

  it('has no quick ratio without losses', () => {
    const result = quickRatio({ ...MONTH, contraction: 0, churned: 0 });
    expect(result).toMatchObject({ value: null, reason: 'zero-denominator' });
    expect(isDefined(result) ? '' : result.message).toMatch(/^No losses/);
  });
});

describe('the identity of revenue', () => {
  it('is exact in cents', () => {
    expect(endRevenue(MONTH)).toEqual({ value: 26_200 });
    const tenths = { start: 0.1, new: 0.2, reactivated: null, expansion: 0, contraction: 0, churned: 0.3 };
    expect(endRevenue(tenths)).toEqual({ value: 0 });
    expect(revenueBalanceError(MONTH, 26_200)).toEqual({ value: 0 });
    expect(revenueBalanceError(MONTH, 26_000)).toEqual({ value: -200 });
    expect(revenueBalanceError(MONTH, null)).toMatchObject({ reason: 'blank' });
  });

  it('balances with the end it computes', () => {
    fc.assert(
      fc.property(movements, (given) => {
        expect(revenueBalanceError(given, Math.max(0, value(endRevenue(given))))).toEqual({
          value: Math.max(0, -value(endRevenue(given))),
        });
      }),
    );
  });

  it('reads a missing reactivation as none, but not a negative one', () => {
    expect(endRevenue({ ...MONTH, reactivated: undefined })).toEqual({ value: 26_000 });
    expect(endRevenue({ ...MONTH, reactivated: -5 })).toMatchObject({ reason: 'out-of-range' });
    expect(endRevenue({ ...MONTH, new: null })).toMatchObject({ reason: 'blank' });
  });
});
