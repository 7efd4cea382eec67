import type { LocatedProblem, ProblemCounts } from '../core';
import { oneLine } from '../core';
import { oneOf, readArgs } from './args';
import { githubData, githubProperty } from './escape';
import { plural } from './figures';
import type { Io } from './io';
import { FINDINGS, FINE, UNREADABLE, UsageError } from './io';
import { eachFile } from './notebook';

export const CHECK_HELP = `Usage: retention check FILE... [--format text|github|json] [--strict]

Lists the problems of files, each with its place. For pre-commit hooks and CI. “-” reads standard input.

  --format text     FILE:LINE:COLUMN: severity CODE message (default)
  --format github   annotations for GitHub Actions
  --format json     all files as one JSON object; --json is short for it
  --strict          warnings are findings too

Exit code: 0 no findings, 1 findings (errors; with --strict warnings too; infos never), 2 wrong use,
3 a file could not be read.
`;

interface Checked {
  readonly file: string;
  readonly problems: readonly LocatedProblem[];
}

const FORMATS = ['text', 'github', 'json'] as const;

/** `retention check`: the problems of files. */
export async function check(io: Io, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs('check', args, {
    format: { type: 'string' },
    json: { type: 'boolean' },
    strict: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    io.out(CHECK_HELP);
    return FINE;
  }
  const format = oneOf('--format', values.format ?? (values.json === true ? 'json' : 'text'), FORMATS);
  if (positionals.length === 0) throw new UsageError('Name the files to check, or “-” for standard input.');
  const checked: Checked[] = [];
  const readable = await eachFile(io, positionals, ({ name, problems }) => {
    checked.push({ file: name, problems });
  });
  const counts = countAll(checked);
  if (checked.length > 0 || format === 'json') io.out(WRITERS[format](checked, counts));
  if (!readable) return UNREADABLE;
  return counts.error > 0 || (values.strict === true && counts.warning > 0) ? FINDINGS : FINE;
}

const WRITERS: Readonly<
  Record<(typeof FORMATS)[number], (files: readonly Checked[], counts: ProblemCounts) => string>
> = {
  text: (files, counts) => {
    const lines = files.flatMap(({ file, problems }) =>
      problems.map(
        ({ line, column, severity, code, message }) =>
          `${oneLine(file)}:${line}:${column}: ${severity} ${code} ${oneLine(message)}`,
      ),
    );
    return [...lines, `${countsText(counts)} in ${plural(files.length, 'file')}.`, ''].join('\n');
  },

  github: (files) =>
    files
      .flatMap(({ file, problems }) => problems.map((problem) => `${annotation(file, problem)}\n`))
      .join(''),

  json: (files, counts) => `${JSON.stringify({ version: 1, files, counts }, null, 2)}\n`,
};

/** Sum of the problems of all files. */
export function countAll(files: readonly { readonly problems: readonly LocatedProblem[] }[]): ProblemCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { problems } of files) {
    for (const { severity } of problems) counts[severity]++;
  }
  return counts;
}

/** `1 error, 2 warnings, 1 info`, or `No problems`. */
export function countsText({ error, warning, info }: ProblemCounts): string {
  const parts = [
    ...(error > 0 ? [plural(error, 'error')] : []),
    ...(warning > 0 ? [plural(warning, 'warning')] : []),
    ...(info > 0 ? [plural(info, 'info')] : []),
  ];
  return parts.length === 0 ? 'No problems' : parts.join(', ');
}

function annotation(file: string, problem: LocatedProblem): string {
  const level = problem.severity === 'info' ? 'notice' : problem.severity;
  // GitHub shows columns only for annotations of one line, and end columns include the last character.
  const columns =
    problem.line === problem.endLine
      ? `,col=${problem.column},endColumn=${Math.max(problem.column, problem.endColumn - 1)}`
      : '';
  return (
    `::${level} file=${githubProperty(file)},line=${problem.line},endLine=${problem.endLine}${columns},` +
    `title=${githubProperty(problem.code)}::${githubData(problem.message)}`
  );
}
