import type { TextEdit, TextRange } from '../text/edit';
import type { Front } from './front';
import type { NoteLine } from './notes';
import type { PlaybookItem } from './playbook';
import type { Problem, Severity } from './problem';
import type { RowValues } from './rowValues';

export type ColumnId =
  | 'period'
  | 'segment'
  | 'start'
  | 'new'
  | 'lost'
  | 'end'
  | 'reactivated'
  | 'new_lost'
  | 'returning'
  | 'inactive'
  | 'start_mrr'
  | 'new_mrr'
  | 'reactivated_mrr'
  | 'expansion'
  | 'contraction'
  | 'churned_mrr'
  | 'goal'
  | 'promoters'
  | 'passives'
  | 'detractors'
  | 'note';

export type ColumnKind = 'period' | 'segment' | 'count' | 'money' | 'percent' | 'text';

/** One column of the table as the header names it. */
export interface Column {
  /** 0-based place in the header. */
  readonly index: number;
  /** The name as written, decoded; it may be empty, unknown or a duplicate. */
  readonly name: string;
  /** What people read: the setting `label_<name>` where there is one, else the name. */
  readonly label: string;
  /** The known column this is, or null for `reason_*`, unknown and second columns of a name. */
  readonly id: ColumnId | null;
  /** `price` for `reason_price`, else null. */
  readonly reason: string | null;
  readonly kind: ColumnKind;
  readonly range: TextRange;
}

export type Granularity = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'custom';
export type Method = 'classic' | 'with-reactivated' | 'lost';

/** The settings with their defaults filled in. Shares (0.85) are exact decimals of what was written. */
export interface Settings {
  readonly version: number;
  readonly title: string | null;
  readonly goal: Percent | null;
  readonly goal_grr: Percent | null;
  readonly goal_nrr: Percent | null;
  /** As written, or null: then the rows' own granularity counts (`RetentionDocument.granularity`). */
  readonly granularity: Granularity | null;
  readonly currency: string | null;
  readonly method: Method;
  readonly locale: string | null;
  readonly delimiter: ',' | ';' | '\t';
  readonly decimal: '.' | ',';
  readonly segments: readonly string[];
  readonly industry: string | null;
  readonly gross_margin: Percent | null;
  readonly discount_rate: Percent | null;
  readonly acquisition_cost: number | null;
  readonly revenue_per_customer: number | null;
  /** Labels by lower-case column name. */
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * A percentage, exact: `numerator / denominator` with whole numbers, so that `ceil(goal × start)`
 * never suffers from 0.07 × 100 = 7.000000000000001. `85%` is 85/100, `82.5 %` is 825/1000.
 */
export interface Percent {
  readonly numerator: number;
  readonly denominator: number;
  /** The share as a double: 0.85. */
  readonly share: number;
}

/** A calendar period. Days count from 1970-01-01 (UTC, proleptic Gregorian). */
export interface Period {
  readonly granularity: Granularity;
  /** First day inside. */
  readonly firstDay: number;
  /** Last day inside. */
  readonly lastDay: number;
}

/** What an edit did to the rows. */
export interface DocumentChange {
  /** True when anything may have changed: settings, header, structure. Then the counts say nothing. */
  readonly whole: boolean;
  /** Rows `firstRow … firstRow + removedRows − 1` of before are now `firstRow … firstRow + insertedRows − 1`. */
  readonly firstRow: number;
  readonly removedRows: number;
  readonly insertedRows: number;
}

export interface ProblemCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** Why the notebook must not be edited, or null. */
export type ReadOnlyReason = 'newer-version' | 'conflict-markers' | 'not-utf8';

/**
 * A `.retention` text with everything it says, losslessly: each cell and setting knows its exact place.
 *
 * `apply` changes it in place at a cost proportional to the rows the edit touches; only an edit of the
 * settings, the header or the structure (an open quote, a conflict marker) reads the whole text again.
 */
export interface RetentionDocument {
  /** The whole text, exactly. Costs the length of the file after an edit. */
  readonly text: string;
  /** The text between two offsets. Costs the rows it lies in, after an edit too. */
  slice(start: number, end: number): string;
  readonly length: number;
  readonly eol: '\n' | '\r\n' | '\r';
  readonly settings: Settings;
  /** The granularity set, else the one most rows have; `custom` when there is no row to tell. */
  readonly granularity: Granularity;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly readOnly: ReadOnlyReason | null;
  readonly hasBom: boolean;
  /** Some quote is never closed (R301): its record was read as one line. */
  readonly hasOpenQuote: boolean;
  /** The settings block with the place of each setting, or null when the file has none. */
  readonly front: Front | null;
  /** Place of the header record, or null when the file has no record at all. */
  readonly header: TextRange | null;
  /** Cells of the header; more than `columns` only in a header wider than any spreadsheet. */
  readonly headerCellCount: number;
  /** Offset after the last row (without rows: after the header) and its line ending, where a row is appended. */
  readonly rowsEnd: number;
  /** The Markdown of all note lines, in order, joined by \n. */
  readonly notes: string;
  /** The same, line by line, with their places. */
  readonly noteLines: readonly NoteLine[];
  /** The top-level tasks of the notes. */
  readonly playbook: readonly PlaybookItem[];

  /** The column that carries a known id, or null. */
  column(id: ColumnId): Column | null;
  /** The `reason_*` columns in file order. */
  readonly reasonColumns: readonly Column[];
  /** Decoded text of a cell; '' when the row is too short. `column` is the column's index. */
  cellText(row: number, column: number): string;
  /** A cell as it is written, with its quotes; '' when the row is too short. */
  cellSource(row: number, column: number): string;
  cellIsQuoted(row: number, column: number): boolean;
  /** The number of cells the row has, which may be more or fewer than the header's. */
  cellCount(row: number): number;
  /** Exact place of a cell (with its quotes), or null when the row is too short. */
  cellRange(row: number, column: number): TextRange | null;
  /** Exact place of a row, without its line ending. */
  rowRange(row: number): TextRange;
  /** Offset after the row and its line ending, where comments or the next row begin. */
  rowLineEnd(row: number): number;
  /** Place of a setting's value (of its line, when it is blank), or null when it is not set. */
  settingRange(key: string): TextRange | null;
  /** The data row at an offset of the text, or null (settings, header, notes). */
  rowAt(offset: number): number | null;
  /** Value of a count, money or ratio cell: null when blank, absent or not a number. */
  number(row: number, id: ColumnId): number | null;
  /** Value of any numeric column by its index (for `reason_*`). */
  numberAt(row: number, column: number): number | null;
  /** The row's own goal, or null when blank or bad. */
  goal(row: number): Percent | null;
  period(row: number): Period | null;
  /** The row's segment, '' for all customers. */
  segment(row: number): string;
  /** The same of all rows at once, in typed arrays that hold until the next `apply`. */
  readonly values: RowValues;

  /** Problems that a single row has by itself (CSV and Values of one row). Cost: the row. */
  problemsOfRow(row: number): readonly Problem[];
  /** Problems of everything outside the rows: File, Settings, header, Notes. */
  problemsOutsideRows(): readonly Problem[];
  /** True when the row has problems of its own; cheap. */
  hasRowProblems(row: number): boolean;
  /** How many problems of a severity `problemsOfRow` lists; cheap. */
  problemCountOfRow(row: number, severity: Severity): number;
  /** The same for all rows together; kept up to date, so it costs nothing. */
  readonly rowProblemCounts: ProblemCounts;

  /** Applies edits of the present text in place and says which rows changed. @throws RangeError as `applyEdits`. */
  apply(edits: readonly TextEdit[]): DocumentChange;
}
