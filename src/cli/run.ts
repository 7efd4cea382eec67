import { isNear } from './args';
import { calc } from './calc';
import { check } from './check';
import { harmless } from '../core';
import { diff } from './diff';
import type { Io } from './io';
import { FINE, UsageError, WRONG_USE } from './io';
import { merge } from './merge';
import { metrics } from './metrics';
import { report } from './report';
import { textconv } from './textconv';

export const HELP = `Usage: retention COMMAND [OPTIONS]

Customer retention, churn and goal gap from .retention files and from numbers.

  calc     one calculation:       retention calc --start 500 --new 50 --lost 100 --goal 85%
  report   all metrics of files:  retention report FILE... [--format text|markdown|html|csv|json]
  check    problems of files:     retention check FILE... [--format text|github|json|sarif] [--strict]
  diff     changes row by row:    retention diff BEFORE AFTER [--format text|markdown|json]
  merge    merge row by row:      retention merge BASE OURS THEIRS [--output FILE]
  textconv a file for “git diff”: retention textconv FILE
  metrics  what is computed, how: retention metrics [NAME...] [--format text|markdown|json]

“retention COMMAND --help” explains a command. --version prints the version.
Exit codes: 0 fine, 1 findings, 2 wrong use, 3 unreadable file.
`;

const COMMANDS: Readonly<Record<string, (io: Io, args: readonly string[]) => number | Promise<number>>> = {
  calc,
  report,
  check,
  diff,
  merge,
  textconv,
  metrics,
};

/**
 * Runs the command line and returns its exit code. Never throws for wrong use or unreadable files.
 *
 * @example
 * await run(['calc', '--start', '500', '--lost', '100'], io); // 0
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [command, ...args] = argv;
  try {
    if (command === '--help' || command === '-h') return print(io, HELP);
    if (command === '--version' || command === '-v') return print(io, `${io.version}\n`);
    if (command === 'help') return await run([...args.slice(0, 1), '--help'], io);
    if (command === undefined) throw new UsageError(`Name a command.\n\n${HELP}`);
    const start = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (start === undefined) throw new UsageError(unknown(command));
    return await start(io, args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`retention: ${harmless(error.message.trimEnd())}\n`);
    return WRONG_USE;
  }
}

function print(io: Io, text: string): number {
  io.out(text);
  return FINE;
}

function unknown(command: string): string {
  const names = Object.keys(COMMANDS);
  const near = names.find((name) => isNear(command, name));
  const hint = near === undefined ? `The commands are ${names.join(', ')}.` : `Did you mean ${near}?`;
  return `There is no command “${command}”. ${hint} “retention --help” explains them.`;
}
