import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/core';
import { covered, find, fixed, only, open } from './helpers';

const HEADER = 'period,segment,start,new,lost,end\n';

describe('R403 repeated period', () => {
  it('names the row that has the period already and marks the later one', () => {
    const text = `${HEADER}2024-01,A,10,0,1,9\n2024-01,B,10,0,1,9\n2024-01,A,10,0,2,8\n`;
    const problem = only(text, 'R403');
    expect(problem).toMatchObject({ severity: 'error', row: 2, column: 0 });
    expect(covered(text, problem)).toBe('2024-01');
    expect(problem.range.start).toBe(text.lastIndexOf('2024-01'));
    expect(problem.message).toBe(
      '2024-01 of A is already in row 1: keep one of the two rows, or correct the period or the segment.',
    );
  });

  it('compares days, not spellings, and marks each repetition', () => {
    const text = 'period,start\n2024-01,1\n2024-01-01/2024-01-31,1\n2024-01,1\n';
    expect(find(text, 'R403').map(({ row }) => row)).toEqual([1, 2]);
    expect(find(text, 'R403').every(({ message }) => message.includes('already in row 1'))).toBe(true);
  });

  it('leaves the same period of two segments and rows without a period alone', () => {
    expect(find(`${HEADER}2024-01,A,1,0,0,1\n2024-01,,1,0,0,1\n?,A,1,0,0,1\n?,A,1,0,0,1\n`, 'R403')).toEqual(
      [],
    );
  });

  it('finds repetitions that other periods lie between', () => {
    const text = 'period,start\n2024-03,1\n2024-01,1\n2024-02,1\n2024-03,1\n';
    expect(only(text, 'R403')).toMatchObject({ row: 3 });
  });
});

describe('R404 other granularity', () => {
  it('marks the period that is not like most', () => {
    const text = 'period,start\n2024-01,1\n2024-02,1\n2024-Q2,1\n';
    const problem = only(text, 'R404');
    expect(problem).toMatchObject({ severity: 'warning', row: 2, column: 0 });
    expect(covered(text, problem)).toBe('2024-Q2');
    expect(problem.message).toContain('2024-Q2 is a quarter, but most rows are months');
  });

  it('goes by the setting where there is one, and its fix changes the setting', () => {
    const text =
      '#---\n# retention: 1\n# granularity: quarter\n#---\nperiod,start\n2024-01,1\n2024-02,1\n2024-Q2,1\n';
    expect(find(text, 'R404').map(({ row }) => row)).toEqual([0, 1]);
    const repaired = fixed(text, find(text, 'R404')[0]!, 'Set granularity to custom');
    expect(repaired).toBe(text.replace('quarter', 'custom'));
    expect(find(repaired, 'R404')).toEqual([]);
  });

  it('accepts a range that is exactly one unit', () => {
    expect(find('period,start\n2024-01,1\n2024-02-01/2024-02-29,1\n2024-03,1\n', 'R404')).toEqual([]);
    expect(find('period,start\n2024-01,1\n2024-02-01/2024-02-28,1\n2024-03,1\n', 'R404')).toHaveLength(1);
  });
});

describe('R405 out of order', () => {
  it('marks the row where time runs backwards, once', () => {
    const text = 'period,start\n2024-01,1\n2024-04,1\n2024-02,1\n2024-03,1\n';
    const problem = only(text, 'R405');
    expect(problem).toMatchObject({ severity: 'info', row: 2 });
    expect(covered(text, problem)).toBe('2024-02');
  });

  it('moves the row to its place, byte for byte', () => {
    const text = 'period,start,note\r\n2024-01,1,\r\n2024-03,1,\r\n2024-04,1,\r\n2024-02, 1 ,"a, b"\r\n';
    const problem = only(text, 'R405');
    const repaired = fixed(text, problem, 'Move the row above 2024-03');
    expect(repaired).toBe(
      'period,start,note\r\n2024-01,1,\r\n2024-02, 1 ,"a, b"\r\n2024-03,1,\r\n2024-04,1,\r\n',
    );
    expect(find(repaired, 'R405')).toEqual([]);
    expect(problem.fixes[0]!.safe).toBe(true);
  });

  it('moves the last row of a file without a final newline', () => {
    const text = 'period,start\n2024-02,1\n2024-01,5';
    expect(fixed(text, only(text, 'R405'), 'Move the row above 2024-02')).toBe(
      'period,start\n2024-01,5\n2024-02,1',
    );
  });

  it('closes the quote of the row that moves, which would swallow the rows behind it', () => {
    const text = 'period,note\n2024-02,pipe 3"\n2024-01,"abc\n';
    expect(fixed(text, only(text, 'R405'), 'Move the row above 2024-02')).toBe(
      'period,note\n2024-01,"""abc"\n2024-02,pipe 3"\n',
    );
  });

  it('is not safe to fix behind an open quote, which rows in another order may close', () => {
    const text = 'period,note\n2024-01,"abc\n2024-03,"b" c\n2024-02,z"\n';
    const [fix] = only(text, 'R405').fixes;
    expect(fix!.safe).toBe(false);
    expect(open(applyEdits(text, fix!.edits)).document.rowCount).toBe(2);
  });

  it('looks at each segment by itself', () => {
    expect(find(`${HEADER}2024-01,A,,,,\n2024-02,A,,,,\n2024-01,B,,,,\n2024-02,B,,,,\n`, 'R405')).toEqual([]);
    expect(find(`${HEADER}2024-01,A,,,,\n2024-01,B,,,,\n2024-02,A,,,,\n2024-02,B,,,,\n`, 'R405')).toEqual([]);
  });
});

describe('R406 overlapping periods', () => {
  it('names the other row and the days that would count twice', () => {
    const text = 'period,start\n2024-01-01/2024-01-20,1\n2024-01-15/2024-02-15,1\n';
    const problem = only(text, 'R406');
    expect(problem).toMatchObject({ severity: 'warning', row: 1, column: 0 });
    expect(covered(text, problem)).toBe('2024-01-15/2024-02-15');
    expect(problem.message).toContain('overlaps 2024-01-01/2024-01-20 (row 1): 2024-01-15 to 2024-01-20');
  });

  it('sees a long period over several short ones', () => {
    const text = 'period,start\n2024,1\n2024-02,1\n2024-03,1\n2025-01,1\n';
    expect(find(text, 'R406').map(({ row }) => row)).toEqual([1, 2]);
    expect(find(text, 'R406')[1]!.message).toContain('overlaps 2024 (row 1): 2024-03-01 to 2024-03-31');
  });

  it('says a single shared day as one day', () => {
    const text = 'period,start\n2024-01-01/2024-01-15,1\n2024-01-15/2024-01-31,1\n';
    expect(only(text, 'R406').message).toContain('(row 1): 2024-01-15 would count twice');
  });

  it('does not take neighbours, repetitions or other segments for overlaps', () => {
    expect(find(`${HEADER}2024-01,A,,,,\n2024-01,A,,,,\n2024-02,A,,,,\n2024-Q1,B,,,,\n`, 'R406')).toEqual([]);
  });
});
