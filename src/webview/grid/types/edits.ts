import type { CellRange, CellText, RowSpan } from './places';

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
