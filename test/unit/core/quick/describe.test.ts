import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeQuick } from '../../../../src/core/quick/describe';
import type { DescribeOptions } from '../../../../src/core/quick/describe';
import { parseQuickInput } from '../../../../src/core/quick/parse';

function described(text: string, options?: DescribeOptions) {
  const reading = parseQuickInput(text);
  if (reading.status !== 'read') throw new Error(`${text}: ${JSON.stringify(reading)}`);
  return describeQuick(reading.interpretation, options);
}

function line(text: string, id: string, options?: DescribeOptions) {
  const found = described(text, options).lines.find((each) => each.id === id);
  if (!found) throw new Error(`${text} has no line ${id}`);
  return found;
}

describe('the echo', () => {
  it.each([
    ['500 +50 -100', 'start 500 · new 50 · lost 100 → end 450 (derived)'],
    ['500 +50 -> 450', 'start 500 · new 50 · end 450 → lost 100 (derived)'],
    ['100 -> 99', 'start 100 · end 99'],
    [
      "50'000 +1'000 -11'000",
      'start 50\u202f000 · new 1\u202f000 · lost 11\u202f000 → end 40\u202f000 (derived)',
    ],
    ['900 of 2000 returned in 2 months', '900 of 2\u202f000 returning · in 2 months'],
    ['churn 5% per week', 'churn 5 % · per week'],
    ['churn 5% per month goal 97%', 'churn 5 % · goal 97 % · per month'],
    [
      '2024-q1 500 50 100 goal 85%',
      'start 500 · new 50 · lost 100 · goal 85 % · 2024-Q1 → end 450 (derived)',
    ],
  ])('of “%s” is “%s”', (text, echo) => {
    expect(described(text).echo).toBe(echo);
  });
});

