import Papa from 'papaparse';
import { formatCsv } from '../../src/webview/grid/clipboard/csv';
import { EXACT_CELLS, formatHtml } from '../../src/webview/grid/clipboard/html';
import { parsePasted } from '../../src/webview/grid/clipboard/pasted';
import { readClipboard } from '../../src/webview/grid/clipboard/read';
import { layOutSpans } from '../../src/webview/grid/clipboard/spans';
import { formatTsv } from '../../src/webview/grid/clipboard/tsv';
import type { Random } from '../engine/random';
import { expect, expectSame, target } from '../engine/target';
import { fileText, nastyText, typedText } from '../grammar/file';

interface Clipboard {
  readonly rows: readonly (readonly string[])[];
  /** Something else on the clipboard. */
  readonly text: string;
  readonly spans: readonly (readonly {
    readonly text: string;
    readonly colSpan: number;
    readonly rowSpan: number;
  }[])[];
}

/** Whatever is on the clipboard becomes rows of cells; what was copied here comes back as it was. */
export const paste = target<Clipboard>({
  name: 'paste',
  promise: 'what was copied is pasted as it was, and any other clipboard becomes rows without loss',
  share: 8,
  generate: (random) => {
    const width = random.between(1, 4);
    return {
      rows: random.list(1, 4, () => Array.from({ length: width }, () => typedText(random))),
      text: random.percent(50) ? nastyText(random) : fileText(random),
      spans: random.list(0, 4, () =>
        random.list(0, 3, () => ({ text: typedText(random), colSpan: span(random), rowSpan: span(random) })),
      ),
    };
  },
  fromText: (text) => ({ rows: [], text, spans: [] }),
  check: ({ rows, text, spans }) => {
    checkCopied(rows);
    const cells = parsePasted(text);
    expect(cells.length > 0 && cells.every((row) => row.length > 0), 'a paste without cells');
    expect(letters(cells.flat().join('')) === letters(text), 'letters or digits are lost');
    const marked = { rows: cells.map((row) => [...row, 'x']), exact: false };
    expectSame(
      readClipboard({ text, html: '<table>' }, () => null),
      cells,
      'without a table in the HTML',
    );
    expectSame(
      readClipboard({ text, html: '<table>' }, () => marked),
      marked.rows,
      'with another table in the HTML',
    );
    checkSpans(spans);
  },
});

function span(random: Random): number {
  return random.percent(70) ? 1 : random.below(4);
}

function letters(text: string): string {
  return text.replace(/[^a-z0-9é]/gi, '');
}

function checkCopied(given: readonly (readonly string[])[]): void {
  const width = Math.max(1, ...given.map((cells) => cells.length));
  const rows = given.map((cells) =>
    [...cells, ...new Array<string>(width - cells.length).fill('')].map((text) => writable(text)),
  );
  if (rows.length === 0) return;
  expectSame(parsePasted(formatTsv(rows)), rows, 'copied and pasted');
  expectSame(
    Papa.parse<string[]>(formatCsv(rows), { delimiter: ',', newline: '\r\n' }).data.slice(0, -1),
    rows,
    'copied as CSV',
  );
  const html = formatHtml(
    rows,
    rows[0]!.map(() => ({ kind: 'text' as const })),
  );
  expectSame(cellsOf(html), rows, 'copied as HTML');
  expect(
    html.includes(EXACT_CELLS) && !/<(?!\/?(?:html|head|meta|body|table|tr|td|br)[\s>])/.test(html),
    'markup of a cell reaches the page',
  );
  const exact = { rows: [['other']], exact: true };
  expectSame(
    readClipboard({ text: formatTsv(rows), html }, () => exact),
    exact.rows,
    'our own HTML',
  );
}

/** What a file can hold: line endings of one kind, no NUL, no half of a pair. */
function writable(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n');
}

/** The cells of HTML that was written here, which has no other markup than this. */
function cellsOf(html: string): string[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
      cell
        .replace(/<br[^>]*>/g, '\n')
        .replaceAll('&quot;', '"')
        .replaceAll('&gt;', '>')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&'),
    ),
  );
}

/** Every cell stands somewhere, and all rows are as wide as the widest. */
function checkSpans(rows: Clipboard['spans']): void {
  const table = layOutSpans(
    rows.map((cells) =>
      cells.map((each) => ({ ...each, colSpan: each.colSpan % 1001, rowSpan: each.rowSpan % 65_535 })),
    ),
    5000,
  );
  if (table === null) return;
  expect(table.length === rows.length, 'rows are lost');
  expect(
    table.every((cells) => cells.length === table[0]!.length),
    'rows of several widths',
  );
  const texts = rows
    .flat()
    .map(({ text }) => text)
    .filter((text) => text !== '');
  expectSame(
    table
      .flat()
      .filter((text) => text !== '')
      .sort(),
    [...texts].sort(),
    'cells of a table with spans',
  );
}
