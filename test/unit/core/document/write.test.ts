import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/core';
import { columnIndex } from '../../../../src/core/document/edits/write';

describe('columnIndex', () => {
  const document = parseDocument('period,Lost,lost,\n2024,1,2,3,4\n');

  it.each([
    [2, 2],
    [4, 4],
    ['Lost', 1],
    ['lost', 2],
    [' LOST ', 1],
    ['', 3],
  ])('of %j is %i', (column, index) => {
    expect(columnIndex(document, column, 5)).toBe(index);
  });

  it.each([
    [5, 'There is no column 6: the table has 5 columns.'],
    [-1, 'There is no column 0: the table has 5 columns.'],
    [0.5, 'There is no column 1.5: the table has 5 columns.'],
    ['new', 'There is no column “new”. The columns are: period, Lost, lost, .'],
  ])('%j is none', (column, message) => {
    expect(() => columnIndex(document, column, 5)).toThrow(new RangeError(message));
  });

  it('names none where there is no table', () => {
    expect(() => columnIndex(parseDocument(''), 'new', 0)).toThrow('The columns are: none.');
  });
});
