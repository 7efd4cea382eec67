import { skipReason, Writer, type Change, type ReadableTable } from './changes';
import { clipToRows } from './range';
import type { CellRange, CellRef, FillRequest, FillText } from './types';

/** Where a fill goes from the selected cells. */
export type FillDirection = 'up' | 'down' | 'left' | 'right';

/** A fill that is being dragged: the cells it would write. */
export interface FillTarget {
  readonly direction: FillDirection;
  readonly range: CellRange;
}

/**
 * The cells between the selection and the one under the pointer: along one direction only, the one in which
 * the pointer is farther out. Null while it is inside.
 *
 * @param reach how far the pointer is outside of the selection, in pixels
 */
export function fillTarget(
  source: CellRange,
  to: CellRef,
  reach: { readonly x: number; readonly y: number },
): FillTarget | null {
  const vertical = to.row > source.bottom || to.row < source.top;
  const horizontal = to.column > source.right || to.column < source.left;
  if (vertical && (!horizontal || reach.y >= reach.x)) {
    return to.row > source.bottom
      ? { direction: 'down', range: { ...source, top: source.bottom + 1, bottom: to.row } }
      : { direction: 'up', range: { ...source, top: to.row, bottom: source.top - 1 } };
  }
  if (!horizontal) return null;
  return to.column > source.right
    ? { direction: 'right', range: { ...source, left: source.right + 1, right: to.column } }
    : { direction: 'left', range: { ...source, left: to.column, right: source.left - 1 } };
}

/** How the cells of one line (a column downwards, a row sideways) go on. */
export type SeriesOf = (texts: readonly string[], count: number, request: FillRequest) => FillText | null;

/**
 * Fills from the selected cells on, line by line: each goes on as a series where it is one, else it is repeated.
 *
 * @param swap the other way round (Ctrl): a series is repeated, a single number is counted on
 */
export function seriesChange(
  table: ReadableTable,
  source: CellRange,
  target: FillTarget,
  seriesOf: SeriesOf,
  swap: boolean,
): Change {
  const writer = new Writer(table);
  const { direction, range } = target;
  const backwards = direction === 'up' || direction === 'left';
  if (direction === 'up' || direction === 'down') {
    const count = range.bottom - range.top + 1;
    for (let column = source.left; column <= source.right; column++) {
      const text = lineText(table, source, column, 'column', { count, backwards, seriesOf, swap });
      for (let i = 0; i < count; i++)
        writer.write(backwards ? range.bottom - i : range.top + i, column, text(i));
    }
  } else {
    const count = range.right - range.left + 1;
    const last = Math.min(source.bottom, table.rowCount - 1);
    for (let row = source.top; row <= last; row++) {
      const text = lineText(table, source, row, 'row', { count, backwards, seriesOf, swap });
      for (let i = 0; i < count; i++)
        writer.write(row, backwards ? range.right - i : range.left + i, text(i));
    }
  }
  return writer.change({
    top: Math.min(source.top, range.top),
    left: Math.min(source.left, range.left),
    bottom: Math.max(source.bottom, range.bottom),
    right: Math.max(source.right, range.right),
  });
}

/** What the farthest cell of a fill would say: shown while dragging. */
export function lastText(
  table: ReadableTable,
  source: CellRange,
  target: FillTarget,
  seriesOf: SeriesOf,
  swap: boolean,
): string {
  const { direction, range } = target;
  const backwards = direction === 'up' || direction === 'left';
  const vertical = direction === 'up' || direction === 'down';
  const count = vertical ? range.bottom - range.top + 1 : range.right - range.left + 1;
  const line = vertical ? (writableColumns(table, source)[0] ?? source.left) : source.top;
  const text = lineText(table, source, line, vertical ? 'column' : 'row', {
    count,
    backwards,
    seriesOf,
    swap,
  });
  return text(count - 1);
}

/**
 * The row to which a double-click fills: the end of the data beside the selection, to the left if there are
 * any, else to the right; as in a spreadsheet, never over cells that hold something. Where that is no row,
 * why: nothing to go along, or the next row is filled already.
 *
 * @param isBlank whether a cell shows nothing
 */
export function neighbourEnd(
  table: ReadableTable,
  source: CellRange,
  isBlank: (row: number, column: number) => boolean,
): number | 'nothing-beside' | 'filled-below' {
  const { rowCount, columns } = table;
  const row = source.bottom + 1;
  if (row >= rowCount) return 'nothing-beside';
  const beside = [source.left - 1, source.right + 1];
  const column = beside.find((at) => at >= 0 && at < columns.length && !isBlank(row, at));
  const own = writableColumns(table, source);
  const isFree = (at: number): boolean => own.every((each) => table.textOf(at, each) === '');
  if (!isFree(row)) return 'filled-below';
  if (column === undefined) return 'nothing-beside';
  let end = row;
  while (end + 1 < rowCount && !isBlank(end + 1, column) && isFree(end + 1)) end++;
  return end;
}

/** Ctrl+R as spreadsheets have it: each range's first column into its others; into a single one, its left neighbour. */
export function fillRightChange(table: ReadableTable, ranges: readonly CellRange[]): Change {
  const writer = new Writer(table);
  for (const range of ranges) {
    const rows = clipToRows(range, table.rowCount);
    const single = range.left === range.right;
    const from = single ? range.left - 1 : range.left;
    if (rows === null || from < 0) continue;
    for (let row = rows.top; row <= rows.bottom; row++) {
      const text = table.textOf(row, from);
      for (let column = from + 1; column <= range.right; column++) writer.write(row, column, text);
    }
  }
  return writer.change(null);
}

interface LineFill {
  readonly count: number;
  readonly backwards: boolean;
  readonly seriesOf: SeriesOf;
  readonly swap: boolean;
}

function lineText(
  table: ReadableTable,
  source: CellRange,
  line: number,
  kind: 'row' | 'column',
  { count, backwards, seriesOf, swap }: LineFill,
): FillText {
  const texts: string[] = [];
  if (kind === 'column') {
    const last = Math.min(source.bottom, table.rowCount - 1);
    for (let row = source.top; row <= last; row++) texts.push(table.textOf(row, line));
  } else {
    for (let column = source.left; column <= source.right; column++) texts.push(table.textOf(line, column));
  }
  const column = kind === 'column' ? line : source.left;
  const series = seriesOf(texts, count, { column, backwards, insist: false });
  if (!swap) return series ?? repeated(texts, backwards);
  if (series !== null) return repeated(texts, backwards);
  return seriesOf(texts, count, { column, backwards, insist: true }) ?? repeated(texts, backwards);
}

function repeated(texts: readonly string[], backwards: boolean): FillText {
  const count = texts.length;
  return (index) => texts[backwards ? count - 1 - (index % count) : index % count] ?? '';
}

function writableColumns(table: ReadableTable, { left, right }: CellRange): number[] {
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  return columns.filter((column) => skipReason(table, column) === null);
}
