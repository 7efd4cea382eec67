import type { ColumnKind, RetentionDocument, TextEdit, TextRange } from '../../core';
import { isMarkerLine } from '../../core';
import { lineStart } from '../lines';

/** Spaces at the end of such a cell say nothing. */
const TRIMMED: ReadonlySet<ColumnKind> = new Set<ColumnKind>([
  'period',
  'segment',
  'count',
  'money',
  'percent',
]);
/** What is taken off the end of a cell; a tab may be the delimiter. */
const SPACES = ' \u00a0\u202f';
/** What is taken off other lines. Behind any other space `#---` begins no settings, and a setting says that space. */
const BLANKS = ' \t';

/** The line ending of the file at the end of every line, and no spaces before it where they say nothing. */
export function endingEdits(document: RetentionDocument, place: TextRange): TextEdit[] {
  const { text, eol } = document;
  const edits: TextEdit[] = [];
  const ending = /\r\n?|\n|$/g;
  ending.lastIndex = lineStart(text, place.start);
  let start = ending.lastIndex;
  while (start <= place.end) {
    const match = ending.exec(text)!;
    const end = match.index;
    const from = trimmedEnd(document, text, start, end);
    if (from < end) edits.push({ start: from, end, text: '' });
    if (match[0] === '') break;
    if (match[0] !== eol) edits.push({ start: end, end: end + match[0].length, text: eol });
    start = end + match[0].length;
  }
  return edits;
}

/** Where a line ends without the spaces that say nothing. */
function trimmedEnd(document: RetentionDocument, text: string, start: number, end: number): number {
  const last = text[end - 1];
  if (end === start || !(SPACES.includes(last!) || last === '\t')) return end;
  const row = document.rowAt(end);
  if (row !== null) return document.hasOpenQuote ? end : rowEnd(document, row, end);
  const { header } = document;
  if (header !== null && end > header.start && end <= header.end) return end;
  // Two spaces at the end of a note are a line break, and what is indented below a setting is not ours.
  return /^\ufeff?#(?:>|[ \t]{2})/.test(text.slice(start, start + 4))
    ? end
    : trimmed(text, start, end, BLANKS);
}

/** Where a row ends without such spaces; `end` of the line where it does not end there. */
function rowEnd(document: RetentionDocument, row: number, end: number): number {
  return document.rowRange(row).end === end ? endOfCell(document, row, document.cellCount(row) - 1) : end;
}

/** Where a cell ends without the spaces that say nothing. */
export function endOfCell(document: RetentionDocument, row: number, index: number): number {
  const range = document.cellRange(row, index)!;
  const column = document.columns[index];
  const source = document.cellSource(row, index);
  if (column === undefined || !TRIMMED.has(column.kind) || source.startsWith('"')) return range.end;
  const length = trimmed(source, 0, source.length, SPACES);
  // A row of one cell must not become a blank line or a conflict marker.
  const isAlone = document.cellCount(row) === 1 || document.headerCellCount === 1;
  const isNoRow = length === 0 || isMarkerLine(source, 0, length);
  return isAlone && isNoRow ? range.end : range.start + length;
}

function trimmed(text: string, start: number, end: number, spaces: string): number {
  let position = end;
  while (position > start && spaces.includes(text[position - 1]!)) position--;
  return position;
}
