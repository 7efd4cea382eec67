import type { RetentionDocument, TextEdit } from '../../../core';
import { firstIndex, sortEdits } from '../../../core';

/** Where the rows of a file went. */
export interface RowMap {
  /** For each old row its number now, −1 when it is gone; null when every row is where it was. */
  readonly moved: Int32Array | null;
  /** The rows that were not there before, ascending. */
  readonly fresh: readonly number[];
  /** True when so much was rewritten at once that which row is which is a guess. */
  readonly isGuess: boolean;
}

/** Rows of more text than this are not compared by what is in them. */
const MOST_COMPARED = 200;

const unmoved: RowMap = { moved: null, fresh: [], isGuess: false };

/** A run of rows that edits may have touched. */
interface Span {
  readonly first: number;
  /** −1 below `first` for an edit between two rows. */
  readonly last: number;
}

/**
 * Prepares to say where the rows go when a document is edited; to be called before, its result after.
 *
 * Rows that no edit touches are themselves. Of touched ones, those in between are the same as many rows as
 * come out there: by their text where it is equal, else in their order.
 */
export function trackRows(
  before: RetentionDocument,
  edits: readonly TextEdit[],
): (after: RetentionDocument) => RowMap {
  const ordered = sortEdits(edits);
  const count = before.rowCount;
  if (ordered.every((edit) => isInsideRow(before, edit))) {
    const fallback = prepare(before, ordered);
    return (after) => (after.rowCount === count ? unmoved : fallback(after));
  }
  return prepare(before, ordered);
}

function isInsideRow(document: RetentionDocument, edit: TextEdit): boolean {
  const row = document.rowAt(edit.start);
  if (row === null || /[\r\n]/.test(edit.text)) return false;
  return edit.end <= document.rowRange(row).end;
}

function prepare(
  before: RetentionDocument,
  edits: readonly TextEdit[],
): (after: RetentionDocument) => RowMap {
  const count = before.rowCount;
  const starts = new Float64Array(count);
  const lengths = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    starts[row] = before.rowRange(row).start;
    lengths[row] = lengthOf(before, row);
  }
  const spans = spansOf(before, starts, edits);
  const overlapped = overlappedRows(before, starts, edits);
  const texts = new Map<number, string>();
  for (const { first, last } of spans) {
    if (last - first >= MOST_COMPARED) continue;
    for (let row = first; row <= last; row++) texts.set(row, sourceOf(before, row));
  }
  return (after) => {
    const moved = new Int32Array(count).fill(-1);
    const shift = shifter(edits);
    let at = 0;
    for (const { first, last } of [...spans, { first: count, last: count }]) {
      keepRun(after, starts, moved, at, first, shift);
      for (let row = first; row <= last && row < count; row++) {
        if (overlapped.has(row)) continue;
        // Edits that only border on a row may still join it with another one.
        const now = rowStartingAt(after, shift(starts[row]!));
        if (now !== null && lengthOf(after, now) === lengths[row]) moved[row] = now;
      }
      at = Math.max(at, last + 1);
    }
    return settle(after, moved, texts);
  };
}

/** The rows each edit touches or borders on, joined where they overlap. */
function spansOf(before: RetentionDocument, starts: Float64Array, edits: readonly TextEdit[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of edits) {
    const from = lowerBound(starts, start);
    const reaches = from > 0 && before.rowRange(from - 1).end >= start;
    const first = reaches ? from - 1 : from;
    const last = lowerBound(starts, end + 1) - 1;
    const previous = spans.at(-1);
    if (previous !== undefined && first <= previous.last) {
      spans[spans.length - 1] = { first: previous.first, last: Math.max(previous.last, last) };
    } else spans.push({ first, last });
  }
  return spans;
}

/** The rows of which an edit replaces something, or into which it inserts. */
function overlappedRows(
  before: RetentionDocument,
  starts: Float64Array,
  edits: readonly TextEdit[],
): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { start, end } of edits) {
    const from = lowerBound(starts, start);
    if (from > 0 && before.rowRange(from - 1).end > start) rows.add(from - 1);
    for (let row = from; row < starts.length && starts[row]! < end; row++) rows.add(row);
  }
  return rows;
}

