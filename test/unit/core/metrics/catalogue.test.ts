import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, metricById } from '../../../../src/core/metrics/catalogue';
import type { IntervalResult, PeriodCounts, RowResult } from '../../../../src/core/metrics/evaluation';
import { percentOf } from '../../../../src/core/metrics/goal';
import { rowInput, rowInputOf } from '../../../../src/core/metrics/metric';
import type { Metric } from '../../../../src/core/metrics/metric';
import { summarise } from '../../../../src/core/metrics/periodIndex';
import type { MetricResult } from '../../../../src/core/metrics/result';
import { evaluateCounts } from '../../../../src/core/metrics/row';
import { Table, day } from './table';

const count = fc.option(fc.oneof(fc.nat(2000), fc.double({ min: -5, max: 2000 })), { nil: null, freq: 8 });
const counts: fc.Arbitrary<PeriodCounts> = fc.record({
  start: count,
  new: count,
  lost: count,
  end: count,
  reactivated: count,
});
const method = fc.constantFrom('classic', 'with-reactivated', 'lost');
const goal = fc.option(fc.integer({ min: 1, max: 1500 }).map((tenths) => percentOf(tenths / 10)));

function metric<S extends Metric['scope']>(id: string, scope: S): Extract<Metric, { scope: S }> {
  const found = metricById(id);
  if (found?.scope !== scope) throw new Error(`No metric ${id} of the scope ${scope}.`);
  return found as Extract<Metric, { scope: S }>;
}

