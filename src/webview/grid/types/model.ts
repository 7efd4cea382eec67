export type GridSeverity = 'error' | 'warning' | 'info';

/** Something to know about a cell, a row or a column; `message` is one sentence for a person. */
export interface GridProblem {
  readonly severity: GridSeverity;
  readonly message: string;
}

/** What a column holds: decides how it is copied (numbers as numbers, the rest as text). */
export type GridColumnKind = 'period' | 'segment' | 'count' | 'money' | 'percent' | 'number' | 'text';

export interface GridColumn {
  /** Identifies the column in a saved view; any string, unique in the model. */
  readonly key: string;
  readonly label: string;
  readonly kind: GridColumnKind;
  readonly align: 'start' | 'end';
  /** Calculated by us: tinted, never written. */
  readonly computed: boolean;
  readonly editable: boolean;
  /** CSS pixels before the user resized it. */
  readonly width: number;
  /** Stays in place when the rest scrolls. Counts for the leading columns only. */
  readonly frozen: boolean;
  /** Whether the format allows a line break in it. */
  readonly multiline: boolean;
  /** Longer explanation for hover and screen reader, '' for none. */
  readonly description: string;
  readonly problem: GridProblem | null;
  /** Labels of the columns hidden right before this one; a mark in the header says so. */
  readonly hiddenBefore?: readonly string[];
  /** The same behind the last column. */
  readonly hiddenAfter?: readonly string[];
}

/** `typed` is in the file, `derived` follows from other cells of the file, `computed` is a result. */
export type GridTone = 'typed' | 'derived' | 'computed';

export interface GridCell {
  /** What is shown. */
  readonly text: string;
  /** What the editor starts with and what is copied. */
  readonly editText: string;
  readonly tone: GridTone;
  readonly problem: GridProblem | null;
  /** Joined to the accessible name: why there is no value, where a derived one comes from. '' for none. */
  readonly description: string;
  /** Shown paler: a period that is not over yet. */
  readonly muted: boolean;
}

/** What a fill asks of a model about the cells of one line, which it is to continue. */
export interface FillRequest {
  /** The column the cells are in; of cells beside each other, the first one's. */
  readonly column: number;
  /** Upwards or to the left: against the order of the texts. */
  readonly backwards: boolean;
  /** The user asks for a series where the cells would just be repeated: count a single number on. */
  readonly insist: boolean;
}

/** The text of a place of a series, from 0: right beside the cells it continues. */
export type FillText = (index: number) => string;

/** How a column takes part in the choice and order of the rows shown. */
export interface GridColumnOrder {
  readonly sort: 'ascending' | 'descending' | null;
  /** Its place among several columns sorted by, from 1; 0 when it is the only one. */
  readonly place: number;
  readonly filtered: boolean;
}

/** A cell that a search found; `current` is the one it stands at. */
export type GridCellMark = 'match' | 'current';

/**
 * What the grid shows. The grid reads it at every paint and keeps nothing of it.
 *
 * Rows are view rows. A sort or a filter is a model that looks its rows up through an order; the grid
 * passes the same view rows back in its edits, so the model's owner is the one place that translates.
 */
export interface GridModel {
  readonly rowCount: number;
  readonly columns: readonly GridColumn[];
  /** Why nothing may be edited, one sentence, or null when editing is allowed. */
  readonly readOnly: string | null;
  /** The decimal sign of numbers in cells, for other programs that get them; default `.`. */
  readonly decimal?: '.' | ',';
  cell(row: number, column: number): GridCell;
  /** True when the cell shows nothing. Asked for many rows by Ctrl+arrow, so it should be cheap. */
  isBlank(row: number, column: number): boolean;
  /** The row's name in the gutter: its number in the file. */
  rowLabel(row: number): string;
  /** Characters of the longest of them; without it, those of the number of rows. */
  readonly longestRowLabel?: number;
  /** A problem of the row as a whole, marked in the gutter. */
  rowProblem(row: number): GridProblem | null;
  /** What the last line offers for a new row (the next period), '' for nothing. */
  placeholder(column: number): string;
  /** How texts go on for `count` cells, or null when they are no series; without it, fills only repeat. */
  series?(texts: readonly string[], count: number, request: FillRequest): FillText | null;
  /** With it, headers have a button that opens the menu for sorting and filtering (`onColumnMenu`). */
  columnOrder?(column: number): GridColumnOrder;
  /** Whether a cell is marked as found; asked when it is painted. */
  mark?(row: number, column: number): GridCellMark | null;
  /** Why rows cannot be moved just now (they are shown in another order), or null. */
  readonly fixedOrder?: string | null;
}
