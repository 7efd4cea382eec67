import Papa from 'papaparse';
import { describeImport, exportTable, importTable, parseDocument, uncalculated } from '../../src/core';
import type { ImportedTable, RetentionDocument } from '../../src/core';
import type { Random } from '../engine/random';
import { expect, expectSame, target } from '../engine/target';
import { fileText, nastyText, typedText } from '../grammar/file';
import { open } from '../oracles/notebook';

interface Table {
  readonly kind: 'table';
  /** Which delimiter and which line ending, by the remainder. */
  readonly dialect: number;
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Source = Table | { readonly kind: 'text'; readonly text: string };

const DIALECTS = [
  [',', '\n'],
  [';', '\r\n'],
  ['\t', '\n'],
  ['|', '\r'],
] as const;
const NAMES = [
  'Maand',
  'Nieuw',
  'start',
  'Start',
  'koniec',
  'goal',
  'new mrr',
  'Team',
  '#x',
  'reason_price',
  'x y',
];

/** A table of another program is taken over whole, and what is written for other programs comes back. */
export const convert = target<Source>({
  name: 'convert',
  promise: 'every cell of a table from elsewhere is in the file, and an export comes back as the same table',
  share: 8,
  generate: (random) =>
    random.percent(60)
      ? tableOf(random)
      : { kind: 'text', text: random.percent(60) ? fileText(random) : nastyText(random) },
  fromText: (text) => ({ kind: 'text', text }),
  check: (source) => {
    if (source.kind === 'table') checkCells(source);
    else checkText(source.text);
  },
});

function tableOf(random: Random): Table {
  const names = random.list(2, 5, () => random.pick(NAMES));
  const rows = random.list(0, 5, () => names.map(() => typedText(random)));
  return { kind: 'table', dialect: random.below(DIALECTS.length), names, rows };
}

/** Any text gives a file that is one; what is exported from it comes back. */
function checkText(text: string): void {
  const result = importTable(text);
  for (const { text: sentence } of describeImport(result)) {
    expect(!/\{\d\}|undefined/.test(sentence), () => `it says: ${sentence}`);
  }
  expectOwn(result);
  const notebook = open(result.text);
  // A line with one cell, or none, above a table is a title or blank to an import.
  const { columns } = notebook.document;
  const named = columns.filter(({ name }) => !isBlank(name.replaceAll('\0', '')));
  if (named.length < Math.min(2, columns.length)) return;
  const again = importTable(exportTable(notebook, { decimal: '.' }).text, { delimiter: ',', decimal: '.' });
  const [before, after] = [filledRows(notebook.document), filledRows(parseDocument(again.text))];
  expect(before.length === after.length, () => `${before.length} rows come back as ${after.length}`);
  for (const [row, cells] of before.entries()) {
    for (const [column, cell] of cells.entries()) {
      // Another name of a known column has its cells read.
      if (columns[column]?.kind !== 'text' || (again.columns[column]?.rewritten ?? null) !== null) continue;
      expectSame(after[row]![column] ?? '', uncalculated(cell).replaceAll('\0', ''), 'a text');
    }
  }
}

function expectOwn({ text }: ImportedTable): void {
  const again = importTable(text);
  expect(again.unchanged && again.text === text, 'what was imported is no file of the format');
}

/** The cells are those that Papa Parse reads, but for numbers and periods in the format's way. */
function checkCells({ dialect, names, rows }: Table): void {
  const [delimiter, eol] = DIALECTS[dialect % DIALECTS.length]!;
  const width = names.length;
  const records = [names, ...rows.filter((cells) => cells.length === width)];
  const source = records.map((cells) => cells.map((cell) => written(cell, eol)).join(delimiter)).join(eol);
  const oracle = Papa.parse<string[]>(source.replaceAll('\0', ''), { delimiter, newline: eol });
  if (width < 2 || oracle.errors.length > 0 || names.some((name) => name.trim() === '')) return;
  const expected = oracle.data
    .slice(1)
    .map((cells) => cells.map((cell) => cell.replace(/\r\n?/g, '\n')))
    .filter((cells) => !cells.every(isBlank));
  const result = importTable(source, { delimiter });
  if (result.unchanged) return;
  expectOwn(result);
  const kept = filledRows(parseDocument(result.text));
  expect(kept.length === expected.length, () => `${expected.length} rows become ${kept.length}`);
  for (const [row, cells] of expected.entries()) {
    for (const [column, cell] of cells.entries()) {
      const now = kept[row]![column] ?? '';
      if (now !== cell && result.columns[column]?.rewritten === null)
        expectSame(now, cell, `a cell of ${source}`);
    }
  }
}

function written(cell: string, eol: string): string {
  return `"${cell.replaceAll('"', '""').replace(/\r\n?|\n/g, eol)}"`;
}

function filledRows(document: RetentionDocument): string[][] {
  return Array.from({ length: document.rowCount }, (_, row) =>
    Array.from({ length: document.cellCount(row) }, (_cell, column) => document.cellText(row, column)),
  ).filter((cells) => !cells.every(isBlank));
}

function isBlank(text: string): boolean {
  return /^[ \t\u00a0\u202f]*$/.test(text.replaceAll('\0', ''));
}
