import type { DocumentChange, TouchedRows } from '../../../core';
import type { Grid } from '../../grid';
import type { FindPart } from '../find';
import type { OrderPart } from '../order';
import type { PanelsPart } from '../panels';
import type { PastePart } from '../paste';
import type { Session } from '../session';
import type { NotebookGridModel } from '../sheet';
import { DirtyRows } from '../sheet';
import type { AroundGrid } from './around';

/** The parts of the view that are drawn again when something changes. */
export interface DrawnParts {
  readonly model: NotebookGridModel;
  readonly order: OrderPart;
  readonly find: FindPart;
  readonly paste: PastePart;
  readonly around: AroundGrid;
  grid(): Grid;
  panels(): PanelsPart;
  session(): Session;
  /** What stands around the rows says what the notebook says. */
  drawn(): void;
}

/** Draws what has changed, and no more: of the rows those that edits have touched, of all else what shows them. */
export class Drawing {
  readonly #dirty = new DirtyRows();

  constructor(private readonly parts: DrawnParts) {}

  /** Rows look different now; they are drawn with the next rows. */
  touched(rows: TouchedRows): void {
    this.#dirty.add(rows);
  }

  /**
   * Rows of the file were edited, and `moved` unless the view shows as many as before, in their places. Returns the row if
   * it was one alone.
   */
  rowsChanged(change: DocumentChange, moved: boolean): number | null {
    const { firstRow, removedRows, insertedRows } = change;
    // Another number of rows draws all in view by itself.
    if (!moved) this.#rows();
    const row = insertedRows === 1 && removedRows <= 1 ? firstRow : null;
    this.surroundings(row);
    this.parts.find.changed(change);
    this.parts.paste.changed(row);
    return row;
  }

  /** Anything may have changed: settings, columns, rows. Selection and scroll stay where they can. */
  everything(): void {
    const grid = this.parts.grid();
    grid.rowCountChanged();
    grid.columnsChanged();
    grid.rowsChanged('all');
    this.surroundings(null);
    this.parts.find.changed();
    this.parts.paste.changed(null);
  }

  /** The rows touched, read anew, and what stands around them. @param row the row of the file, or null for any */
  touchedRows(row: number | null): void {
    this.parts.model.forget();
    this.#rows();
    this.surroundings(row);
  }

  /** What stands around the rows. @param row the row of the file that was edited, or null for any */
  surroundings(row: number | null): void {
    const { parts } = this;
    parts.drawn();
    parts.order.draw();
    parts.around.draw(parts.session(), parts.grid().selection, row);
    parts.panels().draw();
  }

  /** A row has its say about others: duplicates, continuity, order. */
  #rows(): void {
    const { model, order } = this.parts;
    // What the line for a new row offers follows from the last rows.
    this.#dirty.add([model.rowCount]);
    const rows = this.#dirty.take();
    // In another order, looking for them costs more than drawing what is in view.
    this.parts.grid().rowsChanged(order.rows.isFile ? rows : 'all');
  }
}
