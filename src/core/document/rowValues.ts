import type { Loaded } from './load';
import type { ColumnId, Percent } from './types';

/**
 * What the cells of all rows say, one typed array per property, by row: for a walk over the whole table that makes no
 * object per row. Arrays may be longer than the table. They are the document's own and hold until its next `apply`:
 * only to be read.
 */
export interface RowValues {
  readonly rowCount: number;
  /** First and last day of the period; 0 where there is none. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Place of the period's granularity in `GRANULARITIES` plus 1; 0 is no period. */
  readonly granularity: Uint8Array;
  /** Place of the segment in `segmentNames`; 0 is the blank one. */
  readonly segment: Int32Array;
  /** Segments in the order in which they were first met; some may have no row any more. */
  readonly segmentNames: readonly string[];
  /** Number of the row's own goal, for `goalOf`; 0 is none. */
  readonly goal: Int32Array;
  goalOf(goal: number): Percent | null;
  /** The numbers of a column, NaN where a cell holds none; null without such a column. */
  numbers(id: ColumnId): Float64Array | null;
}

/** The values of a text that was read. */
export class TableValues implements RowValues {
  readonly rowCount: number;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  readonly granularity: Uint8Array;
  readonly segment: Int32Array;
  readonly goal: Int32Array;

  constructor(
    private readonly loaded: Loaded,
    private readonly slotOf: (id: ColumnId) => number | undefined,
    private readonly numberAt: (row: number, id: ColumnId) => number | null,
  ) {
    const { table } = loaded;
    this.rowCount = table.count;
    this.firstDay = table.firstDay;
    this.lastDay = table.lastDay;
    this.granularity = table.granularity;
    this.segment = table.segment;
    this.goal = table.goal;
  }

  get segmentNames(): readonly string[] {
    return this.loaded.examiner?.segments.texts ?? [''];
  }

  goalOf(goal: number): Percent | null {
    return this.loaded.examiner?.goals.goalOf(goal) ?? null;
  }

  numbers(id: ColumnId): Float64Array | null {
    const slot = this.slotOf(id);
    if (slot === undefined) return null;
    // A table too large to keep all its numbers reads those that are asked for.
    return (
      this.loaded.table.values[slot] ??
      Float64Array.from({ length: this.rowCount }, (_, row) => this.numberAt(row, id) ?? Number.NaN)
    );
  }
}
