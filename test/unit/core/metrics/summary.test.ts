import { describe, expect, it } from 'vitest';
import { percentOf } from '../../../../src/core/metrics/goal';
import { summarise } from '../../../../src/core/metrics/periodIndex';
import type { MetricResult } from '../../../../src/core/metrics/result';
import { Table, day } from './table';
import type { TableOptions, TableRow } from './table';

const today = day('2024-12-31');

function summary(
  rows: readonly TableRow[],
  options: TableOptions = {},
  at = today,
  segment: string | null = null,
) {
  return summarise(new Table(rows, options), segment, { today: at });
}

function reason(result: MetricResult | { readonly low: number }): string | null {
  return 'reason' in result ? result.reason : null;
}

function message(result: MetricResult): string {
  return 'message' in result ? result.message : '';
}

function month(period: string, start: number, lost: number): TableRow {
  return { period, start, new: 0, lost };
}

const quarters: TableOptions = { goal: percentOf(85), granularity: 'quarter' };
const product: TableRow[] = [
  { period: '2024-Q1', start: 100, new: 15, lost: 10, end: 105 },
  { period: '2024-Q2', start: 500, new: 50, lost: 100, end: 450 },
];

describe('the last complete period', () => {
  it('is the one of the product page', () => {
    const result = summary(product, quarters, day('2024-07-05'));
    expect(result).toMatchObject({
      segment: null,
      period: '2024-Q2',
      retention: { value: 0.8 },
      churn: { value: 0.2 },
      lost: 100,
      goal: { value: 0.85 },
      gapPoints: { value: -5 },
      customersShort: { value: 25 },
      lossAllowance: { value: 75 },
      year: { label: '2024', done: 2, of: 4, compounded: { value: 0.72 } },
      weightedMean: { value: 490 / 600 },
      simpleMean: { value: 0.85 },
      compounded: { value: 0.72 },
      realismHint: null,
    });
    expect(result.year.required.value!.toFixed(3)).toBe('0.851');
    expect(result.wilson).toMatchObject({ level: 0.95 });
    expect(reason(result.rolling3)).toBe('too-few-periods');
    expect(result.trend.map(({ period, crr }) => [period, crr.value])).toEqual([
      ['2024-Q1', 0.9],
      ['2024-Q2', 0.8],
    ]);
  });

  it('ends today at the latest', () => {
    expect(summary(product, quarters, day('2024-06-30')).period).toBe('2024-Q2');
    const running = summary(product, quarters, day('2024-06-29'));
    expect(running.period).toBe('2024-Q1');
    expect(running.trend).toMatchObject([{ incomplete: false }, { period: '2024-Q2', incomplete: true }]);
    expect(running.weightedMean).toEqual({ value: 0.9 });
    expect(running.year).toMatchObject({ done: 1, of: 4 });
  });

  it('is found in any order of rows, the first of repeated ones', () => {
    const rows = [product[1]!, { ...product[1]!, lost: 1, end: null }, product[0]!];
    expect(summary(rows, quarters, day('2024-07-05'))).toEqual(summary(product, quarters, day('2024-07-05')));
  });

  it('is not a row that is only planned', () => {
    const rows = [...product, { period: '2024-Q3' }, { period: '2024-Q4' }];
    const result = summary(rows, quarters, day('2025-01-10'));
    expect(result).toMatchObject({
      period: '2024-Q2',
      year: { done: 2, of: 4 },
      compounded: { value: 0.72 },
    });
    expect(result.trend).toHaveLength(2);
  });

  it('has its own goal where the row says so', () => {
    const rows = [product[0]!, { ...product[1]!, goal: percentOf(75) }];
    const result = summary(rows, quarters);
    expect(result).toMatchObject({
      goal: { value: 0.75 },
      gapPoints: { value: 5 },
      customersShort: { value: 0 },
    });
  });

  it('does not exist in an empty table, nor before the first has ended', () => {
    const empty = summary([], quarters);
    expect(empty).toMatchObject({
      period: null,
      lost: null,
      trend: [],
      year: { label: null, done: 0, of: 0 },
    });
    for (const result of [empty.retention, empty.weightedMean, empty.rolling3, empty.year.required]) {
      expect(reason(result)).toBe('no-period');
    }
    expect(reason(empty.wilson)).toBe('no-period');
    const early = summary(product, quarters, day('2024-01-15'));
    expect(reason(early.retention)).toBe('no-complete-period');
    expect(early.goal).toEqual({ value: 0.85 });
  });

  it('leaves out rows of another granularity, and says when that leaves nothing', () => {
    const year = { period: '2023', start: 10_000, new: 0, lost: 9000 };
    expect(summary([year, ...product], quarters)).toEqual(summary(product, quarters));
    const none = summary([year], quarters);
    expect(reason(none.retention)).toBe('no-period');
    expect(message(none.retention)).toContain('quarter');
    const span = { period: '2024-01-01/2024-03-31', start: 100, new: 15, lost: 10, end: 105 };
    expect(summary([span], quarters)).toMatchObject({ period: '2024-01-01/2024-03-31', year: { done: 1 } });
  });

  it('explains a count that was refused', () => {
    const result = summary([{ period: '2024-Q1', start: 100, new: 0, end: 150 }], {
      ...quarters,
      method: 'lost',
    });
    expect(reason(result.retention)).toBe('does-not-balance');
  });
});

