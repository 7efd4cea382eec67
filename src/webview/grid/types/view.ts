import type { EditorDraft } from './edits';
import type { CellRange, CellRef } from './places';

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
