import { normaliseEols } from '../../text/chars';
import type { TextEdit } from '../../text/edit';
import type { RetentionDocument } from '../types';
import { columnIndex, hasLineBreak, writeCell } from './write';

/** A cell and what it shall say. */
export interface CellChange {
  /** Data row, from 0. */
  readonly row: number;
  /** Name as in the header, in any case, or index. */
  readonly column: string | number;
  readonly text: string;
}

/**
 * The edits that make one cell say a text: only the cell's own characters change. It is quoted when it must
 * be or was before; line breaks are written as the file writes them; a row that is too short gets the
 * delimiters up to the cell. A quote that is never closed gets quotes of its own where it would end at those of
 * the text. No edit when the cell says the text already.
 *
 * @throws RangeError for a row or column that does not exist, and for a line break in a row with more cells
 * than the header (other readers would not find the row's end).
 *
 * @example
 * setCell(parseDocument('period,note\n2024,\n'), 0, 'note', 'a, b'); // [{ start: 17, end: 17, text: '"a, b"' }]
 */
export function setCell(
  document: RetentionDocument,
  row: number,
  column: string | number,
  text: string,
): TextEdit[] {
  return setCells(document, [{ row, column, text }]);
}

/** The edits that make several cells say their texts; of two texts for a cell the last counts. See `setCell`. */
export function setCells(document: RetentionDocument, changes: readonly CellChange[]): TextEdit[] {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, text } of changes) {
    const count = Math.max(document.columns.length, document.cellCount(row));
    const index = columnIndex(document, column, count);
    const cells = rows.get(row) ?? new Map<number, string>();
    cells.set(index, text);
    rows.set(row, cells);
  }
  return [...rows].sort(([a], [b]) => a - b).flatMap(([row, cells]) => rowEdits(document, row, cells));
}

function rowEdits(document: RetentionDocument, row: number, cells: ReadonlyMap<number, string>): TextEdit[] {
  const count = document.cellCount(row);
  const changed = [...cells]
    .filter(([column, text]) => normaliseEols(text) !== document.cellText(row, column))
    .sort(([a], [b]) => a - b);
  if (changed.length === 0) return [];
  const needsAll = changed.some(([, text]) => hasLineBreak(text));
  if (needsAll && count > document.headerCellCount) {
    throw new RangeError(
      `Row ${row + 1} has ${count} cells, the header ${document.headerCellCount}. Remove the surplus cells before writing a line break into it.`,
    );
  }
  const last = changed.at(-1)![0];
  const width = Math.max(count, needsAll ? document.headerCellCount : 0, last + 1);
  const edits: TextEdit[] = [];
  const write = (column: number, text: string): void => {
    const quoted = document.cellIsQuoted(row, column);
    const written = writeCell(document, text, { quoted, first: column === 0, only: width === 1 });
    edits.push({ ...document.cellRange(row, column)!, text: written });
  };
  for (const [column, text] of changed) {
    if (column < count) write(column, text);
  }
  if (width > count) {
    const { end } = document.rowRange(row);
    edits.push({ start: end, end, text: appendedCells(document, new Map(changed), count, width) });
  }
  if (document.hasOpenQuote && edits.some(({ text }) => text.includes('"'))) {
    const open = openQuote(document, row);
    if (open >= 0 && changed.every(([column]) => column !== open)) write(open, document.cellText(row, open));
  }
  return edits;
}

/** The cell of a row whose quote is never closed; −1 for none. */
function openQuote(document: RetentionDocument, row: number): number {
  for (let column = document.cellCount(row) - 1; column >= 0; column--) {
    const isOpen = !document.cellIsQuoted(row, column) && document.cellSource(row, column).startsWith('"');
    if (isOpen) return column;
  }
  return -1;
}

function appendedCells(
  document: RetentionDocument,
  texts: ReadonlyMap<number, string>,
  from: number,
  to: number,
): string {
  let appended = '';
  for (let column = from; column < to; column++) {
    const text = texts.get(column) ?? '';
    appended += document.settings.delimiter;
    appended += writeCell(document, text, { quoted: false, first: false, only: false });
  }
  return appended;
}
