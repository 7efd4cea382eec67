import { afterEol, lineEnd } from '../../text/chars';
import type { TextEdit } from '../../text/edit';
import type { RetentionDocument } from '../types';
import { lineOf } from './lineOf';

/** Says of two rows which comes first, as for `Array.sort`. */
export type RowComparison = (a: number, b: number) => number;

/**
 * The edits that bring the rows into an order. Rows that compare equal keep their order. A row keeps every
 * character it is written with; comments, notes and blank lines go with the row that follows them. What is
 * behind the last row stays there, and so does the file's final newline or its lack. Only the lines from the
 * first to the last row that moves are written.
 *
 * @example
 * sortRows(document, (a, b) => document.number(a, 'start')! - document.number(b, 'start')!);
 */
export function sortRows(document: RetentionDocument, compare: RowComparison): TextEdit[] {
  const { rowCount } = document;
  const order = Array.from({ length: rowCount }, (_, row) => row).sort((a, b) => compare(a, b) || a - b);
  let first = 0;
  while (first < rowCount && order[first] === first) first++;
  if (first === rowCount) return [];
  let last = rowCount - 1;
  while (order[last] === last) last--;

  const { text, eol } = document;
  const start = chunkStart(document, first);
  const { end } = document.rowRange(last);
  const chunks = order.slice(first, last + 1).map((row) => {
    const from = chunkStart(document, row);
    return text.slice(from, document.rowRange(row).start) + lineOf(document, row);
  });
  return [{ start, end, text: chunks.join(eol) }];
}

/** Where the lines above a row begin: behind the line of the row before, or of the header. */
function chunkStart(document: RetentionDocument, row: number): number {
  if (row > 0) return document.rowLineEnd(row - 1);
  const { header, text } = document;
  return header === null ? document.rowRange(0).start : afterEol(text, lineEnd(text, header.end));
}
