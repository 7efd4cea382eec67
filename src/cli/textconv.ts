import { formatPercent, formatPoints, harmless, LiveNotebook, oneLine } from '../core';
import { readArgs } from './args';
import { figure } from './figures';
import { readInput } from './input';
import type { Io } from './io';
import { FINE, UNREADABLE, UsageError } from './io';

export const TEXTCONV_HELP = `Usage: retention textconv FILE

Writes a file as text to be compared: settings, one line for each row with its cells by name and what is
calculated from them, then the notes. Blank cells are left out, so that a new column changes only the rows
that use it. What is no table is written as it is. For “git diff”; docs/git.md says how.

Exit code: 0 fine, 2 wrong use, 3 the file could not be read.
`;

/** The same text on any day: no period counts as running. */
const LAST_DAY = Number.MAX_SAFE_INTEGER;

/** `retention textconv`: a file as text for a diff. */
export async function textconv(io: Io, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs('textconv', args, { help: { type: 'boolean', short: 'h' } });
  if (values.help === true) {
    io.out(TEXTCONV_HELP);
    return FINE;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('Name one file.');
  const input = await readInput(io, path);
  if ('unreadable' in input) {
    io.err(`retention: ${oneLine(input.unreadable)}.\n`);
    return UNREADABLE;
  }
  io.out(comparableText(input.text));
  return FINE;
}

/** A file as lines to be compared; text that is no table as it is. */
export function comparableText(text: string): string {
  const notebook = LiveNotebook.open(text, { today: LAST_DAY });
  const { document } = notebook;
  const unread = document.readOnly !== null && document.readOnly !== 'newer-version';
  if (unread || document.hasOpenQuote || document.column('period') === null) return harmless(text);
  const settings = (document.front?.entries ?? []).map(({ key, text: value }) => oneLine(`${key}: ${value}`));
  const columns = oneLine(`columns: ${document.columns.map(({ name }) => name).join(', ')}`);
  const rows = Array.from({ length: document.rowCount }, (_, row) => rowLine(notebook, row));
  const notes = document.noteLines.map(({ text: line }) => harmless(line));
  return `${[...settings, columns, '', ...rows, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')}\n`;
}

/** `2024-01 · SMB | start 100 | lost 10 | CRR 90.0 %, gap +5.0 pt`. */
function rowLine(notebook: LiveNotebook, row: number): string {
  const { document } = notebook;
  const { period, segment, crr, gapPoints, goal } = notebook.row(row);
  const cells: string[] = [];
  for (let column = 0; column < document.cellCount(row); column++) {
    const found = document.columns[column];
    const text = document.cellText(row, column);
    if (text === '' || found?.id === 'period' || found?.id === 'segment') continue;
    cells.push(oneLine(`${found?.name ?? '+'} ${text}`));
  }
  const gap = goal.value === null ? '' : `, gap ${figure(gapPoints, formatPoints)}`;
  const name = oneLine(segment === '' ? period : `${period} · ${segment}`);
  return [name, ...cells, `CRR ${figure(crr, formatPercent)}${gap}`].join(' | ');
}
