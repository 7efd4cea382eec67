/** The three versions of a merge: what both sides began with, and what each made of it. */
export type VersionName = 'base' | 'ours' | 'theirs';

/** How conflicts are written. */
export interface MergeOptions {
  /** What stands behind the markers. Default: `ours`, `base`, `theirs`. */
  readonly labels?: Partial<Record<VersionName, string>>;
  /** How many characters a marker has. Default: 7, as git has it. */
  readonly markerSize?: number;
}

/** What both sides changed differently. */
export interface MergeConflict {
  readonly kind: 'row' | 'setting' | 'lines';
  /** `2024-Q1`, `2024-01 · SMB`, `goal`, `notes`: for people. */
  readonly name: string;
  /** Line of its first marker in the merged text, from 1. */
  readonly line: number;
}

/** A merge row by row. With conflicts, the text holds one diff3 hunk for each. */
export interface MergedDocument {
  readonly kind: 'merged';
  readonly text: string;
  readonly conflicts: readonly MergeConflict[];
  /** Columns that one side deleted and that stay because the other one wrote in them. */
  readonly keptColumns: readonly string[];
}

/** Why rows can't be told apart, as the code of the problem; `dialect`: both sides chose another delimiter or decimal sign. */
export type RefusalCode = 'R101' | 'R103' | 'R104' | 'R106' | 'R301' | 'R303' | 'R305' | 'R403' | 'dialect';

/** No merge row by row: a merge of lines has to do. */
export interface MergeRefusal {
  readonly kind: 'refused';
  readonly version: VersionName;
  readonly code: RefusalCode;
  /** A sentence for people. */
  readonly reason: string;
}

export type MergeResult = MergedDocument | MergeRefusal;
