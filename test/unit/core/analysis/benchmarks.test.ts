import { describe, expect, it } from 'vitest';
import {
  analyseBenchmarks,
  BENCHMARK_SOURCES,
  benchmarks,
  INDUSTRIES,
  industryOf,
} from '../../../../src/core';
import type { BenchmarkComparison, IndustryKey } from '../../../../src/core';
import { month, notebookOf } from './notebooks';

/** A comparison of a list, by the group and the beginning of the metric. */
function find(list: readonly BenchmarkComparison[], group: string, metric = ''): BenchmarkComparison {
  const found = list.find(
    ({ benchmark }) => benchmark.group === group && benchmark.metric.startsWith(metric),
  );
  return found ?? expect.fail(`${group} ${metric} is not in the list.`);
}

/** Months up to July 2024 that each keep the same share of 1000 customers. */
function months(count: number, lost: number, columns = '', cells = ''): string[] {
  const rows = Array.from(
    { length: count },
    (_, i) => `${month(2024, 7, i - count + 1)},1000,${lost},${lost}${cells}`,
  );
  return [`period,start,new,lost${columns}`, ...rows];
}

function compare(rows: readonly string[], industry: IndustryKey): readonly BenchmarkComparison[] {
  return analyseBenchmarks(notebookOf(rows), null, { industry }).comparisons;
}

describe('the published figures', () => {
  it('are 94, each with a source and something to read it by', () => {
    expect(benchmarks()).toHaveLength(94);
    for (const figure of benchmarks()) {
      expect(INDUSTRIES[figure.industry]).toBeTruthy();
      expect(BENCHMARK_SOURCES[figure.source].text).not.toBe('');
      expect(figure.high === null || figure.high >= figure.low).toBe(true);
      // What cannot be compared says why; what can has a length of time.
      if (figure.incomparable === null) expect(figure.period).not.toBeNull();
      if (figure.measure === 'other') expect(figure.incomparable).not.toBeNull();
    }
    const industries = new Set(benchmarks().map(({ industry }) => industry));
    expect([...industries].sort()).toEqual(Object.keys(INDUSTRIES).sort());
    const sources = new Set(benchmarks().map(({ source }) => source));
    expect([...sources].sort()).toEqual(Object.keys(BENCHMARK_SOURCES).sort());
  });

  it('agree with themselves: the copied list has the mean that it prints', () => {
    const list = benchmarks().filter(
      ({ source, metric }) => source === 'explodingTopics' && !metric.includes('mean'),
    );
    const mean = list.reduce((sum, { low }) => sum + low, 0) / list.length;
    expect(list).toHaveLength(15);
    expect(mean.toFixed(2)).toBe('75.47');
  });

  it('are found by the key or the name of an industry', () => {
    expect(industryOf(' SaaS ')).toBe('saas');
    expect(industryOf('e-commerce')).toBe('ecommerce');
    expect(industryOf('toys')).toBeNull();
  });
});

