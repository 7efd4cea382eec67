import { join } from 'node:path';
import { mergeDocuments } from '../../../../src/core';
import { transcribe, written } from './transcript';

interface Dialect {
  readonly settings: readonly string[];
  readonly delimiter: string;
  readonly decimal: string;
  readonly eol: string;
}

/** How programs of several countries write the same table. */
const DIALECTS: readonly Dialect[] = [
  { settings: [], delimiter: ',', decimal: '.', eol: '\n' },
  { settings: ["# delimiter: ';'"], delimiter: ';', decimal: '.', eol: '\n' },
  { settings: ["# delimiter: ';'", "# decimal: ','"], delimiter: ';', decimal: ',', eol: '\n' },
  { settings: ['# delimiter: tab'], delimiter: '\t', decimal: '.', eol: '\r\n' },
  { settings: ["# decimal: '.'"], delimiter: ',', decimal: '.', eol: '\r\n' },
];

const HEADER = ['period', 'segment', 'start', 'lost', 'start_mrr', 'note'];
const FIRST = ['2024-01', 'SMB', '100', '5', '1200.5', 'a, b'];
const SECOND = ['2024-02', 'SMB', '95', '4', '1100.25', 'c; d'];

function table(
  { settings, delimiter, decimal, eol }: Dialect,
  ...rows: readonly (readonly string[])[]
): string {
  const lines = [HEADER, ...rows].map((row) =>
    row
      .map((cell) => (/^\d+\.\d+$/.test(cell) ? cell.replace('.', decimal) : cell))
      .map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell))
      .join(delimiter),
  );
  const front = ['#---', '# retention: 1', ...settings, `# goal: 92${decimal}5%`, '#---'];
  return [...front, ...lines, ''].join(eol);
}

/** One side wrote in the second row, the other in the first one. */
function answer(ours: Dialect, theirs: Dialect): string {
  const merged = mergeDocuments(
    table(DIALECTS[0]!, FIRST, SECOND),
    table(ours, FIRST, [...SECOND.slice(0, 3), '6', ...SECOND.slice(4)]),
    table(theirs, [...FIRST.slice(0, 4), '1300.75', ...FIRST.slice(5)], SECOND),
  );
  return written(merged);
}

transcribe(
  join(__dirname, '../../../fixtures/transcripts/dialects.txt'),
  DIALECTS.map((ours, at) => [
    `of merges of dialect ${at} with each other one`,
    () => DIALECTS.map((theirs) => answer(ours, theirs)).join('\n'),
  ]),
);
