import type { CellRef, GridCellMark } from '../../grid';
import type { RowOrder } from '../order';
import type { Findings, FoundCell } from './finder';
import { nothingFound } from './finder';

/** What was found, and at which match somebody is. */
export class Matches {
  #findings: Findings = nothingFound;
  #marked = new Set<string>();
  #place = -1;

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
    const { current } = this;
    this.#findings = findings;
    this.#marked = new Set(findings.cells.map(keyOf));
    this.#place =
      current === undefined
        ? -1
        : findings.cells.findIndex(({ row, column }) => row === current.row && column === current.column);
  }

  /** Makes a match the current one. */
  choose(place: number): void {
    this.#place = place;
  }

  /** How a cell of the view is marked. */
  mark(viewRow: number, column: number): GridCellMark | null {
    if (this.#marked.size === 0) return null;
    const row = this.rows().fileRow(viewRow);
    if (!this.#marked.has(keyOf({ row, column }))) return null;
    const { current } = this;
    return current?.row === row && current.column === column ? 'current' : 'match';
  }

  /** Where one step leads: from the current match, else from the active cell, which itself is no news. */
  next(by: 1 | -1, active: CellRef): number {
    const { length } = this.#findings.cells;
    const from = this.#place >= 0 ? this.#place : this.#placeBefore(by, active);
    return (from + by + length) % length;
  }

  /** The first match from a cell of the view on, forwards or backwards, round the end. */
  firstFrom(by: 1 | -1, cell: CellRef): number {
    const rows = this.rows();
    const { cells } = this.#findings;
    const after = cells.findIndex(({ row, column }) => {
      const view = rows.viewRow(row) ?? -1;
      return view > cell.row || (view === cell.row && column >= cell.column);
    });
    if (by === 1) return Math.max(0, after);
    return (after < 0 ? cells.length : after) - 1;
  }

  #placeBefore(by: 1 | -1, active: CellRef): number {
    const first = this.firstFrom(by, active);
    const cell = this.#findings.cells[first];
    const isActive = cell?.column === active.column && this.rows().viewRow(cell.row) === active.row;
    return isActive ? first : first - by;
  }
}

function keyOf({ row, column }: FoundCell): string {
  return `${row}:${column}`;
}
