import { describe, expect, it } from 'vitest';
import { covered, find, fixed, only } from './helpers';

const HEADER = 'period,start,new,lost,end,reactivated\n';
const plain = (text: string): string => text.replaceAll('\u202f', ' ');

describe('R501 a row that does not balance', () => {
  it('says by how much and which cell would repair it', () => {
    const text = `${HEADER}2024-Q2,500,50,100,451,\n`;
    const problem = only(text, 'R501');
    expect(problem).toMatchObject({ severity: 'warning', row: 0, column: 4 });
    expect(covered(text, problem)).toBe('451');
    expect(problem.message).toBe(
      'The row does not balance: 500 + 50 − 100 = 450, but end is 451, 1 more. ' +
        'Customers won back (reactivated) or new ones may be missing. ' +
        'One of these would balance it: end 450, lost 99, new 51, start 501 or reactivated 1.',
    );
  });

  it.each([
    ['Set end to 450', '2024-Q2,500,50,100,450,'],
    ['Set lost to 99', '2024-Q2,500,50,99,451,'],
    ['Set new to 51', '2024-Q2,500,51,100,451,'],
    ['Set start to 501', '2024-Q2,501,50,100,451,'],
    ['Set reactivated to 1', '2024-Q2,500,50,100,451,1'],
  ])('offers “%s”, which balances it', (title, row) => {
    const text = `${HEADER}2024-Q2,500,50,100,451,\n`;
    const repaired = fixed(text, only(text, 'R501'), title);
    expect(repaired).toBe(`${HEADER}${row}\n`);
    expect(find(repaired, 'R501')).toEqual([]);
  });

  it('marks no fix of a count as safe', () => {
    expect(only(`${HEADER}2024-Q2,500,50,100,451,\n`, 'R501').fixes.some(({ safe }) => safe)).toBe(false);
  });

  it('offers no column the file lacks and no negative count', () => {
    const problem = only('period,start,new,lost,end\n2024,10,0,0,50\n', 'R501');
    // lost would have to be −40; there is no column reactivated.
    expect(problem.fixes.map(({ title }) => title)).toEqual([
      'Set end to 10',
      'Set new to 40',
      'Set start to 50',
    ]);
  });

  it('adds reactivated customers to the sum', () => {
    const problem = only(`${HEADER}2024-Q2,500,50,110,440,10\n`, 'R501');
    expect(problem.message).toContain(
      '500 + 50 + 10 − 110 = 450, but end is 440, 10 fewer. Lost customers may be',
    );
  });

  it('is silent when a count is blank, bad or derived', () => {
    expect(
      find(`${HEADER}2024-01,500,50,,451,\n2024-02,500,50,x,451,\n2024-03,,50,1,451,\n`, 'R501'),
    ).toEqual([]);
  });

  it('suspects the end when the next period starts with what the row adds up to', () => {
    const problem = only(`${HEADER}2024-Q2,500,50,100,470,\n2024-Q3,450,10,20,440,\n`, 'R501');
    expect(problem.message).toContain('2024-Q3 starts with 450, so end is probably wrong.');
    expect(problem.fixes[0]!.title).toBe('Set end to 450');
  });

  it('suspects the start when the previous period ended with what would balance it', () => {
    const problem = only(`${HEADER}2024-Q1,480,30,10,500,\n2024-Q2,510,50,100,450,\n`, 'R501');
    expect(problem.message).toContain('2024-Q1 ended with 500, so start is probably wrong.');
    expect(problem.fixes[0]!.title).toBe('Set start to 500');
  });

  it('recognises swapped digits', () => {
    const problem = only(`${HEADER}2024-Q2,500,50,100,540,\n`, 'R501');
    expect(problem.message).toContain('End may be mistyped: 540 for 450.');
    expect(only(`${HEADER}2024-Q2,600,50,12,530,\n`, 'R501').message).toContain(
      'Lost may be mistyped: 12 for 120.',
    );
  });

  it('takes a zero for no slip of the keys: everybody may be gone', () => {
    expect(only(`${HEADER}2024-Q2,50,0,0,0,\n`, 'R501').message).not.toContain('mistyped');
  });

  it('sees churn dated in the wrong period, and moves it', () => {
    const text = `${HEADER}2024-01,100,0,15,90,\n2024-02,90,0,5,80,\n`;
    const [first, second] = find(text, 'R501');
    expect(first!.message).toContain(
      '2024-02 is off by the same number the other way, so churn may be dated in the wrong period: ' +
        '5 lost would have to move into 2024-02 from this row.',
    );
    expect(second!.message).toContain('5 lost would have to move from 2024-01 into this row.');
    const repaired = `${HEADER}2024-01,100,0,10,90,\n2024-02,90,0,10,80,\n`;
    expect(fixed(text, first!, 'Move 5 lost into 2024-02')).toBe(repaired);
    expect(fixed(text, second!, 'Move 5 lost from 2024-01')).toBe(repaired);
    expect(find(repaired, 'R501')).toEqual([]);
  });

  it('does not blame the neighbour for a different error', () => {
    const text = `${HEADER}2024-01,100,0,15,90,\n2024-02,90,0,5,81,\n`;
    expect(find(text, 'R501').some(({ message }) => message.includes('wrong period'))).toBe(false);
  });

  it('explains end / (start − new), the trap of a published guide', () => {
    // 40 000 of 49 000 would leave 9 000 lost; in truth 50 000 + 1 000 − 40 000 = 11 000 are.
    const problem = only(`${HEADER}2024,50000,1000,9000,40000,\n`, 'R501');
    expect(plain(problem.message)).toContain(
      'Lost 9 000 fits end / (start − new) = 81.6 %, but new customers are not part of start: ' +
        'retention is (end − new) / start = 78.0 %.',
    );
    expect(problem.fixes.map(({ title }) => title)).toContain('Set lost to 11000');
  });

  it('recognises the same trap when the loss was computed from the rate', () => {
    // 50 000 × (1 − 40 000/49 000) = 9 183.67
    expect(only(`${HEADER}2024,50000,1000,9184,40000,\n`, 'R501').message).toContain('end / (start − new)');
  });

  it('writes numbers with the file’s decimal separator', () => {
    const text =
      "#---\n# retention: 1\n# delimiter: ';'\n# decimal: ','\n#---\nperiod;start;new;lost;end\n2024;10;0;0,5;9\n";
    expect(fixed(text, only(text, 'R501'), 'Set end to 9,5')).toContain('2024;10;0;0,5;9,5\n');
  });
});
