import type { TextEdit } from '../../text/edit';
import type { RetentionDocument } from '../types';
import { FIRST_COLUMNS, columnIndex, startTable, writeLines, writeRecord } from './write';

/** The texts of a new row: by column name (in any case), or in the header's order. */
export type NewRow = Readonly<Record<string, string>> | readonly string[];

/**
 * The edits that insert rows before row `at`; `at = rowCount` appends behind the last row and before the
 * notes. `rows` is a number of blank rows, or the texts of each; cells not named stay blank. A file without a
 * table gets a header first.
 *
 * Together with `setCells` of the last row, this list comes second: both may write at the end of the text.
 *
 * @throws RangeError when `at` is no place in the table, or a row names a column that does not exist.
 *
 * @example
 * insertRows(document, document.rowCount, [{ period: '2024-Q3', start: '450' }]);
 */
export function insertRows(
  document: RetentionDocument,
  at: number,
  rows: number | readonly NewRow[],
): TextEdit[] {
  if (!Number.isInteger(at) || at < 0 || at > document.rowCount) {
    throw new RangeError(`Rows can be inserted before row 1 to ${document.rowCount + 1}, not ${at + 1}.`);
  }
  const newRows = typeof rows === 'number' ? Array.from({ length: rows }, (): NewRow => []) : rows;
  if (newRows.length === 0) return [];
  if (document.header === null) return [firstRows(document, newRows)];
  const lines = newRows.map((row) => writeRecord(document, rowTexts(document, row)));
  if (at < document.rowCount) {
    const { start } = document.rowRange(at);
    return [{ start, end: start, text: writeLines(document, lines, false) }];
  }
  const { rowsEnd } = document;
  const last = at > 0 ? document.rowRange(at - 1) : document.header;
  return [{ start: rowsEnd, end: rowsEnd, text: writeLines(document, lines, rowsEnd === last.end) }];
}

function rowTexts(document: RetentionDocument, row: NewRow): string[] {
  const count = document.headerCellCount;
  const texts = new Array<string>(count).fill('');
  if (isTexts(row)) {
    if (row.length > count) {
      throw new RangeError(`The new row has ${row.length} cells, but the header has ${count} columns.`);
    }
    for (const [index, text] of row.entries()) texts[index] = text;
  } else {
    for (const [name, text] of Object.entries(row)) texts[columnIndex(document, name, count)] = text;
  }
  return texts;
}

function isTexts(row: NewRow): row is readonly string[] {
  return Array.isArray(row);
}

/** The header and the first rows of a file that has none. */
function firstRows(document: RetentionDocument, rows: readonly NewRow[]): TextEdit {
  const names = [...FIRST_COLUMNS];
  for (const name of rows.flatMap((row) => (isTexts(row) ? [] : Object.keys(row)))) {
    if (!names.some((known) => known.toLowerCase() === name.trim().toLowerCase())) names.push(name);
  }
  const texts = rows.map((row) => {
    if (!isTexts(row)) return names.map((name) => textOf(row, name));
    if (row.length <= names.length) return [...row, ...new Array<string>(names.length - row.length).fill('')];
    throw new RangeError(
      `The new row has ${row.length} cells, but the new header has ${names.length} columns.`,
    );
  });
  return startTable(document, names, texts);
}

function textOf(row: Readonly<Record<string, string>>, name: string): string {
  const key = Object.keys(row).find(
    (candidate) => candidate.trim().toLowerCase() === name.trim().toLowerCase(),
  );
  return key === undefined ? '' : row[key]!;
}

/**
 * The edits that delete `count` rows from `rows` on, or the rows of a list. Comments and notes between them
 * stay, and so does the file's final newline or its lack.
 *
 * @throws RangeError for a row that does not exist.
 */
export function deleteRows(
  document: RetentionDocument,
  rows: number | readonly number[],
  count = 1,
): TextEdit[] {
  const listed = typeof rows === 'number' ? Array.from({ length: count }, (_, index) => rows + index) : rows;
  const edits: TextEdit[] = [];
  for (const row of [...new Set(listed)].sort((a, b) => a - b)) {
    const { start } = document.rowRange(row);
    const end = document.rowLineEnd(row);
    const previous = edits.at(-1);
    if (previous?.end === start) edits[edits.length - 1] = { ...previous, end };
    else edits.push({ start, end, text: '' });
  }
  const last = edits.at(-1);
  if (
    last !== undefined &&
    last.end === document.length &&
    last.end === document.rowRange(document.rowCount - 1).end
  ) {
    edits[edits.length - 1] = { ...last, start: beforeEol(document, last.start) };
  }
  return edits;
}

/** Offset of the line ending that ends at `offset`. */
function beforeEol(document: RetentionDocument, offset: number): number {
  return offset - (document.slice(offset - 2, offset) === '\r\n' ? 2 : 1);
}
