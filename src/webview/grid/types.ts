/** A place in the grid. Rows are *view* rows (0-based, as shown), columns the model's columns. */
export interface CellRef {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, all four sides inclusive. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `count` rows from row `at` on. */
export interface RowSpan {
  readonly at: number;
  readonly count: number;
}

/** A cell and the text it shall have. */
export interface CellText extends CellRef {
  readonly text: string;
}

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

/** One action of the user: one undo step. */
export type GridEdit =
  | { readonly type: 'setCells'; readonly cells: readonly CellText[] }
  /** Inserts blank rows, then sets cells; the cells' rows count *after* the insertion. */
  | {
      readonly type: 'insertRows';
      readonly at: number;
      readonly count: number;
      readonly cells: readonly CellText[];
    }
  /** Ascending, disjoint, counted before the deletion. */
  | { readonly type: 'deleteRows'; readonly spans: readonly RowSpan[] }
  /** Moves rows, in their order, before row `to`; spans as above, `to` counted before the move too. */
  | { readonly type: 'moveRows'; readonly spans: readonly RowSpan[]; readonly to: number }
  /** Puts a copy of each span right behind it. */
  | { readonly type: 'duplicateRows'; readonly spans: readonly RowSpan[] }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** Why a cell was left as it was. */
export type SkipReason = 'computed' | 'read-only-column' | 'no-column';

export interface SkippedCell extends CellText {
  readonly reason: SkipReason;
}

/** What a paste did. */
export interface PasteReport {
  /** Where it went, view rows and columns; null when nothing was written. */
  readonly range: CellRange | null;
  /** Cells written. */
  readonly count: number;
  /** Rows added at the end for what did not fit. */
  readonly addedRows: number;
  /** What was left as it is, with the texts that did not get there. */
  readonly skipped: readonly SkippedCell[];
}

/** Something the grid did not do, or did only in part. */
export interface GridReport {
  readonly message: string;
  readonly skipped: readonly SkippedCell[];
}

/** The text in an open cell that is not committed yet. */
export interface EditorDraft extends CellText {
  /** `enter`: typed over the old value, arrows commit. `edit`: opened by F2 or double-click, arrows move the caret. */
  readonly mode: 'enter' | 'edit';
}

/** What the user does to the columns, which changes the view only; columns as they are now. */
export type GridColumnAction =
  /** `before` the column at that place, or behind the last one. */
  | { readonly type: 'move'; readonly columns: readonly number[]; readonly before: number }
  | { readonly type: 'hide'; readonly columns: readonly number[] }
  /** Shows what is hidden right beside a column, or everything. */
  | { readonly type: 'show'; readonly beside: number | 'all' }
  /** As in the file. */
  | { readonly type: 'reset' };

/** What a context menu is about. */
export type GridMenuTarget =
  | ({ readonly type: 'cell' } & CellRef)
  /** Whole rows, selected; `row` is the one clicked. */
  | { readonly type: 'rows'; readonly row: number }
  /** Whole columns, selected; `column` is the one clicked. */
  | { readonly type: 'columns'; readonly column: number }
  | { readonly type: 'all' }
  /** The mark of columns hidden beside a column. */
  | { readonly type: 'hidden'; readonly column: number }
  /** Below the rows or beside the columns. */
  | { readonly type: 'outside' };

export interface GridMenuRequest {
  readonly target: GridMenuTarget;
  /** Where, in CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** By a key: the first item gets the focus. */
  readonly keyboard: boolean;
}

export interface GridCallbacks {
  /**
   * Applies an edit. Whatever it changes is reported to the grid (`rowsReplaced`, `rowsChanged`) before
   * it returns, so that the selection can follow.
   */
  onEdit(edit: GridEdit): void;
  onSelectionChange?(selection: GridSelectionView): void;
  /** After every keystroke in an open cell; null when it is closed. For results that follow the typing. */
  onDraft?(draft: EditorDraft | null): void;
  /** Scroll, selection, widths or the draft changed: a good moment to save `getViewState()` soon. */
  onViewStateChange?(): void;
  /** Also shown beside the cell and announced by the grid itself. */
  onReport?(report: GridReport): void;
  /** Cells were pasted; the edit is applied. */
  onPaste?(report: PasteReport): void;
  /** A command copied, and the browser does not let the page write the clipboard: its owner may. */
  onCopy?(text: string): void;
  /** A command pastes, and the browser does not let the page read the clipboard: answer by `Grid.paste`. */
  onPasteWanted?(): void;
  /** The button of a header, or Alt+Down on a cell: sorting and filtering by the column. */
  onColumnMenu?(column: number, header: DOMRect): void;
  /** Right click, Shift+F10, Menu key, or the mark of hidden columns; what it is about is selected already. */
  onContextMenu?(request: GridMenuRequest): void;
  /**
   * The user arranges the columns. Their owner changes the model's columns and calls `columnsChanged` before
   * it returns, so that the selection can follow.
   */
  onColumns?(action: GridColumnAction): void;
  /** Ctrl+G: the user wants to name the row to go to. */
  onGoToRow?(): void;
}

/** What is selected: `active` lies in the last of the ranges. */
export interface GridSelectionView {
  readonly active: CellRef;
  readonly ranges: readonly CellRange[];
}

/** JSON-safe state of the view, to be kept over a reload. */
export interface GridViewState {
  readonly top: { readonly row: number; readonly offset: number };
  readonly left: number;
  readonly active: CellRef;
  readonly ranges: readonly CellRange[];
  /** Column key and width, for resized columns only; pairs, because a key may be `__proto__`. */
  readonly widths: readonly (readonly [string, number])[];
  readonly draft: EditorDraft | null;
}
