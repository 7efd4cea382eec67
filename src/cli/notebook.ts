import type { LocatedProblem } from '../core';
import { LiveNotebook, locateProblems, oneLine, Positions } from '../core';
import { expandFiles } from './files';
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
 * Opens each file that the words name (see `expandFiles`) and hands it over before it reads the next one.
 *
 * @returns a sentence for each word and file that could not be read; they are on the error stream too.
 */
export async function eachFile(
  io: Io,
  words: readonly string[],
  use: (file: OpenFile) => void,
): Promise<readonly string[]> {
  const { files, missing } = await expandFiles(io, words);
  const unreadable: string[] = [];
  const refuse = (reason: string): void => {
    const sentence = oneLine(`${reason}.`);
    unreadable.push(sentence);
    io.err(`retention: ${sentence}\n`);
  };
  missing.forEach(refuse);
  for (const path of files) {
    const input = await readInput(io, path);
    if ('unreadable' in input) {
      refuse(input.unreadable);
      continue;
    }
    const notebook = LiveNotebook.open(input.text, { today: io.today });
    use({ name: input.name, notebook, problems: problemsOf(notebook, input) });
  }
  return unreadable;
}

function problemsOf(
  notebook: LiveNotebook,
  { text, badByte }: Extract<Input, { text: string }>,
): readonly LocatedProblem[] {
  const problems = locateProblems(text, notebook.problems());
  if (badByte === null) return problems;
  // The decoder put U+FFFD where the first bad byte was: its place in the text is the first one there.
  const start = Math.max(0, text.indexOf('\ufffd'));
  const notUtf8: LocatedProblem = {
    code: 'R106',
    severity: 'error',
    message:
      `The file is not UTF-8: byte ${badByte + 1} begins no character. ` +
      'Save it as UTF-8; what could not be read is shown as �.',
    ...new Positions(text).range({ start, end: start + 1 }),
  };
  return [notUtf8, ...problems.filter(({ code }) => code !== 'R106')].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
}
