import { CellFlag } from '../text/cells';
import type { TextRange } from '../text/edit';
import { decodeCell } from '../text/encode';
import { Scanner } from '../text/scan';
import type { Loaded } from './load';
import { RowFlag } from './rowTable';

/** A record that was split into cells. */
export interface SplitRow {
  /** Holds the cells and the text they lie in. */
  readonly scanner: Scanner;
  /** Distance from that text to the document's. */
  readonly offset: number;
}

/**
 * The cells of rows, split when somebody asks for them. The row that was split last is kept, since its cells are
 * mostly asked for one after the other; `forget` it whenever rows have changed or moved.
 */
export class RowCells {
  private readonly scanner: Scanner;
  /** The row whose cells the scanner holds; −1 for none. */
  private row = -1;

  constructor(private readonly loaded: Loaded) {
    const { delimiter, decimal } = loaded.head.settings;
    this.scanner = new Scanner('', delimiter, decimal);
  }

  forget(): void {
    this.row = -1;
  }

  count(row: number): number {
    return this.cellsOf(row).count;
  }

  text(row: number, column: number): string {
    const { starts, ends, flags, count } = this.cellsOf(row);
    if (column >= count || column < 0) return '';
    return decodeCell(this.scanner.text, starts[column]!, ends[column]!, flags[column]!);
  }

  /** The cell as it is written. */
  source(row: number, column: number): string {
    const { starts, ends, count } = this.cellsOf(row);
    return column >= count || column < 0 ? '' : this.scanner.text.slice(starts[column], ends[column]);
  }

  isQuoted(row: number, column: number): boolean {
    const { flags, count } = this.cellsOf(row);
    return column < count && (flags[column]! & CellFlag.Quoted) !== 0;
  }

  /** Where the cell stands in the document, or null when the row does not reach it. */
  range(row: number, column: number): TextRange | null {
    const { starts, ends, count } = this.cellsOf(row);
    if (column >= count || column < 0) return null;
    const offset = this.offsetOf(row);
    return { start: starts[column]! + offset, end: ends[column]! + offset };
  }

  /** @throws RangeError when there is no such row. */
  split(row: number): SplitRow {
    this.cellsOf(row);
    return { scanner: this.scanner, offset: this.offsetOf(row) };
  }

  private cellsOf(row: number): Scanner['cells'] {
    const { scanner, loaded } = this;
    if (row !== this.row) {
      checkRow(loaded, row);
      const { table } = loaded;
      const own = table.own?.[row] ?? null;
      const from = own === null ? table.start[row]! : 0;
      scanner.text = own ?? loaded.base;
      scanner.split(from, from + table.length[row]!);
      scanner.recovered = (table.flags[row]! & RowFlag.Recovered) !== 0;
      this.row = row;
    }
    return scanner.cells;
  }

  private offsetOf(row: number): number {
    const { table } = this.loaded;
    return (table.own?.[row] ?? null) === null ? table.shift(row) : table.place(row);
  }
}

/** @throws RangeError when there is no such row. */
export function checkRow({ table }: Loaded, row: number): void {
  if (!Number.isInteger(row) || row < 0 || row >= table.count) {
    throw new RangeError(`There is no row ${row + 1}: the table has ${table.count} rows.`);
  }
}
