import { html, markdown } from '../report';
import { oneOf, readArgs } from './args';
import type { Io } from './io';
import { FINE, UNREADABLE, UsageError } from './io';
import type { OpenFile } from './notebook';
import { eachFile } from './notebook';
import { csvReport } from './formats/csv';
import { jsonReport } from './formats/json';
import { pageReport } from './formats/page';
import { textReport } from './formats/text';

export const REPORT_HELP = `Usage: retention report FILE... [--format text|markdown|html|csv|json]

Calculates every row and the summary of files, or writes a page to read in a minute. FILE is a file,
a folder or a pattern in quotes, as for “retention check”; “-” reads standard input.

  --format text      tables for reading in a terminal (default)
  --format markdown  a page for people who decide: the figure and how sure it is, the gap in customers,
                     what changed and whether it is noise, the biggest reasons, the plan
  --format html      the same with charts, to open, mail or print; nothing in it runs or is loaded
  --format csv       one line per row for other programs and spreadsheets; rates are shares (0.8)
  --format json      everything, with problems at their lines; --json is short for it.
                     Several files give a list.

Exit code: 0 fine (whatever the files say: “retention check” judges them), 2 wrong use,
3 a file could not be read.
`;

const FORMATS = ['text', 'markdown', 'html', 'csv', 'json'] as const;

const WRITERS: Readonly<Record<(typeof FORMATS)[number], (files: readonly OpenFile[]) => string>> = {
  text: textReport,
  markdown: pageReport(markdown),
  html: pageReport(html),
  csv: csvReport,
  json: jsonReport,
};

/** `retention report`: all metrics of files. */
export async function report(io: Io, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs('report', args, {
    format: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    io.out(REPORT_HELP);
    return FINE;
  }
  const format = oneOf('--format', values.format ?? (values.json === true ? 'json' : 'text'), FORMATS);
  if (positionals.length === 0) throw new UsageError('Name the files to report, or “-” for standard input.');
  const files: OpenFile[] = [];
  const unreadable = await eachFile(io, positionals, (file) => {
    files.push(file);
  });
  if (files.length > 0) io.out(WRITERS[format](files));
  return unreadable.length === 0 ? FINE : UNREADABLE;
}
