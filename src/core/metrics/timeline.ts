import { firstIndex } from '../search';
import type { Percent } from '../document/types';
import { KeptPeriods } from './keptPeriods';
import { RateSums } from './mean';
import type { Retained } from './mean';
import type { NotebookPeriod } from './notebookPeriods';
import type { PeriodColumns } from './periodColumns';
import type { PointValue } from './point';
import type { Series } from './series';

/** How a timeline reads what the columns do not hold. */
export interface RowReader {
  value(row: number): PointValue;
  goal(row: number): Percent | null;
  name(row: number): string;
  hasRevenue(row: number): boolean;
}

/**
 * The periods of one segment in the order of time, with the totals of those that ended kept up to date. Of rows that
 * repeat a period the first in the file counts; the others wait in case it goes.
 *
 * Finding a period is a binary search; a change moves row numbers inside a list, never objects.
 */
export class Timeline implements Series {
  /** The rows that count, by time. */
  rows: number[] = [];
  /** The rows that repeat a period, by time and then by number. */
  private readonly repeats: number[] = [];
  /** Made when first asked for: of most segments nobody wants a mean. */
  private totals: RateSums | null = null;
  /** By row. */
  private readonly read = new KeptPeriods<number>();

  constructor(
    private readonly columns: PeriodColumns,
    private readonly reader: RowReader,
    private readonly today: number,
  ) {}

  /** Fills an empty timeline with rows in the order of the file; the list becomes its own. */
  load(rows: number[]): void {
    // Most files are in the order of time already and repeat no period.
    if (this.areInTime(rows)) {
      this.rows = rows;
      return;
    }
    rows.sort((a, b) => this.compare(a, b) || a - b);
    for (const [index, row] of rows.entries()) {
      const repeats = index > 0 && this.compare(rows[index - 1]!, row) === 0;
      (repeats ? this.repeats : this.rows).push(row);
    }
  }

  /** Whether each row is of a later period than the one before. */
  private areInTime(rows: readonly number[]): boolean {
    for (let index = 1; index < rows.length; index++) {
      if (this.compare(rows[index - 1]!, rows[index]!) >= 0) return false;
    }
    return true;
  }

  /** Adds a row that was read into the columns. */
  include(row: number): void {
    const place = this.placeOf(row);
    const present = this.rows[place];
    if (present === undefined || this.compare(present, row) !== 0) {
      this.rows.splice(place, 0, row);
      this.count(row);
    } else if (row < present) {
      this.discount(present);
      this.addRepeat(present);
      this.rows[place] = row;
      this.count(row);
    } else {
      this.addRepeat(row);
    }
  }

  /** Takes a row out; the columns must still hold what it was included with. */
  exclude(row: number): void {
    const place = this.placeOf(row);
    if (this.rows[place] !== row) {
      this.repeats.splice(this.repeatPlaceOf(row), 1);
      return;
    }
    this.discount(row);
    const next = this.repeatPlaceOf(row);
    const heir = this.repeats[next];
    if (heir === undefined || this.compare(heir, row) !== 0) {
      this.rows.splice(place, 1);
    } else {
      this.repeats.splice(next, 1);
      this.rows[place] = heir;
      this.count(heir);
    }
  }

  /** Rows from `row` on have got other numbers. */
  shift(row: number, by: number): void {
    let moved = false;
    for (const list of [this.rows, this.repeats]) {
      for (let i = 0; i < list.length; i++) {
        if (list[i]! < row) continue;
        list[i]! += by;
        moved = true;
      }
    }
    if (moved) this.read.forgetAll();
  }

  /** True when the row is the one that counts in its period. */
  counts(row: number): boolean {
    return this.rows[this.placeOf(row)] === row;
  }

  /** The totals of the periods that have ended. */
  get sums(): RateSums {
    if (this.totals === null) {
      this.totals = new RateSums();
      for (const row of this.rows) this.count(row);
    }
    return this.totals;
  }

  /** Adds what the row says to the totals, if its period has ended. */
  count(row: number): void {
    if (this.columns.last[row]! <= this.today) this.totals?.add(this.columns.retained(row));
  }

  /** Takes what the row says out of the totals; the columns must still hold what it was counted with. */
  discount(row: number): void {
    this.read.forget(row);
    if (this.columns.last[row]! <= this.today) this.totals?.remove(this.columns.retained(row));
  }

  /** The row that counts in a period, or null. */
  rowOf(firstDay: number, lastDay: number): number | null {
    const row = this.rows[this.placeOfDays(firstDay, lastDay)];
    return row !== undefined && this.columns.inTime(row, firstDay, lastDay) === 0 ? row : null;
  }

  get length(): number {
    return this.rows.length;
  }

  get ended(): number {
    return firstIndex(this.rows.length, (index) => this.lastDay(index) > this.today);
  }

  firstDay(index: number): number {
    return this.columns.first[this.rows[index]!]!;
  }

  lastDay(index: number): number {
    return this.columns.last[this.rows[index]!]!;
  }

  retained(index: number): Retained | null {
    return this.columns.retained(this.rows[index]!);
  }

  goal(index: number): Percent | null {
    return this.reader.goal(this.rows[index]!);
  }

  value(index: number): PointValue {
    return this.reader.value(this.rows[index]!);
  }

  name(index: number): string {
    return this.reader.name(this.rows[index]!);
  }

  valueOf([row]: readonly number[]): PointValue {
    return this.reader.value(row!);
  }

  nameOf([row]: readonly number[]): string {
    return this.reader.name(row!);
  }

  rowsAt(index: number): readonly number[] {
    return [this.rows[index]!];
  }

  kept(index: number): NotebookPeriod | undefined {
    return this.read.get(this.rows[index]!);
  }

  keep(index: number, period: NotebookPeriod): void {
    this.read.keep(this.rows[index]!, period);
  }

  hasRevenue(index: number): boolean {
    return this.reader.hasRevenue(this.rows[index]!);
  }

  private compare(a: number, b: number): number {
    return this.columns.inTime(a, this.columns.first[b]!, this.columns.last[b]!);
  }

  private placeOf(row: number): number {
    return this.placeOfDays(this.columns.first[row]!, this.columns.last[row]!);
  }

  private placeOfDays(firstDay: number, lastDay: number): number {
    return firstIndex(
      this.rows.length,
      (index) => this.columns.inTime(this.rows[index]!, firstDay, lastDay) >= 0,
    );
  }

  private addRepeat(row: number): void {
    this.repeats.splice(this.repeatPlaceOf(row), 0, row);
  }

  /** The place of the row among the repeats, or of the first one after it. */
  private repeatPlaceOf(row: number): number {
    return firstIndex(this.repeats.length, (index) => {
      const repeat = this.repeats[index]!;
      return (this.compare(repeat, row) || repeat - row) >= 0;
    });
  }
}
