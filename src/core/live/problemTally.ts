import { countBits, ERRORS, INFOS, WARNINGS } from '../checks/flags';
import type { RowLinks, TouchedRows } from '../checks/rowLinks';
import type { DocumentChange, ProblemCounts } from '../document/types';

/** How many problems the checks find, by severity, kept up to date at the cost of the rows that change. */
export class ProblemTally {
  /** The bits of each row that are counted in `sums`. */
  private counted = new Uint32Array(0);
  private length = 0;
  private readonly sums = { error: 0, warning: 0, info: 0 };

  constructor(private readonly links: RowLinks) {
    this.countAll();
  }

  get counts(): ProblemCounts {
    return this.sums;
  }

  /** Follows an edit that the links have already made. */
  update(change: DocumentChange, touched: TouchedRows): void {
    if (change.whole) {
      this.countAll();
      return;
    }
    const { firstRow, removedRows, insertedRows } = change;
    for (let row = firstRow; row < firstRow + removedRows; row++) this.add(this.counted[row]!, -1);
    this.splice(firstRow, removedRows, insertedRows);
    if (touched === 'all') {
      for (let row = 0; row < this.length; row++) this.count(row);
    } else {
      for (const row of touched) this.count(row);
    }
  }

  private countAll(): void {
    this.length = this.links.table.length;
    this.counted = new Uint32Array(this.length);
    this.sums.error = this.sums.warning = this.sums.info = 0;
    for (let row = 0; row < this.length; row++) this.count(row);
  }

  private count(row: number): void {
    const flags = this.links.table.flags[row]!;
    const before = this.counted[row]!;
    if (flags === before) return;
    this.add(before, -1);
    this.add(flags, 1);
    this.counted[row] = flags;
  }

  private add(flags: number, sign: 1 | -1): void {
    if (flags === 0) return;
    this.sums.error += sign * countBits(flags & ERRORS);
    this.sums.warning += sign * countBits(flags & WARNINGS);
    this.sums.info += sign * countBits(flags & INFOS);
  }

  private splice(row: number, removed: number, inserted: number): void {
    const length = this.length + inserted - removed;
    if (length > this.counted.length) {
      const grown = new Uint32Array(Math.max(16, length, this.counted.length * 2));
      grown.set(this.counted);
      this.counted = grown;
    }
    this.counted.copyWithin(row + inserted, row + removed, this.length);
    this.counted.fill(0, row, row + inserted);
    this.length = length;
  }
}
