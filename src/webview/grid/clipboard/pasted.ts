import { split, type Split } from './delimited';

/** A list of numbers with decimal commas or grouping: `1,5`, `1,234`, `-1,234,567.89`, `12,5 %`. */
const numberWithCommas = /^\s*[-+−]?\d*(?:,\d*|(?:,\d{3})+(?:\.\d+)?)?\s*%?\s*$/;
/** How a cell begins that no sentence begins with. */
const numberOrDate = /^\s*[-+−]?\d/;

/**
 * Reads pasted text as rows of cells: what Excel, LibreOffice and Sheets put on the clipboard (cells by tab),
 * and CSV. Nothing is converted: `00123` stays `00123`. NUL characters are dropped, since a file that holds
 * one is no text file any more; half a surrogate pair, which no file can hold, becomes U+FFFD.
 *
 * Text without tabs is CSV when all its lines split into the same number of cells by `;` or by `,`, unless
 * it reads like something else: numbers with commas in them, or sentences. One line alone is CSV only when
 * it looks made by a machine: three cells or a quoted one, no space beside a delimiter, a number among them.
 *
 * @example
 * parsePasted('a\t"x\r\ny"\r\n'); // [['a', 'x\ny']]
 * parsePasted('2024-Q1,500,50'); // [['2024-Q1', '500', '50']]
 * parsePasted('Contract ended, 70 accounts'); // [['Contract ended, 70 accounts']]
 */
export function parsePasted(text: string): string[][] {
  const body = writable(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (body.includes('\t')) return split(body, '\t').rows;
  return readCsv(body) ?? split(body, '\t').rows;
}

/** CSV by semicolon or by comma: where both give a table, by the one that the quotes speak for. */
function readCsv(text: string): string[][] | null {
  let best: { readonly table: string[][]; readonly quotes: number } | null = null;
  for (const delimiter of [';', ','] as const) {
    if (!text.includes(delimiter)) continue;
    const read = split(text, delimiter);
    const table = tableOf(read, text, delimiter);
    const quotes = read.quoted - text.length * read.stray;
    if (table !== null && (best === null || quotes > best.quotes)) best = { table, quotes };
  }
  return best?.table ?? null;
}

/** A text without what a text file cannot hold. */
export function writable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The rows of CSV, or null when the text is rather something else. */
function tableOf({ rows, quoted }: Split, text: string, delimiter: ',' | ';'): string[][] | null {
  let count = rows.length;
  // Editors end a text by blank lines.
  while (count > 1 && isBlankLine(rows[count - 1]!)) count--;
  const table = count < rows.length ? rows.slice(0, count) : rows;
  const width = table[0]!.length;
  if (width < 2 || table.some((cells) => cells.length !== width)) return null;
  if (delimiter === ',' && quoted === 0 && text.split(/[\r\n]+/).every((line) => numberWithCommas.test(line)))
    return null;
  if (table.length === 1) return isMachineMade(table[0]!, quoted) ? table : null;
  if (quoted > 0 || !table.every(isSpaced)) return table;
  // A space behind every delimiter is how sentences are written, and `May 5, 2024`; rarely CSV.
  if (width < 3 || !table.some((cells) => cells.some((cell) => numberOrDate.test(cell)))) return null;
  return table.map((cells) => cells.map((cell) => cell.replace(/^ /, '')));
}

function isMachineMade(cells: readonly string[], quoted: number): boolean {
  if (cells.length < 3 && quoted === 0) return false;
  if (cells.some((cell, index) => (index > 0 && cell.startsWith(' ')) || cell.endsWith(' '))) return false;
  return quoted > 0 || cells.some((cell) => numberOrDate.test(cell));
}

function isSpaced(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell, index) => index === 0 || cell.startsWith(' '));
}

function isBlankLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === '';
}
