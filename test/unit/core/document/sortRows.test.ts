import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RetentionDocument } from '../../../../src/core';
import { applyEdits, parseDocument, sortRows } from '../../../../src/core';
import { wellFormedFile } from './arbitraries';
import { marked } from './problems';

const soundFile = wellFormedFile.filter((text) => marked(text, 'R301').length === 0);

const byFirstCell = (document: RetentionDocument) => (a: number, b: number) => {
  const [one, other] = [document.cellText(a, 0), document.cellText(b, 0)];
  return one < other ? -1 : one > other ? 1 : 0;
};

function sorted(text: string): string {
  const document = parseDocument(text);
  return applyEdits(text, sortRows(document, byFirstCell(document)));
}

function rowTexts(document: RetentionDocument): string[] {
  return Array.from({ length: document.rowCount }, (_, row) => {
    const { start, end } = document.rowRange(row);
    return document.text.slice(start, end);
  });
}

describe('sorting the rows of a file', () => {
  it('takes the lines above a row along and leaves the rest', () => {
    const text =
      '\uFEFFperiod,note\r\n# about c\r\nc,"x, y"\r\n\r\n#> note of a\r\na,\r\nb,1,2\r\n#> ## Behind\r\n#> the rows';
    expect(sorted(text)).toBe(
      '\uFEFFperiod,note\r\n\r\n#> note of a\r\na,\r\nb,1,2\r\n# about c\r\nc,"x, y"\r\n#> ## Behind\r\n#> the rows',
    );
  });

  it('keeps a missing final newline missing', () => {
    expect(sorted('period,note\nb,\na,')).toBe('period,note\na,\nb,');
  });

  it('writes only what moves, and nothing when nothing does', () => {
    const text = 'period\na\nc\nb\nd\n';
    expect(sortRows(parseDocument(text), byFirstCell(parseDocument(text)))).toEqual([
      { start: 9, end: 12, text: 'b\nc' },
    ]);
    const done = parseDocument('period\na\nb\nb\n');
    expect(sortRows(done, byFirstCell(done))).toEqual([]);
    expect(sortRows(parseDocument(''), () => 1)).toEqual([]);
  });

  it('closes a quote that would swallow the next row', () => {
    expect(sorted('period,note\nb,1\na,"open')).toBe('period,note\na,"""open"\nb,1');
  });

  it('permutes the rows, byte by byte, and can be undone', () => {
    fc.assert(
      fc.property(soundFile, (text) => {
        const document = parseDocument(text);
        const before = rowTexts(document);
        const compare = byFirstCell(document);
        const order = before.map((_, row) => row).sort((a, b) => compare(a, b) || a - b);
        const result = applyEdits(text, sortRows(document, compare));
        const after = parseDocument(result);
        expect(rowTexts(after)).toEqual(order.map((row) => before[row]));
        expect(after.noteLines.length).toBe(document.noteLines.length);
        expect(result.length).toBe(text.length);
        expect(sortRows(after, byFirstCell(after))).toEqual([]);
      }),
    );
  });
});
