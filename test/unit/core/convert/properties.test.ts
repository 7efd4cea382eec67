import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeImport,
  exportTable,
  importTable,
  LiveNotebook,
  parseDocument,
  uncalculated,
} from '../../../../src/core';
import type { RetentionDocument } from '../../../../src/core';
import { nastyText, wellFormedFile } from '../document/arbitraries';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    ' b ',
    'x,y',
    'x;y',
    'x\ty',
    'x|y',
    '"',
    'say "x"',
    'two\nlines',
    '#',
    '=1+1',
    '1,234',
  ),
  fc.string({ maxLength: 6 }).filter((text) => !/[\0\r\ufffd]/.test(text)),
);

const table = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  names: fc.array(fc.constantFrom('Team', 'Nieuw', 'start', 'x y', 'goal', 'Maand', '#x'), {
    minLength: 2,
    maxLength: 4,
  }),
  rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 6 }),
});

const isBlank = (text: string): boolean => /^[ \t\u00a0\u202f]*$/.test(text);

function rowsOf(document: RetentionDocument): string[][] {
  return Array.from({ length: document.rowCount }, (_, row) =>
    Array.from({ length: document.cellCount(row) }, (_cell, column) => document.cellText(row, column)),
  );
}

describe('an import', () => {
  it('keeps every cell of a table', () => {
    fc.assert(
      fc.property(table, ({ delimiter, eol, names, rows }) => {
        const header = ['first', ...names];
        // In a row of another length than the header, a line break would rather be a quote that is never closed.
        const records = rows.map((cells) =>
          cells.length === header.length ? cells : cells.map((text) => text.replaceAll('\n', ' ')),
        );
        const source = [header, ...records]
          .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""').replaceAll('\n', eol)}"`))
          .map((cells) => cells.join(delimiter))
          .join(eol);
        const result = importTable(source, { delimiter });
        const kept = rowsOf(parseDocument(result.text));
        const wanted = records.filter((cells) => !cells.every(isBlank));
        expect(kept).toHaveLength(wanted.length);
        expect(result.columns.slice(0, header.length).map((column) => column.source)).toEqual(header);
        for (const [row, cells] of wanted.entries()) {
          for (const [column, text] of cells.entries()) {
            const written = kept[row]![column] ?? '';
            const isRewritten = (result.columns[column]?.rewritten ?? null) !== null && written !== text;
            if (!isRewritten) expect(written).toBe(isBlank(text) && column >= kept[row]!.length ? '' : text);
          }
        }
      }),
    );
  });

  it('of any text throws nothing, and of its own result changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(nastyText, wellFormedFile, fc.string({ unit: 'binary' })), (text) => {
        const result = importTable(text);
        for (const { text: sentence } of describeImport(result)) {
          expect(sentence).not.toMatch(/\{\d\}|undefined/);
        }
        const again = importTable(result.text);
        expect([again.unchanged, again.text]).toEqual([true, result.text]);
      }),
    );
  });

  it('of what was exported is the same table', () => {
    fc.assert(
      fc.property(wellFormedFile, fc.constantFrom(',', ';', '\t'), (text, delimiter) => {
        const notebook = LiveNotebook.open(text);
        const { document } = notebook;
        const exported = exportTable(notebook, { delimiter });
        const result = parseDocument(importTable(exported.text, { delimiter, decimal: '.' }).text);
        const filled = rowsOf(document).flatMap((cells, row) => (cells.every(isBlank) ? [] : [row]));
        expect(result.rowCount).toBe(filled.length);
        for (const [at, row] of filled.entries()) {
          expect([at, result.period(at)]).toEqual([at, document.period(row) ?? result.period(at)]);
          expect(result.goal(at)?.share).toBe(document.goal(row)?.share ?? result.goal(at)?.share);
          for (const { index, kind } of document.columns) {
            const number = document.numberAt(row, index);
            if (number !== null) expect(result.numberAt(at, index)).toBe(number);
            if (kind === 'text' || kind === 'segment') {
              expect(result.cellText(at, index)).toBe(uncalculated(document.cellText(row, index)));
            }
          }
        }
      }),
    );
  });
});