describe('the year so far', () => {
  const goal: TableOptions = { goal: percentOf(90) };

  it('needs every period between its first and the last complete one', () => {
    const { year } = summary(
      [month('2023-12', 10, 1), month('2024-01', 10, 1), month('2024-03', 10, 1)],
      goal,
    );
    expect(year).toMatchObject({ label: '2024', done: 2, of: 12 });
    expect(reason(year.compounded)).toBe('contains-undefined-period');
    expect(message(year.compounded)).toContain('2024-02 is missing');
    expect(reason(year.required)).toBe('contains-undefined-period');
  });

  it('misses January where the file goes back further', () => {
    const { year } = summary([month('2023-12', 10, 1), month('2024-02', 10, 1)], goal);
    expect(message(year.compounded)).toContain('2024-01 is missing');
  });

  it('names the period that has no rate', () => {
    const rows = [month('2024-01', 10, 1), { period: '2024-02', start: 9, end: 9 }, month('2024-03', 9, 1)];
    const { year } = summary(rows, goal);
    expect(message(year.compounded)).toContain('2024-02 has no retention rate.');
    expect(reason(year.compounded)).toBe('contains-undefined-period');
  });

  it('begins with the file, and says so', () => {
    const { year } = summary([month('2024-05', 10, 1), month('2024-06', 10, 2)], goal);
    expect(year).toMatchObject({ label: '2024 from 2024-05', done: 2, of: 8, compounded: { value: 0.72 } });
    expect(year.required.value).toBeCloseTo((0.9 ** 8 / 0.72) ** (1 / 6), 12);
  });

  it('begins with the first customers', () => {
    const rows = [{ period: '2024-01', start: 0, new: 10, lost: 0 }, month('2024-02', 10, 1)];
    expect(summary(rows, goal).year).toMatchObject({
      label: '2024 from 2024-02',
      done: 1,
      of: 11,
      compounded: { value: 0.9 },
    });
    const { year } = summary([rows[0]!], goal);
    expect(reason(year.compounded)).toBe('contains-undefined-period');
  });

  it('multiplies the goals of its periods, those of remaining rows too', () => {
    const rows: TableRow[] = [
      { period: '2024-Q1', start: 100, new: 0, lost: 10, goal: percentOf(80) },
      { period: '2024-Q3', goal: percentOf(50) },
    ];
    const { year } = summary(rows, quarters, day('2024-04-01'));
    expect(year.required.value).toBeCloseTo(((0.8 * 0.85 * 0.5 * 0.85) / 0.9) ** (1 / 3), 12);
  });

  it('needs a goal for every period', () => {
    const row = { period: '2024-Q1', start: 100, new: 0, lost: 10, goal: percentOf(80) };
    const { year } = summary([row], { granularity: 'quarter' }, day('2024-04-01'));
    expect(year.compounded).toEqual({ value: 0.9 });
    expect(reason(year.required)).toBe('no-goal');
  });

  it('is over, or lost, when it is', () => {
    const all = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'].map((period) => month(period, 100, 10));
    const over = summary(all, quarters);
    expect(reason(over.year.required)).toBe('nothing-left');
    expect(message(over.year.required)).toContain('the goal is met');
    const lost = summary([month('2024-Q1', 100, 60)], quarters, day('2024-04-01'));
    expect(reason(lost.year.required)).toBe('unreachable');
    expect(message(lost.year.required)).toContain('40.0 %');
  });

  it.each([
    ['year', '2024', '2024', 1],
    ['month', '2024-01', '2024', 12],
    ['week', '2020-W01', '2020', 53],
    ['week', '2024-W01', '2024', 52],
    ['day', '2024-01-01', '2024', 366],
    ['day', '2023-01-01', '2023', 365],
  ] as const)('of %s %s has %s: %i periods', (granularity, period, label, of) => {
    expect(summary([month(period, 10, 1)], { granularity }).year).toMatchObject({ label, done: 1, of });
  });

  it('does not exist for periods of custom length', () => {
    const { year } = summary([month('2024-01-10/P30D', 10, 1)], { granularity: 'custom' });
    expect(year).toMatchObject({ label: null, done: 0, of: 0 });
    expect(reason(year.compounded)).toBe('custom-periods');
  });
});

