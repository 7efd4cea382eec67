import type { TouchedRows } from '../../../core';
import type { RowSpan } from '../../grid';

/** With more rows than any window shows, asking for each is no cheaper than drawing all in view. */
const MANY = 200;

/**
 * The rows that may look different from what is drawn, gathered until they are drawn again.
 *
 * @example
 * dirty.add(notebook.affectedRows);
 * grid.rowsChanged(dirty.take());
 */
export class DirtyRows {
  #rows: Set<number> | 'all' = new Set();

  /** Rows by their present numbers, from 0. */
  add(rows: TouchedRows): void {
    if (this.#rows === 'all') return;
    if (rows === 'all' || this.#rows.size + rows.length > MANY) this.#rows = 'all';
    else for (const row of rows) this.#rows.add(row);
  }

  /** What has to be drawn; from then on nothing has. */
  take(): readonly RowSpan[] | 'all' {
    const rows = this.#rows;
    this.#rows = new Set();
    return rows === 'all' ? rows : [...rows].map((at) => ({ at, count: 1 }));
  }
}
