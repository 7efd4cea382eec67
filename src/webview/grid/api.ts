import type { Command } from './keyboard';
import type { GridStrings } from './strings';
import type { CellRange, CellRef, EditorDraft, GridSelectionView, GridViewState, RowSpan } from './types';

export interface GridOptions {
  /** The grid's accessible name; default "Periods". */
  readonly label?: string;
  /** What Enter does on a cell: open it (default) or go down as in Excel. */
  readonly enterKey?: 'edit' | 'down';
  readonly strings?: Partial<GridStrings>;
}

/** The spreadsheet component. Made by `createGrid`. */
export interface Grid {
  readonly element: HTMLElement;
  readonly selection: GridSelectionView;
  /** True while a cell is open. */
  readonly isEditing: boolean;
  /** The text typed into the open cell, or null. */
  readonly draft: EditorDraft | null;
  /** Height in CSS pixels that shows every row without scrolling; also `--grid-content-height` on the host. */
  readonly contentHeight: number;

  /** Columns were added, removed, renamed or moved: everything is laid out again. */
  columnsChanged(): void;
  /** The shown content of these rows changed; `all` also when anything may have. Repaints at once. */
  rowsChanged(rows: readonly RowSpan[] | 'all'): void;
  /**
   * Rows `at … at + removed − 1` became `inserted` rows. Repaints, and moves selection and open cell along
   * with their rows.
   */
  rowsReplaced(at: number, removed: number, inserted: number): void;
  /** `rowCount` changed in an unknown way: selection and scroll stay where they are as far as they can. */
  rowCountChanged(): void;
  /**
   * Draws a change from outside by the calls above, and then moves the open cell to the row that the page knows it by:
   * a number alone may be another row's now.
   *
   * @param rowOf where a row is after the change; null when it is gone
   */
  changedOutside(draw: () => void, rowOf: (row: number) => number | null): void;

  focus(): void;
  /** Selects a cell or a range, and scrolls to it unless `reveal` is false. Closes an open cell by committing it. */
  select(target: CellRef | CellRange, options?: { readonly reveal?: boolean }): void;
  /** Scrolls a cell into view. */
  reveal(cell: CellRef): void;
  /** Carries out what a key would: for menus, buttons and the palette. */
  execute(command: Command): void;
  /** Pastes a text into the selection as Ctrl+V does: the answer to `onPasteWanted`. */
  paste(text: string): void;
  /** Commits the open cell (a manual save does this first). False when it has to stay open, which is said. */
  flushEditor(): boolean;
  /** Closes the open cell without an edit. */
  cancelEditor(): void;
  /** As wide as its widest value. */
  fitColumn(column: number): void;

  /** Says something to screen readers, politely. */
  announce(text: string): void;
  /** Shows something beside the active cell for a while, and announces it. */
  notify(text: string): void;

  getViewState(): GridViewState;
  /**
   * Restores what `getViewState` gave, as far as the model still has it; an open cell is opened again. False when that
   * cell cannot be.
   */
  setViewState(state: GridViewState): boolean;
  setOptions(options: GridOptions): void;
  /** Fonts or theme changed: measures again. */
  refreshLayout(): void;
  dispose(): void;
}
