import type { TextRange } from '../../text/edit';
import type { VersionName } from '../types';

/** What may be taken of a part: a version of it, or ours and theirs one after the other. */
export type SideChoice = VersionName | 'both';

/**
 * What a part shall be: one of its `choices`; a row with texts for cells, by the column's name (others are as in `ours`,
 * else as in `theirs`); or the lines themselves, as they shall stand in the file ('' for none).
 */
export type PartChoice =
  | SideChoice
  | { readonly cells: Readonly<Record<string, string>> }
  | { readonly text: string };

/** A cell that is not the same in all versions. Texts are decoded; null where a version lacks the row. */
export interface ConflictCell {
  /** The column's index and name in the header, and its label. */
  readonly column: number;
  readonly name: string;
  readonly label: string;
  readonly ours: string | null;
  /** Null, too, when nobody knows the base. */
  readonly base: string | null;
  readonly theirs: string | null;
  /** False when the merge has decided: `merged` is what the cell becomes. */
  readonly contested: boolean;
  readonly merged: string | null;
}

/**
 * One row, setting or stretch of other lines within a hunk. Its texts are whole lines with their endings ('' is no
 * line); null where a version lacks the part.
 */
export interface ConflictPart {
  /** `row:2024-01 · SMB`, `setting:goal`, `lines:1`: unique within its hunk, and the same while other parts are resolved. */
  readonly id: string;
  readonly kind: 'row' | 'setting' | 'lines';
  /** `2024-01 · SMB`, `goal`, `notes`: for people. */
  readonly name: string;
  /** False when the merge has decided and no choice is needed: `merged` is the outcome. */
  readonly contested: boolean;
  readonly merged: string | null;
  /** The part as each choice would leave it; of contested ones with everything mergeable merged in. */
  readonly ours: string | null;
  readonly base: string | null;
  readonly theirs: string | null;
  /** The cells of a row that the versions which have it do not have in common, in the order of the columns. */
  readonly cells: readonly ConflictCell[];
  /** What may be chosen, sensible first. `base` is missing where nobody knows it. */
  readonly choices: readonly SideChoice[];
}

/** What stands between `<<<<<<<` and `>>>>>>>`. */
export interface ConflictHunk {
  /** From 0, in the order of the file. */
  readonly index: number;
  /** From the first marker line to behind the last one and its line ending. */
  readonly range: TextRange;
  /** Line of the first marker, from 1. */
  readonly line: number;
  /** What git wrote behind the markers, mostly names of branches or commits; `base` is null in git's merge style. */
  readonly labels: { readonly ours: string; readonly base: string | null; readonly theirs: string };
  /** The parts in the order in which they will stand. */
  readonly parts: readonly ConflictPart[];
}

/** A marker line that has no partner: somebody has to look at the text. */
export interface MarkerProblem {
  readonly range: TextRange;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A text with conflict markers, taken apart. */
export interface Conflicts {
  readonly text: string;
  readonly hunks: readonly ConflictHunk[];
  readonly problems: readonly MarkerProblem[];
  /**
   * Null when the hunks are taken apart row by row; else a sentence why each hunk is one part: the header itself is
   * contested, or the versions differ in columns or delimiter. `mergeByRows` can help then.
   */
  readonly wholeHunks: string | null;
  /** Our settings and header: with a row's line behind it, it is a document that can be read and calculated. */
  readonly head: string;
}

export interface ConflictOptions {
  /** The text both sides began with, where it is known (git's stage 1): for hunks that do not hold it. */
  readonly base?: string;
}
