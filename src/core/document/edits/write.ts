import { normaliseEols } from '../../text/chars';
import type { TextEdit } from '../../text/edit';
import { encodeCell } from '../../text/encode';
import { isMarkerLine } from '../../text/lines';
import type { RetentionDocument } from '../types';

/** A text as a cell of the document. `first`: it begins a record; `only`: it is the whole record. */
export function writeCell(
  document: RetentionDocument,
  text: string,
  { quoted, first, only }: { readonly quoted: boolean; readonly first: boolean; readonly only: boolean },
): string {
  const { settings, eol } = document;
  // A record must not look like what git writes around conflicts.
  const guarded = (first && isMarkerLine(text, 0)) || (only && text === '');
  return encodeCell(text, settings.delimiter, eol, quoted || guarded);
}

export function hasLineBreak(text: string): boolean {
  return normaliseEols(text).includes('\n');
}

/** One record of the texts, without line ending. A single blank cell is `""`: a blank line is no row. */
export function writeRecord(document: RetentionDocument, texts: readonly string[]): string {
  return texts
    .map((text, index) =>
      writeCell(document, text, { quoted: false, first: index === 0, only: texts.length === 1 }),
    )
    .join(document.settings.delimiter);
}

/** The index of a column, given by index or by name in any case. @throws RangeError when there is none. */
export function columnIndex(document: RetentionDocument, column: string | number, count: number): number {
  if (typeof column === 'number') {
    if (Number.isInteger(column) && column >= 0 && column < count) return column;
    throw new RangeError(`There is no column ${column + 1}: the table has ${count} columns.`);
  }
  const wanted = column.trim().toLowerCase();
  const exact = document.columns.find(({ name }) => name === column);
  const found = exact ?? document.columns.find(({ name }) => name.trim().toLowerCase() === wanted);
  if (found !== undefined) return found.index;
  const names = document.columns.map(({ name }) => name).join(', ');
  throw new RangeError(`There is no column “${column}”. The columns are: ${names === '' ? 'none' : names}.`);
}

/** Lines as inserted at the beginning of a line, or at the end of a text whose last line is not ended. */
export function writeLines(
  document: RetentionDocument,
  lines: readonly string[],
  afterOpenLine: boolean,
): string {
  const { eol } = document;
  return afterOpenLine ? eol + lines.join(eol) : lines.join(eol) + eol;
}

/** The columns a new table begins with. */
export const FIRST_COLUMNS: readonly string[] = ['period', 'start', 'new', 'lost', 'end'];

/** The edit that begins the table of a file that has none: header and rows behind the settings. */
export function startTable(
  document: RetentionDocument,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): TextEdit {
  const { text, front, hasBom } = document;
  const offset = front?.end ?? (hasBom ? 1 : 0);
  const isOpen = offset === text.length && offset > (hasBom ? 1 : 0) && !/[\r\n]/.test(text[offset - 1]!);
  const lines = [names, ...rows].map((record) => writeRecord(document, record));
  return { start: offset, end: offset, text: writeLines(document, lines, isOpen) };
}
