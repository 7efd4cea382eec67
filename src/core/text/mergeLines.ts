import { diffTexts } from './diff';
import type { Hunk } from './diff';

/**
 * Takes both changes that two people made to the same lines: what one of them changed is taken, and what both changed
 * alike. Null when they changed the same or adjoining lines differently, as `git merge` would report a conflict.
 *
 * @example
 * mergeLines(['a', 'b', 'c'], ['A', 'b', 'c'], ['a', 'b', 'c', 'd']); // ['A', 'b', 'c', 'd']
 */
export function mergeLines(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] | null {
  const one = { lines: ours, hunks: diffTexts(base, ours) };
  const other = { lines: theirs, hunks: diffTexts(base, theirs) };
  const merged: string[] = [];
  let at = 0;
  const take = ({ lines }: typeof one, { from, fromEnd, to, toEnd }: Hunk): void => {
    merged.push(...base.slice(at, from), ...lines.slice(to, toEnd));
    at = fromEnd;
  };
  let [i, j] = [0, 0];
  for (;;) {
    const a = one.hunks[i];
    const b = other.hunks[j];
    if (a === undefined && b === undefined) return [...merged, ...base.slice(at)];
    if (a !== undefined && b !== undefined && a.from <= b.fromEnd && b.from <= a.fromEnd) {
      if (!sameHunk(ours, a, theirs, b)) return null;
      take(one, a);
      i++;
      j++;
    } else if (b === undefined || (a !== undefined && a.from < b.from)) {
      take(one, a!);
      i++;
    } else {
      take(other, b);
      j++;
    }
  }
}

function sameHunk(ours: readonly string[], a: Hunk, theirs: readonly string[], b: Hunk): boolean {
  const length = a.toEnd - a.to;
  if (a.from !== b.from || a.fromEnd !== b.fromEnd || length !== b.toEnd - b.to) return false;
  for (let index = 0; index < length; index++) {
    if (ours[a.to + index] !== theirs[b.to + index]) return false;
  }
  return true;
}
