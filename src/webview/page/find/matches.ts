import { firstIndex } from '../../../core';
import type { CellRef, GridCellMark } from '../../grid';
import { rowAfterReplace } from '../../grid';
import type { RowOrder } from '../order';
import type { Findings, FoundCell } from './finder';
import { nothingFound } from './finder';

/** Rows `firstRow … firstRow + removedRows − 1` of the file became `insertedRows` rows. */
export interface RowChange {
  readonly firstRow: number;
  readonly removedRows: number;
  readonly insertedRows: number;
}

/** What was found, and at which match somebody is. */
export class Matches {
  #findings: Findings = nothingFound;
  #place = -1;
  /** The cell of the current match, which other findings may have at another place, or not yet. */
  #chosen: FoundCell | undefined;

  /** @param rows of the view: matches are places in the file */
  constructor(private readonly rows: () => RowOrder) {}

  get findings(): Findings {
    return this.#findings;
  }

  /** Place of the current match among all, or −1. */
  get place(): number {
    return this.#place;
  }

  get current(): FoundCell | undefined {
    return this.#findings.cells[this.#place];
  }

  /** Takes other findings over. The current match stays the current one if it is among them. */
  take(findings: Findings): void {
    this.#findings = findings;
    const cell = this.#chosen;
    const row = cell === undefined ? null : this.rows().viewRow(cell.row);
    this.#place = cell === undefined || row === null ? -1 : this.#placeOf({ row, column: cell.column });
    if (this.#place < 0 && findings.state !== 'searching') this.#chosen = undefined;
  }

  /** The rows of the file are others: the current match stays with its row. */
  follow({ firstRow, removedRows, insertedRows }: RowChange): void {
    if (this.#chosen === undefined) return;
    const row = rowAfterReplace(this.#chosen.row, firstRow, removedRows, insertedRows);
    this.#chosen = row === null ? undefined : { ...this.#chosen, row };
  }

  /** Makes a match the current one. */
  choose(place: number): void {
    this.#place = place;
    this.#chosen = this.current;
  }

  /** How a cell of the view is marked. */
  mark(viewRow: number, column: number): GridCellMark | null {
    const place = this.#placeOf({ row: viewRow, column });
    if (place < 0) return null;
    return place === this.#place ? 'current' : 'match';
  }

  /** Where one step leads: from the current match, else from a cell of the view, which itself is no news. */
  next(by: 1 | -1, cell: CellRef): number {
    const { length } = this.#findings.cells;
    const from = this.#place >= 0 ? this.#place : this.#placeBefore(by, cell);
    return (from + by + length) % length;
  }

  /** The first match from a cell of the view on, forwards or backwards, round the end. */
  firstFrom(by: 1 | -1, cell: CellRef): number {
    const after = this.#firstAt(cell);
    if (by === -1) return after - 1;
    return after < this.#findings.cells.length ? after : 0;
  }

  #placeBefore(by: 1 | -1, cell: CellRef): number {
    const place = this.#placeOf(cell);
    return place >= 0 ? place : this.firstFrom(by, cell) - by;
  }

  /** The place of the match in a cell of the view, or −1. */
  #placeOf({ row, column }: CellRef): number {
    const place = this.#firstAt({ row, column });
    const cell = this.#findings.cells[place];
    return cell?.column === column && this.rows().viewRow(cell.row) === row ? place : -1;
  }

  /** The place of the first match at a cell of the view or behind it. They are in the order of the view. */
  #firstAt({ row, column }: CellRef): number {
    const rows = this.rows();
    const { cells } = this.#findings;
    return firstIndex(cells.length, (place) => {
      const cell = cells[place]!;
      const view = rows.viewRow(cell.row) ?? -1;
      return view > row || (view === row && cell.column >= column);
    });
  }
}
