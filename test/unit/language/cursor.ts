import { LiveNotebook, applyEdits, dayOf } from '../../../src/core';
import { completionsAt } from '../../../src/language';
import type { Completion, TextLine } from '../../../src/language';

/** Where the cursor is in a text of a test. */
export const CURSOR = '‸';

export interface Place {
  readonly notebook: LiveNotebook;
  readonly offset: number;
  readonly line: TextLine;
  /** The text without the mark. */
  readonly text: string;
}

/** A text with the mark of a cursor, opened on 15 May 2024. */
export function placeIn(marked: string): Place {
  const offset = marked.indexOf(CURSOR);
  const text = marked.replace(CURSOR, '');
  const start = text.slice(0, offset).lastIndexOf('\n') + 1;
  const end = text.indexOf('\n', offset);
  const notebook = LiveNotebook.open(text, { today: dayOf(2024, 5, 15) });
  return { notebook, offset, text, line: { start, text: text.slice(start, end < 0 ? undefined : end) } };
}

export function suggestions(marked: string): readonly Completion[] {
  const { notebook, line, offset } = placeIn(marked);
  return completionsAt(notebook, line, offset);
}

export function labels(marked: string): string[] {
  return suggestions(marked).map(({ label }) => label);
}

/** The line after a suggestion was taken, its snippet as it stands. */
export function taken(marked: string, label: string): string {
  const { notebook, line, offset, text } = placeIn(marked);
  const found = completionsAt(notebook, line, offset).find((one) => one.label === label);
  if (found === undefined) throw new Error(`“${label}” is not suggested.`);
  const after = applyEdits(text, [{ ...found.range, text: found.text }]);
  return after.slice(line.start).split('\n', 1)[0]!;
}
