import { harmless } from '../core';
import { isNear } from './args';
import { logText } from './escape';
import type { Io } from './io';
import { FINE, UsageError, WRONG_USE } from './io';

/** Runs a command with the words behind its name, and returns its exit code. */
export type Command = (io: Io, args: readonly string[]) => number | Promise<number>;

/** Commands by their names. */
export type Commands = Readonly<Record<string, Command>>;

/** What a program can do. */
export interface Program {
  readonly commands: Commands;
  readonly help: string;
}

/** Runs one of a program's commands and returns its exit code. Never throws for wrong use or unreadable files. */
export async function dispatch(program: Program, argv: readonly string[], world: Io): Promise<number> {
  const io: Io = { ...world, err: (text) => world.err(logText(text)) };
  const { commands, help } = program;
  const [command, ...args] = argv;
  try {
    if (command === '--help' || command === '-h') return print(io, help);
    if (command === '--version' || command === '-v') return print(io, `${io.version}\n`);
    if (command === 'help') return await dispatch(program, [...args.slice(0, 1), '--help'], world);
    if (command === undefined) throw new UsageError(`Name a command.\n\n${help}`);
    const start = Object.hasOwn(commands, command) ? commands[command] : undefined;
    if (start === undefined) throw new UsageError(unknown(command, Object.keys(commands)));
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

function unknown(command: string, names: readonly string[]): string {
  const near = names.find((name) => isNear(command, name));
  const hint = near === undefined ? `The commands are ${names.join(', ')}.` : `Did you mean ${near}?`;
  return `There is no command “${command}”. ${hint} “retention --help” explains them.`;
}