describe('analyseBenchmarks', () => {
  it('compares a month with a month as it is, with its interval', () => {
    const { yours, interval, run, difference, better, source } = find(
      compare(months(3, 50), 'subscriptions'),
      'Subscription, all',
      'subscriber churn rate, median',
    );
    expect(yours).toEqual({ value: 0.05 });
    expect(interval).toMatchObject({ low: expect.closeTo(0.0381, 4) as number, level: 0.95 });
    expect(run).toMatchObject({ kind: 'same', message: '2024-07, one month as published.' });
    expect(difference.value).toBe(-0.48);
    expect(better).toBe(true);
    expect(source.text).toContain('2019');
  });

  it('compounds twelve months to the year of a figure, and says so', () => {
    const { yours, run, interval, difference, better, cautions } = find(
      compare(months(14, 20), 'media'),
      'Media',
    );
    expect(yours.value).toBeCloseTo(0.98 ** 12, 12);
    expect(interval).toBeNull();
    expect(run?.kind).toBe('compounded');
    expect(run?.message).toBe('2023-08 to 2024-07, 12 months, compounded to a year.');
    expect(difference.value).toBeCloseTo(100 * 0.98 ** 12 - 84, 9);
    expect(better).toBe(false);
    expect(cautions.join(' ')).toMatch(/a year is assumed.*Copied list/);
  });

  it('converts what is too short for a year, and says that it assumes the rest', () => {
    const { yours, run } = find(compare(months(3, 20), 'media'), 'Media');
    expect(yours.value).toBeCloseTo(0.98 ** 12, 12);
    expect(run).toMatchObject({ kind: 'converted', times: 4 });
    expect(run?.message).toBe(
      '2024-05 to 2024-07, 3 months, converted to a year: as if all of it had been like that.',
    );
  });

  it('converts a quarter to a month, and leaves out what lies before a gap', () => {
    const rows = ['period,start,new,lost', '2023-Q4,900,0,90', '2024-Q2,1000,0,271'];
    const { yours, run } = find(compare(rows, 'subscriptions-b2b'), 'Subscription, B2B');
    expect(yours.value).toBeCloseTo(0.1, 12);
    expect(run?.times).toBeCloseTo(1 / 3, 12);
    const media = find(compare(rows, 'media'), 'Media');
    expect(media.run).toMatchObject({ times: 4, kind: 'converted' });
  });

  it('knows nothing to compare with a part of churn, an unnamed period or other customers', () => {
    const parts = compare(months(12, 50), 'subscriptions').filter(({ benchmark }) =>
      /voluntary/.test(benchmark.group),
    );
    expect(parts).toHaveLength(9);
    for (const { yours, difference, better } of parts) {
      expect(yours).toMatchObject({ value: null, message: expect.stringContaining('only a part') as string });
      expect([difference.value, better]).toEqual([null, null]);
    }
    expect(find(compare(months(12, 50), 'all'), 'Any').yours).toMatchObject({ value: null });
  });

  it('compares revenue over a whole year only', () => {
    const columns = ',start_mrr,expansion,contraction,churned_mrr';
    const year = months(12, 10, columns, ',100,2,0,1');
    const list = compare(year, 'saas');
    expect(find(list, 'B2B SaaS, ACV <$12k', 'gross').yours.value).toBeCloseTo(0.99 ** 12, 12);
    expect(find(list, 'B2B SaaS, ACV <$12k', 'net').yours.value).toBeCloseTo(1.01 ** 12, 12);
    expect(find(list, 'Private SaaS, ARR > $5M').yours.value).toBeCloseTo(1 - 0.99 ** 12, 12);
    const over = find(list, 'B2B SaaS, ACV > $50k, top quartile');
    expect(over.difference.value).toBeCloseTo(100 * 1.01 ** 12 - 115, 9);
    const half = find(compare(months(6, 10, columns, ',100,2,0,1'), 'saas'), 'B2B SaaS, ACV <$12k', 'gross');
    expect(half.yours).toMatchObject({ value: null, reason: 'too-few-periods' });
    const without = find(compare(months(12, 10), 'saas'), 'B2B SaaS, ACV <$12k', 'gross');
    expect(without.yours).toMatchObject({ value: null, reason: 'needs-column' });
  });

  it('compares net churn with a month only, and a returning rate with a year only', () => {
    const header = 'period,start,new,lost,reactivated,returning';
    const net = 'net churn rate (cancels';
    const monthly = compare([header, '2024-07,1000,60,60,10,400'], 'streaming');
    expect(find(monthly, 'Premium SVOD (US)', net).yours).toEqual({ value: 0.05 });
    const yearly = [header, '2023,1000,60,60,10,500'];
    expect(find(compare(yearly, 'streaming'), 'Premium SVOD (US)', net).yours).toMatchObject({
      value: null,
      message:
        "Net churn is compared over a whole month only: the file's complete periods in a row are not one.",
    });
    const mode = find(compare(yearly, 'ecommerce'), 'E-commerce, hybrid mode');
    expect([mode.yours, mode.difference, mode.better]).toEqual([{ value: 0.5 }, { value: 0 }, null]);
    const twelve = find(compare(months(12, 20, ',returning', ',5'), 'ecommerce'), 'E-commerce, hybrid mode');
    expect(twelve.yours).toMatchObject({
      value: null,
      message: 'The returning-customer rate of 12 periods does not add up to that of a year.',
    });
  });

  it('says what to bear in mind of a figure', () => {
    const cautions = (quality: string, basis = 'customers'): string[] =>
      (Object.keys(INDUSTRIES) as IndustryKey[]).flatMap((industry) =>
        compare(['period'], industry)
          .filter(({ benchmark }) => benchmark.quality === quality && benchmark.basis === basis)
          .flatMap((one) => one.cautions),
      );
    expect(cautions('A', 'subscriptions')).toContain(
      'It counts subscriptions: a customer of two services counts twice.',
    );
    expect(cautions('A', 'customers').join()).not.toMatch(/counts subscriptions|Copied from|One company's/);
    expect(cautions('C')).toContain('Copied from page to page; where it was measured is not known.');
    expect(cautions('D').join()).toContain("One company's word or a rule of thumb, not a measurement.");
  });

  it('puts what can be compared first, then the better sources', () => {
    const list = compare(months(12, 50), 'telecommunications');
    expect(list.map(({ benchmark }) => benchmark.quality)).toEqual(['A', 'A', 'A', 'B', 'C']);
    const streaming = compare(months(1, 50), 'streaming').map(({ yours }) => yours.value !== null);
    expect(streaming).toEqual([...streaming].sort((a, b) => Number(b) - Number(a)));
  });

  it('takes the industry of the file, and says when there is none', () => {
    const rows = months(12, 20);
    const of = (settings: string[]) => analyseBenchmarks(notebookOf(rows, { settings }), null);
    expect(of(['industry: Media'])).toMatchObject({ industry: 'media', gaps: [] });
    expect(of(['industry: toys'])).toMatchObject({
      industry: null,
      gaps: [{ code: 'unknown-industry', message: expect.stringContaining('“toys”') as string }],
    });
    const none = of([]);
    expect(none.gaps).toMatchObject([{ code: 'needs-setting' }]);
    expect(none.comparisons.map(({ benchmark }) => benchmark.industry)).toEqual(['all', 'all']);
  });

  it('has nothing of the file’s own without a complete period', () => {
    for (const rows of [['period'], ['period,start,new,lost', '2024-08,100,1,1']]) {
      const [first] = compare(rows, 'media');
      expect(first).toMatchObject({ yours: { value: null, reason: 'no-complete-period' }, run: null });
    }
  });

  it('compares a segment, and weeks, days and spans by their days', () => {
    const segments = ['period,segment,start,new,lost', '2024-07,A,100,0,10', '2024-07,B,100,0,50'];
    const { comparisons } = analyseBenchmarks(notebookOf(segments), 'B', { industry: 'subscriptions' });
    expect(find(comparisons, 'Subscription, all').yours).toEqual({ value: 0.5 });
    const span = ['period,start,new,lost', '2023-07-01/2024-06-30,1000,0,160'];
    const year = find(compare(span, 'media'), 'Media');
    expect(year.yours.value).toBeCloseTo(0.84 ** (365.25 / 366), 9);
    const halves = [
      'period,start,new,lost',
      '2023-01-01/2023-06-30,1000,0,500',
      '2023-07-01/2023-12-31,1000,0,100',
      '2024-01-01/2024-06-30,1000,0,200',
    ];
    const two = find(compare(halves, 'media'), 'Media');
    expect(two.run?.periods).toHaveLength(2);
    expect(two.yours.value).toBeCloseTo((0.9 * 0.8) ** (365.25 / 366), 9);
    const month = find(compare(halves, 'subscriptions'), 'Subscription, all');
    expect(month.run?.periods).toHaveLength(1);
    const weeks = ['period,start,new,lost', ...[28, 29, 30, 31].map((week) => `2024-W${week},1000,0,10`)];
    expect(find(compare(weeks, 'subscriptions'), 'Subscription, all').run?.periods).toHaveLength(4);
  });
});
