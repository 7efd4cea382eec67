import { firstIndex } from '../search';
import { afterEol } from '../text/chars';
import type { Scanner } from '../text/scan';
import { countEols } from './eols';
import type { EolCount } from './eols';
import { Examiner } from './examiner';
import { readHead } from './head';
import type { Head } from './head';
import type { IssueList } from './issues';
import { unpack } from './issues';
import { headMarkers, mayHoldMarkers } from './markers';
import { joinRows } from './join';
import { MOST_PROBLEMS } from './reportProblem';
import { loadRows, newTable } from './rowLoader';
import { RowFlag } from './rowTable';
import type { RowTable } from './rowTable';
import { FORMAT_VERSION, GRANULARITIES } from './settingRules';
import type { Granularity, Period, ProblemCounts, ReadOnlyReason } from './types';

/** Lines outside the table: the part `from`–`to` of a text; `offset` leads to its place in the document. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const NO_ROWS = { headGap: false, gapCount: 0, notesBetween: false, recovered: false, markers: [] };

/** A text that was read: what it says, and where it stands. Edits of rows and notes change it in place. */
export class Loaded {
  /** The text as it was read; rows and a tail of their own replace parts of it. */
  base: string;
  readonly eols: EolCount;
  readonly head: Head;
  /** Null without a header. */
  readonly examiner: Examiner | null;
  readonly table: RowTable;
  /** Offsets of conflict marker lines. */
  readonly markers: readonly number[];
  readonly isUtf8: boolean;
  /** Lines that are no rows stand between the header and the first row. */
  readonly headGap: boolean;
  /** Rows with such lines behind them, before the next row. */
  readonly gapCount: number;
  /** Some of those lines are notes. */
  readonly notesBetween: boolean;
  /** Some record had an open quote. */
  readonly recovered: boolean;
  /** Offset after the last row and its line ending. */
  tailStart: number;
  /** What stands behind the rows, when it was edited. */
  ownTail: string | null = null;
  /** Grows with every change of what stands behind the rows. */
  tailVersion = 0;
  /** Rows by granularity: index in `GRANULARITIES` plus 1. */
  readonly granularities = new Int32Array(GRANULARITIES.length + 1);
  private errors = 0;
  private warnings = 0;
  private infos = 0;
  private tailBase: number;
  private readonly scratch: RowTable;

  constructor(text: string) {
    this.base = text;
    this.eols = countEols(text);
    this.isUtf8 = !text.includes('\0') && !text.includes('\ufffd');
    this.head = readHead(text, this.eols.eol);
    const { header, settings, end } = this.head;
    this.examiner = header === null ? null : new Examiner(header, settings);
    this.scratch = newTable(1, this.examiner);
    const rows =
      header === null || this.examiner === null
        ? { ...NO_ROWS, table: newTable(0, null), end }
        : loadRows(text, end, header, settings, this.examiner);
    this.table = rows.table;
    this.tailStart = rows.end;
    this.headGap = rows.headGap;
    this.gapCount = rows.gapCount;
    this.notesBetween = rows.notesBetween;
    this.recovered = this.head.recovered || rows.recovered;
    const marked = mayHoldMarkers(text) ? [...headMarkers(text, end), ...rows.markers] : [];
    this.markers = marked.slice(0, MOST_PROBLEMS);
    for (let row = 0; row < this.table.count; row++) this.countRow(row, 1);
    this.tailBase = this.tailStart;
  }

  get length(): number {
    return this.tailStart + (this.ownTail?.length ?? this.base.length - this.tailBase);
  }

  get issueTotals(): ProblemCounts {
    return { error: this.errors, warning: this.warnings, info: this.infos };
  }

  get readOnly(): ReadOnlyReason | null {
    if (!this.isUtf8) return 'not-utf8';
    if (this.markers.length > 0) return 'conflict-markers';
    return this.head.settings.version > FORMAT_VERSION ? 'newer-version' : null;
  }

  /** The one that most rows have; of several the finest. `custom` without any. */
  get commonGranularity(): Granularity {
    const { granularities: counts } = this;
    let best = GRANULARITIES.length;
    for (let index = GRANULARITIES.length; index > 0; index--) {
      if (counts[index]! > 0 && counts[index]! >= counts[best]!) best = index;
    }
    return GRANULARITIES[best - 1]!;
  }

  /** True when an edit of a row may change how other places read: then the whole text is read again. */
  get fragile(): boolean {
    return this.recovered || this.eols.mixed || !this.isUtf8 || this.markers.length > 0;
  }

  /** The period of a row, or null when it is none. */
  periodOf(row: number): Period | null {
    const { table } = this;
    const granularity = table.granularity[row] ?? 0;
    if (granularity === 0) return null;
    return {
      granularity: GRANULARITIES[granularity - 1]!,
      firstDay: table.firstDay[row]!,
      lastDay: table.lastDay[row]!,
    };
  }

