import { Shifts } from '../text/shifts';

/** More numbers than this (a quarter of a gigabyte) are read from the text when asked for. */
const MOST_VALUES = 2 ** 25;

export const RowFlag = {
  /** The record was read as one line because of an open quote. */
  Recovered: 1,
  /** Lines that are no rows lie between this row and the next. */
  Gap: 2,
  MultiLine: 4,
} as const;

/**
 * The rows in columns: their places, and what their cells say. A row that was edited has its own text; all
 * others are ranges of the text that was read.
 */
export class RowTable {
  count = 0;
  /** Place of the row in the base text; plus `shift(row)`, its place in the present text. */
  start: Int32Array;
  /** Length of the record, without its line ending. */
  length: Int32Array;
  /** `RowFlag`s. */
  flags: Uint8Array;
  /** Problems by severity, as `IssueList.packed`. */
  issues: Int32Array;
  firstDay: Int32Array;
  lastDay: Int32Array;
  /** Index in `GRANULARITIES` plus 1; 0 is no period. */
  granularity: Uint8Array;
  /** Numbers of an `Interner`; 0 where the table has no such column. */
  segment: Int32Array;
  goal: Int32Array;
  /** One array for each numeric column, NaN where there is no number; empty when there are too many rows. */
  values: Float64Array[];
  /** Records with their line ending and the lines behind them, of edited rows only. */
  own: (string | null)[] | null = null;
  private shifts: Shifts | null = null;
  private spliced = false;
  private capacity: number;

  constructor(capacity: number, valueColumns: number) {
    this.capacity = Math.max(8, capacity);
    const rows = this.capacity;
    this.start = new Int32Array(rows);
    this.length = new Int32Array(rows);
    this.flags = new Uint8Array(rows);
    this.issues = new Int32Array(rows);
    this.firstDay = new Int32Array(rows);
    this.lastDay = new Int32Array(rows);
    this.granularity = new Uint8Array(rows);
    this.segment = new Int32Array(rows);
    this.goal = new Int32Array(rows);
    const stored = rows * valueColumns <= MOST_VALUES ? valueColumns : 0;
    this.values = Array.from({ length: stored }, () => new Float64Array(rows));
  }

  /** Makes room for so many rows. */
  reserve(rows: number): void {
    if (rows <= this.capacity) return;
    this.capacity = Math.max(rows, Math.ceil(this.capacity * 1.5));
    if (this.values.length * this.capacity > MOST_VALUES) this.values = [];
    this.eachArray((array) => {
      const larger = new (array.constructor as new (length: number) => typeof array)(this.capacity);
      larger.set(array);
      return larger;
    });
  }

  /** Distance of a row's present place from that in the base text. */
  shift(row: number): number {
    return this.shifts === null ? 0 : this.shifts.get(row);
  }

  /** Adds a row at a place of the base text; what stands in it has to be set. */
  append(place: number): number {
    const row = this.count;
    this.reserve(row + 1);
    this.count = row + 1;
    this.start[row] = place;
    return row;
  }

  /** True when some row no longer stands where it was read. */
  get isMoved(): boolean {
    return this.shifts !== null || this.spliced;
  }

  /** Present place of a row. */
  place(row: number): number {
    return this.start[row]! + this.shift(row);
  }

  /** Moves `row` and all rows behind it. */
  move(row: number, distance: number): void {
    if (distance === 0 || row >= this.count) return;
    this.shifts ??= new Shifts(this.count);
    this.shifts.add(row, distance);
  }

  /** All distances, for a walk over the whole table. */
  allShifts(): Int32Array {
    return this.shifts?.all() ?? new Int32Array(this.count);
  }

  /** Makes room for `inserted` rows in the place of `removed` ones; what stands in it has to be set. */
  splice(row: number, removed: number, inserted: number): void {
    if (removed === inserted) return;
    const shifts = this.allShifts();
    const count = this.count + inserted - removed;
    this.reserve(count);
    this.eachArray((array) => array.copyWithin(row + inserted, row + removed, this.count));
    if (this.own !== null) {
      const blanks = new Array<string | null>(inserted).fill(null);
      this.own = this.own.slice(0, row).concat(blanks, this.own.slice(row + removed));
    }
    if (this.shifts !== null) {
      const all = new Int32Array(count);
      all.set(shifts.subarray(0, row));
      all.set(shifts.subarray(row + removed), row + inserted);
      this.shifts = Shifts.of(all);
    }
    this.count = count;
    this.spliced = true;
  }

  /** Gives a row its own text. */
  setOwn(row: number, text: string): void {
    this.own ??= new Array<string | null>(this.count).fill(null);
    this.own[row] = text;
  }

  /** Declares the present places those of a new base text. */
  rebase(places: Int32Array): void {
    this.start.set(places);
    this.own = null;
    this.shifts = null;
    this.spliced = false;
  }

  private eachArray(change: (array: Int32Array | Uint8Array | Float64Array) => unknown): void {
    this.start = change(this.start) as Int32Array;
    this.length = change(this.length) as Int32Array;
    this.flags = change(this.flags) as Uint8Array;
    this.issues = change(this.issues) as Int32Array;
    this.firstDay = change(this.firstDay) as Int32Array;
    this.lastDay = change(this.lastDay) as Int32Array;
    this.granularity = change(this.granularity) as Uint8Array;
    this.segment = change(this.segment) as Int32Array;
    this.goal = change(this.goal) as Int32Array;
    this.values = this.values.map((array) => change(array) as Float64Array);
  }
}
