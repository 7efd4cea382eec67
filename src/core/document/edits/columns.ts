import type { TextEdit, TextRange } from '../../text/edit';
import type { RetentionDocument } from '../types';
import { labelEntries } from './rename';
import { removeEntry } from './settings';
import { FIRST_COLUMNS, columnIndex, startTable, writeCell } from './write';

/** Where a new column goes: after or before a column given by name or index; without it, at the end. */
export interface ColumnPlace {
  readonly after?: string | number;
  readonly before?: string | number;
}

/**
 * The edits that add a blank column: its name in the header and one delimiter in every row that reaches so
 * far. Rows that are too short stay as they are, surplus cells stay surplus. A file without a table gets a
 * header with the usual columns.
 *
 * @throws RangeError when the name is blank, has a line break or exists already, the place does not exist, or a quote is
 * never closed.
 */
export function addColumn(document: RetentionDocument, name: string, place: ColumnPlace = {}): TextEdit[] {
  if (name.trim() === '' || /[\r\n]/.test(name)) throw new RangeError('A column needs a name on one line.');
  const lower = name.trim().toLowerCase();
  const existing = document.columns.find((column) => column.name.trim().toLowerCase() === lower);
  if (existing !== undefined) throw new RangeError(`There is a column “${existing.name}” already.`);
  if (document.header === null) return [startHeader(document, name)];
  refuseOpenQuote(document);
  const at = indexOf(document, place);
  const { delimiter } = document.settings;
  const only = { quoted: false, first: at === 0, only: false };
  const written = writeCell(document, name, only);
  const { columns, header, headerCellCount } = document;
  const edits: TextEdit[] =
    at === 0
      ? [insertAt(columns[0]!.range.start, written + delimiter)]
      : [insertAt(at < columns.length ? columns[at - 1]!.range.end : header.end, delimiter + written)];
  for (let row = 0; row < document.rowCount; row++) {
    const count = document.cellCount(row);
    const reaches = count > at || (count === at && count === headerCellCount);
    if (!reaches) continue;
    const offset = at === 0 ? document.rowRange(row).start : document.cellRange(row, at - 1)!.end;
    edits.push(insertAt(offset, delimiter));
  }
  return edits;
}

/**
 * The edits that take a column out of the file: its name and its cell in every row that reaches so far. Its label in the
 * settings goes with it. Costs the rows of the file.
 *
 * @throws RangeError when the column does not exist, is the one of the periods or the only one, or a quote is never closed.
 *
 * @example
 * removeColumn(parseDocument('period,note,lost\n2024,a,5\n'), 'note'); // leaves 'period,lost\n2024,5\n'
 */
export function removeColumn(document: RetentionDocument, column: string | number): TextEdit[] {
  const index = columnIndex(document, column, document.columns.length);
  const { id, name } = document.columns[index]!;
  if (id === 'period' || document.columns.length === 1)
    throw new RangeError(`The column “${name}” stays: a table needs one that says which row is which.`);
  refuseOpenQuote(document);
  const places = document.columns.map(({ range }) => range);
  const labels = labelEntries(document, name).map((entry) => removeEntry(document, entry));
  const edits = [...labels, withoutCell(document, places, index)];
  for (let row = 0; row < document.rowCount; row++) {
    const count = document.cellCount(row);
    if (count <= index) continue;
    const cells = Array.from({ length: count }, (_, cell) => document.cellRange(row, cell)!);
    edits.push(withoutCell(document, cells, index));
  }
  return edits;
}

/** Takes a cell out of a record, with the delimiter before it; in front, with the one behind it. */
function withoutCell(document: RetentionDocument, cells: readonly TextRange[], index: number): TextEdit {
  const { start, end } = cells[index]!;
  const isAlone = cells.length === 2;
  if (index > 0 && !isAlone) return { start: cells[index - 1]!.end, end, text: '' };
  // What begins the record then must not look like a comment or a marker, and what is alone not like a blank line.
  const rest = cells[index === 0 ? 1 : 0] ?? { start: end, end };
  const source = document.slice(rest.start, rest.end);
  const written = source.startsWith('"')
    ? source
    : writeCell(document, source, { quoted: false, first: true, only: cells.length <= 2 });
  return { start: Math.min(start, rest.start), end: Math.max(end, rest.end), text: written };
}

/** With another number of cells, rows behind the quote could be read as one. */
function refuseOpenQuote(document: RetentionDocument): void {
  if (document.hasOpenQuote)
    throw new RangeError(
      'The quote of a cell is never closed (R301): close it first, or rows could be read as one.',
    );
}

function indexOf(document: RetentionDocument, { after, before }: ColumnPlace): number {
  const { length } = document.columns;
  if (after !== undefined) return columnIndex(document, after, length) + 1;
  return before === undefined ? document.headerCellCount : columnIndex(document, before, length);
}

function insertAt(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}

function startHeader(document: RetentionDocument, name: string): TextEdit {
  const known = FIRST_COLUMNS.includes(name.trim().toLowerCase());
  const names = known ? FIRST_COLUMNS : [...FIRST_COLUMNS, name];
  return startTable(document, names, []);
}
