import { oneLine } from '../core';
import { oneOf, readArgs } from './args';
import { toCsv, toRetention } from './conversion';
import type { Converted } from './conversion';
import type { Io } from './io';
import { FINDINGS, FINE, UNREADABLE, UsageError } from './io';
import { writeOutput } from './output';

export const CONVERT_HELP = `Usage: retention convert IN --to csv|retention [--out FILE]

Makes a .retention file of a table from another program (comma, semicolon, tab or bar separated values),
or CSV of a .retention file. “-” reads standard input. What was done, and what was not understood, is said
on the error stream. A .retention file that is to be one stays as it is.

  --to csv|retention  what to make; may be left out where --out ends with .csv, .tsv or .retention
  --out FILE          write there instead of to standard output
  --force             replace a FILE that exists
  --delimiter SIGN    what separates the cells: comma, semicolon, tab or bar. For --to retention it is found
                      when it is not said; for --to csv it is a comma
  --decimal SIGN      the decimal sign, “.” or “,”: of numbers such as 1,234 that may be two, which are left
                      as they are when it is not said; for --to csv of all numbers

For --to retention:
  --column NAME=COLUMN  the column NAME is COLUMN, such as Month=period or Price=reason_price; without COLUMN
                        it keeps its name. May be repeated
  --dates ORDER         day-month or month-day: what 03/04/2024 means
  --encoding NAME       of a text that is not UTF-8, such as windows-1252

For --to csv:
  --figures             what is calculated stands behind the columns; rates are shares (0.8), a missing
                        number is blank, and “reason” says why there is no retention rate

Exit code: 0 fine, 1 something was not understood (it is said, and kept), 2 wrong use (also a FILE that
exists), 3 a file could not be read or written.
`;

const KINDS = ['csv', 'retention'] as const;
type Kind = (typeof KINDS)[number];

const ENDINGS: readonly (readonly [ending: string, kind: Kind])[] = [
  ['.retention', 'retention'],
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
];

/** Options that only one kind of conversion has. */
const OTHERS = { csv: ['column', 'dates', 'encoding'], retention: ['figures'] } as const;

/** `retention convert`: a table of another program into a file, and a file into a table for others. */
export async function convert(io: Io, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs('convert', args, {
    to: { type: 'string' },
    out: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
    delimiter: { type: 'string' },
    decimal: { type: 'string' },
    column: { type: 'string', multiple: true },
    dates: { type: 'string' },
    encoding: { type: 'string' },
    figures: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    io.out(CONVERT_HELP);
    return FINE;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    throw new UsageError('Name one file to convert, or “-” for standard input.');
  }
  const { out = '-' } = values;
  const kind = kindOf(values.to, out);
  const misplaced = OTHERS[kind].find((name) => values[name] !== undefined);
  if (misplaced !== undefined) throw new UsageError(`--${misplaced} is not for --to ${kind}.`);
  if (out !== '-' && values.force !== true && (await io.kindOf(out)) !== null) {
    throw new UsageError(`${out} exists already. --force replaces it.`);
  }
  const converted = kind === 'csv' ? await toCsv(io, path, values) : await toRetention(io, path, values);
  if ('unreadable' in converted) {
    io.err(`retention: ${oneLine(converted.unreadable)}.\n`);
    return UNREADABLE;
  }
  return await deliver(io, out, converted);
}

async function deliver(io: Io, out: string, { name, text, said, understood }: Converted): Promise<number> {
  const isWritten = await writeOutput(io, out, new TextEncoder().encode(text));
  if (!isWritten) return UNREADABLE;
  for (const sentence of said) io.err(`retention: ${oneLine(name)}: ${oneLine(sentence)}\n`);
  return understood ? FINE : FINDINGS;
}

/** What to make: as it is said, else as the name of the result ends. */
function kindOf(said: string | undefined, out: string): Kind {
  if (said !== undefined) return oneOf('--to', said, KINDS);
  const found = ENDINGS.find(([ending]) => out.toLowerCase().endsWith(ending));
  if (found === undefined) throw new UsageError('Say what to make: --to csv or --to retention.');
  return found[1];
}
