import { parsePasted } from './pasted';

/**
 * Writes cells for the clipboard, as Excel does: cells by tab, rows by CRLF, nothing after the last one. A
 * cell with a tab, a line break or a quote in front is quoted, since every reader would split or unquote it
 * otherwise; so are the cells of a single column that would be read as CSV.
 *
 * @example
 * formatTsv([['2024-Q1', 'two\nlines']]); // '2024-Q1\t"two\nlines"'
 */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  const text = join(rows, /[\t\r\n]|^["\uFEFF]/);
  const isColumn = rows.length > 0 && rows.every((cells) => cells.length === 1);
  if (!isColumn || isReadBack(text, rows)) return text;
  return join(rows, /[\t\r\n,;]|^["\uFEFF]|^$/);
}

function join(rows: readonly (readonly string[])[], special: RegExp): string {
  const quoted = (cell: string): string => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n');
}

/** Whether a single column stays one. */
function isReadBack(text: string, rows: readonly (readonly string[])[]): boolean {
  const read = parsePasted(text);
  return read.length === rows.length && read.every((cells) => cells.length === 1);
}
