import { afterEol, lineEnd } from '../text/chars';
import { LineKind, lineKind } from '../text/lines';
import { Scanner } from '../text/scan';
import type { Examiner } from './examiner';
import type { Header } from './header';
import { ConflictSearch, quotedMarkers } from './markers';
import { PlainRows } from './plainRows';
import { RowFlag, RowTable } from './rowTable';
import type { Settings } from './types';

/** The rows of a text and the lines between them. */
export interface LoadedRows {
  readonly table: RowTable;
  /** Offset after the last row and its line ending. */
  readonly end: number;
  /** Lines that are no rows stand between the header and the first row. */
  readonly headGap: boolean;
  /** Rows with such lines behind them, before the next row. */
  readonly gapCount: number;
  /** Some of those lines are notes. */
  readonly notesBetween: boolean;
  /** Some record had an open quote. */
  readonly recovered: boolean;
  /** Offsets of conflict markers, also behind the rows. */
  readonly markers: readonly number[];
}

/** A table for about so many rows. */
export function newTable(capacity: number, examiner: Examiner | null): RowTable {
  return new RowTable(capacity, examiner?.valueColumns ?? 0);
}

/**
 * Reads all rows from `from`, where the line after the header begins. The lines of a conflict are none: they are versions
 * of rows of which nobody has chosen yet.
 */
export function loadRows(
  text: string,
  from: number,
  header: Header,
  settings: Settings,
  examiner: Examiner,
): LoadedRows {
  const to = text.length;
  const delimiter = settings.delimiter.charCodeAt(0);
  const scanner = new Scanner(text, settings.delimiter, settings.decimal);
  scanner.expected = header.cellCount;
  const plain = new PlainRows(text, examiner, settings, header.cellCount);
  const conflicts = new ConflictSearch(text);
  const markers: number[] = [];
  let table: RowTable | null = null;
  let end = from;
  let headGap = false;
  let gapCount = 0;
  let notesBetween = false;
  let recovered = false;
  let gap = false;
  let gapNotes = false;
  for (let position = from; position < to;) {
    const kind = lineKind(text, position, to, delimiter);
    if (kind !== LineKind.Record) {
      gap = true;
      gapNotes ||= kind === LineKind.Note;
      if (kind === LineKind.Marker) {
        const conflict = conflicts.markersFrom(position);
        for (const marker of conflict) markers.push(marker);
        // Notes of either side are notes.
        gapNotes ||= conflict.length > 1;
        position = conflict[conflict.length - 1]!;
      }
      position = afterEol(text, lineEnd(text, position));
      continue;
    }
    table ??= newTable(rowsLikely(text, position), examiner);
    const row = table.append(position);
    let rowEnd = plain.read(position, table, row);
    if (rowEnd < 0) {
      rowEnd = scanner.scan(position);
      examiner.read(scanner, table, row);
      recovered ||= scanner.recovered;
      if (scanner.multiLine) for (const marker of quotedMarkers(text, position, rowEnd)) markers.push(marker);
    }
    table.length[row] = rowEnd - position;
    if (gap) {
      if (row === 0) headGap = true;
      else table.flags[row - 1]! |= RowFlag.Gap;
      gapCount += row === 0 ? 0 : 1;
      notesBetween ||= gapNotes;
      gap = false;
      gapNotes = false;
    }
    position = afterEol(text, rowEnd);
    end = position;
  }
  table ??= newTable(0, examiner);
  return { table, end, headGap, gapCount, notesBetween, recovered, markers };
}

/** So many rows tell how long all of them are: a table that turns out too small is copied as a whole. */
const SAMPLE = 100;

/** How many rows the rest of a text has if all are as long as the first ones. */
function rowsLikely(text: string, from: number): number {
  let end = from;
  let rows = 0;
  for (; rows < SAMPLE && end < text.length; rows++) end = afterEol(text, lineEnd(text, end));
  return Math.ceil(((text.length - from) / (end - from)) * rows * 1.1) + 16;
}
