import { calc } from './calc';
import { convert } from './convert';
import { dispatch } from './dispatch';
import { GIT_COMMANDS } from './git';
import type { Io } from './io';
import { metrics } from './metrics';
import { report } from './report';

export const HELP = `Usage: retention COMMAND [OPTIONS]

Customer retention, churn and goal gap from .retention files and from numbers.

  calc     one calculation:       retention calc --start 500 --new 50 --lost 100 --goal 85%
  report   all metrics of files:  retention report FILE... [--format text|markdown|html|csv|json]
  check    problems of files:     retention check FILE... [--format text|github|json|sarif] [--strict]
  diff     changes row by row:    retention diff BEFORE AFTER [--format text|markdown|json]
  merge    merge row by row:      retention merge BASE OURS THEIRS [--output FILE]
  textconv a file for “git diff”: retention textconv FILE
  convert  from and to CSV:       retention convert IN --to csv|retention [--out FILE]
  metrics  what is computed, how: retention metrics [NAME...] [--format text|markdown|json]

“retention COMMAND --help” explains a command. --version prints the version.
Exit codes: 0 fine, 1 findings, 2 wrong use, 3 unreadable file.
`;

const COMMANDS = { calc, report, ...GIT_COMMANDS, convert, metrics };

/**
 * Runs the command line and returns its exit code. Never throws for wrong use or unreadable files.
 *
 * @example
 * await run(['calc', '--start', '500', '--lost', '100'], io); // 0
 */
export function run(argv: readonly string[], io: Io): Promise<number> {
  return dispatch({ commands: COMMANDS, help: HELP }, argv, io);
}
