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
  checkEdits(ordered, text.length);
  let result = '';
  let position = 0;
  for (const edit of ordered) {
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
}

/**
 * Checks edits in the order of their places, as `sortEdits` gives them.
 *
 * @throws RangeError when one lies outside a text of that length or two overlap.
 */
export function checkEdits(ordered: readonly TextEdit[], length: number): void {
  let position = 0;
  for (const { start, end } of ordered) {
    if (!(start >= position && end >= start && end <= length)) {
      throw new RangeError(
        `The edit of ${start}–${end} overlaps another one or lies outside the text (${length}).`,
      );
    }
    position = end;
  }
}

/** The edits in the order of their places; equal places keep the order they were given in. */
export function sortEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.length < 2 ? edits : [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
