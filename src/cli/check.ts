import { oneOf, readArgs } from './args';
import type { CheckedFile, Finding } from './findings';
import { countAll } from './findings';
import { findingsGithub, findingsJson, findingsText } from './formats/findings';
import type { SarifRun } from './formats/sarif';
import { findingsSarif } from './formats/sarif';
import { goalFindings } from './goalGate';
import type { Io } from './io';
import { FINDINGS, FINE, UNREADABLE, UsageError } from './io';
import { eachFile } from './notebook';

export const CHECK_HELP = `Usage: retention check FILE... [--format text|github|json|sarif] [--strict] [--fail-below-goal]

Lists the problems of files, each with its place. For pre-commit hooks and CI.

FILE is a file, a folder (every .retention file in it, but none in .git and node_modules), “-” for
standard input, or a pattern in quotes: * ? [a-z] {a,b}, and ** for any folders. !FILE leaves out
what it names, wherever it stands: retention check 'data/**/*.retention' '!data/old'

  --format text      FILE:LINE:COLUMN: severity CODE message (default)
  --format github    annotations for GitHub Actions
  --format json      all files as one JSON object; --json is short for it
  --format sarif     SARIF 2.1.0, for code scanning
  --strict           warnings are findings too
  --fail-below-goal  a goal that was missed is an error (below-goal): the retention of the last complete
                     period, of all customers or of any segment that has that period. A file without a
                     goal or a rate to judge gets an info (goal-not-judged) and passes

Exit code: 0 no findings, 1 findings (errors; with --strict warnings too; infos never), 2 wrong use,
3 a file could not be read, or a folder or pattern has none.
`;

const WRITERS = {
  text: findingsText,
  github: findingsGithub,
  json: findingsJson,
  sarif: findingsSarif,
} as const satisfies Record<string, (files: readonly CheckedFile[], run: SarifRun) => string>;

const FORMATS = Object.keys(WRITERS) as (keyof typeof WRITERS)[];

/** `retention check`: the problems of files. */
export async function check(io: Io, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs('check', args, {
    format: { type: 'string' },
    json: { type: 'boolean' },
    strict: { type: 'boolean' },
    'fail-below-goal': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    io.out(CHECK_HELP);
    return FINE;
  }
  const format = oneOf('--format', values.format ?? (values.json === true ? 'json' : 'text'), FORMATS);
  if (positionals.every((word) => word.startsWith('!'))) {
    throw new UsageError('Name the files to check, or “-” for standard input.');
  }
  const checked: CheckedFile[] = [];
  const unreadable = await eachFile(io, positionals, ({ name, notebook, problems }) => {
    const missed = values['fail-below-goal'] === true ? goalFindings(notebook) : [];
    checked.push({ file: name, problems: inOrder([...problems, ...missed]) });
  });
  const counts = countAll(checked);
  if (checked.length > 0 || format === 'json' || format === 'sarif') {
    io.out(WRITERS[format](checked, { version: io.version, folder: io.folder, unreadable }));
  }
  if (unreadable.length > 0) return UNREADABLE;
  return counts.error > 0 || (values.strict === true && counts.warning > 0) ? FINDINGS : FINE;
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.line - b.line || a.column - b.column);
}
