import { Flag } from './flags';
import type { RowTable } from './rowTable';
import { BLANK, COUNTS_PER_ROW, hasPeriod, NONE } from './rowTable';

/** Periods longer than this many days (over 11 000 years) are not looked up; no number is confused then. */
const LONGEST = 2 ** 22;

/**
 * Finds, for each row of a segment, the row for all customers (blank segment) of the same period, and checks
 * that the segments add up to it (R508).
 */
export class TotalRows {
  private byPeriod = new Map<number, number>();

  constructor(private readonly table: RowTable) {}

  /** Links all rows anew. `segments` is how many there are, the blank one included. */
  build(segments: number): void {
    const { table } = this;
    this.byPeriod = new Map();
    table.total.fill(NONE, 0, table.length);
    table.firstMember.fill(NONE, 0, table.length);
    table.nextMember.fill(NONE, 0, table.length);
    if (segments < 2) return;
    for (let row = 0; row < table.length; row++) {
      if (table.segment[row] === BLANK && hasPeriod(table, row)) this.addTotal(row);
    }
    if (this.byPeriod.size === 0) return;
    for (let row = 0; row < table.length; row++) {
      if (table.segment[row] !== BLANK && hasPeriod(table, row)) this.addMember(row);
    }
    for (const row of this.byPeriod.values()) this.check(row);
  }

  /** Adds the last row of the file, a segment's. */
  addMember(row: number): void {
    const { table } = this;
    const total = this.byPeriod.get(periodKey(table, row)) ?? NONE;
    table.total[row] = total;
    table.nextMember[row] = NONE;
    if (total === NONE) return;
    table.nextMember[row] = table.firstMember[total]!;
    table.firstMember[total] = row;
  }

  /** Takes the last row of the file, a segment's, out again. */
  removeMember(row: number): void {
    const { table } = this;
    const total = table.total[row]!;
    if (total !== NONE) table.firstMember[total] = table.nextMember[row]!;
  }

  /** Takes a segment's row out from anywhere. */
  takeOut(row: number): void {
    const { table } = this;
    const total = table.total[row]!;
    table.total[row] = NONE;
    if (total === NONE) return;
    const after = table.nextMember[row]!;
    table.nextMember[row] = NONE;
    if (table.firstMember[total] === row) {
      table.firstMember[total] = after;
      return;
    }
    let member = table.firstMember[total]!;
    while (table.nextMember[member] !== row) member = table.nextMember[member]!;
    table.nextMember[member] = after;
  }

  /** Puts a segment's row in anywhere: the members of a total come from the last in the file to the first. */
  putIn(row: number): void {
    const { table } = this;
    const total = this.byPeriod.get(periodKey(table, row)) ?? NONE;
    table.total[row] = total;
    if (total === NONE) return;
    const first = table.firstMember[total]!;
    if (first < row) {
      table.nextMember[row] = first;
      table.firstMember[total] = row;
      return;
    }
    let member = first;
    while (table.nextMember[member]! > row) member = table.nextMember[member]!;
    table.nextMember[row] = table.nextMember[member]!;
    table.nextMember[member] = row;
  }

  /** Compares a total row with the sum of its segments; counts that a segment does not know are left alone. */
  check(total: number): void {
    const { table } = this;
    let flags = table.flags[total]! & ~(Flag.total * 0b11111);
    if (table.firstMember[total] !== NONE && !this.isAmbiguous(total)) {
      for (let count = 0; count < COUNTS_PER_ROW; count++) {
        const whole = table.counts[total * COUNTS_PER_ROW + count]!;
        // Not a number compares as false: an unknown count adds up to nothing.
        if (Math.abs(this.sum(total, count) - whole) > 1e-6) flags |= Flag.total << count;
      }
    }
    table.flags[total] = flags;
  }

  /** Sum of one count over the segments of a total row; NaN when one of them does not know it. */
  sum(total: number, count: number): number {
    const { table } = this;
    let sum = 0;
    for (let row = table.firstMember[total]!; row !== NONE; row = table.nextMember[row]!) {
      sum += table.counts[row * COUNTS_PER_ROW + count]!;
    }
    return sum;
  }

  /** A period given twice for a segment makes every sum meaningless; R403 says so already. */
  private isAmbiguous(total: number): boolean {
    const { table } = this;
    if (table.flags[total]! & Flag.repeated) return true;
    for (let row = table.firstMember[total]!; row !== NONE; row = table.nextMember[row]!) {
      if (table.flags[row]! & Flag.repeated) return true;
    }
    return false;
  }

  private addTotal(row: number): void {
    const key = periodKey(this.table, row);
    if (!Number.isNaN(key) && !this.byPeriod.has(key)) this.byPeriod.set(key, row);
  }
}

function periodKey(table: RowTable, row: number): number {
  const days = table.last[row]! - table.first[row]!;
  return days < LONGEST ? table.first[row]! * LONGEST + days : Number.NaN;
}
