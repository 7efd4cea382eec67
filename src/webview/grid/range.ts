import type { CellRange, CellRef, RowSpan } from './types';

/** The rectangle with two cells as opposite corners. */
export function rangeBetween(a: CellRef, b: CellRef): CellRange {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function rangeContains(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

export function anyContains(ranges: readonly CellRange[], row: number, column: number): boolean {
  for (const range of ranges) if (rangeContains(range, row, column)) return true;
  return false;
}

export function sameCell(a: CellRef, b: CellRef): boolean {
  return a.row === b.row && a.column === b.column;
}

export function sameRange(a: CellRange, b: CellRange): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/** Number of cells. */
export function rangeSize(range: CellRange): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

export function isSingleCell(ranges: readonly CellRange[]): boolean {
  return ranges.length === 1 && rangeSize(ranges[0]!) === 1;
}

/** The range's cells inside the data rows, or null when it has none (it is the line for a new row). */
export function clipToRows(range: CellRange, rowCount: number): CellRange | null {
  if (range.top >= rowCount) return null;
  return range.bottom < rowCount ? range : { ...range, bottom: rowCount - 1 };
}

/**
 * The data rows that ranges touch, as ascending disjoint spans.
 *
 * @example
 * rowSpans([{ top: 4, bottom: 5, left: 0, right: 0 }, { top: 3, bottom: 4, left: 2, right: 2 }], 10);
 * // [{ at: 3, count: 3 }]
 */
export function rowSpans(ranges: readonly CellRange[], rowCount: number): RowSpan[] {
  const sorted = ranges
    .map((range) => clipToRows(range, rowCount))
    .filter((range) => range !== null)
    .sort((a, b) => a.top - b.top);
  const spans: { at: number; count: number }[] = [];
  for (const { top, bottom } of sorted) {
    const last = spans.at(-1);
    if (last !== undefined && top <= last.at + last.count) {
      last.count = Math.max(last.count, bottom - last.at + 1);
    } else {
      spans.push({ at: top, count: bottom - top + 1 });
    }
  }
  return spans;
}

/**
 * Where a row is after rows `at … at + removed − 1` became `inserted` rows, or null when it is gone.
 * Rows replaced one for one keep their place.
 */
export function rowAfterReplace(row: number, at: number, removed: number, inserted: number): number | null {
  if (row < at) return row;
  if (row >= at + removed) return row + inserted - removed;
  return row - at < inserted ? row : null;
}

/**
 * The same cells as ranges that do not overlap: no cell is written or counted twice by them.
 *
 * @example
 * disjoint([{ top: 0, bottom: 2, left: 0, right: 0 }, { top: 2, bottom: 3, left: 0, right: 0 }]);
 * // [{ top: 0, bottom: 2, left: 0, right: 0 }, { top: 3, bottom: 3, left: 0, right: 0 }]
 */
export function disjoint(ranges: readonly CellRange[]): readonly CellRange[] {
  if (ranges.length < 2) return ranges;
  const bySize = [...ranges].sort((a, b) => rangeSize(b) - rangeSize(a));
  const kept: CellRange[] = [];
  for (const range of bySize) {
    kept.push(...kept.reduce((rest, hole) => rest.flatMap((part) => without(part, hole)), [range]));
  }
  return kept;
}

/** What of a range lies outside another one: at most four ranges. */
function without(part: CellRange, hole: CellRange): CellRange[] {
  const top = Math.max(part.top, hole.top);
  const bottom = Math.min(part.bottom, hole.bottom);
  const left = Math.max(part.left, hole.left);
  const right = Math.min(part.right, hole.right);
  if (top > bottom || left > right) return [part];
  return [
    { ...part, bottom: top - 1 },
    { ...part, top: bottom + 1 },
    { top, bottom, left: part.left, right: left - 1 },
    { top, bottom, left: right + 1, right: part.right },
  ].filter((rest) => rest.top <= rest.bottom && rest.left <= rest.right);
}
