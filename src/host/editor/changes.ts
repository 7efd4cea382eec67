import { applyEdits } from '../../core';
import type { TextEdit } from '../../core';

/** One change as VS Code's change event tells it. */
export interface ContentChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * The changes of one event as edits of the text before the event, in ascending order.
 *
 * VS Code's changes apply one after the other. It sends them from the end of the text to its start, so that
 * each offset is also one of the text before all of them. Null when they are not in that order and the
 * offsets therefore say something else: then only the whole text is certain.
 */
export function editsOfChanges(changes: readonly ContentChange[]): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  let limit = Infinity;
  for (const { rangeOffset, rangeLength, text } of changes) {
    const end = rangeOffset + rangeLength;
    if (end > limit) return null;
    limit = rangeOffset;
    edits.push({ start: rangeOffset, end, text });
  }
  return edits.reverse();
}

/**
 * The edits that take `edits` back, as edits of the text after them. `edits` are ascending edits of the text
 * that `slice` reads from.
 */
export function inverseEdits(
  edits: readonly TextEdit[],
  slice: (start: number, end: number) => string,
): readonly TextEdit[] {
  let shift = 0;
  return edits.map(({ start, end, text }) => {
    const inverse = { start: start + shift, end: start + shift + text.length, text: slice(start, end) };
    shift += text.length - (end - start);
    return inverse;
  });
}

/** From so many edits on VS Code joins those of one change into one, after it has looked at each several times. */
const MANY_EDITS = 1000;

/**
 * The same change as one edit where it consists of very many: what VS Code makes of it in any case, in a
 * hundredth of the time. `edits` are ascending edits of the text that `slice` reads from.
 *
 * @example
 * joinMany([{ start: 3, end: 4, text: 'x' }], slice); // as it is
 */
export function joinMany(
  edits: readonly TextEdit[],
  slice: (start: number, end: number) => string,
): readonly TextEdit[] {
  if (edits.length < MANY_EDITS) return edits;
  const { start } = edits[0]!;
  const { end } = edits[edits.length - 1]!;
  return [{ start, end, text: applyEdits(slice(start, end), shifted(edits, -start)) }];
}

/** A change about to be applied, with the text it covers, from the first place it touches to the last. */
export interface ExpectedChange {
  readonly edits: readonly TextEdit[];
  readonly covered: string;
}

/** Remembers what a change covers, before it is applied. `edits` are ascending and at least one. */
export function expectChange(
  edits: readonly TextEdit[],
  slice: (start: number, end: number) => string,
): ExpectedChange {
  return { edits, covered: slice(edits[0]!.start, edits[edits.length - 1]!.end) };
}

/**
 * True when a change that happened has the effect of the one expected. VS Code may write the same effect
 * differently: it leaves out what does not change when a text editor shows the file too, and it joins a
 * thousand edits and more into one.
 */
export function isExpectedChange(expected: ExpectedChange, happened: readonly TextEdit[]): boolean {
  const { edits, covered } = expected;
  if (sameEdits(edits, happened)) return true;
  const start = edits[0]!.start;
  const end = start + covered.length;
  if (happened.some((edit) => edit.start < start || edit.end > end)) return false;
  return applyEdits(covered, shifted(edits, -start)) === applyEdits(covered, shifted(happened, -start));
}

function sameEdits(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return (
    a.length === b.length &&
    a.every((edit, i) => edit.start === b[i]?.start && edit.end === b[i].end && edit.text === b[i].text)
  );
}

function shifted(edits: readonly TextEdit[], by: number): readonly TextEdit[] {
  return edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
}
