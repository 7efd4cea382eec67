import type { RevealTarget } from '../../../protocol';
import type { CellRef, Grid, GridViewState } from '../../grid';
import { rowSpans } from '../../grid';
import type { PageColumn } from '../columns';
import { findRow } from '../menu';
import type { OrderPart } from '../order';
import { stateInFile, stateInView } from '../order';
import type { RowPlace } from '../paste';
import type { Session } from '../session';
import { text } from '../text';

/** Where the user is. Rows and columns are the file's, from 0; null on the line that adds a row. */
export interface Place {
  readonly offset: number;
  readonly row: number | null;
  readonly column: number;
  /** Number of rows selected, at least partly. */
  readonly rows: number;
  readonly editing: boolean;
}

/** What is shown where. */
export interface Shown {
  readonly order: OrderPart;
  session(): Session;
  grid(): Grid;
  /** Shows a column if it is hidden. */
  show(column: PageColumn): void;
}

/**
 * Places of the file in the view, and back: sorted, filtered and with columns arranged, a cell is shown elsewhere
 * than it stands.
 */
export class Places {
  constructor(private readonly shown: Shown) {}

  /** Where the user is, in terms of the file. */
  get here(): Place {
    const { selection, isEditing } = this.shown.grid();
    const { row, column } = this.fileCell(selection.active);
    const rows = rowSpans(selection.ranges, this.#rowCount).reduce((sum, { count }) => sum + count, 0);
    return { offset: this.offset, row, column: column ?? 0, rows, editing: isEditing };
  }

  /** Where the active cell stands in the text; behind the last row on the line that adds one. */
  get offset(): number {
    const { document } = this.shown.session().notebook;
    const { row, column } = this.fileCell(this.shown.grid().selection.active);
    if (row === null) return document.rowCount > 0 ? document.rowRange(document.rowCount - 1).end : 0;
    return (document.cellRange(row, column ?? 0) ?? document.rowRange(row)).start;
  }

  /** The place in the file of a cell of the grid; a calculated one stands for its row. */
  fileCell({ row, column }: CellRef): { row: number | null; column: number | null } {
    const file = this.shown.session().columns[column]?.source.file ?? null;
    const inFile = row < this.#rowCount ? this.shown.order.rows.fileRow(row) : null;
    return { row: inFile, column: file?.index ?? null };
  }

  /**
   * Selects a cell of the file; a hidden column is shown for it. Where a filter
   * hides the row, says so and offers to show all rows.
   */
  goToCell(row: number, fileColumn: number | null): void {
    const { shown } = this;
    // Before a hidden column comes into view, and moves others.
    if (!shown.grid().flushEditor()) return;
    const column = shown.session().allColumns.find(({ source }) => source.file?.index === fileColumn);
    if (column !== undefined) shown.show(column);
    const at = this.#gridColumn(fileColumn);
    shown.order.whenShown(row, (viewRow) => shown.grid().select({ row: viewRow, column: at }));
  }

  /** Selects what the host names: a cell, or what stands at a place of the text. */
  goTo(target: RevealTarget): void {
    if (target.kind === 'cell') {
      this.goToCell(target.row, target.column);
      this.shown.grid().focus();
      return;
    }
    const { document } = this.shown.session().notebook;
    const row = document.rowAt(target.offset);
    if (row === null) return;
    const column = document.columns.find(({ index }) => {
      const range = document.cellRange(row, index);
      return range !== null && target.offset >= range.start && target.offset <= range.end;
    });
    this.goToCell(row, column?.index ?? null);
    this.shown.grid().focus();
  }

  /** Goes to the row a person names, in the column where they are; what to say when there is none, else null. */
  goToRow(typed: string): string | null {
    const { notebook, numbers } = this.shown.session();
    const row = findRow(notebook.document, typed);
    if (typed.trim() === '') return text.goToRow.nothing;
    if (row < 0) return text.goToRow.notFound(typed.trim(), numbers.count(notebook.document.rowCount));
    this.goToCell(row, this.fileCell(this.shown.grid().selection.active).column);
    return null;
  }

  /** Selects a cell of a row of the file; further down as well while those rows follow each other. */
  selectFrom(row: number, { left, right, height, lastRow }: RowPlace): void {
    const { order } = this.shown;
    order.whenShown(row, (top) => {
      const bottom = top + height - 1;
      const together = bottom < this.#rowCount && order.rows.fileRow(bottom) === lastRow;
      this.shown.grid().select({ top, left, right, bottom: together ? bottom : top });
    });
  }

  /** The grid's view with rows of the file, as `restore` takes it. */
  get gridState(): GridViewState {
    return stateInFile(this.shown.grid().getViewState(), this.shown.order.rows);
  }

  /** False when something is typed in the state for which there is no place. */
  restore(state: GridViewState): boolean {
    return this.shown.grid().setViewState(stateInView(state, this.shown.order.rows));
  }

  get #rowCount(): number {
    return this.shown.order.rows.count;
  }

  /** The grid's column of a column of the file; the first one if there is none. */
  #gridColumn(fileColumn: number | null): number {
    const { columns } = this.shown.session();
    return Math.max(
      0,
      columns.findIndex(({ source }) => source.file?.index === fileColumn),
    );
  }
}
