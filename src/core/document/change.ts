import type { TextEdit } from '../text/edit';
import { applyEdits, checkEdits, sortEdits } from '../text/edit';
import { moved } from './reportProblem';
import { afterEol, lineEnd } from '../text/chars';
import { LineKind, lineKind } from '../text/lines';
import { Scanner } from '../text/scan';
import { hasOtherEol } from './eols';
import type { Loaded } from './load';
import { readRecords } from './records';
import type { Records } from './records';
import { RowFlag } from './rowTable';
import type { DocumentChange } from './types';

/** An edit of more than a quarter of a text this long is not worth doing row by row. */
const LARGE_REGION = 65_536;

/**
 * Applies edits to what was read, when they change whole rows only (or only the lines behind the rows) and
 * nothing else can read differently because of them. Returns null when the whole text has to be read.
 *
 * @throws RangeError when an edit lies outside the text or two overlap.
 */
export function changeInPlace(loaded: Loaded, edits: readonly TextEdit[]): DocumentChange | null {
  const ordered = sortEdits(edits);
  checkEdits(ordered, loaded.length);
  const first = ordered[0];
  if (first === undefined) return { whole: false, firstRow: 0, removedRows: 0, insertedRows: 0 };
  if (loaded.fragile || loaded.table.count === 0 || ordered.some(({ text }) => isSuspect(loaded, text)))
    return null;
  const low = first.start;
  const high = ordered.at(-1)!.end;
  if (low >= loaded.table.place(0) && high <= loaded.tailStart) {
    const change = changeRows(loaded, ordered, low, high);
    if (change !== null) return change;
  }
  return low >= loaded.tailStart ? changeTail(loaded, ordered) : null;
}

/** Texts that may change how the file as a whole is judged. */
function isSuspect(loaded: Loaded, text: string): boolean {
  return text.includes('\0') || text.includes('\ufffd') || hasOtherEol(text, loaded.eols.eol);
}

/** Without a column of periods, what is said of the header follows from the first row (R104). */
function hasPeriods({ head }: Loaded): boolean {
  return head.header!.columns.some(({ id }) => id === 'period');
}

function changeRows(
  loaded: Loaded,
  edits: readonly TextEdit[],
  low: number,
  high: number,
): DocumentChange | null {
  const { table } = loaded;
  const eolLength = loaded.eols.eol.length;
  const appends = low === loaded.tailStart && !loaded.endsWithRow;
  const firstRow = appends ? table.count : loaded.rowBefore(low);
  if (firstRow === 0 && !hasPeriods(loaded)) return null;
  let lastRow = appends ? table.count - 1 : loaded.rowBefore(high);
  if (!appends && lastRow > firstRow && table.place(lastRow) === high) lastRow--;
  for (let row = firstRow; row < lastRow; row++) {
    if ((table.flags[row]! & RowFlag.Gap) !== 0) return null;
  }
  const start = appends ? low : table.place(firstRow);
  const hasGap = !appends && (table.flags[lastRow]! & RowFlag.Gap) !== 0;
  const end = hasGap
    ? table.place(lastRow) + table.length[lastRow]! + eolLength
    : appends
      ? low
      : loaded.chunkEnd(lastRow);
  if (high > end || (end - start > LARGE_REGION && end - start > loaded.length / 4)) return null;

  const region = editedPart(loaded, edits, start, end);
  if (hasOtherEol(region, loaded.eols.eol)) return null;
  const records = readRecords(
    region,
    loaded.head.settings,
    loaded.head.header!.cellCount,
    end === loaded.length,
  );
  if (records === null) return null;
  const count = records.starts.length;
  const removed = lastRow - firstRow + 1;
  if (count === 0 && (hasGap || removed === table.count)) return null;
  // Without a row behind them, the lines between the rows become lines behind all rows.
  const leavesGapLast = lastRow === table.count - 1 && ((table.flags[firstRow - 1] ?? 0) & RowFlag.Gap) !== 0;
  if (count === 0 && leavesGapLast) return null;

  const after = unchangedBehind(loaded, records, region, lastRow, removed, end);
  const before = unchangedBefore(
    loaded,
    records,
    region,
    firstRow,
    Math.min(count, removed) - after - (hasGap && after === 0 ? 1 : 0),
    end,
  );
  const change: DocumentChange = {
    whole: false,
    firstRow: firstRow + before,
    removedRows: removed - before - after,
    insertedRows: count - before - after,
  };
  const gap =
    hasGap && after === 0
      ? loaded.chunkText(lastRow, end - table.place(lastRow), loaded.chunkEnd(lastRow) - table.place(lastRow))
      : '';
  replaceRows(loaded, change, region, records, start, before, gap, region.length - (end - start));
  return change;
}

