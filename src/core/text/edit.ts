/** A half-open range of UTF-16 offsets: `start` is the first unit inside, `end` the first one after. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a text. Offsets count UTF-16 units of the text *before* the edit. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

/**
 * The text that results from replacing every edit's range by its text.
 *
 * Edits refer to the old text and may come in any order; edits at the same place keep their given order.
 *
 * @throws RangeError when an edit lies outside the text or two edits overlap: applying either of them
 * silently would lose what somebody wrote.
 *
 * @example
 * applyEdits('a,b', [{ start: 2, end: 3, text: 'c' }]); // 'a,c'
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = sortEdits(edits);
  let result = '';
  let position = 0;
  for (const edit of ordered) {
    if (edit.start < position || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(
        `The edit of ${edit.start}–${edit.end} overlaps another one or lies outside the text (${text.length}).`,
      );
    }
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
}

/** The edits in the order of their places; equal places keep the order they were given in. */
export function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.length < 2 ? edits : [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
