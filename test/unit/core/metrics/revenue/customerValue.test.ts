import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../../src/core';
import { metricById } from '../../../../../src/core/metrics/catalogue';
import { rowInputOf } from '../../../../../src/core/metrics/metric';
import {
  arpa,
  cacPayback,
  lifetimeValue,
  ltvToCac,
} from '../../../../../src/core/metrics/revenue/customerValue';
import {
  customerValue,
  discountPerPeriod,
  retentionGain,
} from '../../../../../src/core/metrics/revenue/retentionValue';
import { isDefined } from '../../../../../src/core/metrics/result';
import type { MetricResult } from '../../../../../src/core/metrics/result';

function value(result: MetricResult): number {
  if (!isDefined(result)) throw new Error(result.message);
  return result.value;
}

describe('what a customer is worth', () => {
  it('by revenue, margin and churn', () => {
    expect(arpa(30_000_000, 20_000)).toEqual({ value: 1500 });
    expect(lifetimeValue(50, 0.82, 0.015).value).toBeCloseTo(2733.3333, 3);
    expect(cacPayback(300, 50, 0.5)).toEqual({ value: 12 });
    expect(ltvToCac({ value: 280 }, 40)).toEqual({ value: 7 });
  });

  it.each([
    [arpa(100, 0), 'zero-denominator'],
    [arpa(undefined, 3), 'needs-column'],
    [lifetimeValue(50, 0.8, 0), 'zero-denominator'],
    [lifetimeValue(50, undefined, 0.1), 'needs-setting'],
    [lifetimeValue(50, 1.2, 0.1), 'out-of-range'],
    [lifetimeValue(50, 0.8, 1.5), 'out-of-range'],
    [lifetimeValue(50, 0.8, Number.NaN), 'not-a-number'],
    [cacPayback(300, 50, 0), 'zero-denominator'],
    [cacPayback(300, 0, 0.5), 'zero-denominator'],
    [cacPayback(null, 50, 0.5), 'needs-setting'],
    [cacPayback(300, 50, null), 'needs-setting'],
    [ltvToCac({ value: 280 }, 0), 'zero-denominator'],
    [ltvToCac({ value: 280 }, undefined), 'needs-setting'],
    [ltvToCac(lifetimeValue(50, 0.8, 0), 40), 'zero-denominator'],
  ])('says why there is none: %j, %s', (result, reason) => {
    expect(result).toMatchObject({ value: null, reason });
  });
});

describe('the value of retention', () => {
  // The table behind "5 % more retention brings 25 to 95 % more profit".
  it.each([
    [0.7, 0, 0.2],
    [0.75, 0, 0.25],
    [0.8, 0, 1 / 3],
    [0.85, 0, 0.5],
    [0.9, 0, 1],
    [0.7, 0.1, 1 / 7],
    [0.8, 0.1, 0.2],
    [0.85, 0.1, 0.25],
    [0.9, 0.1, 1 / 3],
  ])('of +5 points at %f, discounted by %f, is %f', (retention, discount, gain) => {
    expect(value(retentionGain(retention, 5, discount))).toBeCloseTo(gain, 14);
  });

  it('is exact where the decimals are', () => {
    expect(retentionGain(0.9, 5, 0)).toEqual({ value: 1 });
    expect(value(retentionGain(0.897, 5, 0))).toBeCloseTo(0.943, 3);
    expect(customerValue(10, 0.75, 0)).toEqual({ value: 40 });
    expect(customerValue(10, 0.9, 0.1)).toEqual({ value: 55 });
  });

  it('is the quotient of two values of a customer', () => {
    const share = fc.double({ min: 0, max: 0.94, noNaN: true });
    const discount = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(share, discount, fc.constantFrom(1, 5), (retention, rate, points) => {
        const before = value(customerValue(10, retention, rate));
        const after = value(customerValue(10, retention + points / 100, rate));
        expect(value(retentionGain(retention, points, rate))).toBeCloseTo(after / before - 1, 6);
      }),
    );
  });

  it.each([
    [retentionGain(0.95, 5, 0), 'unreachable'],
    [retentionGain(0.97, 5, 0), 'unreachable'],
    [customerValue(10, 1, 0), 'unreachable'],
    [customerValue(10, 1.01, 0.1), 'out-of-range'],
    [retentionGain(-0.1, 5, 0), 'out-of-range'],
    [customerValue(undefined, 0.5, 0), 'needs-column'],
  ])('says why there is none: %j, %s', (result, reason) => {
    expect(result).toMatchObject({ value: null, reason });
  });

  it('turns a yearly discount into one of a period', () => {
    expect(discountPerPeriod(0.1, 365.25)).toBeCloseTo(0.1, 15);
    expect((1 + discountPerPeriod(0.1, 365.25 / 12)) ** 12).toBeCloseTo(1.1, 14);
    expect(discountPerPeriod(0, 30)).toBe(0);
  });
});

describe('of a file', () => {
  const compute = (id: string, settings: string, row: string): MetricResult => {
    const header = 'period,start,new,lost,start_mrr,new_mrr,expansion,contraction,churned_mrr';
    const document = parseDocument(`#---\n# retention: 1\n${settings}#---\n${header}\n${row}\n`);
    const metric = metricById(id);
    if (metric?.scope !== 'row') throw new Error(`No metric ${id} of a row.`);
    return metric.compute(rowInputOf(document, 0, { today: 30_000 }));
  };
  const MONEY = '# gross_margin: 80%\n# acquisition_cost: 400\n';
  const ROW = '2024-01,100,0,20,1000,0,0,0,200';

  it('takes revenue per customer from the columns, unless the file sets it', () => {
    expect(compute('arpa', '', ROW)).toEqual({ value: 10 });
    expect(compute('ltv', MONEY, ROW)).toEqual({ value: 40 });
    expect(compute('ltvToCac', MONEY, ROW)).toEqual({ value: 0.1 });
    expect(compute('cacPayback', MONEY, ROW)).toEqual({ value: 50 });
    expect(compute('ltv', `${MONEY}# revenue_per_customer: 25\n`, ROW)).toEqual({ value: 100 });
    expect(compute('customerValue', MONEY, ROW)).toEqual({ value: 40 });
    expect(compute('retentionGain5', MONEY, ROW).value).toBeCloseTo(1 / 3, 14);
    expect(compute('retentionGain1', MONEY, ROW).value).toBeCloseTo(1 / 19, 14);
  });

  it('discounts by the length of the period', () => {
    const discounted = compute('retentionGain5', '# discount_rate: 10%\n', ROW);
    expect(discounted.value).toBeCloseTo(0.05 / (discountPerPeriod(0.1, 31) + 0.15), 14);
  });

  it('says what is missing', () => {
    expect(compute('ltv', '', ROW)).toMatchObject({ reason: 'needs-setting' });
    expect(compute('cacPayback', '# gross_margin: 80%\n', ROW)).toMatchObject({ reason: 'needs-setting' });
    expect(compute('arpa', '', '2024-01,100,0,,1000,0,0,0,200')).toMatchObject({ reason: 'blank' });
    expect(compute('nrr', '', '2024-01,100,0,20,1000,0,,0,200')).toMatchObject({ reason: 'blank' });
  });
});
