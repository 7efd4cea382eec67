import type { TextEdit } from '../../text/edit';
import type { RetentionDocument } from '../types';
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
 * @throws RangeError when the name is blank, has a line break or exists already, or the place does not exist.
 */
export function addColumn(document: RetentionDocument, name: string, place: ColumnPlace = {}): TextEdit[] {
  if (name.trim() === '' || /[\r\n]/.test(name)) throw new RangeError('A column needs a name on one line.');
  const lower = name.trim().toLowerCase();
  const existing = document.columns.find((column) => column.name.trim().toLowerCase() === lower);
  if (existing !== undefined) throw new RangeError(`There is a column “${existing.name}” already.`);
  if (document.header === null) return [startHeader(document, name)];
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
