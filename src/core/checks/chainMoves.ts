import { Flag } from './flags';
import type { RowTable } from './rowTable';
import { hasPeriod, NONE } from './rowTable';
import type { SegmentChains } from './segmentChains';

/** What a row owes to the rows before it in time. */
const BOUND = Flag.overlap | Flag.repeats;

/**
 * Takes single rows out of the chains of their segments and puts them in elsewhere. After a row that neither repeats
 * nor overlaps another, what comes later depends on nothing before it: so only the rows from such a one to the next
 * such one are linked anew.
 */
export class ChainMoves {
  constructor(
    private readonly table: RowTable,
    private readonly chains: SegmentChains,
  ) {}

  /** The table must still hold the row's old period and segment. @param touched is told which rows were looked at */
  takeOut(row: number, touched: Set<number>): void {
    const { table, chains } = this;
    if (!hasPeriod(table, row)) return;
    const segment = table.segment[row]!;
    const [above, below] = [table.filePrevious[row]!, table.fileNext[row]!];
    this.joinInFile(segment, above, below);
    const [before, after] = [table.sortPrevious[row]!, table.sortNext[row]!];
    if (before !== NONE) table.sortNext[before] = after;
    if (after === NONE) chains.lastInTime[segment] = before;
    else table.sortPrevious[after] = before;
    table.unlink(row);
    this.replay(segment, before, after, after, touched);
  }

  /**
   * The table must hold the row's new period and segment.
   *
   * @param pending rows that were taken out and are still to be put in: they are no neighbours yet
   */
  putIn(row: number, touched: Set<number>, pending: ReadonlySet<number>): void {
    const { table, chains } = this;
    if (!hasPeriod(table, row)) return;
    const segment = table.segment[row]!;
    const above = this.inFile(row, segment, -1, pending);
    const below = above === NONE ? this.inFile(row, segment, 1, pending) : table.fileNext[above]!;
    this.joinInFile(segment, above, row);
    this.joinInFile(segment, row, below);
    let before = above === NONE ? chains.lastInTime[segment]! : above;
    let after = before === NONE ? NONE : table.sortNext[before]!;
    while (before !== NONE && chains.inTime(before, row) > 0) {
      after = before;
      before = table.sortPrevious[before]!;
    }
    while (after !== NONE && chains.inTime(after, row) < 0) {
      before = after;
      after = table.sortNext[after]!;
    }
    table.sortPrevious[row] = before;
    table.sortNext[row] = after;
    if (before !== NONE) table.sortNext[before] = row;
    if (after === NONE) chains.lastInTime[segment] = row;
    else table.sortPrevious[after] = row;
    this.replay(segment, before, row, after, touched);
  }

  /** Makes two rows neighbours in the file; either may be none. */
  private joinInFile(segment: number, above: number, below: number): void {
    const { table, chains } = this;
    if (above !== NONE) table.fileNext[above] = below;
    if (below === NONE) chains.lastInFile[segment] = above;
    else {
      table.filePrevious[below] = above;
      chains.checkOrder(below);
    }
  }

  /** The nearest row of a segment above (−1) or below (1) another row, or none. */
  private inFile(from: number, segment: number, step: 1 | -1, pending: ReadonlySet<number>): number {
    const { table } = this;
    for (let row = from + step; row >= 0 && row < table.length; row += step) {
      if (table.segment[row] === segment && hasPeriod(table, row) && !pending.has(row)) return row;
    }
    return NONE;
  }

  /**
   * Links the rows around a place anew.
   *
   * @param before the row before the place in time, and `from` the one at it
   * @param old the first row behind the place that was there before
   */
  private replay(segment: number, before: number, from: number, old: number, touched: Set<number>): void {
    const { table, chains } = this;
    const { flags } = table;
    let start = before;
    let row = from;
    while (start !== NONE && (flags[start]! & BOUND) !== 0) {
      row = start;
      start = table.sortPrevious[start]!;
    }
    if (start !== NONE) {
      flags[start]! &= ~Flag.repeated;
      table.next[start] = NONE;
      touched.add(start);
    }
    const [lastInTime, endsLast] = [chains.lastInTime[segment]!, chains.endsLast[segment]!];
    chains.lastInTime[segment] = chains.endsLast[segment] = start;
    let isBehind = false;
    for (; row !== NONE; row = table.sortNext[row]!) {
      const after = table.sortNext[row]!;
      const wasFree = (flags[row]! & BOUND) === 0;
      isBehind ||= row === old;
      flags[row]! &= ~(BOUND | Flag.repeated);
      table.previous[row] = table.rival[row] = NONE;
      const kept = table.next[row]!;
      table.next[row] = NONE;
      touched.add(row);
      chains.append(row, segment);
      if (!isBehind || !wasFree || (flags[row]! & BOUND) !== 0) continue;
      // From here on all is as before.
      table.next[row] = kept;
      [chains.lastInTime[segment], chains.endsLast[segment]] = [lastInTime, endsLast];
      if (after !== NONE && (flags[after]! & Flag.repeats) !== 0) flags[row]! |= Flag.repeated;
      return;
    }
  }
}
