import { diffTexts } from './diff';
import type { Hunk } from './diff';

/** Lines `from`–`to` of a list. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/** A stretch of a merge: lines of one of the lists, or what both sides made of the same lines of the base. */
export type Stretch =
  | ({ readonly kind: 'ours' | 'theirs' } & LineSpan)
  | {
      readonly kind: 'conflict';
      readonly base: LineSpan;
      readonly ours: LineSpan;
      readonly theirs: LineSpan;
    };

/** Changes of either side that overlap or touch each other. */
interface Group {
  /** Lines of the base. */
  readonly from: number;
  readonly to: number;
  readonly ours: readonly Hunk[];
  readonly theirs: readonly Hunk[];
}

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
  const merged: string[] = [];
  for (const stretch of mergeStretches(base, ours, theirs)) {
    if (stretch.kind === 'conflict') return null;
    merged.push(...(stretch.kind === 'ours' ? ours : theirs).slice(stretch.from, stretch.to));
  }
  return merged;
}

/**
 * The same as stretches in order, with the conflicts among them. Lines that nobody changed are ours.
 *
 * `standsAlone` tells lines that say something by themselves, such as the items of a list: changes that adjoin are
 * taken both where they touch nothing but such lines, and so are such lines that both added at the same place.
 *
 * @example
 * mergeStretches(['a'], ['b'], ['c']); // one conflict of lines 0–1 of each list
 */
export function mergeStretches(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  standsAlone: (line: string) => boolean = () => false,
): Stretch[] {
  const stretches: Stretch[] = [];
  let ourShift = 0;
  let theirShift = 0;
  let at = 0;
  const takeOurs = (from: number, to: number): void => {
    if (from < to) stretches.push({ kind: 'ours', from, to });
  };
  for (const group of groups(diffTexts(base, ours), diffTexts(base, theirs))) {
    takeOurs(at + ourShift, group.from + ourShift);
    const our = { from: group.from + ourShift, to: group.to + (ourShift += growth(group.ours)) };
    const their = { from: group.from + theirShift, to: group.to + (theirShift += growth(group.theirs)) };
    at = group.to;
    if (group.theirs.length === 0 || sameLines(ours, our, theirs, their)) takeOurs(our.from, our.to);
    else if (group.ours.length === 0) stretches.push({ kind: 'theirs', ...their });
    else {
      const span = { from: group.from, to: group.to };
      const lone = [
        base.slice(span.from, span.to),
        ours.slice(our.from, our.to),
        theirs.slice(their.from, their.to),
      ]
        .flat()
        .every(standsAlone);
      const both = lone ? oneAfterTheOther(group, ours, theirs) : null;
      stretches.push(...(both ?? [{ kind: 'conflict' as const, base: span, ours: our, theirs: their }]));
    }
  }
  takeOurs(at + ourShift, ours.length);
  return stretches;
}

/** The changes of both sides in order; those that overlap or touch form one group. */
function* groups(ours: readonly Hunk[], theirs: readonly Hunk[]): Generator<Group> {
  let [i, j] = [0, 0];
  while (i < ours.length || j < theirs.length) {
    const [firstOurs, firstTheirs] = [i, j];
    const from = Math.min(ours[i]?.from ?? Infinity, theirs[j]?.from ?? Infinity);
    let to = from;
    for (let grew = true; grew;) {
      grew = false;
      for (; (ours[i]?.from ?? Infinity) <= to; i++, grew = true) to = Math.max(to, ours[i]!.fromEnd);
      for (; (theirs[j]?.from ?? Infinity) <= to; j++, grew = true) to = Math.max(to, theirs[j]!.fromEnd);
    }
    yield { from, to, ours: ours.slice(firstOurs, i), theirs: theirs.slice(firstTheirs, j) };
  }
}

/** By how many lines changes make a list longer. */
function growth(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { from, fromEnd, to, toEnd }) => sum + (toEnd - to) - (fromEnd - from), 0);
}

/** Changes that touch without overlapping, in order; of lines that both added at one place those of theirs that are new. */
function oneAfterTheOther(
  group: Group,
  ours: readonly string[],
  theirs: readonly string[],
): Stretch[] | null {
  const hunks = [
    ...group.ours.map((hunk) => ({ ...hunk, kind: 'ours' as const })),
    ...group.theirs.map((hunk) => ({ ...hunk, kind: 'theirs' as const })),
  ].sort((a, b) => a.from - b.from || a.fromEnd - b.fromEnd);
  const stretches: Stretch[] = [];
  for (const [index, hunk] of hunks.entries()) {
    const previous = hunks[index - 1];
    if (previous !== undefined && previous.fromEnd > hunk.from) return null;
    const added = previous?.from === hunk.from && hunk.from === hunk.fromEnd;
    const known = added ? new Set(ours.slice(previous.to, previous.toEnd)) : new Set<string>();
    for (let line = hunk.to; line < hunk.toEnd; line++) {
      if (hunk.kind === 'theirs' && known.has(theirs[line]!)) continue;
      stretches.push({ kind: hunk.kind, from: line, to: line + 1 });
    }
  }
  return stretches;
}

function sameLines(
  ours: readonly string[],
  our: LineSpan,
  theirs: readonly string[],
  their: LineSpan,
): boolean {
  if (our.to - our.from !== their.to - their.from) return false;
  for (let index = 0; index < our.to - our.from; index++) {
    if (ours[our.from + index] !== theirs[their.from + index]) return false;
  }
  return true;
}
