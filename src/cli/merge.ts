import { devNull } from 'node:os';
import { mergeAsLines, mergeDocuments, oneLine } from '../core';
import type { MergedDocument } from '../core';
import { readArgs } from './args';
import { plural } from './figures';
import { readInput } from './input';
import type { Input } from './input';
import type { Io } from './io';
import { FINDINGS, FINE, UNREADABLE, UsageError } from './io';
import { writeOutput } from './output';

export const MERGE_HELP = `Usage: retention merge BASE OURS THEIRS [--output FILE] [--path NAME] [--marker-size N]

Merges what two people made of a file: rows by period and segment, cell by cell; settings by key, columns
by name, notes by line. The result is written to OURS, as git asks of a merge driver. What both changed
differently stays in it as a conflict, one for each row. A BASE that is missing or empty: both added the file.

  --output FILE    write the result there instead; “-” is standard output
  --path NAME      the file's name in messages (git's %P)
  --marker-size N  how long the marks of conflicts are (git's %L), 7 if not said

Files whose rows cannot be told apart (a quote that is never closed, a period given twice) are merged line by
line, by git where there is one. docs/git.md says how to set git up.

Exit code: 0 merged, 1 conflicts are left, 2 wrong use, 3 a file could not be read or written.
`;

type Readable = Extract<Input, { text: string }>;

/** A merge that has to be written; null when nothing can be. */
interface Outcome {
  readonly bytes: Uint8Array | null;
  readonly conflicted: boolean;
}

const MOST_NAMED = 5;

/** `retention merge`: three versions of a file; git's merge driver. */
export async function merge(io: Io, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs('merge', args, {
    output: { type: 'string', short: 'o' },
    path: { type: 'string' },
    'marker-size': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    io.out(MERGE_HELP);
    return FINE;
  }
  const [basePath, oursPath, theirsPath, ...more] = positionals;
  if (basePath === undefined || oursPath === undefined || theirsPath === undefined || more.length > 0) {
    throw new UsageError('Name three files: the common version, ours and theirs.');
  }
  const markerSize = sizeOf(values['marker-size'] ?? '7');
  const name = oneLine(values.path ?? oursPath);
  const inputs = await Promise.all([basePath, oursPath, theirsPath].map((path) => readInput(io, path)));
  const [base, ours, theirs] = inputs.map((input, index) => (index === 0 ? orEmpty(input) : input)) as [
    Input,
    Input,
    Input,
  ];
  for (const input of [base, ours, theirs]) {
    if ('unreadable' in input) {
      io.err(`retention: ${oneLine(input.unreadable)}.\n`);
      return UNREADABLE;
    }
  }
  const versions = [base, ours, theirs] as Readable[];
  const paths = [inputs[0] === base ? basePath : devNull, oursPath, theirsPath] as const;
  const outcome =
    byRows(io, name, versions, markerSize) ?? (await byLines(io, name, versions, paths, markerSize));
  const isWritten =
    outcome.bytes === null || (await writeOutput(io, values.output ?? oursPath, outcome.bytes));
  if (!isWritten) return UNREADABLE;
  return outcome.conflicted ? FINDINGS : FINE;
}

function sizeOf(text: string): number {
  const size = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (size > 0) return size;
  throw new UsageError(`--marker-size ${text}: write a whole number from 1 to 999.`);
}

function orEmpty(input: Input): Input {
  return 'unreadable' in input && input.missing ? { name: input.name, text: '', badByte: null } : input;
}

/** Null when the rows can't be told apart, which is said. */
function byRows(io: Io, name: string, versions: readonly Readable[], markerSize: number): Outcome | null {
  const [base, ours, theirs] = versions as [Readable, Readable, Readable];
  const bad = versions.find(({ badByte }) => badByte !== null);
  if (bad !== undefined) {
    io.err(`retention: ${name}: ${oneLine(bad.name)} is not UTF-8 text, so it is merged line by line.\n`);
    return null;
  }
  const result = mergeDocuments(base.text, ours.text, theirs.text, { markerSize });
  if (result.kind === 'refused') {
    io.err(`retention: ${name}: ${result.reason.replace(/\.$/, '')}, so it is merged line by line.\n`);
    return null;
  }
  for (const column of result.keptColumns) {
    io.err(
      `retention: ${name}: one side deleted the column “${oneLine(column)}”, the other wrote in it: it stays.\n`,
    );
  }
  return written(io, name, result);
}

function written(io: Io, name: string, { text, conflicts }: MergedDocument): Outcome {
  if (conflicts.length > 0) {
    const named = conflicts
      .slice(0, MOST_NAMED)
      .map(({ name: what, line }) => `${oneLine(what)} (line ${line})`);
    const more = conflicts.length > MOST_NAMED ? `, and ${conflicts.length - MOST_NAMED} more` : '';
    io.err(`retention: ${name}: ${plural(conflicts.length, 'conflict')}: ${named.join(', ')}${more}.\n`);
  }
  return { bytes: new TextEncoder().encode(text), conflicted: conflicts.length > 0 };
}

/** Git's own merge of the lines; ours where there is no git. */
async function byLines(
  io: Io,
  name: string,
  versions: readonly Readable[],
  [base, ours, theirs]: readonly [string, string, string],
  markerSize: number,
): Promise<Outcome> {
  const labels = ['ours', 'base', 'theirs'].flatMap((label) => ['-L', label]);
  const options = ['merge-file', '-p', '--diff3', `--marker-size=${markerSize}`, ...labels];
  const git = await io.git([...options, '--', ours, base, theirs]);
  if (git !== null && git.code <= 127) return { bytes: git.out, conflicted: git.code > 0 };
  const isText = versions.every(({ text, badByte }) => badByte === null && !text.includes('\0'));
  if (isText) {
    const [was, our, their] = versions as [Readable, Readable, Readable];
    return written(io, name, mergeAsLines(was.text, our.text, their.text, { markerSize }));
  }
  const why = git === null ? 'there is no git to do it' : 'git cannot either';
  io.err(`retention: ${name} cannot be merged here, and ${why}: ours is left as it is. Choose a version.\n`);
  return { bytes: null, conflicted: true };
}
