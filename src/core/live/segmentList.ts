import type { DocumentChange, RetentionDocument } from '../document/types';

/** A segment that has or had rows. */
interface Segment {
  readonly name: string;
  rows: number;
  /** No row above this one has the segment; the first that has it is this one or below. */
  from: number;
}

/** What the list reads of a document. */
type Source = Pick<RetentionDocument, 'settings' | 'rowCount' | 'segment'>;

/**
 * The names of the segments that have rows, in the order of the setting, then of their first row. An edit costs the
 * rows it changes; only one that takes the last row of a segment, brings a new one or changes which comes first costs
 * the segments as well.
 */
export class SegmentList {
  private readonly byName = new Map<string, Segment>();
  /** The segment of each row. */
  private ofRow: Segment[];
  private listed: readonly string[] | null = null;

  constructor(private readonly document: Source) {
    this.ofRow = Array.from({ length: document.rowCount }, (_, row) => this.enter(row));
  }

  /** Follows an edit that the document has already made and that leaves its settings as they were. */
  update({ firstRow, removedRows, insertedRows }: DocumentChange): void {
    for (let row = firstRow; row < firstRow + removedRows; row++) this.leave(row);
    if (removedRows !== insertedRows) this.shift(firstRow, removedRows, insertedRows);
    for (let row = firstRow; row < firstRow + insertedRows; row++) this.ofRow[row] = this.enter(row);
  }

  get names(): readonly string[] {
    this.listed ??= this.list();
    return this.listed;
  }

  private list(): readonly string[] {
    const present = [...this.byName.values()].filter(({ name, rows }) => name !== '' && rows > 0);
    for (const segment of present) {
      while (this.ofRow[segment.from] !== segment) segment.from++;
    }
    present.sort((a, b) => a.from - b.from);
    const names = new Set(present.map(({ name }) => name));
    const ordered = this.document.settings.segments.filter((name) => names.has(name));
    return [...new Set([...ordered, ...names])];
  }

  private enter(row: number): Segment {
    const name = this.document.segment(row);
    let segment = this.byName.get(name);
    if (segment === undefined) {
      segment = { name, rows: 0, from: row };
      this.byName.set(name, segment);
    }
    if (segment.rows === 0 || row < segment.from) {
      segment.from = row;
      this.listed = null;
    }
    segment.rows++;
    return segment;
  }

  private leave(row: number): void {
    const segment = this.ofRow[row]!;
    segment.rows--;
    if (row === segment.from) this.listed = null;
  }

  /** Rows below the removed ones have got other numbers. */
  private shift(firstRow: number, removed: number, inserted: number): void {
    const room = new Array<Segment>(inserted);
    this.ofRow = this.ofRow.slice(0, firstRow).concat(room, this.ofRow.slice(firstRow + removed));
    for (const segment of this.byName.values()) {
      if (segment.from >= firstRow + removed) segment.from += inserted - removed;
      else if (segment.from > firstRow) segment.from = firstRow;
    }
  }
}
