import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  deleteRows,
  insertRows,
  parseDocument,
  setCell,
  setNotes,
  setSetting,
} from '../../../../src/core';
import type { RetentionDocument, TextEdit } from '../../../../src/core';
import { inverseOf } from '../../../../fuzz/oracles/notebook';
import { typedText, wellFormedFile } from './arbitraries';
import { marked } from './problems';

const FILES = 100;
const EDITS_PER_FILE = 100;

interface Step {
  readonly kind: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat({ max: 19 }),
  row: fc.nat(),
  column: fc.nat(),
  text: typedText.filter((text) => !/[\0\ufffd\r\n]|[<>]{7}/.test(text)),
});

/** Mostly cells, now and then rows, notes and settings. */
function editsOf(document: RetentionDocument, { kind, row, column, text }: Step): TextEdit[] {
  const { rowCount } = document;
  if (kind === 0) return setNotes(document, text);
  if (kind === 1) return setSetting(document, 'title', text);
  if (kind === 2 || rowCount === 0) return insertRows(document, row % (rowCount + 1), 1);
  if (kind === 3) return deleteRows(document, row % rowCount);
  return setCell(document, row % rowCount, column % document.columns.length, text);
}

describe('10 000 random edits', () => {
  it('change only their places, and undone they give the first bytes back', () => {
    fc.assert(
      fc.property(
        wellFormedFile.filter((text) => marked(text, 'R301').length === 0),
        fc.array(step, { minLength: EDITS_PER_FILE, maxLength: EDITS_PER_FILE }),
        (first, steps) => {
          const document = parseDocument(first);
          const undo: (readonly TextEdit[])[] = [];
          let text = first;
          for (const one of steps) {
            const edits = editsOf(document, one);
            const isCell = one.kind > 3 && document.rowCount > 0;
            const row = isCell ? one.row % document.rowCount : 0;
            const column = isCell ? one.column % document.columns.length : 0;
            const outside = isCell ? around(document, text, row, column) : null;
            undo.push(inverseOf(text, edits));
            text = applyEdits(text, edits);
            document.apply(edits);
            if (outside !== null) {
              expect(text.startsWith(outside.before) && text.endsWith(outside.after)).toBe(true);
              expect(document.cellText(row, column)).toBe(one.text);
            }
          }
          expect(document.text).toBe(text);
          for (const edits of undo.reverse()) document.apply(edits);
          expect(document.text).toBe(first);
        },
      ),
      { numRuns: FILES },
    );
  }, 120_000);
});

/** The text before and after a cell, or after the row's end where the row does not reach the cell. */
function around(
  document: RetentionDocument,
  text: string,
  row: number,
  column: number,
): { readonly before: string; readonly after: string } {
  const { end } = document.rowRange(row);
  const place = document.cellRange(row, column) ?? { start: end, end };
  return { before: text.slice(0, place.start), after: text.slice(place.end) };
}
