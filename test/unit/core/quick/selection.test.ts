import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuickInput } from '../../../../src/core/quick/parse';
import { printQuick } from '../../../../src/core/quick/print';
import { readSelection } from '../../../../src/core/quick/selection';

/** Each calculation of a selection as `label: canonical input`. */
function read(...selections: string[]): string[] {
  return readSelection(selections).map(({ label, text }) => {
    const reading = parseQuickInput(text);
    return `${label ?? '-'}: ${reading.status === 'read' ? printQuick(reading.interpretation) : text}`;
  });
}

describe('readSelection', () => {
  it.each([
    ['a column', ['500\n50\n100\n450\n'], ['-: start=500 new=50 lost=100 end=450']],
    ['a column in several selections', ['500', '50', '100'], ['-: start=500 new=50 lost=100']],
    ['a row', ['500\t50\t100\t450'], ['-: start=500 new=50 lost=100 end=450']],
    ['a sentence', ['We had 500 customers, 50 new, 100 lost'], ['-: start=500 new=50 lost=100']],
    [
      'two columns of a spreadsheet',
      ['Start\t500\nNew customers\t50\nLost\t100'],
      ['-: start=500 new=50 lost=100'],
    ],
    [
      'a table with a header',
      ['period,start,new,lost,end,note\n2024-Q1,100,15,10,105,\n2024-Q2,500,50,100,,"odd, but fine"'],
      [
        '2024-Q1: period=2024-Q1 start=100 new=15 lost=10 end=105',
        '2024-Q2: period=2024-Q2 start=500 new=50 lost=100',
      ],
    ],
    [
      'a table with semicolons and unknown columns',
      ['month;region;"S";N;L;goal\n2024-01;north;500;50;100;85%'],
      ['2024-01: period=2024-01 start=500 new=50 lost=100 goal=85%'],
    ],
    [
      'a table whose cells are quoted',
      ['"period","start","new","lost"\n"2024-Q1","500","50","100"\n"2024-Q2","450", "5" ,"10"'],
      [
        '2024-Q1: period=2024-Q1 start=500 new=50 lost=100',
        '2024-Q2: period=2024-Q2 start=450 new=5 lost=10',
      ],
    ],
    [
      'rows without a header',
      ['2024-Q1,100,15,10,105\r\n2024-Q2,500,50,100,450'],
      [
        '2024-Q1: period=2024-Q1 start=100 new=15 lost=10 end=105',
        '2024-Q2: period=2024-Q2 start=500 new=50 lost=100 end=450',
      ],
    ],
    [
      'rows of numbers',
      ['500 50 100\n450 5 10'],
      ['-: start=500 new=50 lost=100', '-: start=450 new=5 lost=10'],
    ],
    ['rows of digits', ['9 5 1\n8 5 1'], ['-: start=9 new=5 lost=1', '-: start=8 new=5 lost=1']],
    [
      'rows of months and days',
      ['2024-01 500 50 100\n2024-02-15 450 5 10'],
      [
        '2024-01: period=2024-01 start=500 new=50 lost=100',
        '2024-02-15: period=2024-02-15 start=450 new=5 lost=10',
      ],
    ],
    [
      'a table set with spaces, with a number in a name',
      ['start new   lost note1\n500   50 100'],
      ['500: start=500 new=50 lost=100'],
    ],
    [
      'named rows that belong together',
      ['start 500 new 50\nlost 100 end 450'],
      ['-: start=500 new=50 lost=100 end=450'],
    ],
    ['nothing', ['', ' \n '], []],
  ])('reads %s', (_name, selections, expected) => {
    expect(read(...selections)).toEqual(expected);
  });

  it('takes any text without throwing, on one line', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 4 }), (selections) => {
        for (const { text } of readSelection(selections)) {
          expect(text).not.toMatch(/[\n\r]/);
          parseQuickInput(text);
        }
      }),
    );
  });
});
