import { describe, expect, it } from 'vitest';
import type { MetricResult, Reason, Summary } from '../../../../../src/core';
import { numberDisplay } from '../../../../../src/webview/page/numbers/numbers';
import type { SummaryCard } from '../../../../../src/webview/page/summary/summary';
import { summaryCards } from '../../../../../src/webview/page/summary/summary';

const value = (number: number): MetricResult => ({ value: number });
const none = (reason: Reason, message: string): MetricResult => ({ value: null, reason, message });

/** The second quarter of the guide that the format's description uses: 500 + 50 − 100, goal 85 %. */
const summary: Summary = {
  segment: null,
  period: '2024-Q2',
  retention: value(0.8),
  churn: value(0.2),
  lost: 100,
  wilson: { low: 0.7627, high: 0.8327, level: 0.95 },
  goal: value(0.85),
  gapPoints: value(-5),
  customersShort: value(25),
  lossAllowance: value(75),
  year: { label: '2024', done: 2, of: 4, compounded: value(0.72), required: value(0.8512) },
  weightedMean: value(0.81),
  simpleMean: value(0.85),
  geometricMean: value(0.84),
  compounded: value(0.72),
  rolling3: none('too-few-periods', 'Only 2 complete periods.'),
  rolling12: none('too-few-periods', 'Only 2 complete periods.'),
  realismHint: null,
  trend: [],
};

const narrow = '\u202f';

function card(id: SummaryCard['id'], changes: Partial<Summary> = {}, locale = 'en'): SummaryCard {
  const found = summaryCards({ ...summary, ...changes }, numberDisplay([locale])).find(
    (one) => one.id === id,
  );
  if (found === undefined) throw new Error(`There is no card ${id}.`);
  return found;
}

describe('the summary', () => {
  it('shows each figure with its unit and what it means', () => {
    expect(card('retention')).toMatchObject({
      label: 'Retention',
      value: `80.0${narrow}%`,
      caption: `76.3\u201383.3 (95${narrow}%)`,
      reason: null,
    });
    expect(card('churn')).toMatchObject({ label: 'Churn', value: `20.0${narrow}%`, caption: '100 lost' });
    expect(card('gap')).toMatchObject({
      label: 'Goal gap',
      value: '\u22125.0',
      unit: 'pt',
      caption: `goal 85${narrow}%`,
      detail: 'below the goal',
      tone: 'bad',
    });
    expect(card('short')).toMatchObject({
      label: 'Customers short',
      value: '25',
      caption: `to reach 85${narrow}%`,
    });
    expect(card('year')).toMatchObject({
      label: '2024 so far',
      value: `72.0${narrow}%`,
      caption: `need 85.1${narrow}% in the 2 left`,
    });
  });

  it('says what can still be lost once the goal is reached', () => {
    const reached = { gapPoints: value(5), customersShort: value(0), lost: 10, lossAllowance: value(15) };
    expect(card('short', reached)).toMatchObject({ value: '0', caption: '5 to spare', tone: 'good' });
    expect(card('gap', reached)).toMatchObject({ value: '+5.0', tone: 'good' });
    expect(card('short', { ...reached, lost: 15 }).caption).toBe('none to spare');
  });

  it('gives the reason where there is no figure, and invents none', () => {
    const blank = none('start-is-zero', 'Nobody was there at the start.');
    expect(card('retention', { retention: blank })).toMatchObject({
      value: '\u2013',
      reason: 'Nobody was there at the start.',
    });
    const noGoal = none('no-goal', 'No goal is set.');
    expect(card('gap', { gapPoints: noGoal, goal: noGoal })).toMatchObject({
      value: '\u2013',
      unit: '',
      reason: 'No goal is set.',
      caption: '',
      tone: 'neutral',
    });
    expect(card('short', { customersShort: noGoal })).toMatchObject({
      value: '\u2013',
      reason: 'No goal is set.',
    });
  });

  it('shows no interval where there is none', () => {
    const wilson = { value: null, reason: 'start-is-zero', message: 'Nobody was there.' } as const;
    expect(card('retention', { wilson })).toMatchObject({ caption: '', detail: '' });
  });

  it('says how far the year is where nothing is required of the rest', () => {
    const over = none('nothing-left', 'The year is over.');
    const year = { ...summary.year, done: 4, required: over };
    expect(card('year', { year })).toMatchObject({ caption: '4 of 4 periods' });
    expect(card('year', { year }).detail).toContain('The year is over.');
  });

  it('speaks of a gap of nothing as the goal itself', () => {
    expect(card('gap', { gapPoints: value(0) })).toMatchObject({
      value: '0.0',
      detail: 'exactly at the goal',
      tone: 'good',
    });
  });

  it('writes numbers as the locale does', () => {
    expect(card('retention', {}, 'de').value).toBe(`80,0${narrow}%`);
    expect(card('gap', {}, 'fi').value).toBe('\u22125,0');
  });
});
