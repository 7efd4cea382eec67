import Papa from 'papaparse';
import { parseDocument } from '../../src/core';
import type { Random } from '../engine/random';
import { expect, expectSame, target } from '../engine/target';

interface Cell {
  readonly text: string;
  readonly quoted: boolean;
}

interface Table {
  /** Which delimiter and which line ending, by the remainder. */
  readonly dialect: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly ended: boolean;
}

const DIALECTS = [
  [',', '\n', ''],
  [';', '\r\n', "#---\r\n# retention: 1\r\n# delimiter: ';'\r\n#---\r\n"],
  ['\t', '\r', '#---\r# retention: 1\r# delimiter: tab\r#---\r'],
] as const;
const PIECES = [
  'a',
  'b',
  '1',
  '.',
  '-',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\t',
  'é',
  '😀',
  '#',
  "'",
  '\\',
  '\u2028',
  '\v',
  'x"y',
  '\n',
];

/** The cells of a table are those that Papa Parse reads, whatever they hold and however they are quoted. */
export const csv = target<Table>({
  name: 'csv',
  promise: 'cells are those that Papa Parse reads',
  share: 12,
  generate: (random) => ({
    dialect: random.below(3),
    rows: random.list(1, 5, () => random.list(2, 5, () => cell(random))),
    ended: random.percent(50),
  }),
  check: ({ dialect, rows, ended }) => {
    const [delimiter, eol, front] = DIALECTS[dialect % 3]!;
    const width = Math.max(2, ...rows.map((cells) => cells.length));
    const header = Array.from({ length: width }, (_, index) => (index === 0 ? 'period' : `x_${index}`));
    const records = rows.map((cells) => {
      const full = [
        ...cells,
        ...Array.from({ length: width - cells.length }, () => ({ text: '', quoted: false })),
      ];
      return full.map((each) => written(each, delimiter, eol)).join(delimiter);
    });
    // Comments are the format's own, and so are markers of a conflict.
    if (records.some((record) => /^#|^[<=>|]{7}|\0|\ufffd/.test(record) || record.trim() === '')) return;
    const table = [header.join(delimiter), ...records].join(eol) + (ended ? eol : '');
    const oracle = Papa.parse<string[]>(table, { delimiter, newline: eol });
    if (oracle.errors.length > 0) return;
    const expected = oracle.data
      .slice(1, ended ? -1 : undefined)
      .map((cells) => cells.map((text) => unified(text)));
    if (expected.some((cells) => cells.length !== width)) return;
    const document = parseDocument(front + table);
    expect(!document.hasOpenQuote, 'a closed quote is taken for an open one');
    const read = Array.from({ length: document.rowCount }, (_, row) =>
      Array.from({ length: document.cellCount(row) }, (_cell, column) => document.cellText(row, column)),
    );
    expectSame(read, expected, 'cells');
  },
});

function cell(random: Random): Cell {
  return { text: random.list(0, 6, () => random.pick(PIECES)).join(''), quoted: random.percent(30) };
}

/** As any writer by RFC 4180 writes it: quotes where needed and where it likes. */
function written({ text, quoted }: Cell, delimiter: string, eol: string): string {
  const lines = text.replace(/\r\n?|\n/g, eol);
  return quoted || lines.includes(delimiter) || /[\r\n]|^"/.test(lines)
    ? `"${lines.replaceAll('"', '""')}"`
    : lines;
}

function unified(text: string): string {
  return text.replace(/\r\n?|\n/g, '\n');
}
