import type { TextEdit } from '../../text/edit';
import type { RetentionDocument } from '../types';
import { lineOf } from './lineOf';
import { deleteRows } from './rows';

/**
 * The edits that move rows before row `to`, in their order; `to = rowCount` moves them behind the last row.
 * Rows are counted before the move. A row keeps every character it is written with; comments, blank lines and
 * notes stay where they are, and so does the file's final newline or its lack. Rows that are there already
 * are not touched, and where fewer rows have to give way than are moved, those are moved instead.
 *
 * @throws RangeError for a row or a place that does not exist.
 *
 * @example
 * moveRows(document, [3], 2); // row 4 goes up by one
 */
export function moveRows(document: RetentionDocument, rows: readonly number[], to: number): TextEdit[] {
  const { rowCount } = document;
  if (!Number.isInteger(to) || to < 0 || to > rowCount) {
    throw new RangeError(`Rows can be moved before row 1 to ${rowCount + 1}, not ${to + 1}.`);
  }
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const down = sorted.filter((row) => row < to);
  const up = sorted.filter((row) => row >= to);
  let end = to;
  while (down.at(-1) === end - 1 && down.length > 0) end = down.pop()!;
  let start = to;
  while (up[0] === start) start = up.shift()! + 1;
  return [...moveDown(document, down, end), ...moveUp(document, up, start)];
}

/** Moves rows that all lie above row `to`, the last of them not right above it. */
function moveDown(document: RetentionDocument, rows: readonly number[], to: number): TextEdit[] {
  const first = rows[0];
  if (first === undefined) return [];
  const passed = to - first - rows.length;
  if (passed < rows.length && isBlock(rows)) return moveUp(document, range(to - passed, to), first);
  return [...deleteRows(document, rows), insertLines(document, rows, to)];
}

/** Moves rows that all lie below row `to`. */
function moveUp(document: RetentionDocument, rows: readonly number[], to: number): TextEdit[] {
  const last = rows.at(-1);
  if (last === undefined) return [];
  const passed = last + 1 - to - rows.length;
  if (passed < rows.length && isBlock(rows)) return moveDown(document, range(to, to + passed), last + 1);
  return [insertLines(document, rows, to), ...deleteRows(document, rows)];
}

function isBlock(rows: readonly number[]): boolean {
  return rows.at(-1)! - rows[0]! === rows.length - 1;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/**
 * The edits that put a copy of rows behind the last of each block of neighbours.
 *
 * @throws RangeError for a row that does not exist.
 */
export function duplicateRows(document: RetentionDocument, rows: readonly number[]): TextEdit[] {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const edits: TextEdit[] = [];
  let block: number[] = [];
  sorted.forEach((row, index) => {
    block.push(row);
    if (sorted[index + 1] === row + 1) return;
    edits.push(insertLines(document, block, row + 1));
    block = [];
  });
  return edits;
}

/** Rows as they are written, inserted before row `to` or behind the last one. */
function insertLines(document: RetentionDocument, rows: readonly number[], to: number): TextEdit {
  const { eol, rowCount, rowsEnd } = document;
  const lines = rows.map((row) => lineOf(document, row));
  if (to < rowCount) {
    const { start } = document.rowRange(to);
    return { start, end: start, text: lines.join(eol) + eol };
  }
  const isOpen = rowsEnd === document.rowRange(rowCount - 1).end;
  return { start: rowsEnd, end: rowsEnd, text: isOpen ? eol + lines.join(eol) : lines.join(eol) + eol };
}
