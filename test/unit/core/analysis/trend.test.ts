import { describe, expect, it } from 'vitest';
import { analyseTrend, defaultRange } from '../../../../src/core';
import type { MetricResult, Trend } from '../../../../src/core';
import { countReads, month, notebookOf } from './notebooks';

const HEADER = 'period,start,new,lost';
const names = ({ points }: Trend): string[] => points.map(({ name }) => name);
const seen = (result: MetricResult): number | string =>
  result.value === null ? result.reason : result.value;
const codes = ({ gaps }: Trend): string[] => gaps.map(({ code }) => code);

/** So many months up to July 2024, each losing 10 of 100. */
const months = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${month(2024, 7, i - count + 1)},100,10,10`);

describe('analyseTrend', () => {
  it('shows the last periods with their rolling means', () => {
    const trend = analyseTrend(notebookOf([HEADER, ...months(20)]), null);
    expect(names(trend)).toEqual(months(12).map((row) => row.slice(0, 7)));
    expect(trend.available).toBe(20);
    expect(trend.mean).toEqual({ value: 0.9 });
    // The months before the ones shown are in the means of the first ones.
    expect(trend.points.map(({ rolling12 }) => seen(rolling12))).toEqual([
      'too-few-periods',
      'too-few-periods',
      'too-few-periods',
      ...new Array<number>(9).fill(0.9),
    ]);
    expect(trend.points.every(({ rolling3 }) => rolling3.value === 0.9)).toBe(true);
    expect(trend.gaps).toEqual([]);
  });

  it('shows as many as asked for', () => {
    const notebook = notebookOf([HEADER, ...months(20)]);
    expect(names(analyseTrend(notebook, null, { last: 2 }))).toEqual(['2024-06', '2024-07']);
    expect(names(analyseTrend(notebook, null, { last: Infinity }))).toHaveLength(20);
    expect(names(analyseTrend(notebook, null, { last: 0 }))).toEqual(['2024-07']);
    expect((['day', 'week', 'month', 'quarter', 'year', 'custom'] as const).map(defaultRange)).toEqual([
      30, 13, 12, 8, 10, 12,
    ]);
  });

  it('agrees with the summary about the last complete period', () => {
    const notebook = notebookOf([HEADER, ...months(14), '2024-08,100,0,1']);
    const [last] = analyseTrend(notebook, null)
      .points.filter(({ incomplete }) => !incomplete)
      .slice(-1);
    const { period, rolling3, rolling12 } = notebook.summary(null);
    expect([last?.name, last?.rolling3, last?.rolling12]).toEqual([period, rolling3, rolling12]);
  });

  it('leaves a running period out of the means', () => {
    const trend = analyseTrend(notebookOf([HEADER, ...months(3), '2024-08,100,0,90', '2024-09,100,,']), null);
    expect(names(trend)).toEqual(['2024-05', '2024-06', '2024-07', '2024-08']);
    expect(trend.points[3]).toMatchObject({ incomplete: true, rolling3: { reason: 'incomplete-period' } });
    expect(trend.mean).toEqual({ value: 0.9 });
  });

  it('marks where measures of the playbook begin', () => {
    const rows = ['A', 'B'].flatMap((segment) =>
      ['2024-02', '2024-03', '2024-05'].map((name) => `${name},${segment},100,0,10`),
    );
    const notebook = notebookOf(['period,segment,start,new,lost', ...rows], {
      notes: [
        '- [x] Calls {since=2024-03}',
        '- [/] Price lock {since=2024-Q2 segment=A}',
        '- [ ] Early {since=2023-12}',
        '- [ ] Late {since=2024-06}',
        '- [ ] Without a date',
        '- [-] Quarter {since=2024-Q1 segment=B}',
      ],
    });
    const marks = (segment: string | null) =>
      analyseTrend(notebook, segment).markers.map(({ text, point }) => [text, point]);
    expect(marks(null)).toEqual([
      ['Calls', 1],
      // April is missing: it began before May.
      ['Price lock', 2],
      ['Quarter', 0],
    ]);
    expect(marks('A')).toEqual([
      ['Calls', 1],
      ['Price lock', 2],
    ]);
    expect(analyseTrend(notebook, null).markers[1]).toMatchObject({
      item: 1,
      status: 'active',
      segment: 'A',
    });
  });

  describe('says what it cannot show', () => {
    it.each([
      ['no row', [], ['no-period']],
      ['only plans', ['2024-09,100,,', '2024-10,,,'], ['no-period']],
      ['one period', ['2024-07,100,0,5'], ['too-few-periods']],
      ['only a running one', ['2024-08,100,0,5'], ['too-few-periods']],
      ['a start of 0', ['2024-06,0,5,0', '2024-07,5,0,1'], ['no-rate']],
      ['a hole', ['2024-05,9,0,1', '2024-06,,,', '2024-07,8,0,1'], ['no-rate']],
      ['missing months', ['2024-02,9,0,1', '2024-07,8,0,1'], ['missing-periods']],
      ['more than all kept', ['2024-06,10,0,', '2024-07,10,0,1'], ['no-rate']],
    ])('of %s', (_name, rows, expected) => {
      expect(codes(analyseTrend(notebookOf([HEADER, ...rows]), null))).toEqual(expected);
    });

    it('in sentences', () => {
      const trend = analyseTrend(
        notebookOf([
          'period,start,new,lost,end',
          '2023-01,10,0,1,',
          '2023-03,0,9,0,',
          '2023-04,9,0,,20',
          '2023-06,20,0,,',
          '2024-06,20,5,1,',
        ]),
        null,
      );
      expect(trend.gaps.map(({ message, rows }) => [message, rows])).toEqual([
        [
          '13 months are missing between 2023-01 and 2023-03, between 2023-04 and 2023-06 and between 2023-06 and 2024-06: what happened then is not shown. Add the rows.',
          [],
        ],
        [
          '2 periods have no retention rate (2023-03 and 2023-06). The first: Start is 0: a rate of nobody does not exist.',
          [1, 3],
        ],
        [
          '2023-04 has a rate but no interval: 20 of 9 customers stayed: that is no share, so it has no interval.',
          [2],
        ],
      ]);
    });

    it('of overlapping periods and gaps between custom ones', () => {
      const trend = analyseTrend(
        notebookOf(
          [HEADER, '2024-01-01/2024-01-31,9,0,1', '2024-01-20/2024-02-10,9,0,1', '2024-02-13/P10D,9,0,1'],
          { settings: ['granularity: custom'] },
        ),
        null,
      );
      expect(trend.gaps.map(({ message }) => message)).toEqual([
        '2 days are missing between 2024-01-20/2024-02-10 and 2024-02-13/P10D: what happened then is not shown. Add the rows.',
        'Periods overlap (2024-01-01/2024-01-31 with 2024-01-20/2024-02-10): the same days count twice.',
      ]);
    });

    it('of periods that share a single day, and none of neighbours', () => {
      const rows = ['2024-01-01/2024-01-31,9,0,1', '2024-01-31/2024-02-10,9,0,1', '2024-02-11/P10D,9,0,1'];
      const trend = analyseTrend(notebookOf([HEADER, ...rows], { settings: ['granularity: custom'] }), null);
      expect(trend.gaps.map(({ message }) => message)).toEqual([
        'Periods overlap (2024-01-01/2024-01-31 with 2024-01-31/2024-02-10): the same days count twice.',
      ]);
    });

    it.each([
      ['of a file', null, 'There is no period yet. Add a row with a period.'],
      ['of a segment', 'B', 'Segment B: there is no period yet. Add a row with a period.'],
    ])('of nothing %s', (_name, segment, message) => {
      const notebook = notebookOf(['period,segment,start,new,lost']);
      expect(analyseTrend(notebook, segment).gaps).toEqual([{ code: 'no-period', message, rows: [] }]);
    });

    it.each([
      ['week', '2020-W52', '2021-W02', '2 weeks are'],
      ['quarter', '2023-Q3', '2024-Q1', '1 quarter is'],
      ['day', '2024-02-28', '2024-03-01', '1 day is'],
      ['year', '2020', '2023', '2 years are'],
    ])('counting missing %ss', (_name, first, second, words) => {
      const trend = analyseTrend(notebookOf([HEADER, `${first},9,0,1`, `${second},9,0,1`]), null);
      expect(trend.gaps[0]?.message).toContain(words);
    });

    it('of a segment that starts late', () => {
      const rows = ['2024-03,A', '2024-04,A', '2024-05,A', '2024-05,B', '2024-06,B', '2024-06,A'];
      const notebook = notebookOf(['period,segment,start,new,lost', ...rows.map((row) => `${row},50,0,5`)]);
      expect(analyseTrend(notebook, 'B').gaps).toEqual([
        {
          code: 'starts-late',
          message: 'B begins with 2024-05, 2 periods after the others shown.',
          rows: [3],
        },
      ]);
      expect(analyseTrend(notebook, 'A').gaps).toEqual([]);
      const [gap] = analyseTrend(notebook, 'B', { last: 3 }).gaps;
      expect(gap?.message).toBe('B begins with 2024-05, one period after the others shown.');
      expect(analyseTrend(notebook, 'B', { last: 1 }).gaps.map(({ code }) => code)).not.toContain(
        'starts-late',
      );
      expect(codes(analyseTrend(notebook, 'nobody'))).toEqual(['no-period']);
    });
  });

  it('costs the periods it shows', () => {
    const rows = Array.from({ length: 2000 }, (_, i) => [month(1850, 1, i), i % 2 === 0 ? 'A' : 'B']);
    const notebook = notebookOf([
      'period,segment,start,new,lost',
      ...rows.map(([name, segment]) => `${name},${segment},50,5,5`),
    ]);
    notebook.summary(null);
    const reads = countReads(notebook);
    expect(analyseTrend(notebook, null).points).toHaveLength(12);
    expect(analyseTrend(notebook, 'A').points).toHaveLength(12);
    expect(reads.count).toBeLessThan(600);
  });

  it('shows ten thousand periods when asked', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `${month(1150, 1, i)},50,5,5`);
    const trend = analyseTrend(notebookOf([HEADER, ...rows]), null, { last: Infinity });
    expect(trend.points).toHaveLength(10_000);
    expect(trend.points.at(-1)).toMatchObject({ rolling12: { value: 0.9 } });
  });
});
