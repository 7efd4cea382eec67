import type { TextEdit } from '../core';

/** Two changes of one text, each rewritten so that it can be applied after the other. */
export interface Rebased {
  /** `ours`, to be applied after `theirs`. */
  readonly ours: readonly TextEdit[];
  /** `theirs`, to be applied after `ours`. */
  readonly theirs: readonly TextEdit[];
}

/**
 * Rewrites two changes that were made to the same text without knowledge of each other. Applying `ours`
 * and then the new `theirs` gives the same text as applying `theirs` and then the new `ours`.
 *
 * Both must be in the order of their places. Null when they meet: when one edit overlaps or merely touches
 * one of the other side. Touching counts because two numbers typed into the same empty cell (5 and 7) are
 * insertions at the same place, and merging them would make 57 of what nobody typed.
 *
 * Cost: proportional to the number of edits.
 *
 * @example
 * rebase([{ start: 8, end: 9, text: '' }], [{ start: 0, end: 0, text: 'ab' }]);
 * // { ours: [{ start: 10, end: 11, text: '' }], theirs: [{ start: 0, end: 0, text: 'ab' }] }
 */
export function rebase(ours: readonly TextEdit[], theirs: readonly TextEdit[]): Rebased | null {
  const newOurs: TextEdit[] = [];
  const newTheirs: TextEdit[] = [];
  let ourShift = 0;
  let theirShift = 0;
  let i = 0;
  let j = 0;
  while (i < ours.length || j < theirs.length) {
    const our = ours[i];
    const their = theirs[j];
    if (our !== undefined && (their === undefined || our.end < their.start)) {
      newOurs.push(shift(our, theirShift));
      ourShift += growth(our);
      i++;
    } else if (their !== undefined && (our === undefined || their.end < our.start)) {
      newTheirs.push(shift(their, ourShift));
      theirShift += growth(their);
      j++;
    } else {
      return null;
    }
  }
  return { ours: newOurs, theirs: newTheirs };
}

/** A change mapped through several successive ones, and those mapped through it. */
export interface RebasedOverMany {
  readonly ours: readonly TextEdit[];
  readonly theirs: readonly (readonly TextEdit[])[];
}

/** `rebase` of one change over a sequence of changes, each of which applies after the one before it. */
export function rebaseOverMany(
  ours: readonly TextEdit[],
  theirs: readonly (readonly TextEdit[])[],
): RebasedOverMany | null {
  const newTheirs: (readonly TextEdit[])[] = [];
  let edits = ours;
  for (const change of theirs) {
    const step = rebase(edits, change);
    if (step === null) return null;
    edits = step.ours;
    newTheirs.push(step.theirs);
  }
  return { ours: edits, theirs: newTheirs };
}

function shift(edit: TextEdit, by: number): TextEdit {
  return by === 0 ? edit : { start: edit.start + by, end: edit.end + by, text: edit.text };
}

function growth(edit: TextEdit): number {
  return edit.text.length - (edit.end - edit.start);
}
