import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/core';
import { alternatives, moreOrFewer, nameOfRow, textOf } from '../../../../src/core/checks/place';

describe('what problems call things', () => {
  const document = parseDocument('period,start\n2024-Q1,1\n 2024-Q2 ,1\n2024-Q1,1\n,1\n');

  it('is the period of a row, or its number where that says nothing', () => {
    expect([0, 1, 2, 3].map((row) => nameOfRow(document, row, 0))).toEqual([
      'row 1',
      '2024-Q2',
      'row 3',
      'row 4',
    ]);
    expect(nameOfRow(document, 0, 1)).toBe('2024-Q1');
  });

  it('is the text of a cell without spaces, and nothing without a column', () => {
    expect(textOf(document, 1, 'period')).toBe('2024-Q2');
    expect(textOf(document, 1, 'goal')).toBe('');
  });

  it('lists alternatives as a sentence does', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(alternatives)).toEqual([
      '',
      'a',
      'a or b',
      'a, b or c',
    ]);
  });

  it('says a difference without a sign', () => {
    expect([moreOrFewer(5), moreOrFewer(-5)]).toEqual(['5 more', '5 fewer']);
  });
});
