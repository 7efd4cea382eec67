/** Places of the five counts inside a row's slice of `RowTable.counts`. */
export const START = 0;
export const NEW = 1;
export const LOST = 2;
export const END = 3;
export const REACTIVATED = 4;
export const COUNTS_PER_ROW = 5;

/** No row: the end of every chain of rows. */
export const NONE = -1;

/** The number of the blank segment, of rows for all customers. */
export const BLANK = 0;

/**
 * What the cross-row checks need of each row, one typed array per property, so that a pass over
 * 100 000 rows takes milliseconds and makes no garbage. Arrays grow by doubling; only the first
 * `length` rows count.
 */
export class RowTable {
  length = 0;

  /** First and last day of the row's period; NaN when it has none. */
  first = new Float64Array(0);
  last = new Float64Array(0);
  /** Number of the row's segment: `BLANK`, or in the order the segments were first met. */
  segment = new Int32Array(0);
  /** The granularities the period has, one bit each. */
  fits = new Uint8Array(0);
  /** Start, new, lost, end and reactivated of each row with the missing one derived; NaN is unknown. */
  counts = new Float64Array(0);
  /** A bit for each problem the row has: see `Flag`. */
  flags = new Uint32Array(0);

  /** The row of the same segment before this one in the file, and the other way round. */
  filePrevious = new Int32Array(0);
  fileNext = new Int32Array(0);
  /** The row of the same segment before this one in time, whatever the two share, and the other way round. */
  sortPrevious = new Int32Array(0);
  sortNext = new Int32Array(0);
  /** The row of the same segment that ended last before this one starts, and the other way round. */
  previous = new Int32Array(0);
  next = new Int32Array(0);
  /** The row this one repeats or overlaps. */
  rival = new Int32Array(0);
  /** The row for all customers in the same period. */
  total = new Int32Array(0);
  /** The segments' rows of a total row, as a chain: the total knows the first, each knows the one after. */
  firstMember = new Int32Array(0);
  nextMember = new Int32Array(0);

  /** Replaces `removed` rows at `row` by `inserted` empty ones. */
  splice(row: number, removed: number, inserted: number): void {
    const length = this.length + inserted - removed;
    this.reserve(length);
    for (const values of this.columns()) {
      const width = values === this.counts ? COUNTS_PER_ROW : 1;
      values.copyWithin((row + inserted) * width, (row + removed) * width, this.length * width);
      values.fill(0, row * width, (row + inserted) * width);
    }
    this.length = length;
  }

  /** Takes a row out of the order of its segment: it follows and precedes none. */
  unlink(row: number): void {
    this.filePrevious[row] = NONE;
    this.fileNext[row] = NONE;
    this.sortPrevious[row] = NONE;
    this.sortNext[row] = NONE;
    this.previous[row] = NONE;
    this.next[row] = NONE;
    this.rival[row] = NONE;
  }

  private columns(): (Float64Array | Int32Array | Uint32Array | Uint8Array)[] {
    return [
      this.first,
      this.last,
      this.segment,
      this.fits,
      this.counts,
      this.flags,
      this.filePrevious,
      this.fileNext,
      this.sortPrevious,
      this.sortNext,
      this.previous,
      this.next,
      this.rival,
      this.total,
      this.firstMember,
      this.nextMember,
    ];
  }

  private reserve(length: number): void {
    if (length <= this.first.length) return;
    const size = Math.max(16, length, this.first.length * 2);
    const grown = <T extends { set(from: T): void }>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.first = grown(new Float64Array(size), this.first);
    this.last = grown(new Float64Array(size), this.last);
    this.segment = grown(new Int32Array(size), this.segment);
    this.fits = grown(new Uint8Array(size), this.fits);
    this.counts = grown(new Float64Array(size * COUNTS_PER_ROW), this.counts);
    this.flags = grown(new Uint32Array(size), this.flags);
    this.filePrevious = grown(new Int32Array(size), this.filePrevious);
    this.fileNext = grown(new Int32Array(size), this.fileNext);
    this.sortPrevious = grown(new Int32Array(size), this.sortPrevious);
    this.sortNext = grown(new Int32Array(size), this.sortNext);
    this.previous = grown(new Int32Array(size), this.previous);
    this.next = grown(new Int32Array(size), this.next);
    this.rival = grown(new Int32Array(size), this.rival);
    this.total = grown(new Int32Array(size), this.total);
    this.firstMember = grown(new Int32Array(size), this.firstMember);
    this.nextMember = grown(new Int32Array(size), this.nextMember);
  }
}

/** Rows without a valid period belong to no order: they are not compared with others. */
export function hasPeriod(table: RowTable, row: number): boolean {
  return !Number.isNaN(table.first[row]!);
}