  /** The last row that begins at or before an offset; −1 when there is none. */
  rowBefore(offset: number): number {
    return firstIndex(this.table.count, (row) => this.table.place(row) > offset) - 1;
  }

  /** Where the row's part of the text ends: its line ending and the lines up to the next row belong to it. */
  chunkEnd(row: number): number {
    return row + 1 < this.table.count ? this.table.place(row + 1) : this.tailStart;
  }

  /** Offset after the row's line ending. */
  lineEndOf(row: number): number {
    const length = this.table.length[row]!;
    const place = this.table.place(row);
    const eol = this.chunkText(row, length, Math.min(length + 2, this.chunkEnd(row) - place));
    return place + length + afterEol(eol, 0);
  }

  /** `from`–`to` of the row's part of the text, counted from the row's place. */
  chunkText(row: number, from: number, to: number): string {
    const own = this.table.own?.[row] ?? null;
    if (own !== null) return own.slice(from, to);
    const start = this.table.start[row]!;
    return this.base.slice(start + from, start + to);
  }

  /** The text between two offsets. Costs the rows it lies in. */
  slice(start: number, end: number): string {
    const { table, tailStart } = this;
    if (!this.isEdited) return this.base.slice(start, end);
    let text = this.base.slice(start, Math.min(end, table.count > 0 ? table.place(0) : tailStart));
    for (let row = Math.max(0, this.rowBefore(start)); row < table.count; row++) {
      const place = table.place(row);
      if (place >= end) return text;
      text += this.chunkText(row, Math.max(0, start - place), Math.min(end, this.chunkEnd(row)) - place);
    }
    const { text: tail, offset } = this.tail;
    return end <= tailStart ? text : text + tail.slice(Math.max(start, tailStart) - offset, end - offset);
  }

  get tail(): Piece {
    if (this.ownTail !== null) {
      return { text: this.ownTail, from: 0, to: this.ownTail.length, offset: this.tailStart };
    }
    return {
      text: this.base,
      from: this.tailBase,
      to: this.base.length,
      offset: this.tailStart - this.tailBase,
    };
  }

  /** The lines that may be notes, in order. */
  *notePieces(): Iterable<Piece> {
    const { head, base } = this;
    const from = head.front?.end ?? (head.hasBom ? 1 : 0);
    yield { text: base, from, to: head.header?.range.start ?? head.end, offset: 0 };
    if (this.notesBetween) yield* this.gaps();
    yield this.tail;
  }

  /** The lines between the header and the first row, and between rows. */
  *gaps(): Iterable<Piece> {
    if (this.headGap) yield { text: this.base, from: this.head.end, to: this.table.place(0), offset: 0 };
    if (this.gapCount === 0) return;
    const { table } = this;
    for (let row = 0; row < table.count; row++) {
      if ((table.flags[row]! & RowFlag.Gap) === 0) continue;
      const place = table.place(row);
      const text = this.chunkText(row, 0, this.chunkEnd(row) - place);
      yield { text, from: afterEol(text, table.length[row]!), to: text.length, offset: place };
    }
  }

  /** True when the text ends with a row that has no line ending. */
  get endsWithRow(): boolean {
    const { table } = this;
    const last = table.count - 1;
    return last >= 0 && table.place(last) + table.length[last]! === this.tailStart;
  }

  /** Takes what a row adds to the totals in (`sign` 1) or out (−1). */
  countRow(row: number, sign: number): void {
    const packed = this.table.issues[row]!;
    if (packed !== 0) {
      this.errors += sign * unpack(packed, 'error');
      this.warnings += sign * unpack(packed, 'warning');
      this.infos += sign * unpack(packed, 'info');
    }
    this.granularities[this.table.granularity[row]!]! += sign;
  }

  /** What is wrong with the record the scanner has just read. */
  issuesOf(scanner: Scanner): IssueList {
    this.examiner!.read(scanner, this.scratch, 0);
    return this.examiner!.issues;
  }

  private get isEdited(): boolean {
    return this.table.own !== null || this.table.isMoved || this.ownTail !== null;
  }

  /** The whole text; from then on it is the base. */
  joinedText(): string {
    if (!this.isEdited) return this.base;
    const { table } = this;
    const { text, from, to } = this.tail;
    const joined = joinRows(this.base, table, this.tailStart);
    this.base = joined.text + text.slice(from, to);
    this.ownTail = null;
    this.tailBase = this.tailStart;
    table.rebase(joined.places);
    return this.base;
  }
}

export function loadDocument(text: string): Loaded {
  return new Loaded(text);
}