describe('the catalogue', () => {
  it('has the metrics of every family, each once', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        ...['crr', 'crrClassic', 'crrWithReactivated', 'crrLost', 'retained', 'churn', 'endStartRatio'],
        ...['netGrowth', 'growthRate', 'balanceError', 'wilson', 'yearlyCrr'],
        ...['gapPoints', 'customersShort', 'lossAllowance', 'requiredRate'],
        ...['cohortCrr', 'stripeChurn', 'chartMogulChurn', 'netChurn', 'returningRate'],
        ...['repeatPurchaseRate', 'inactivityRate', 'lifetime', 'revenueLost'],
        ...['endRevenue', 'grr', 'nrr', 'nrrWithReactivated', 'grossRevenueChurn', 'netRevenueChurn'],
        ...['quickRatio', 'arpa', 'ltv', 'cacPayback', 'ltvToCac'],
        ...['customerValue', 'retentionGain1', 'retentionGain5'],
        ...['clopperPearson', 'jeffreys', 'goalTest', 'nps', 'npsInterval', 'newcombe', 'comparison'],
        ...['twoProportionTest', 'fisherExact', 'kProportionTest', 'holm', 'rateEffect', 'mixEffect'],
        ...['simpson', 'unexplained', 'vitalReasons', 'constantForecast12', 'sbgNextRetention'],
        ...['sbgSurvival12', 'constantBacktest', 'sbgBacktest'],
        ...['weightedMean', 'simpleMean', 'geometricMean', 'compounded', 'rolling3', 'rolling12'],
      ]),
    );
    expect(metricById('nothing')).toBeNull();
  });

  it.each(catalogue.map((one) => [one.id, one] as const))('%s says everything about itself', (id, one) => {
    expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/);
    for (const text of [one.name, one.formula, one.description, one.source])
      expect(text.length).toBeGreaterThan(3);
    expect(one.description).toMatch(/\.$/);
    expect(one.inputs.length).toBeGreaterThan(0);
    expect(one.edgeCases.length).toBeGreaterThan(0);
    expect(['share', 'points', 'customers', 'ratio', 'periods', 'money', 'probability']).toContain(one.unit);
  });

  it('computes what a row shows, from any counts', () => {
    fc.assert(
      fc.property(counts, method, goal, fc.boolean(), (given, by, asked, incomplete) => {
        const row = evaluateCounts({ counts: given, method: by, goal: asked, incomplete });
        const input = rowInput({ counts: given, method: by, goal: asked, incomplete });
        const shown = [
          'crr',
          'churn',
          'endStartRatio',
          'netGrowth',
          'gapPoints',
          'customersShort',
          'lossAllowance',
        ];
        for (const id of shown) {
          expect(metric(id, 'row').compute(input)).toEqual(row[id as keyof RowResult]);
        }
        expect(metric('wilson', 'interval').compute(input)).toEqual(row.wilson);
      }),
    );
  });

  it('computes what a summary shows', () => {
    const periods = [10, 20, 5].map((lost, index) => ({
      period: `2024-0${index + 1}`,
      start: 100,
      new: 0,
      lost,
    }));
    const result = summarise(new Table(periods, { goal: percentOf(85) }), null, { today: day('2024-04-01') });
    const list = periods.map(({ start, lost }) => ({ start, held: start - lost }));
    for (const id of ['weightedMean', 'simpleMean', 'geometricMean', 'compounded', 'rolling3', 'rolling12']) {
      expect(metric(id, 'series').compute(list)).toEqual(result[id as keyof typeof result]);
    }
    const year = { periods: list, goals: Array.from({ length: 12 }, () => percentOf(85)), remaining: 9 };
    expect(metric('requiredRate', 'year').compute(year)).toEqual(result.year.required);
    expect(metric('requiredRate', 'year').compute({ ...year, goals: [] })).toMatchObject({
      reason: 'no-goal',
    });
    expect(metric('requiredRate', 'year').compute({ ...year, periods: [null] })).toMatchObject({
      reason: 'contains-undefined-period',
    });
  });

  it('never gives NaN or infinity, and always a sentence instead', () => {
    const optional = fc.option(fc.oneof(count, fc.constant(Number.NaN)), { nil: undefined });
    const input = fc.record({
      counts,
      method,
      goal,
      incomplete: fc.boolean(),
      days: fc.option(fc.integer({ min: 0, max: 400 })),
      newLost: optional,
      returning: optional,
      inactive: optional,
      customers: optional,
      repeatCustomers: optional,
      revenuePerCustomer: optional,
      revenue: fc.record({
        start: optional,
        new: optional,
        reactivated: optional,
        expansion: optional,
        contraction: optional,
        churned: optional,
      }),
      grossMargin: optional,
      discountRate: optional,
      acquisitionCost: optional,
      answers: fc.record({ promoters: optional, passives: optional, detractors: optional }),
    });
    fc.assert(
      fc.property(input, (given) => {
        const row = rowInput(given);
        for (const one of catalogue) {
          if (one.scope !== 'row') continue;
          const result = one.compute(row);
          if (result.value === null) expect(result.message.length).toBeGreaterThan(10);
          else expect(Number.isFinite(result.value), one.id).toBe(true);
        }
      }),
    );
  });

  it('never gives NaN or infinity for several groups, reasons and cohorts either', () => {
    const amount = fc.oneof(fc.nat(50), fc.double({ min: -5, max: 50 }));
    const group = fc.record({ held: amount, start: amount });
    const segment = fc.record({ name: fc.constantFrom('a', 'b', 'c'), before: group, after: group });
    const reason = fc.record({ name: fc.string(), count: fc.option(amount) });
    const given = fc.record({
      groups: fc.array(group, { maxLength: 5 }),
      pair: fc.tuple(group, group),
      segments: fc.array(segment, { maxLength: 4 }),
      reasons: fc.array(reason, { maxLength: 4 }),
      lost: fc.option(amount),
      survivors: fc.array(amount, { maxLength: 8 }),
    });
    fc.assert(
      fc.property(given, ({ groups, pair, segments, reasons, lost, survivors }) => {
        for (const one of catalogue) {
          const result = ((): MetricResult | IntervalResult | null => {
            if (one.scope === 'pair' || one.scope === 'pairInterval') return one.compute(...pair);
            if (one.scope === 'groups') return one.compute(groups);
            if (one.scope === 'segments') return one.compute(segments);
            if (one.scope === 'reasons') return one.compute(reasons, lost);
            if (one.scope !== 'cohort') return null;
            // Half of them sorted, because few lists fall by chance.
            return one.compute(lost === null ? survivors : [...survivors].sort((a, b) => b - a));
          })();
          if (result === null) continue;
          if ('reason' in result) expect(result.message.length).toBeGreaterThan(10);
          else if ('low' in result) expect(result.low).toBeLessThanOrEqual(result.high);
          else expect(Number.isFinite(result.value), one.id).toBe(true);
        }
      }),
    );
  });

  it('tells a missing column from a blank cell', () => {
    const rows = [{ period: '2024-01', start: 1000, new: 500, lost: 62 }];
    const today = day('2024-03-01');
    const compute = (table: Table) => metric('cohortCrr', 'row').compute(rowInputOf(table, 0, { today }));
    expect(compute(new Table(rows))).toMatchObject({ reason: 'needs-column' });
    expect(compute(new Table([{ ...rows[0]!, new_lost: null }]))).toMatchObject({ reason: 'blank' });
    expect(compute(new Table([{ ...rows[0]!, new_lost: 12 }]))).toEqual({ value: 0.95 });
  });

  it('converts to a year by the days of the period, once it is over', () => {
    const yearly = metric('yearlyCrr', 'row');
    const table = new Table([{ period: '2023', start: 100, new: 0, lost: 10 }], { granularity: 'year' });
    const result = yearly.compute(rowInputOf(table, 0, { today: day('2024-01-01') }));
    expect(result.value).toBeCloseTo(0.9 ** (365.25 / 365), 14);
    expect(yearly.compute(rowInputOf(table, 0, { today: day('2023-06-01') }))).toMatchObject({
      reason: 'incomplete-period',
    });
    expect(yearly.compute(rowInput({}))).toMatchObject({ reason: 'no-period' });
  });
});
