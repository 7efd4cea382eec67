import type { DocumentChange, ProblemCounts } from '../document/types';
import type { Severity } from '../document/problem';
import type { TouchedRows } from '../checks/rowLinks';

/** Errors first: the order in which problems matter. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

const BITS: Readonly<Record<Severity, number>> = { error: 1, warning: 2, info: 4 };
const ANY = 7;

/** What is asked of the rows. */
interface Source {
  readonly rowCount: () => number;
  /** How many problems of each severity a row has, or null for none. */
  readonly countsOf: (row: number) => ProblemCounts | null;
}

/**
 * Which rows have problems, and how severe ones, so that the few among many are found without asking each row. An
 * edit costs the rows it touches.
 */
export class ProblemRows {
  private marks = new Uint8Array(0);
  private length = 0;
  private known = false;

  constructor(private readonly source: Source) {}

  /** Follows an edit; `touched` are the rows, of the present text, that may have other problems. */
  update({ firstRow, removedRows, insertedRows }: DocumentChange, touched: TouchedRows): void {
    if (!this.known) return;
    if (touched === 'all') {
      this.known = false;
      return;
    }
    if (removedRows !== insertedRows) this.splice(firstRow, removedRows, insertedRows);
    for (const row of touched) this.marks[row] = this.marksOf(row);
  }

  /** Rows with a problem, or with one of a severity, in their order. */
  *rows(severity?: Severity): Generator<number> {
    this.read();
    const bits = severity === undefined ? ANY : BITS[severity];
    for (let row = 0; row < this.length; row++) {
      if ((this.marks[row]! & bits) !== 0) yield row;
    }
  }

  private read(): void {
    if (this.known) return;
    this.length = this.source.rowCount();
    this.marks = new Uint8Array(this.length);
    for (let row = 0; row < this.length; row++) this.marks[row] = this.marksOf(row);
    this.known = true;
  }

  private marksOf(row: number): number {
    const counts = this.source.countsOf(row);
    if (counts === null) return 0;
    let marks = 0;
    for (const severity of SEVERITIES) if (counts[severity] > 0) marks |= BITS[severity];
    return marks;
  }

  private splice(row: number, removed: number, inserted: number): void {
    const length = this.length + inserted - removed;
    if (length > this.marks.length) {
      const grown = new Uint8Array(Math.max(16, length, this.marks.length * 2));
      grown.set(this.marks);
      this.marks = grown;
    }
    this.marks.copyWithin(row + inserted, row + removed, this.length);
    this.length = length;
  }
}
