import { describe, expect, it } from 'vitest';
import { percentOf } from '../../../../src/core/metrics/goal';
import type { PeriodCounts } from '../../../../src/core/metrics/evaluation';
import { defined, reasonMessage, undefinedFor } from '../../../../src/core/metrics/result';
import { evaluateCounts, evaluateRow } from '../../../../src/core/metrics/row';
import { Table, day } from './table';

function counts(given: Partial<PeriodCounts>): PeriodCounts {
  return { start: null, new: null, lost: null, end: null, reactivated: null, ...given };
}

describe('evaluateCounts', () => {
  it('is the first example of the command line', () => {
    const row = evaluateCounts({ counts: counts({ start: 500, new: 50, lost: 100 }), goal: percentOf(85) });
    expect(row).toMatchObject({
      end: 450,
      derived: ['end'],
      crr: { value: 0.8 },
      churn: { value: 0.2 },
      endStartRatio: { value: 0.9 },
      netGrowth: { value: -50 },
      goal: { value: 0.85 },
      gapPoints: { value: -5 },
      customersShort: { value: 25 },
      lossAllowance: { value: 75 },
    });
    if (!('low' in row.wilson)) throw new Error(row.wilson.message);
    expect([row.wilson.low.toFixed(3), row.wilson.high.toFixed(3)]).toEqual(['0.763', '0.833']);
    expect('refused' in row).toBe(false);
  });

  it('is the second: lost is derived', () => {
    const row = evaluateCounts({ counts: counts({ start: 50_000, new: 1000, end: 40_000 }) });
    expect(row).toMatchObject({
      lost: 11_000,
      derived: ['lost'],
      crr: { value: 0.78 },
      churn: { value: 0.22 },
    });
    expect(row.gapPoints).toMatchObject({ value: null, reason: 'no-goal' });
  });

  it('is the third: no rate, only the ratio', () => {
    const row = evaluateCounts({ counts: counts({ start: 100, end: 99 }), goal: percentOf(85) });
    for (const result of [row.crr, row.churn, row.gapPoints, row.customersShort, row.wilson]) {
      expect(result).toMatchObject({ value: null, reason: 'new-and-lost-unknown' });
    }
    expect(row).toMatchObject({ endStartRatio: { value: 0.99 }, lossAllowance: { value: 15 } });
  });

  it('does not judge an incomplete period, but says what it may still lose', () => {
    const row = evaluateCounts({
      counts: counts({ start: 500, new: 50, lost: 100 }),
      goal: percentOf(85),
      incomplete: true,
    });
    expect(row).toMatchObject({
      incomplete: true,
      crr: { value: 0.8 },
      gapPoints: { value: null, reason: 'incomplete-period' },
      customersShort: { value: null, reason: 'incomplete-period' },
      lossAllowance: { value: 75 },
    });
  });

  it('explains a count it refused to derive wherever that count is needed', () => {
    const row = evaluateCounts({
      counts: counts({ start: 100, new: 0, end: 150 }),
      method: 'lost',
      goal: percentOf(85),
    });
    expect(row.lost).toBeNull();
    expect(row.refused).toMatchObject({ count: 'lost', why: { reason: 'does-not-balance' } });
    for (const result of [row.crr, row.churn, row.gapPoints, row.wilson]) {
      expect(result).toMatchObject({ value: null, reason: 'does-not-balance' });
    }
    expect(row.endStartRatio).toEqual({ value: 1.5 });
  });

  it('keeps the reason of a start of 0', () => {
    const row = evaluateCounts({ counts: counts({ start: 0, new: 0, end: 5 }), goal: percentOf(85) });
    for (const result of [row.crr, row.endStartRatio, row.gapPoints, row.lossAllowance]) {
      expect(result).toMatchObject({ value: null, reason: 'start-is-zero' });
    }
  });

  it('has no interval where the rate is no share of customers', () => {
    const above = evaluateCounts({ counts: counts({ start: 100, new: 0, end: 150 }) });
    expect(above.wilson).toMatchObject({ value: null, reason: 'out-of-range' });
    const part = evaluateCounts({ counts: counts({ start: 10, lost: 0.5 }) });
    expect(part).toMatchObject({ crr: { value: 0.95 }, wilson: { value: null, reason: 'not-a-number' } });
  });
});

describe('evaluateRow', () => {
  const rows = [
    { period: '2024-Q1', segment: 'SMB', start: 100, new: 15, lost: 10, end: 105 },
    { period: '2024-Q2', start: 500, new: 50, lost: 100, end: 450, goal: percentOf(90) },
    { period: 'soon', start: 10, lost: 1 },
  ];
  const table = new Table(rows, { goal: percentOf(85), granularity: 'quarter' });

  it('reads the row, its own goal above that of the file', () => {
    const at = { today: day('2024-06-30') };
    expect(evaluateRow(table, 0, at)).toMatchObject({
      period: '2024-Q1',
      segment: 'SMB',
      gapPoints: { value: 5 },
    });
    expect(evaluateRow(table, 1, at)).toMatchObject({ incomplete: false, gapPoints: { value: -10 } });
  });

  it('is incomplete only while the period ends after today', () => {
    expect(evaluateRow(table, 1, { today: day('2024-06-29') }).incomplete).toBe(true);
    expect(evaluateRow(table, 2, { today: day('2024-06-29') })).toMatchObject({
      period: 'soon',
      incomplete: false,
      crr: { value: 0.9 },
    });
  });

  it('uses the method of the file', () => {
    const back = [{ period: '2024-Q1', start: 100, new: 0, lost: 10, end: 95, reactivated: 5 }];
    const rate = (method: 'classic' | 'with-reactivated' | 'lost') =>
      evaluateRow(new Table(back, { method }), 0, { today: 0 }).crr;
    expect([rate('classic'), rate('with-reactivated'), rate('lost')]).toEqual([
      { value: 0.9 },
      { value: 0.95 },
      { value: 0.9 },
    ]);
  });
});

describe('results', () => {
  it('are never NaN, infinite or −0', () => {
    expect(defined(Number.NaN)).toMatchObject({ value: null, reason: 'not-a-number' });
    expect(defined(Infinity)).toMatchObject({ value: null, reason: 'out-of-range' });
    expect(defined(-0)).toEqual({ value: 0 });
  });

  it('say their reason in a sentence, with a detail in front of it where there is one', () => {
    expect(undefinedFor('no-goal').message).toBe(reasonMessage('no-goal'));
    expect(undefinedFor('no-goal', 'None.').message).toBe('None.');
    expect(reasonMessage('no-goal', 'Q1:')).toBe(`Q1: ${reasonMessage('no-goal')}`);
  });
});
