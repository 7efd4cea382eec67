import type { HtmlTable } from './htmlTable';
import { parsePasted } from './pasted';

/** What a paste brings. */
export interface ClipboardContent {
  readonly text: string;
  readonly html: string;
  /** True when there is a picture or a file. */
  readonly hasFiles: boolean;
}

/** A text of more characters is believed; its HTML would take seconds to take apart. */
const LONG_TEXT = 1_000_000;

/**
 * The cells of a paste: from the text, unless the HTML knows better.
 *
 * The text of a spreadsheet keeps white space, so it counts where both say the same. The HTML counts where
 * the text has no cells (mail programs put each on a line of its own), other ones (a line break in a cell
 * of a web page), or has lost something on the way (Excel does not double the quotes of `"abc"`).
 *
 * @param readHtml reads an HTML table; it is asked only when the HTML may matter
 */
export function readClipboard(
  { text, html }: Pick<ClipboardContent, 'text' | 'html'>,
  readHtml: (html: string) => HtmlTable | null,
): string[][] {
  if (html === '' || (text.length > LONG_TEXT && text.includes('\t'))) return parsePasted(text);
  const table = readHtml(html);
  if (table === null) return parsePasted(text);
  if (table.exact || text.trim() === '') return table.rows;
  const rows = parsePasted(text);
  if (!sameShape(rows, table.rows)) return table.rows;
  return rows.map((cells, row) =>
    cells.map((cell, column) => {
      const marked = table.rows[row]![column]!;
      return sameWords(cell, marked) ? cell : marked;
    }),
  );
}

function sameShape(a: readonly (readonly string[])[], b: readonly (readonly string[])[]): boolean {
  return a.length === b.length && a.every((cells, row) => cells.length === b[row]!.length);
}

function sameWords(a: string, b: string): boolean {
  return a === b || a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}
