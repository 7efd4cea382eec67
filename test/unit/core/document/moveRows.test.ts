import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, duplicateRows, moveRows, parseDocument } from '../../../../src/core';
import type { RetentionDocument } from '../../../../src/core';
import { wellFormedFile } from './arbitraries';
import { marked } from './problems';

const soundFile = wellFormedFile.filter((text) => marked(text, 'R301').length === 0);

function lines(document: RetentionDocument): string[] {
  return Array.from({ length: document.rowCount }, (_, row) => {
    const { start, end } = document.rowRange(row);
    return document.text.slice(start, end);
  });
}

/** What is in the text beside the rows, line by line. */
function others(document: RetentionDocument): string[] {
  let rest = document.text;
  for (let row = document.rowCount - 1; row >= 0; row--) {
    rest = rest.slice(0, document.rowRange(row).start) + rest.slice(document.rowRange(row).end);
  }
  return rest.split(/\r\n|\r|\n/).filter((line) => line !== '');
}

describe('moveRows', () => {
  it.each<[string, number[], number, string]>([
    ['down over one', [1, 2, 3, 4, 5], 7, '7'],
    ['up over one', [2, 3, 4, 5, 6], 1, '2'],
    ['down over three', [0, 1], 5, '12'],
    ['up over three', [5, 6], 2, '67'],
    ['that is no block over one', [1, 2, 4], 6, '235'],
  ])('writes the fewer lines: rows %s', (_, rows, to, written) => {
    const document = parseDocument('period\n1\n2\n3\n4\n5\n6\n7\n8\n');
    const edits = moveRows(document, rows, to);
    expect(edits.map(({ text }) => text.replaceAll('\n', '')).join('')).toBe(written);
  });

  it.each<[string, number[], number, string]>([
    ['period\n1\n2\n3\n', [1], 0, 'period\n2\n1\n3\n'],
    ['period\n1\n2\n3\n', [0], 2, 'period\n2\n1\n3\n'],
    ['period\n1\n2\n3\n', [0], 3, 'period\n2\n3\n1\n'],
    ['period\n1\n2\n3', [0], 3, 'period\n2\n3\n1'],
    ['period\n1\n2\n3', [2], 0, 'period\n3\n1\n2'],
    ['period\r\n1\r\n2\r\n3', [1, 2], 0, 'period\r\n2\r\n3\r\n1'],
    ['period\n1\n# c\n2\n#> n\n', [0], 2, 'period\n# c\n2\n1\n#> n\n'],
    ['period\n1\n2\n3\n4\n5\n', [0, 2, 4], 3, 'period\n2\n1\n3\n5\n4\n'],
    ['period\n1\n2\n3\n', [0, 1], 2, 'period\n1\n2\n3\n'],
    ['period\n1\n2\n3\n', [1], 1, 'period\n1\n2\n3\n'],
    ['period\n1\n2\n3\n', [], 1, 'period\n1\n2\n3\n'],
    ['period,a\n1,"x\ny"\n2 , "z"\n', [1], 0, 'period,a\n2 , "z"\n1,"x\ny"\n'],
    ['period,a\n1,x\n2,"open\n', [1], 0, 'period,a\n2,"""open"\n1,x\n'],
  ])('%j: rows %j before %i', (text, rows, to, expected) => {
    expect(applyEdits(text, moveRows(parseDocument(text), rows, to))).toBe(expected);
  });

  it('touches the smaller side', () => {
    const text = 'period\n1\n2\n3\n4\n5\n';
    expect(moveRows(parseDocument(text), [0, 1, 2, 3], 5)).toEqual(moveRows(parseDocument(text), [4], 0));
  });

  it('refuses places that do not exist', () => {
    const document = parseDocument('period\n1\n');
    expect(() => moveRows(document, [0], 2)).toThrow('Rows can be moved before row 1 to 2, not 3.');
    expect(() => moveRows(document, [1], 0)).toThrow(RangeError);
  });

  it('puts the rows there as they were written, and changes nothing else', () => {
    const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(soundFile, choices, fc.nat(), (text, choice, place) => {
        const document = parseDocument(text);
        fc.pre(document.rowCount > 0);
        const rows = new Set(choice.map((row) => row % document.rowCount));
        const to = place % (document.rowCount + 1);
        const before = lines(document);
        const kept = (from: number, end: number): string[] =>
          before.slice(from, end).filter((_, index) => !rows.has(from + index));
        const moved = before.filter((_, row) => rows.has(row));
        const after = parseDocument(applyEdits(text, moveRows(document, [...rows], to)));
        expect(lines(after)).toEqual([...kept(0, to), ...moved, ...kept(to, before.length)]);
        expect(others(after)).toEqual(others(document));
        expect(after.notes).toBe(document.notes);
        expect(after.text).toHaveLength(text.length);
      }),
      { numRuns: 400 },
    );
  });
});

describe('duplicateRows', () => {
  it.each<[string, number[], string]>([
    ['period\n1\n2\n', [0], 'period\n1\n1\n2\n'],
    ['period\n1\n2', [1], 'period\n1\n2\n2'],
    ['period\n1\n# c\n2\n3\n', [0, 1, 3 - 1], 'period\n1\n# c\n2\n3\n1\n2\n3\n'],
    ['period\n1\n2\n3\n', [2, 0], 'period\n1\n1\n2\n3\n3\n'],
  ])('%j: rows %j', (text, rows, expected) => {
    expect(applyEdits(text, duplicateRows(parseDocument(text), rows))).toBe(expected);
  });

  it('adds the rows behind each block and changes nothing else', () => {
    fc.assert(
      fc.property(soundFile, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (text, choice) => {
        const document = parseDocument(text);
        fc.pre(document.rowCount > 0);
        const rows = new Set(choice.map((row) => row % document.rowCount));
        const after = parseDocument(applyEdits(text, duplicateRows(document, [...rows])));
        expect(after.rowCount).toBe(document.rowCount + rows.size);
        expect(others(after)).toEqual(others(document));
        expect(/[\r\n]$/.test(after.text)).toBe(/[\r\n]$/.test(text));
      }),
      { numRuns: 200 },
    );
  });
});
