import { Flag } from './flags';
import type { RowTable } from './rowTable';
import { hasPeriod, NONE } from './rowTable';

/**
 * The rows of each segment in the order of time, with what a new row at the end has to be compared to.
 * `push` and `pop` work on the last row of the file in constant time; `build` links all rows in one pass.
 */
export class SegmentChains {
  /** For each segment: its last row in the file, its last row in time, and the row that ends last. */
  lastInFile = new Int32Array(0);
  lastInTime = new Int32Array(0);
  endsLast = new Int32Array(0);

  constructor(private readonly table: RowTable) {}

  /** Links all rows anew. `segments` is how many segments there are. */
  build(segments: number): void {
    this.lastInFile = new Int32Array(segments).fill(NONE);
    this.lastInTime = new Int32Array(segments).fill(NONE);
    this.endsLast = new Int32Array(segments).fill(NONE);
    const { table } = this;
    const unsorted = this.linkInFileOrder();
    for (let row = 0; row < table.length; row++) {
      const segment = table.segment[row]!;
      if (hasPeriod(table, row) && unsorted[segment] === 0) this.append(row, segment);
    }
    for (const rows of this.sortedRowsOf(unsorted)) {
      for (const row of rows) this.append(row, table.segment[row]!);
    }
  }

  /** The segment's last row in time, or `NONE`. */
  lastOf(segment: number): number {
    return this.lastInTime[segment] ?? NONE;
  }

  /** True when the row, the last one of the file, comes last in its segment's time too. */
  canPush(row: number): boolean {
    const last = this.lastInTime[this.table.segment[row]!] ?? NONE;
    return last === NONE || !comesBefore(this.table, row, last);
  }

  /** The row's segment must be one of those that were built. */
  push(row: number): void {
    const segment = this.table.segment[row]!;
    this.follow(row, segment);
    this.append(row, segment);
  }

  /** True when the row, the last one of the file, was or could have been pushed. */
  canPop(row: number): boolean {
    return this.lastInTime[this.table.segment[row]!] === row;
  }

  /** Takes the last row of the file out; every row and flag is then as if it had never been there. */
  pop(row: number): void {
    const { table } = this;
    const segment = table.segment[row]!;
    const before = table.sortPrevious[row]!;
    const above = table.filePrevious[row]!;
    this.lastInFile[segment] = above;
    this.lastInTime[segment] = before;
    if (above !== NONE) table.fileNext[above] = NONE;
    if (before !== NONE) table.sortNext[before] = NONE;
    if (this.endsLast[segment] === row) {
      this.endsLast[segment] = table.flags[row]! & Flag.overlap ? table.rival[row]! : table.previous[row]!;
    }
    const previous = table.previous[row]!;
    if (previous !== NONE) table.next[previous] = NONE;
    if (table.flags[row]! & Flag.repeats && !(table.flags[before]! & Flag.repeats)) {
      table.flags[before]! &= ~Flag.repeated;
    }
  }

  /** Clears the links, notes who precedes whom in the file, and tells which segments are out of order. */
  private linkInFileOrder(): Uint8Array {
    const { table, lastInFile } = this;
    const unsorted = new Uint8Array(lastInFile.length);
    for (let row = 0; row < table.length; row++) {
      table.unlink(row);
      if (!hasPeriod(table, row)) continue;
      const segment = table.segment[row]!;
      const before = lastInFile[segment]!;
      if (before !== NONE && comesBefore(table, row, before)) unsorted[segment] = 1;
      this.follow(row, segment);
    }
    return unsorted;
  }

  private follow(row: number, segment: number): void {
    const { table } = this;
    const before = this.lastInFile[segment]!;
    table.filePrevious[row] = before;
    if (before !== NONE) table.fileNext[before] = row;
    this.checkOrder(row);
    this.lastInFile[segment] = row;
  }

  /** R405: in the file a row stands behind one of its segment that begins later. */
  checkOrder(row: number): void {
    const { table } = this;
    const before = table.filePrevious[row]!;
    const isLate = before !== NONE && table.first[row]! < table.first[before]!;
    table.flags[row] = isLate ? table.flags[row]! | Flag.order : table.flags[row]! & ~Flag.order;
  }

  /** Which of two rows of a segment comes first in time; of equal periods the one that does in the file. */
  inTime(a: number, b: number): number {
    const { first, last } = this.table;
    return first[a]! - first[b]! || last[a]! - last[b]! || a - b;
  }

  /** Puts a row behind all others of its segment in time. */
  append(row: number, segment: number): void {
    const { table } = this;
    const before = this.lastInTime[segment]!;
    const longest = this.endsLast[segment]!;
    table.sortPrevious[row] = before;
    this.lastInTime[segment] = row;
    if (before === NONE) {
      this.endsLast[segment] = row;
      return;
    }
    table.sortNext[before] = row;
    if (table.first[before] === table.first[row] && table.last[before] === table.last[row]) {
      table.flags[before]! |= Flag.repeated;
      table.flags[row]! |= Flag.repeated | Flag.repeats;
      table.rival[row] = table.flags[before]! & Flag.repeats ? table.rival[before]! : before;
      return;
    }
    if (table.last[longest]! >= table.first[row]!) {
      table.flags[row]! |= Flag.overlap;
      table.rival[row] = longest;
    } else {
      table.previous[row] = longest;
      table.next[longest] = row;
    }
    if (table.last[row]! > table.last[longest]!) this.endsLast[segment] = row;
  }

  /** The rows of each segment that is out of order, in the order of time; equal periods in file order. */
  private sortedRowsOf(unsorted: Uint8Array): number[][] {
    const { table } = this;
    const rows: number[][] = [];
    const place = new Map<number, number[]>();
    for (let row = 0; row < table.length; row++) {
      const segment = table.segment[row]!;
      if (unsorted[segment] === 0 || !hasPeriod(table, row)) continue;
      let list = place.get(segment);
      if (list === undefined) {
        list = [];
        place.set(segment, list);
        rows.push(list);
      }
      list.push(row);
    }
    for (const list of rows) {
      list.sort((a, b) => this.inTime(a, b));
    }
    return rows;
  }
}

function comesBefore(table: RowTable, a: number, b: number): boolean {
  const days = table.first[a]! - table.first[b]!;
  return days < 0 || (days === 0 && table.last[a]! < table.last[b]!);
}
