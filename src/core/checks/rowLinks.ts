import type { DocumentChange, RetentionDocument } from '../document/types';
import { ChainMoves } from './chainMoves';
import { Flag, LINK_FLAGS, REPORTED } from './flags';
import { touchAround, touchReferring } from './neighbours';
import { RowReader } from './rowReader';
import { BLANK, COUNTS_PER_ROW, END, hasPeriod, NONE, RowTable, START } from './rowTable';
import { SegmentChains } from './segmentChains';
import { TotalRows } from './totalRows';

/** More rows at once are linked anew in one pass over all. */
const MOST_MOVED = 16;

/** Rows that may say something else than before; `all` after a change of the order or of the settings. */
export type TouchedRows = 'all' | readonly number[];

/** What an edit did to the links. */
export interface LinkChange {
  readonly rows: TouchedRows;
  /** The segments that the changed rows had or have; `all` where all rows may say something else. */
  readonly segments: 'all' | ReadonlySet<string>;
  /** True when a row came, went, or has another period or segment now. */
  readonly moved: boolean;
}

/**
 * Knows how the rows belong together (previous and next period of a segment, repeated and overlapping periods, the
 * total row of a period's segments) and which of the checks R403–R406 and R501–R508 each row fails.
 *
 * Cost of an update: a changed count looks at its row, the ones before and after it, its total, and the rows that
 * overlap it; an appended row is constant too; a changed period or segment looks at the rows around the old and the
 * new place. A row that comes or goes in the middle, and a total row that moves, relink all rows in one pass over typed
 * arrays.
 */
export class RowLinks {
  readonly table = new RowTable();
  readonly totals = new TotalRows(this.table);
  private readonly chains = new SegmentChains(this.table);
  private readonly moves = new ChainMoves(this.table, this.chains);
  private reader: RowReader;
  /** How many segments the links were last built for. */
  private linkedSegments = 0;
  /** The granularity the rows were last checked for, as `RowReader.expectedGranularity` has it. */
  private granularity = 0;

  constructor(private readonly document: RetentionDocument) {
    this.reader = new RowReader(document, this.table);
    this.readAll();
  }

  /** Follows an edit that the document has already made. */
  update(change: DocumentChange): LinkChange {
    const { firstRow, removedRows, insertedRows } = change;
    if (change.whole) {
      this.readAll();
      return { rows: 'all', segments: 'all', moved: true };
    }
    const moved = removedRows !== insertedRows || this.anyRowMoves(firstRow, insertedRows);
    const segments = new Set<string>();
    this.addSegments(firstRow, removedRows, segments);
    const rows = this.afterGranularity(
      !moved
        ? this.recount(firstRow, insertedRows)
        : removedRows === insertedRows && insertedRows <= MOST_MOVED
          ? this.move(firstRow, insertedRows)
          : this.replace(firstRow, removedRows, insertedRows),
    );
    this.addSegments(firstRow, insertedRows, segments);
    return { rows, segments: rows === 'all' ? rows : segments, moved };
  }

  /** The rows of a segment that have a period, the latest one first. */
  *backwards(segment: string): Generator<number> {
    const number = this.reader.numberOf(segment);
    if (number === undefined) return;
    for (let row = this.chains.lastOf(number); row !== NONE; row = this.table.sortPrevious[row]!) yield row;
  }

  /** The first row in the file with the period and the segment of a row. */
  firstOfPeriod(row: number): number {
    return this.table.flags[row]! & Flag.repeats ? this.table.rival[row]! : row;
  }

  /** True when a check of the row fails; cheap. */
  hasProblems(row: number): boolean {
    return (this.table.flags[row]! & REPORTED) !== 0;
  }

  private readAll(): void {
    this.reader = new RowReader(this.document, this.table);
    this.table.splice(0, this.table.length, this.document.rowCount);
    this.reader.read(0, this.table.length);
    this.link();
  }

  private link(): void {
    const { flags, length } = this.table;
    for (let row = 0; row < length; row++) flags[row]! &= ~LINK_FLAGS;
    this.linkedSegments = this.reader.segmentNames.length;
    this.chains.build(this.linkedSegments);
    this.totals.build(this.linkedSegments);
    this.checkGranularity();
    for (let row = 0; row < length; row++) this.checkContinuity(row);
  }

  /** R404 of all rows depends on which granularity most of them have. */
  private afterGranularity(touched: TouchedRows): TouchedRows {
    if (this.reader.expectedGranularity() === this.granularity) return touched;
    this.checkGranularity();
    return 'all';
  }

  private checkGranularity(): void {
    this.granularity = this.reader.expectedGranularity();
    for (let row = 0; row < this.table.length; row++) this.checkGranularityOf(row);
  }

  private checkGranularityOf(row: number): void {
    const { flags, fits } = this.table;
    const differs = hasPeriod(this.table, row) && (fits[row]! & this.granularity) === 0;
    flags[row] = differs ? flags[row]! | Flag.granularity : flags[row]! & ~Flag.granularity;
  }