/** How many of the last records are, byte for byte, the last of the old rows. */
function unchangedBehind(
  loaded: Loaded,
  { starts }: Records,
  region: string,
  lastRow: number,
  removed: number,
  end: number,
): number {
  let same = 0;
  while (same < starts.length && same < removed) {
    const index = starts.length - 1 - same;
    const row = lastRow - same;
    if (region.slice(starts[index], starts[index + 1]) !== rowText(loaded, row, end)) break;
    same++;
  }
  return same;
}

/** How many of the first records, up to `most`, are the first of the old rows. */
function unchangedBefore(
  loaded: Loaded,
  { starts }: Records,
  region: string,
  firstRow: number,
  most: number,
  end: number,
): number {
  let same = 0;
  while (
    same < most &&
    region.slice(starts[same], starts[same + 1]) === rowText(loaded, firstRow + same, end)
  )
    same++;
  return same;
}

/** The record of a row with its line ending. */
function rowText(loaded: Loaded, row: number, end: number): string {
  return loaded.chunkText(row, 0, Math.min(loaded.chunkEnd(row), end) - loaded.table.place(row));
}

/** Puts the changed records into the table, `gap` behind the last of them. */
function replaceRows(
  loaded: Loaded,
  { firstRow, removedRows, insertedRows }: DocumentChange,
  region: string,
  { starts, ends }: Records,
  start: number,
  before: number,
  gap: string,
  growth: number,
): void {
  const { table } = loaded;
  const examiner = loaded.examiner!;
  for (let row = firstRow; row < firstRow + removedRows; row++) loaded.countRow(row, -1);
  table.splice(firstRow, removedRows, insertedRows);
  const scanner = new Scanner('', loaded.head.settings.delimiter, loaded.head.settings.decimal);
  for (let index = 0; index < insertedRows; index++) {
    const row = firstRow + index;
    const record = before + index;
    const isLast = index === insertedRows - 1;
    const text = region.slice(starts[record], starts[record + 1]) + (isLast ? gap : '');
    table.setOwn(row, text);
    table.start[row] = start + starts[record]! - table.shift(row);
    table.length[row] = ends[record]! - starts[record]!;
    scanner.text = text;
    scanner.split(0, table.length[row]);
    examiner.read(scanner, table, row);
    if (isLast && gap !== '') table.flags[row]! |= RowFlag.Gap;
    loaded.countRow(row, 1);
  }
  table.move(firstRow + insertedRows, growth);
  loaded.tailStart += growth;
}

/** Replaces what stands behind the rows, when it still holds no row. */
function changeTail(loaded: Loaded, edits: readonly TextEdit[]): DocumentChange | null {
  const { table, tailStart } = loaded;
  if (loaded.endsWithRow) return null;
  const tail = editedPart(loaded, edits, tailStart, loaded.length);
  if (hasOtherEol(tail, loaded.eols.eol)) return null;
  const delimiter = loaded.head.settings.delimiter.charCodeAt(0);
  for (let line = 0; line < tail.length; line = afterEol(tail, lineEnd(tail, line))) {
    const kind = lineKind(tail, line, tail.length, delimiter);
    if (kind === LineKind.Record || kind === LineKind.Marker) return null;
  }
  loaded.ownTail = tail;
  loaded.tailVersion++;
  return { whole: false, firstRow: table.count, removedRows: 0, insertedRows: 0 };
}

/** A part of the text with the edits in it, which must not reach beyond it. */
function editedPart(loaded: Loaded, edits: readonly TextEdit[], start: number, end: number): string {
  return applyEdits(
    loaded.slice(start, end),
    edits.map((edit) => ({ ...moved(edit, -start), text: edit.text })),
  );
}
