import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core';
import { rowsIn } from '../../../src/language';
import { file } from '../core/live/generators';

describe('rowsIn', () => {
  it('names the rows that a range touches', () => {
    const document = parseDocument('period,start\n2024,1\n2025,2\n#\n2026,3\n');
    expect(rowsIn(document, { start: 0, end: 12 })).toEqual({ first: 0, end: 0 });
    expect(rowsIn(document, { start: 13, end: 13 })).toEqual({ first: 0, end: 1 });
    expect(rowsIn(document, { start: 19, end: 20 })).toEqual({ first: 0, end: 2 });
    expect(rowsIn(document, { start: 27, end: 28 })).toEqual({ first: 2, end: 2 });
    expect(rowsIn(document, { start: 30, end: 99 })).toEqual({ first: 2, end: 3 });
    expect(rowsIn(document, { start: 40, end: 40 })).toEqual({ first: 3, end: 3 });
  });

  it('says what a look at every row says', () => {
    fc.assert(
      fc.property(file, fc.nat(), fc.nat({ max: 60 }), (text, place, length) => {
        const document = parseDocument(text);
        const start = place % (text.length + 1);
        const range = { start, end: start + length };
        const touched = Array.from({ length: document.rowCount }, (_, row) => row).filter((row) => {
          const { start: from, end } = document.rowRange(row);
          return end >= range.start && from <= range.end;
        });
        const { first, end } = rowsIn(document, range);
        expect(Array.from({ length: end - first }, (_, i) => first + i)).toEqual(touched);
      }),
    );
  });
});