  /** R504: a period starts with as many customers as the one before it ended with. */
  private checkContinuity(row: number): void {
    const { flags, counts, previous } = this.table;
    const before = previous[row]!;
    let breaks = false;
    if (before !== NONE && ((flags[row]! | flags[before]!) & Flag.repeated) === 0) {
      const start = counts[row * COUNTS_PER_ROW + START]!;
      const end = counts[before * COUNTS_PER_ROW + END]!;
      breaks = start < end || start > end;
    }
    flags[row] = breaks ? flags[row]! | Flag.continuity : flags[row]! & ~Flag.continuity;
  }

  private anyRowMoves(firstRow: number, rows: number): boolean {
    for (let row = firstRow; row < firstRow + rows; row++) {
      if (this.reader.moves(row)) return true;
    }
    return false;
  }

  private addSegments(firstRow: number, rows: number, segments: Set<string>): void {
    for (let row = firstRow; row < firstRow + rows; row++) segments.add(this.reader.segmentOf(row));
  }

  /** Rows whose period and segment are as before. */
  private recount(firstRow: number, rows: number): number[] {
    const { table } = this;
    const touched = new Set<number>();
    for (let row = firstRow; row < firstRow + rows; row++) {
      const linked = table.flags[row]! & LINK_FLAGS;
      this.reader.read(row);
      table.flags[row]! |= linked;
      touchAround(this.table, row, touched);
    }
    for (const row of touched) this.recheck(row);
    for (let row = firstRow; row < firstRow + rows; row++) touchReferring(this.table, row, touched);
    return [...touched].sort((a, b) => a - b);
  }

  /** Rows of which some have another period or segment: these take other places. */
  private move(firstRow: number, rows: number): TouchedRows {
    const touched = new Set<number>();
    const moving: number[] = [];
    for (let row = firstRow; row < firstRow + rows; row++) {
      touchAround(this.table, row, touched);
      touchReferring(this.table, row, touched);
      if (this.reader.moves(row)) moving.push(row);
    }
    let isLinked = !moving.some((row) => this.isTotal(row));
    if (isLinked) for (const row of moving) this.takeOut(row, touched);
    for (let row = firstRow; row < firstRow + rows; row++) {
      const linked = moving.includes(row) ? 0 : this.table.flags[row]! & LINK_FLAGS;
      this.reader.read(row);
      this.table.flags[row]! |= linked;
    }
    isLinked &&= this.reader.segmentNames.length <= this.linkedSegments;
    if (!isLinked || moving.some((row) => this.isTotal(row))) {
      this.link();
      return 'all';
    }
    const pending = new Set(moving);
    for (const row of moving) {
      pending.delete(row);
      this.putIn(row, touched, pending);
    }
    for (let row = firstRow; row < firstRow + rows; row++) {
      touchAround(this.table, row, touched);
      touchReferring(this.table, row, touched);
    }
    for (const row of touched) this.recheck(row);
    return [...touched].sort((a, b) => a - b);
  }

  private takeOut(row: number, touched: Set<number>): void {
    this.totals.takeOut(row);
    this.moves.takeOut(row, touched);
  }

  private putIn(row: number, touched: Set<number>, pending: ReadonlySet<number>): void {
    this.moves.putIn(row, touched, pending);
    if (hasPeriod(this.table, row)) this.totals.putIn(row);
    this.checkGranularityOf(row);
  }

  /** Rows at the end of the file are taken out and put in one by one; otherwise all links are built anew. */
  private replace(firstRow: number, removedRows: number, insertedRows: number): TouchedRows {
    const { table } = this;
    const touched = new Set<number>();
    const endsFile = firstRow + removedRows === table.length;
    let linked = endsFile && this.popAll(firstRow, touched);
    table.splice(firstRow, removedRows, insertedRows);
    for (let row = firstRow; row < firstRow + insertedRows; row++) {
      this.reader.read(row);
      linked = linked && this.push(row);
      if (linked) touchAround(this.table, row, touched);
    }
    if (!linked) {
      this.link();
      return 'all';
    }
    const left = [...touched].filter((row) => row < table.length);
    for (const row of left) this.recheck(row);
    return left.sort((a, b) => a - b);
  }

  private popAll(firstRow: number, touched: Set<number>): boolean {
    for (let row = this.table.length - 1; row >= firstRow; row--) {
      touchAround(this.table, row, touched);
      if (!this.pop(row)) return false;
    }
    return true;
  }

  private pop(row: number): boolean {
    const { table } = this;
    if (!hasPeriod(table, row)) return true;
    if (this.isTotal(row) || !this.chains.canPop(row)) return false;
    this.totals.removeMember(row);
    this.chains.pop(row);
    return true;
  }

  private push(row: number): boolean {
    const { table } = this;
    table.unlink(row);
    table.total[row] = NONE;
    table.firstMember[row] = NONE;
    table.nextMember[row] = NONE;
    if (this.reader.segmentNames.length > this.linkedSegments) return false;
    if (!hasPeriod(table, row)) return true;
    if (this.isTotal(row) || !this.chains.canPush(row)) return false;
    this.chains.push(row);
    this.totals.addMember(row);
    this.checkGranularityOf(row);
    return true;
  }

  /** A row for all customers in a file that has segments too: rows before it may belong to it. */
  private isTotal(row: number): boolean {
    return this.linkedSegments > 1 && this.table.segment[row] === BLANK;
  }

  private recheck(row: number): void {
    this.checkContinuity(row);
    this.totals.check(row);
  }
}