describe('the results', () => {
  it('of a quarter with a goal are complete and in order', () => {
    const { lines } = described('500 +50 -100 goal 85% per quarter');
    expect(lines.map(({ id, label, value }) => [id, label, value])).toEqual([
      ['retention', 'Retention rate', '80.0 %'],
      ['churn', 'Churn rate', '20.0 %'],
      ['gap', 'Goal gap', '−5.0 pt'],
      ['short', 'Customers short', '25'],
      ['interval', 'Interval', '76.3–83.3 %'],
      ['yearly', 'Yearly equivalent', '41.0 %'],
      ['goalYearly', 'Goal per year', '52.2 %'],
      ['keep', 'Customers to keep', '425'],
      ['allowance', 'Losses allowed', '75'],
      ['ratio', 'End/start ratio', '90.0 %'],
      ['growth', 'Net growth', '−50'],
    ]);
    expect(lines.map(({ copyText }) => copyText)).toEqual([
      '80.0%',
      '20.0%',
      '-5.0 pt',
      '25',
      '76.3–83.3%',
      '41.0%',
      '52.2%',
      '425',
      '75',
      '90.0%',
      '-50',
    ]);
    expect(line('500 +50 -100 goal 85%', 'allowance').detail).toBe('100 lost, 25 too many.');
    expect(line('500 +50 -100', 'retention').detail).toBe('(end − new) / start = (450 − 50) / 500');
    expect(line('500 -100', 'retention').detail).toBe('(start − lost) / start = (500 − 100) / 500');
  });

  it('never put a number where there is none', () => {
    for (const text of ['100 -> 99', '0 +5 -0', '500', 'goal 85%', '500 +50']) {
      const retention = line(text, 'retention');
      expect(retention).toMatchObject({ value: '–', copyText: null });
      expect(retention.detail).not.toBe('');
    }
    expect(line('100 -> 99', 'ratio').value).toBe('99.0 %');
    expect(line('100 -> 99', 'retention').detail).toMatch(/lost.*won/);
    expect(described('100 -> 99').lines.map(({ id }) => id)).toEqual(['retention', 'ratio', 'growth']);
    expect(line('500 +50 -100', 'gap').detail).toMatch(/goal 85%/);
    expect(line('500 +50 -100', 'yearly').detail).toMatch(/per month/);
  });

  it('name a share by what its customers did', () => {
    expect(line('900 of 2000 returned', 'retention')).toMatchObject({
      label: 'Returning-customer rate',
      value: '45.0 %',
    });
    expect(line('900 of 2000 returned', 'churn')).toMatchObject({ label: 'Not returned', value: '55.0 %' });
    expect(line('900 of 2000 kept', 'retention')).toMatchObject({ label: 'Retention rate', value: '45.0 %' });
    expect(line('900 of 2000', 'retention').detail).toMatch(/returning-customer rate if they bought again/);
    expect(described('100 of 500 lost').lines[0]).toMatchObject({
      id: 'churn',
      label: 'Churn rate',
      value: '20.0 %',
    });
    expect(line('900 of 2000 kept goal 50%', 'short').value).toBe('100');
  });

  it('convert rates and goals to a year by compounding', () => {
    expect(line('churn 5% per month', 'yearly')).toMatchObject({ value: '54.0 %' });
    expect(line('churn 5% per month', 'yearly').detail).toMatch(/46\.0 % churn/);
    expect(described('churn 5% per month').lines[0]).toMatchObject({
      id: 'churn',
      value: '5.0 %',
      copyText: '5.0%',
    });
    expect(line('churn 5% per month', 'retention').value).toBe('95.0 %');
    expect(line('retention 95%', 'churn').value).toBe('5.0 %');
    expect(line('goal 85% per month', 'goalYearly').value).toBe('14.2 %');
    expect(line('85% per year goal 90%', 'gap').value).toBe('−5.0 pt');
    expect(line('2000 at start 900 kept in 2 months', 'yearly').value).toBe('0.8 %');
    expect(line('2024-01-15/P30D 100 5 5', 'yearly').value).toBe(line('100 5 5 in 30 days', 'yearly').value);
  });

  it('say what contradicts itself, and still calculate by the method', () => {
    expect(line('500 50 100 460', 'balance').detail).toMatch(/should be 450, it is 10 more/);
    expect(line('500 50 100 440', 'balance').detail).toMatch(/should be 450, it is 10 less/);
    expect(line('10 +5 -20', 'balance').detail).toMatch(/-5|−5/);
    // Where there is no rate, too.
    expect(line('0 +5 -0 9', 'balance').detail).toMatch(/should be 5, it is 4 more/);
    expect(line('0 +5 -0 9', 'retention').value).toBe('–');
    expect(line('500 50 100 460', 'retention').value).toBe('82.0 %');
    expect(line('500 50 100 460', 'retention', { method: 'lost' })).toMatchObject({
      value: '80.0 %',
      detail: '(start − lost) / start = (500 − 100) / 500',
    });
    expect(line('start 100 new 5 end 99 r 4', 'retention').detail).toBe(
      '(end − new − won back) / start = (99 − 5 − 4) / 100',
    );
    expect(line('start 100 new 5 end 99 r 4', 'retention', { method: 'with-reactivated' }).detail).toBe(
      '(end − new) / start = (99 − 5) / 100',
    );
    const fromLost = line('start=100 lost=10 reactivated=5', 'retention', { method: 'with-reactivated' });
    expect(fromLost).toMatchObject({
      value: '95.0 %',
      detail: '(start − lost + won back) / start = (100 − 10 + 5) / 100',
    });
    expect(line('start=100 lost=10 reactivated=5', 'retention').detail).toBe(
      '(start − lost) / start = (100 − 10) / 100',
    );
    expect(described('500 +50 -100').lines.some(({ id }) => id === 'balance')).toBe(false);
  });

  it('reach a goal exactly where it is reached', () => {
    // 7 % of 100 is 7, though 0.07 × 100 is 7.000000000000001.
    expect(line('100 +0 -93 goal 7%', 'short')).toMatchObject({ value: '0', detail: 'The goal is reached.' });
    expect(line('100 +0 -94 goal 7%', 'short').value).toBe('1');
    expect(line('start 500 goal 85%', 'keep').value).toBe('425');
    expect(line('start 500 goal 85%', 'allowance').value).toBe('75');
  });

  it('speak the language and write the numbers of the reader', () => {
    const t = (message: string, ...args: (string | number)[]): string =>
      (message === 'Retention rate' ? 'Retentie' : message).replace(/\{(\d)\}/g, (_all, index: string) =>
        String(args[Number(index)]),
      );
    const format = { decimal: ',', group: '.', space: '\u00a0', minus: '−' };
    expect(line("50'000 +1'000 -11'000", 'retention', { t, format })).toMatchObject({
      label: 'Retentie',
      value: '78,0\u00a0%',
      detail: '(end − new) / start = (40.000 − 1.000) / 50.000',
      copyText: '78.0%',
    });
  });

  it('never throw, and have words for everything', () => {
    const count = fc.option(fc.nat({ max: 1000 }), { nil: null });
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        count,
        fc.boolean(),
        (start, added, lost, end, reactivated, timed) => {
          const { lines } = describeQuick({
            kind: 'counts',
            counts: { start, new: added, lost, end, reactivated },
            goal: { numerator: 85, denominator: 100, share: 0.85 },
            span: timed ? { count: 1, unit: 'month' } : null,
            period: null,
          });
          for (const { label, value, detail, copyText, id } of lines) {
            expect(label).not.toBe('');
            expect(detail).not.toMatch(/NaN|Infinity|undefined|null|\{\d\}/);
            expect(value).not.toMatch(/NaN|Infinity|undefined|null/);
            if (id !== 'balance') expect(copyText === null).toBe(value === '–');
          }
          expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
        },
      ),
    );
  });
});
