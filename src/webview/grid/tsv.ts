/**
 * Text as spreadsheets exchange it: cells by tab, rows by line. What Excel, LibreOffice and Sheets put on
 * the clipboard is read, and what is written they read back.
 */

/**
 * Writes cells for the clipboard. A cell with a tab, a line break or a quote in front is quoted, since
 * every reader would split or unquote it otherwise. Rows end by CRLF, as Excel does; the last one by nothing.
 *
 * @example
 * formatTsv([['2024-Q1', 'two\nlines']]); // '2024-Q1\t"two\nlines"'
 */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n');
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Reads pasted text. Any line ending counts, one trailing line end (Excel adds it) is not a row, a quoted
 * cell may hold tabs, line breaks and doubled quotes, and a quote that is never closed, or closed in the
 * middle of a cell, is just a character. Nothing is converted: `00123` stays `00123`.
 *
 * Text without tabs whose lines all split into the same number of cells by `,` or `;` is read as CSV,
 * unless it may be a list of numbers with decimal commas.
 *
 * @example
 * parsePasted('a\t"x\r\ny"\r\n'); // [['a', 'x\ny']]
 */
export function parsePasted(text: string): string[][] {
  const body = text.replace(/^\uFEFF/, '').replace(/\0/g, '');
  if (body.includes('\t')) return split(body, '\t');
  const lines = split(body, '\t');
  for (const delimiter of [';', ','] as const) {
    const rows = split(body, delimiter);
    if (looksLikeTable(rows, body, delimiter)) return rows;
  }
  return lines;
}

function looksLikeTable(rows: readonly string[][], text: string, delimiter: ',' | ';'): boolean {
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width < 2 || rows.some((cells) => cells.length !== width)) return false;
  if (delimiter === ';') return true;
  // `1,5` above `2,5` is a column of numbers as likely as two columns: it is not for us to decide.
  return !text.split(/\r\n|\r|\n/).every((line) => /^\s*[-+−]?\d*,?\d*\s*%?\s*$/.test(line));
}

function split(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let position = 0;
  for (;;) {
    const [cell, end] = readCell(text, position, delimiter);
    cells.push(cell);
    if (text[end] === delimiter) {
      position = end + 1;
      continue;
    }
    rows.push(cells);
    if (end >= text.length) return rows;
    position = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (position >= text.length) return rows;
    cells = [];
  }
}

/** The cell at a position, and the position of what ends it. */
function readCell(text: string, start: number, delimiter: string): [string, number] {
  if (text[start] === '"') {
    const close = closingQuote(text, start + 1);
    if (close >= 0 && endsCell(text, close + 1, delimiter)) {
      const inner = text.slice(start + 1, close).replaceAll('""', '"');
      return [inner.replace(/\r\n?/g, '\n'), close + 1];
    }
  }
  let end = start;
  while (!endsCell(text, end, delimiter)) end++;
  return [text.slice(start, end), end];
}

/** The first quote from a position on that is not doubled, or −1. */
function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote;
}

function endsCell(text: string, at: number, delimiter: string): boolean {
  const char = text[at];
  return char === undefined || char === delimiter || char === '\n' || char === '\r';
}
