import { diffDocuments, markdownText, oneLine } from '../core';
import { markdownTable } from '../report';
import { oneOf, readArgs } from './args';
import { logText } from './escape';
import { jsonDiff } from './formats/diffJson';
import { diffSections, sameText } from './formats/diffLines';
import type { NamedDiff } from './formats/diffLines';
import { readInput } from './input';
import type { Input } from './input';
import type { Io } from './io';
import { FINDINGS, FINE, UNREADABLE, UsageError } from './io';
import { textTable } from './table';

export const DIFF_HELP = `Usage: retention diff BEFORE AFTER [--format text|markdown|json]

Compares two versions of a file: rows by period and segment wherever they stand, cells by column, settings,
notes, and what the changes do to the retention rate (CRR) and the distance to the goal. “-” reads standard
input. An empty file has no rows.

  --format text      tables for reading in a terminal (default)
  --format markdown  the same for a comment in a pull request
  --format json      everything; --json is short for it
  --git              be git's external diff: git -c diff.external='retention diff --git' diff

Exit code: 0 no differences, 1 differences (with --git always 0), 2 wrong use, 3 a file could not be read.
`;

const FORMATS = ['text', 'markdown', 'json'] as const;

const WRITERS: Readonly<Record<(typeof FORMATS)[number], (diff: NamedDiff) => string>> = {
  text: textDiff,
  markdown: markdownDiff,
  json: jsonDiff,
};

/** What git calls an external diff with: path, old file, hex, mode, new file, hex, mode. */
const GIT_WORDS = 7;

/** `retention diff`: two versions of a file. */
export async function diff(io: Io, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs('diff', args, {
    format: { type: 'string' },
    json: { type: 'boolean' },
    git: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    io.out(DIFF_HELP);
    return FINE;
  }
  const format = oneOf('--format', values.format ?? (values.json === true ? 'json' : 'text'), FORMATS);
  if (values.git !== true) return await compare(io, format, positionals);
  const [path = '', before, , , after] = positionals;
  if (positionals.length === 1) {
    io.out(logText(`${oneLine(path)}: not merged yet\n`));
    return FINE;
  }
  if (positionals.length < GIT_WORDS) throw new UsageError('--git is for git to call: it names seven words.');
  const names = { before: `a/${path}`, after: `b/${path}` };
  const code = await compare(io, format, [before!, after!], names);
  return code === FINDINGS ? FINE : code;
}

async function compare(
  io: Io,
  format: (typeof FORMATS)[number],
  paths: readonly string[],
  names?: { readonly before: string; readonly after: string },
): Promise<number> {
  const [before, after, ...more] = paths;
  if (before === undefined || after === undefined || more.length > 0) throw new UsageError('Name two files.');
  const was = await readInput(io, before);
  const is = await readInput(io, after);
  let texts: readonly string[] | null = [];
  for (const input of [was, is]) texts = collect(io, texts, input);
  if (texts === null) return UNREADABLE;
  const [old = '', now = ''] = texts;
  const named: NamedDiff = {
    before: names?.before ?? was.name,
    after: names?.after ?? is.name,
    diff: diffDocuments(old, now, { today: io.today }),
  };
  io.out(WRITERS[format](named));
  return named.diff.same ? FINE : FINDINGS;
}

/** The texts so far and one more; null once one could not be read, which is said. */
function collect(io: Io, texts: readonly string[] | null, input: Input): readonly string[] | null {
  if ('unreadable' in input) {
    io.err(`retention: ${oneLine(input.unreadable)}.\n`);
    return null;
  }
  return texts === null ? null : [...texts, input.text];
}

function textDiff(named: NamedDiff): string {
  const sections = diffSections(named).flatMap(({ title, columns, rows, remark }) => [
    '',
    title,
    ...(rows.length === 0 ? [] : textTable(leftAligned(columns), rows)),
    ...(remark === undefined ? [] : [remark]),
  ]);
  const lines = sections.length === 0 ? ['', sameText(named)] : sections;
  return logText(`${[`${oneLine(named.before)} → ${oneLine(named.after)}`, ...lines].join('\n')}\n`);
}

function markdownDiff(named: NamedDiff): string {
  const sections = diffSections(named).flatMap(({ title, columns, rows, remark }) => [
    '',
    `## ${title}`,
    '',
    ...(rows.length === 0
      ? []
      : markdownTable(
          leftAligned(columns),
          rows.map((cells) => cells.map(markdownText)),
        )),
    ...(remark === undefined ? [] : [...(rows.length === 0 ? [] : ['']), remark]),
  ]);
  const lines = sections.length === 0 ? ['', sameText(named)] : sections;
  const title = `# ${markdownText(named.before)} → ${markdownText(named.after)}`;
  return `${[title, ...lines].join('\n')}\n`;
}

function leftAligned(titles: readonly string[]): { title: string; align: 'left' }[] {
  return titles.map((title) => ({ title, align: 'left' }));
}