function lengthOf(document: RetentionDocument, row: number): number {
  const { start, end } = document.rowRange(row);
  return end - start;
}

/** The first row that begins at an offset or behind it. */
function lowerBound(starts: Float64Array, offset: number): number {
  return firstIndex(starts.length, (row) => starts[row]! >= offset);
}

/** Says where an offset is after the edits; to be asked in ascending order. */
function shifter(edits: readonly TextEdit[]): (offset: number) => number {
  let next = 0;
  let growth = 0;
  return (offset) => {
    while (next < edits.length && edits[next]!.end <= offset) {
      const { start, end, text } = edits[next++]!;
      growth += text.length - (end - start);
    }
    return offset + growth;
  };
}

/** Rows `from … to − 1`, which no edit touched, are found again one behind the other. */
function keepRun(
  after: RetentionDocument,
  starts: Float64Array,
  moved: Int32Array,
  from: number,
  to: number,
  shift: (offset: number) => number,
): void {
  if (from >= to) return;
  const first = rowStartingAt(after, shift(starts[from]!));
  const last = rowStartingAt(after, shift(starts[to - 1]!));
  if (first !== null && last !== null && last - first === to - 1 - from) {
    for (let row = from; row < to; row++) moved[row] = first + row - from;
    return;
  }
  // An opened quote swallowed some of them.
  for (let row = from; row < to; row++) moved[row] = rowStartingAt(after, shift(starts[row]!)) ?? -1;
}

function rowStartingAt(document: RetentionDocument, offset: number): number | null {
  const row = document.rowAt(offset);
  return row !== null && document.rowRange(row).start === offset ? row : null;
}

/** Pairs the rows in between, and lists the new ones. */
function settle(after: RetentionDocument, moved: Int32Array, texts: ReadonlyMap<number, string>): RowMap {
  const fresh: number[] = [];
  let oldAt = 0;
  let newAt = 0;
  let isGuess = false;
  for (let row = 0; row <= moved.length; row++) {
    const place = row === moved.length ? after.rowCount : moved[row]!;
    if (place < 0) continue;
    const gap = { oldAt, oldEnd: row, newAt, newEnd: place };
    isGuess ||= Math.min(row - oldAt, place - newAt) > MOST_COMPARED;
    pair(after, moved, texts, gap, fresh);
    oldAt = row + 1;
    newAt = place + 1;
  }
  return { moved, fresh, isGuess };
}

interface Gap {
  readonly oldAt: number;
  readonly oldEnd: number;
  readonly newAt: number;
  readonly newEnd: number;
}

function pair(
  after: RetentionDocument,
  moved: Int32Array,
  texts: ReadonlyMap<number, string>,
  { oldAt, oldEnd, newAt, newEnd }: Gap,
  fresh: number[],
): void {
  const taken = new Set<number>();
  if (oldEnd - oldAt > 1 && newEnd > newAt && newEnd - newAt <= MOST_COMPARED && texts.has(oldAt)) {
    const byText = new Map<string, number[]>();
    for (let row = newEnd - 1; row >= newAt; row--) {
      const source = sourceOf(after, row);
      const rows = byText.get(source);
      if (rows === undefined) byText.set(source, [row]);
      else rows.push(row);
    }
    for (let row = oldAt; row < oldEnd; row++) {
      const now = byText.get(texts.get(row) ?? '')?.pop();
      if (now === undefined) continue;
      moved[row] = now;
      taken.add(now);
    }
  }
  let now = newAt;
  for (let row = oldAt; row < oldEnd; row++) {
    if (moved[row]! >= 0) continue;
    while (now < newEnd && taken.has(now)) now++;
    if (now < newEnd) moved[row] = now++;
  }
  for (; now < newEnd; now++) if (!taken.has(now)) fresh.push(now);
}

/** A row as it is written, up to delimiters, which are the same before and after. */
function sourceOf(document: RetentionDocument, row: number): string {
  const cells: string[] = [];
  for (let column = 0; column < document.cellCount(row); column++) {
    cells.push(document.cellSource(row, column));
  }
  return cells.join('\t');
}
