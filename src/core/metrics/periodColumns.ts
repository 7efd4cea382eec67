import type { Granularity, RetentionDocument } from '../document/types';
import type { Retained } from './mean';
import { retainedIn } from './point';
import { fitsGranularity } from './yearPlace';

/** No segment: the row has no period of the file's granularity and takes no part. */
export const NO_SEGMENT = -1;

const NOBODY: Retained = { held: 0, start: 0 };

/**
 * What the totals need of each row, one typed array per property: 100 000 rows are read without leaving an object
 * behind. A row is known by its number; `splice` moves the numbers as the document does.
 */
export class PeriodColumns {
  length = 0;
  /** First and last day of the row's period. */
  first = new Float64Array(0);
  last = new Float64Array(0);
  /** Who stayed, of how many; NaN is unknown. */
  held = new Float64Array(0);
  start = new Float64Array(0);
  /** Number of the row's segment, or `NO_SEGMENT`. */
  segment = new Int32Array(0);
  /** Names of the segments met so far, by their number. */
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly document: Pick<RetentionDocument, 'settings' | 'number' | 'period' | 'segment'>,
    private readonly granularity: Granularity,
  ) {}

  /** Replaces `removed` rows at `row` by `inserted` ones that are still to be read. */
  splice(row: number, removed: number, inserted: number): void {
    const length = this.length + inserted - removed;
    if (length > this.first.length) this.grow(Math.max(16, length, this.first.length * 2));
    for (const values of [this.first, this.last, this.held, this.start, this.segment]) {
      values.copyWithin(row + inserted, row + removed, this.length);
    }
    this.segment.fill(NO_SEGMENT, row, row + inserted);
    this.length = length;
  }

  /** Reads a row from the document. */
  read(row: number): void {
    const period = this.document.period(row);
    if (period === null || !fitsGranularity(period, this.granularity)) {
      this.segment[row] = NO_SEGMENT;
      return;
    }
    this.first[row] = period.firstDay;
    this.last[row] = period.lastDay;
    this.segment[row] = this.numberFor(this.document.segment(row));
    const retained = retainedIn(this.document, row);
    this.held[row] = retained === null ? Number.NaN : retained.held;
    this.start[row] = retained === null ? Number.NaN : retained.start;
  }

  /** True when the document has the row in another period or segment than when it was read. */
  moves(row: number): boolean {
    const period = this.document.period(row);
    const number = this.segment[row]!;
    if (period === null || !fitsGranularity(period, this.granularity)) return number !== NO_SEGMENT;
    return (
      number === NO_SEGMENT ||
      period.firstDay !== this.first[row] ||
      period.lastDay !== this.last[row] ||
      this.document.segment(row) !== this.names[number]
    );
  }

  retained(row: number): Retained | null {
    const start = this.start[row]!;
    if (start === 0) return NOBODY;
    return Number.isNaN(start) ? null : { held: this.held[row]!, start };
  }

  /** By the end, so that the complete periods come first; then by the beginning. 0 for the same period. */
  inTime(row: number, firstDay: number, lastDay: number): number {
    return this.last[row]! - lastDay || this.first[row]! - firstDay;
  }

  /** The number of a segment; undefined when no row has ever had it. */
  numberOf(segment: string): number | undefined {
    return this.numbers.get(segment);
  }

  private numberFor(segment: string): number {
    const known = this.numbers.get(segment);
    if (known !== undefined) return known;
    this.numbers.set(segment, this.names.length);
    return this.names.push(segment) - 1;
  }

  private grow(size: number): void {
    const grown = (from: Float64Array): Float64Array<ArrayBuffer> => {
      const to = new Float64Array(size);
      to.set(from);
      return to;
    };
    this.first = grown(this.first);
    this.last = grown(this.last);
    this.held = grown(this.held);
    this.start = grown(this.start);
    const segment = new Int32Array(size);
    segment.set(this.segment);
    this.segment = segment;
  }
}
