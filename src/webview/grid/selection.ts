import { rangeBetween, rangeContains, rowAfterReplace, sameRange } from './range';
import type { CellRange, CellRef } from './types';

/** How far cells go. With `append` there is one more line, row `rowCount`, for a new row. */
export interface Bounds {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly append: boolean;
}

/** What the current range was made of, so that extending it keeps whole rows and columns whole. */
export type Shape = 'cells' | 'rows' | 'columns' | 'all';

/**
 * The selection: immutable, every function below returns a new one.
 * The last range is the current one; `active` lies in it, `head` is the corner that Shift moves.
 */
export interface Selection {
  readonly active: CellRef;
  readonly head: CellRef;
  readonly ranges: readonly CellRange[];
  readonly shape: Shape;
}

/** Last row a cell can be in; −1 when there is none. */
export function lastRow(bounds: Bounds): number {
  return bounds.append ? bounds.rowCount : bounds.rowCount - 1;
}

export function clampCell(cell: CellRef, bounds: Bounds): CellRef {
  const row = Math.max(0, Math.min(cell.row, lastRow(bounds)));
  const column = Math.max(0, Math.min(cell.column, bounds.columnCount - 1));
  return row === cell.row && column === cell.column ? cell : { row, column };
}

export function currentRange(selection: Selection): CellRange {
  return selection.ranges.at(-1)!;
}

/** One cell, nothing else. */
export function selectCell(cell: CellRef): Selection {
  return { active: cell, head: cell, ranges: [rangeBetween(cell, cell)], shape: 'cells' };
}

/** One range with `active` in it; the corner opposite to it is the head. */
export function selectRange(range: CellRange, active: CellRef): Selection {
  const inside = rangeContains(range, active.row, active.column)
    ? active
    : { row: range.top, column: range.left };
  const head = {
    row: inside.row === range.bottom ? range.top : range.bottom,
    column: inside.column === range.right ? range.left : range.right,
  };
  return { active: inside, head, ranges: [range], shape: 'cells' };
}

/** A further range that starts at a cell (Ctrl+click). */
export function addCell(selection: Selection, cell: CellRef): Selection {
  return {
    active: cell,
    head: cell,
    ranges: [...selection.ranges, rangeBetween(cell, cell)],
    shape: 'cells',
  };
}

/** Moves the head: the current range spans from the active cell to it, whole rows staying whole. */
export function extendTo(selection: Selection, head: CellRef, bounds: Bounds): Selection {
  if (selection.shape === 'all') return selection;
  const range = shaped(rangeBetween(selection.active, head), selection.shape, bounds);
  return { ...selection, active: into(selection.active, range), head, ranges: replaceLast(selection, range) };
}

/** Whole rows; with `add` beside what is selected already. */
export function selectRows(
  from: number,
  to: number,
  bounds: Bounds,
  add: Selection | null = null,
): Selection {
  return whole({ row: from, column: 0 }, { row: to, column: bounds.columnCount - 1 }, 'rows', bounds, add);
}

/** Whole columns; with `add` beside what is selected already. */
export function selectColumns(
  from: number,
  to: number,
  bounds: Bounds,
  add: Selection | null = null,
): Selection {
  const bottom = Math.max(0, bounds.rowCount - 1);
  return whole({ row: 0, column: from }, { row: bottom, column: to }, 'columns', bounds, add);
}

/** The current range grown to whole rows or columns (Shift+Space, Ctrl+Space); the active cell stays. */
export function growTo(selection: Selection, shape: 'rows' | 'columns', bounds: Bounds): Selection {
  const other = shape === 'rows' ? 'columns' : 'rows';
  if (selection.shape === other || selection.shape === 'all') return selectAll(selection, bounds);
  const range = shaped(currentRange(selection), shape, bounds);
  return {
    ...selection,
    active: into(selection.active, range),
    ranges: replaceLast(selection, range),
    shape,
  };
}

/** All data rows and columns; the active cell stays. */
export function selectAll(selection: Selection, bounds: Bounds): Selection {
  const range = shaped(currentRange(selection), 'all', bounds);
  const active = into(selection.active, range);
  return { active, head: { row: range.bottom, column: range.right }, ranges: [range], shape: 'all' };
}

/** The active cell moved inside the selection (Tab and Enter in a range). */
export function withActive(selection: Selection, active: CellRef, rangeIndex: number): Selection {
  const ranges = [...selection.ranges.slice(rangeIndex + 1), ...selection.ranges.slice(0, rangeIndex + 1)];
  return { ...selection, active, ranges };
}

/** The selection within new bounds. Returns the same object when nothing had to change. */
export function clampSelection(selection: Selection, bounds: Bounds): Selection {
  const active = clampCell(selection.active, bounds);
  const head = clampCell(selection.head, bounds);
  const ranges = selection.ranges.map((range) => {
    const start = clampCell({ row: range.top, column: range.left }, bounds);
    const end = clampCell({ row: range.bottom, column: range.right }, bounds);
    const clamped = rangeBetween(start, end);
    return sameRange(clamped, range) ? range : clamped;
  });
  const same =
    active === selection.active &&
    head === selection.head &&
    ranges.every((range, i) => range === selection.ranges[i]);
  return same ? selection : { ...selection, active, head, ranges };
}

/** The selection after rows `at … at + removed − 1` became `inserted` rows: it stays with its rows. */
export function replaceRows(
  selection: Selection,
  at: number,
  removed: number,
  inserted: number,
  bounds: Bounds,
): Selection {
  if (removed === inserted) return clampSelection(selection, bounds);
  const place = (row: number): number =>
    rowAfterReplace(row, at, removed, inserted) ?? at + Math.max(0, inserted - 1);
  const move = (cell: CellRef): CellRef => ({ row: place(cell.row), column: cell.column });
  const ranges = selection.ranges.map((range) => ({
    ...range,
    top: place(range.top),
    bottom: Math.max(place(range.top), place(range.bottom)),
  }));
  const moved = { ...selection, active: move(selection.active), head: move(selection.head), ranges };
  return clampSelection(moved, bounds);
}

function replaceLast({ ranges }: Selection, range: CellRange): readonly CellRange[] {
  return [...ranges.slice(0, -1), range];
}

/** The cell itself, or the last row's: whole columns end above the line for a new row. */
function into(cell: CellRef, range: CellRange): CellRef {
  return cell.row <= range.bottom ? cell : { row: range.bottom, column: cell.column };
}

function whole(
  active: CellRef,
  head: CellRef,
  shape: 'rows' | 'columns',
  bounds: Bounds,
  add: Selection | null,
): Selection {
  const range = shaped(rangeBetween(active, head), shape, bounds);
  return { active, head, ranges: [...(add?.ranges ?? []), range], shape };
}

function shaped(range: CellRange, shape: Shape, bounds: Bounds): CellRange {
  const right = Math.max(0, bounds.columnCount - 1);
  const bottom = Math.max(0, bounds.rowCount - 1);
  switch (shape) {
    case 'cells':
      return range;
    case 'rows':
      return { ...range, left: 0, right };
    case 'columns':
      return { ...range, top: 0, bottom };
    case 'all':
      return { top: 0, left: 0, bottom, right };
  }
}