describe('all customers', () => {
  const segments: TableRow[] = [
    { period: '2024-01', segment: 'SMB', start: 500, new: 50, lost: 100, end: 450, goal: percentOf(70) },
    { period: '2024-01', segment: 'Enterprise', start: 100, new: 15, lost: 10, end: 105 },
    { period: '2024-02', segment: 'SMB', start: 450, new: 40, lost: 45 },
  ];

  it('are the sum of the segments, without those that have no row in the period', () => {
    const january = summary(segments, { goal: percentOf(80) }, day('2024-02-01'));
    expect(january).toMatchObject({
      period: '2024-01',
      retention: { value: 490 / 600 },
      lost: 110,
      goal: { value: 0.8 },
      customersShort: { value: 0 },
    });
    expect(summary(segments)).toMatchObject({ period: '2024-02', lost: 45, retention: { value: 0.9 } });
    expect(summary(segments, {}, today, 'Enterprise')).toMatchObject({ period: '2024-01', lost: 10 });
  });

  it('are the rows without a segment, where there are any', () => {
    const total = { period: '2024-01', start: 600, new: 65, lost: 111 };
    expect(summary([...segments, total])).toMatchObject({ period: '2024-01', lost: 111 });
  });

  it('are unknown where one segment is, and say which', () => {
    const rows = [segments[0]!, { period: '2024-01', segment: 'Enterprise', start: 100, end: 105 }];
    const result = summary(rows);
    expect(result.lost).toBeNull();
    expect(reason(result.retention)).toBe('new-and-lost-unknown');
    expect(message(result.retention)).toContain('Segment Enterprise:');
    expect(reason(result.weightedMean)).toBe('no-complete-period');
  });

  it('do not exist for a segment that nobody has', () => {
    expect(summary(segments, {}, today, 'Nobody')).toMatchObject({ segment: 'Nobody', period: null });
  });

  it('add up counts with decimals, and customers who came back', () => {
    const rows: TableRow[] = [
      { period: '2024-01', segment: 'A', start: 0.1, new: 0, lost: 0.1, reactivated: 2 },
      { period: '2024-01', segment: 'B', start: 0.2, new: 0, lost: 0.1 },
    ];
    expect(summary(rows)).toMatchObject({ lost: 0.2, retention: { value: 1 / 3 } });
  });
});

describe('the realism hint', () => {
  it('fires on 10 % → 50 %', () => {
    const { realismHint } = summary([month('2024-01', 1000, 900)], { goal: percentOf(50) });
    expect(realismHint).toContain('50.0 %');
    expect(realismHint).toContain('10.0 %');
  });

  it('is silent where a period reached the goal, or chance may have', () => {
    expect(
      summary([month('2024-01', 1000, 400), month('2024-02', 1000, 900)], { goal: percentOf(50) })
        .realismHint,
    ).toBeNull();
    expect(summary([month('2024-01', 3, 2)], { goal: percentOf(50) }).realismHint).toBeNull();
    expect(summary([month('2024-01', 1000, 900)]).realismHint).toBeNull();
  });

  it('looks back twelve periods', () => {
    const old = month('2022-12', 1000, 100);
    const recent = Array.from({ length: 12 }, (_, index) =>
      month(`2023-${String(index + 1).padStart(2, '0')}`, 1000, 900),
    );
    expect(summary([old, ...recent], { goal: percentOf(50) }).realismHint).not.toBeNull();
    expect(summary([old, ...recent.slice(1)], { goal: percentOf(50) }).realismHint).toBeNull();
  });
});

describe('the trend', () => {
  it('has the last twelve periods, the running one but no plans', () => {
    const rows = Array.from({ length: 24 }, (_, index) => {
      const period = `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
      return month(period, 100, index);
    });
    const { trend } = summary(rows, {}, day('2025-03-15'));
    expect(trend.map(({ period }) => period)).toEqual(rows.slice(3, 15).map(({ period }) => period));
    expect(trend.filter(({ incomplete }) => incomplete)).toMatchObject([{ period: '2025-03' }]);
  });
});
