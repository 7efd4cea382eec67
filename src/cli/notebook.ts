import type { LocatedProblem } from '../core';
import { LiveNotebook, locateProblems, Positions } from '../core';
import type { Input } from './input';
import { readInput } from './input';
import type { Io } from './io';

/** A file that could be read, opened. */
export interface OpenFile {
  readonly name: string;
  readonly notebook: LiveNotebook;
  /** With the place of the first byte that is not UTF-8, which the text no longer shows. */
  readonly problems: readonly LocatedProblem[];
}

/**
 * Opens each file in turn and hands it over before the next one is read; files that cannot be read are reported on
 * the error stream. Returns whether all could be read.
 */
export async function eachFile(
  io: Io,
  paths: readonly string[],
  use: (file: OpenFile) => void,
): Promise<boolean> {
  let all = true;
  for (const path of paths) {
    const input = await readInput(io, path);
    if ('unreadable' in input) {
      io.err(`retention: ${input.unreadable}\n`);
      all = false;
      continue;
    }
    const notebook = LiveNotebook.open(input.text, { today: io.today });
    use({ name: input.name, notebook, problems: problemsOf(notebook, input) });
  }
  return all;
}

function problemsOf(
  notebook: LiveNotebook,
  { text, badByte }: Extract<Input, { text: string }>,
): readonly LocatedProblem[] {
  const problems = locateProblems(text, notebook.problems());
  if (badByte === null) return problems;
  // The decoder put U+FFFD where the first bad byte was: its place in the text is the first one there.
  const offset = text.indexOf('\ufffd');
  const positions = new Positions(text);
  const start = positions.at(Math.max(0, offset));
  const end = positions.at(Math.max(0, offset) + 1);
  const notUtf8: LocatedProblem = {
    code: 'R106',
    severity: 'error',
    message:
      `The file is not UTF-8: byte ${badByte + 1} begins no character. ` +
      'Save it as UTF-8; what could not be read is shown as �.',
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return [notUtf8, ...problems.filter(({ code }) => code !== 'R106')].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
}
