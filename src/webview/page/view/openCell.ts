import type { DocumentChange } from '../../../core';
import type { EditorDraft } from '../../grid';
import { rowAfterReplace } from '../../grid';
import type { KeyedCell } from '../notices';
import type { OrderPart } from '../order';
import type { Session } from '../session';
import { keyedDraft, rowInPlace } from '../state';

/** What following the open cell needs of the view. */
export interface OpenCellSurroundings {
  readonly order: OrderPart;
  session(): Session;
  /** The view shows a row more. */
  revealed(): void;
}

/**
 * The open cell by what it belongs to: while something is typed, others may add, remove and move rows. A row whose period
 * or segment they change is another one: a number typed for 2024-Q3 is not written to what was 2024-Q3.
 */
export class OpenCell {
  #typed: KeyedCell | null = null;
  /** Its row in the file; null for the line that adds one. */
  #row: number | null = null;

  constructor(private readonly around: OpenCellSurroundings) {}

  /** What is typed, and where it belongs; null while no cell is open. */
  get typed(): KeyedCell | null {
    return this.#typed;
  }

  /** Something was typed; null: the cell was closed. To be told before the notebook calculates with it. */
  drafted(draft: EditorDraft | null): void {
    if (draft === null) this.#typed = null;
    else if (this.#typed === null) this.#opened(draft);
    else this.#typed = { ...this.#typed, text: draft.text };
  }

  /**
   * The row of the view in which the cell is after a change of the notebook, or null when it is gone.
   *
   * @param change null: another text took the place of this one
   */
  rowAfter(change: DocumentChange | null): number | null {
    const { order } = this.around;
    if (this.#typed === null) return null;
    if (this.#row === null) return order.rows.count;
    const { document } = this.around.session().notebook;
    const row = rowInPlace(document, rowNow(this.#row, change), this.#typed);
    if (row === null || row >= document.rowCount) return null;
    this.#row = row;
    if (order.rows.viewRow(row) === null) {
      order.rows.reveal(row, order.rows.count);
      this.around.revealed();
    }
    return order.rows.viewRow(row);
  }

  #opened(draft: EditorDraft): void {
    const { notebook, columns } = this.around.session();
    const row = this.around.order.rows.fileRow(draft.row);
    this.#row = row < notebook.document.rowCount ? row : null;
    this.#typed = keyedDraft({ document: notebook.document, columns }, { ...draft, row });
  }
}

/** Where a row is by its number; the place where it was when it is gone. */
function rowNow(row: number, change: DocumentChange | null): number {
  if (change === null || change.whole) return row;
  return rowAfterReplace(row, change.firstRow, change.removedRows, change.insertedRows) ?? row;
}
