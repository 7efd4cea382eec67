import type { EditorDraft, GridEdit, GridReport, PasteReport } from './edits';
import type { GridColumnAction, GridMenuRequest, GridSelectionView } from './view';

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
  /** Cells were pasted; the edit is applied. Whoever listens shows what was left: the grid only announces it. */
  onPaste?(report: PasteReport): void;
  /** A command copied, and the browser does not let the page write the clipboard: its owner may. */
  onCopy?(text: string): void;
  /** A command pastes, and the browser does not let the page read the clipboard: answer by `Grid.paste`. */
  onPasteWanted?(): void;
  /** The button of a header, or Ctrl+Shift+L on a cell: sorting and filtering by the column. */
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
