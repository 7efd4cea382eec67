import type { LiveNotebook } from '../../live/liveNotebook';
import type { Summary } from '../../metrics/evaluation';
import type { MetricResult } from '../../metrics/result';

/** A cell that says something else than before. */
export interface CellDiff {
  /** The column's name as in the later header (of removed columns: the earlier one). */
  readonly column: string;
  /** Indexes in the headers; null where the column is missing. */
  readonly beforeColumn: number | null;
  readonly afterColumn: number | null;
  /** Decoded texts. */
  readonly before: string;
  readonly after: string;
  /** True when only the spelling differs: `5` and `5.0`. */
  readonly sameValue: boolean;
}

/** A row of either version, or of both when they have the period and segment in common. */
export interface RowDiff {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  /** As written, in the later version where it is there. */
  readonly period: string;
  readonly segment: string;
  /** Row numbers from 0; null where the row is missing. */
  readonly before: number | null;
  readonly after: number | null;
  /** Of changed rows, in the order of the columns; else empty. */
  readonly cells: readonly CellDiff[];
}

export interface SettingDiff {
  readonly key: string;
  /** Values as they are meant, without quotes; null where the key is missing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Names of columns, in the order of their header. */
export interface ColumnsDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** True when the columns in common stand in another order. */
  readonly reordered: boolean;
}

/** Lines of the notes that were replaced; line numbers of the Markdown, from 1. */
export interface NotesDiff {
  readonly beforeLine: number;
  readonly before: readonly string[];
  readonly afterLine: number;
  readonly after: readonly string[];
}

/** A figure before and after. Null where the row (the segment) is missing. */
export interface FigureDiff {
  readonly before: MetricResult | null;
  readonly after: MetricResult | null;
  /** In percentage points; null unless both are numbers. */
  readonly change: number | null;
  /** True when it is not what it was, a number gained or lost included. */
  readonly differs: boolean;
}

export interface FiguresDiff {
  readonly crr: FigureDiff;
  /** The distance to the goal, in points. */
  readonly gapPoints: FigureDiff;
}

export interface SummaryDiff extends FiguresDiff {
  /** Null: all customers. */
  readonly segment: string | null;
  readonly before: Summary | null;
  readonly after: Summary | null;
}

/** What changed between two versions of a file, row by row. */
export interface DocumentDiff {
  readonly before: LiveNotebook;
  readonly after: LiveNotebook;
  /** All rows in the order of the later version, removed ones behind the row they followed. */
  readonly rows: readonly RowDiff[];
  readonly counts: Readonly<Record<RowDiff['kind'], number>>;
  /** True when rows in common stand in another order. */
  readonly reordered: boolean;
  readonly columns: ColumnsDiff;
  readonly settings: readonly SettingDiff[];
  readonly notes: readonly NotesDiff[];
  /** All customers first, then each segment of either version; only those with a difference. */
  readonly summaries: readonly SummaryDiff[];
  /** True when no row, column, setting, note or order differs (comments, quotes and line endings may). */
  readonly same: boolean;
  /** The figures of a row in both versions. They may differ in rows that are the same: by the goal, or the method. */
  figures(row: RowDiff): FiguresDiff;
}
