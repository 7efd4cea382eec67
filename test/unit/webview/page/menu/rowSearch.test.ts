import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../../src/core';
import { findRow } from '../../../../../src/webview/page/menu/rowSearch';

const document = parseDocument(`period,segment,start
2023-Q4,SMB,1
2024-Q1,SMB,2
2024-01,Enterprise,3
2024-01-01/2024-01-31,Other,4
`);

describe('the row a person means', () => {
  it.each([
    ['1', 0],
    [' 4 ', 3],
    ['2024-q1', 1],
    ['2024-01', 2],
    ['enterprise', 2],
    ['ent', 2],
    ['2024', 1],
    ['2024-02', -1],
    ['0', -1],
    ['5', -1],
    ['', -1],
    ['-1', -1],
  ])('%j is row %i', (typed, row) => {
    expect(findRow(document, typed)).toBe(row);
  });

  it('is none in an empty table', () => {
    expect(findRow(parseDocument(''), '1')).toBe(-1);
    expect(findRow(parseDocument('start\n5\n'), '2024')).toBe(-1);
  });
});
