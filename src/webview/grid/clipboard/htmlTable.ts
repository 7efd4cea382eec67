import { EXACT_CELLS } from './html';
import { writable } from './pasted';
import { layOutSpans, type SpannedCell } from './spans';

/** More cells than this come from nobody who means to paste a table. */
const MOST_CELLS = 1_000_000;
/** A larger text is not taken apart. */
const LONGEST = 32_000_000;

/** Elements that are never read. */
const silent = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'TITLE', 'IFRAME', 'OBJECT']);
/** Elements that stand on lines of their own. */
const blocks = new Set(
  'P DIV LI UL OL DL DT DD TR TABLE H1 H2 H3 H4 H5 H6 PRE BLOCKQUOTE SECTION ARTICLE HEADER FOOTER'.split(
    ' ',
  ),
);

/** A table read from HTML. */
export interface HtmlTable {
  readonly rows: string[][];
  /** Our own: white space is as it was copied. */
  readonly exact: boolean;
}

/**
 * The cells of pasted HTML, or null unless it is one table and nothing else that says anything.
 *
 * The markup is parsed into a document of its own, which belongs to no window: no script in it runs, no
 * handler is called, nothing is loaded. Only its text is taken.
 */
export function readHtmlTable(html: string): HtmlTable | null {
  if (html.length > LONGEST || !/<table[\s>]/i.test(html)) return null;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const tables = [...body.querySelectorAll('table')].filter(
    (table) => table.parentElement?.closest('table') === null,
  );
  const [table] = tables;
  if (table === undefined || tables.length > 1) return null;
  const exact = table.hasAttribute(EXACT_CELLS);
  const cells = [...table.rows].map((row) => [...row.cells].map((cell) => spanned(cell, exact)));
  const rows = layOutSpans(cells, MOST_CELLS);
  if (rows === null || rows.length === 0 || rows[0]!.length === 0) return null;
  table.remove();
  return flowed(body) === '' ? { rows, exact } : null;
}

function spanned(cell: HTMLTableCellElement, exact: boolean): SpannedCell {
  const text = exact ? exactText(cell) : flowed(cell);
  return { text: writable(text), colSpan: cell.colSpan, rowSpan: cell.rowSpan };
}

function exactText(cell: HTMLElement): string {
  for (const lineBreak of cell.querySelectorAll('br')) lineBreak.replaceWith('\n');
  return cell.textContent;
}

/** An element's text as a browser shows it: white space counts as one space, lines end where blocks do. */
function flowed(element: HTMLElement): string {
  const lines: string[] = [];
  let line = '';
  const lineEnd = (): void => {
    lines.push(line.endsWith(' ') ? line.slice(0, -1) : line);
    line = '';
  };
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      const { nodeName } = child;
      if (child.nodeType === Node.TEXT_NODE) {
        const words = (child.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ');
        line += line === '' || line.endsWith(' ') ? words.replace(/^ /, '') : words;
      } else if (nodeName === 'BR') {
        lineEnd();
      } else if (child.nodeType === Node.ELEMENT_NODE && !silent.has(nodeName)) {
        const isBlock = blocks.has(nodeName);
        if (isBlock && line !== '') lineEnd();
        walk(child);
        if (isBlock && line !== '') lineEnd();
      }
    }
  };
  walk(element);
  lineEnd();
  // A line break at the end only makes a cell's last line, and programs fill empty cells by a fixed space.
  return lines
    .join('\n')
    .replace(/^[ \n\u00a0]+/, '')
    .replace(/[ \n\u00a0]+$/, '');
}
