import { describe, expect, it } from 'vitest';
import { analyseChange, formatProbability, judgeGoal } from '../../../../src/core';
import { countReads, month, notebookOf } from './notebooks';

const HEADER = 'period,start,new,lost,end';
const change = (...rows: string[]) => analyseChange(notebookOf([HEADER, ...rows]), null);

describe('analyseChange', () => {
  it('compares the last complete period with the one before it', () => {
    const { before, after, points, comparison, verdict, sentence } = change(
      '2024-05,1,0,1,',
      '2024-06,400,0,60,',
      '2024-07,500,0,100,',
      '2024-08,400,0,399,',
    );
    expect([before?.name, after?.name]).toEqual(['2024-06', '2024-07']);
    expect(points).toEqual({ value: -5 });
    expect(comparison).toMatchObject({ test: 'pooled-z', evidence: false });
    expect(verdict).toBe('no-evidence');
    expect(sentence).toBe(
      'Retention fell by 5.0 pt from 85.0 % in 2024-06 to 80.0 % in 2024-07. There is no evidence that this is more than chance (p = 0.051).',
    );
  });

  it.each([
    ['2024-06,1000,0,100,', '2024-07,1000,0,200,', 'fell', 'That is more than chance explains (p < 0.001).'],
    ['2024-06,1000,0,200,', '2024-07,1000,0,100,', 'rose', 'Retention rose by 10.0 pt'],
    [
      '2024-06,10,0,1,',
      '2024-07,10,0,1,',
      'unchanged',
      'Retention stayed at 90.0 % from 2024-06 to 2024-07.',
    ],
    ['2024-06,3,0,0,', '2024-07,3,0,3,', 'no-evidence', 'p = 0.100'],
    ['2024-06,0,5,0,', '2024-07,5,0,1,', 'unknown', '2024-06 has no retention rate: Start is 0'],
    ['2024-06,5,0,1,', '2024-07,5,,,4', 'unknown', '2024-07 has no retention rate: Start and end alone'],
    ['2024-06,5,0,,9', '2024-07,5,0,1,', 'unknown', 'cannot be said: 9 of 5 customers stayed'],
  ])('%s → %s: %s', (one, two, verdict, words) => {
    const result = change(one, two);
    expect(result.verdict).toBe(verdict);
    expect(result.sentence).toContain(words);
  });

  it.each([
    ['nothing', [], 'No period has ended yet, so nothing has changed.'],
    ['a running period', ['2024-08,5,0,1,'], 'No period has ended yet, so nothing has changed.'],
    [
      'one period',
      ['2024-07,5,0,1,'],
      '2024-07 is the only complete period: there is none to compare it with.',
    ],
  ])('says that of %s nothing is known', (_name, rows, sentence) => {
    const result = change(...rows);
    expect(result).toMatchObject({ sentence, verdict: 'unknown', points: { reason: 'too-few-periods' } });
    expect(result.gaps.map(({ code }) => code)).toEqual(['too-few-periods']);
  });

  it('tests small counts exactly', () => {
    const { comparison } = change('2024-06,3,0,0,', '2024-07,3,0,3,');
    expect(comparison).toMatchObject({ test: 'fisher' });
    expect('p' in comparison && comparison.p.value).toBeCloseTo(0.1, 12);
  });

  it('says when periods are no neighbours', () => {
    const { gaps, verdict } = change('2024-03,1000,0,100,', '2024-07,1000,0,200,');
    expect(verdict).toBe('fell');
    expect(gaps).toMatchObject([
      { code: 'missing-periods', message: expect.stringContaining('3 months') as string },
    ]);
  });

  it('says when periods have different lengths', () => {
    const of = (...names: string[]) =>
      analyseChange(
        notebookOf([HEADER, ...names.map((name) => `${name},50,0,5,`)], {
          settings: ['granularity: custom'],
        }),
        null,
      ).gaps.map(({ message }) => message);
    expect(of('2024-01', '2024-02-01/2024-02-10')).toEqual([
      '2024-01 has 31 days and 2024-02-01/2024-02-10 10: rates of different lengths of time are not comparable.',
    ]);
    expect(of('2024-01', '2024-02')).toEqual([]);
    expect(of('2024-Q1', '2024-Q2')).toEqual([]);
  });

  it('compares a segment, and the sum of segments', () => {
    const notebook = notebookOf([
      'period,segment,start,new,lost',
      '2024-06,A,500,0,50',
      '2024-07,A,500,0,150',
      '2024-06,B,500,0,50',
      '2024-07,B,500,0,50',
    ]);
    expect(analyseChange(notebook, 'A').points).toEqual({ value: -20 });
    expect(analyseChange(notebook, 'B').verdict).toBe('unchanged');
    expect(analyseChange(notebook, null).points).toEqual({ value: -10 });
  });

  it('finds them behind any number of running periods, without reading the file', () => {
    const running = Array.from({ length: 9 }, (_, i) => `2024-08-0${i + 1}/2024-09-0${i + 1},100,0,9,`);
    const old = Array.from({ length: 3000 }, (_, i) => `${month(1770, 1, i)},100,0,10,`);
    const notebook = notebookOf([HEADER, ...old, ...running], { settings: ['granularity: custom'] });
    notebook.summary(null);
    const reads = countReads(notebook);
    expect(analyseChange(notebook, null)).toMatchObject({
      before: { name: '2019-11' },
      after: { name: '2019-12' },
    });
    expect(reads.count).toBeLessThan(1000);
  });
});

describe('judgeGoal', () => {
  const judge = (row: string, settings: readonly string[] = []) =>
    judgeGoal(notebookOf(['period,start,new,lost,goal', row], { settings }), null);

  it.each([
    // 73 of 86 against 90 %: R's prop.test says p = 0.1138.
    ['2024-07,86,0,13,90%', 'no-evidence'],
    ['2024-07,860,0,130,90%', 'missed'],
    ['2024-07,860,0,10,90%', 'met'],
    ['2024-07,860,0,10,', 'unknown'],
    ['2024-07,0,0,0,90%', 'unknown'],
    ['2024-07,10,0,1,100%', 'unknown'],
    ['2024-08,10,0,1,90%', 'unknown'],
  ])('%s: %s', (row, verdict) => {
    expect(judge(row).verdict).toBe(verdict);
  });

  it('takes the goal of the file, and says why it knows nothing', () => {
    expect(judge('2024-07,860,0,130,', ['goal: 90%'])).toMatchObject({
      period: { name: '2024-07' },
      verdict: 'missed',
    });
    expect(judge('2024-07,860,0,130,').p).toMatchObject({ reason: 'no-goal' });
    expect(judge('2024-07,0,0,0,9%').p).toMatchObject({ reason: 'start-is-zero' });
    expect(judge('2024-08,9,0,0,9%')).toMatchObject({ period: null, p: { reason: 'no-complete-period' } });
  });
});

describe('formatProbability', () => {
  it.each([
    [1, 'p = 1.000'],
    [0.0505, 'p = 0.051'],
    [0.001, 'p = 0.001'],
    [0.00099, 'p < 0.001'],
    [0, 'p < 0.001'],
  ])('%s is %s', (p, words) => {
    expect(formatProbability(p)).toBe(words);
  });
});
