import { isSingleCell, rangeContains } from './range';
import { clampCell, lastRow, withActive, type Bounds, type Selection } from './selection';
import type { CellRef } from './types';

/** The ways to go from one cell to another. */
export type Motion =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'edge-up'
  | 'edge-down'
  | 'edge-left'
  | 'edge-right'
  | 'page-up'
  | 'page-down'
  | 'row-start'
  | 'row-end'
  | 'grid-start'
  | 'grid-end';

export interface NavigationContext {
  readonly bounds: Bounds;
  /** Rows that fit on the screen. */
  readonly pageRows: number;
  isBlank(row: number, column: number): boolean;
}

/** The cell a motion leads to; at the border, the cell itself. */
export function moveCell(from: CellRef, motion: Motion, context: NavigationContext): CellRef {
  const { bounds } = context;
  const { row, column } = from;
  const page = Math.max(1, context.pageRows - 1);
  switch (motion) {
    case 'up':
      return clampCell({ row: row - 1, column }, bounds);
    case 'down':
      return clampCell({ row: row + 1, column }, bounds);
    case 'left':
      return clampCell({ row, column: column - 1 }, bounds);
    case 'right':
      return clampCell({ row, column: column + 1 }, bounds);
    case 'edge-up':
    case 'edge-down':
      return { row: verticalEdge(from, motion === 'edge-down' ? 1 : -1, context), column };
    case 'edge-left':
    case 'edge-right':
      return { row, column: horizontalEdge(from, motion === 'edge-right' ? 1 : -1, context) };
    case 'page-up':
      return clampCell({ row: row - page, column }, bounds);
    case 'page-down':
      return clampCell({ row: row + page, column }, bounds);
    case 'row-start':
      return { row, column: 0 };
    case 'row-end':
      return clampCell({ row, column: bounds.columnCount - 1 }, bounds);
    case 'grid-start':
      return { row: 0, column: 0 };
    case 'grid-end':
      return clampCell({ row: bounds.rowCount - 1, column: bounds.columnCount - 1 }, bounds);
  }
}

/**
 * The cell after (`step` 1) or before (−1) one in reading order, over the ends of rows.
 * null at the very end: there Tab leaves the grid.
 */
export function nextInReadingOrder(from: CellRef, step: 1 | -1, bounds: Bounds): CellRef | null {
  const column = from.column + step;
  if (column >= 0 && column < bounds.columnCount) return { row: from.row, column };
  const row = from.row + step;
  if (row < 0 || row > lastRow(bounds)) return null;
  return { row, column: step === 1 ? 0 : bounds.columnCount - 1 };
}

/**
 * Moves the active cell on inside a selection of several cells, row by row (Tab) or column by column
 * (Enter), from range to range and round to the start. null when only one cell is selected.
 */
export function cycleInSelection(
  selection: Selection,
  order: 'rows' | 'columns',
  step: 1 | -1,
): Selection | null {
  const { ranges, active } = selection;
  if (isSingleCell(ranges)) return null;
  const current = Math.max(0, lastHolding(selection));
  const range = ranges[current]!;
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  const place =
    order === 'rows'
      ? (active.row - range.top) * width + (active.column - range.left)
      : (active.column - range.left) * height + (active.row - range.top);
  const next = place + step;
  if (next >= 0 && next < height * width) {
    return withActive(selection, cellAt(range.top, range.left, height, width, order, next), current);
  }
  // The last range is the current one, so the next is the first of the list and the previous the one before.
  const other = (current + step + ranges.length) % ranges.length;
  const target = ranges[other]!;
  const entry: CellRef =
    step === 1 ? { row: target.top, column: target.left } : { row: target.bottom, column: target.right };
  return withActive(selection, entry, other);
}

/** Of overlapping ranges, the latest one holds the active cell. */
function lastHolding({ ranges, active }: Selection): number {
  let index = ranges.length - 1;
  while (index >= 0 && !rangeContains(ranges[index]!, active.row, active.column)) index--;
  return index;
}

function cellAt(
  top: number,
  left: number,
  height: number,
  width: number,
  order: 'rows' | 'columns',
  place: number,
): CellRef {
  return order === 'rows'
    ? { row: top + Math.floor(place / width), column: left + (place % width) }
    : { row: top + (place % height), column: left + Math.floor(place / height) };
}

/** Ctrl+Up/Down as spreadsheets do it; beyond the last data row there is only the line for a new one. */
function verticalEdge({ row, column }: CellRef, step: 1 | -1, context: NavigationContext): number {
  const { rowCount } = context.bounds;
  const last = lastRow(context.bounds);
  if (row >= rowCount - 1 && step === 1) return Math.max(0, last);
  return edge(row, step, rowCount, (index) => index >= rowCount || context.isBlank(index, column));
}

function horizontalEdge({ row, column }: CellRef, step: 1 | -1, context: NavigationContext): number {
  const { rowCount, columnCount } = context.bounds;
  return edge(column, step, columnCount, (index) => row >= rowCount || context.isBlank(row, index));
}

/** From inside a run of filled cells to its end, else to the next filled cell, else to the border. */
function edge(from: number, step: 1 | -1, count: number, isBlank: (index: number) => boolean): number {
  const border = step === 1 ? count - 1 : 0;
  const inside = (index: number): boolean => index >= 0 && index < count;
  let index = from + step;
  if (!inside(index)) return Math.max(0, from);
  if (!isBlank(from) && !isBlank(index)) {
    while (inside(index + step) && !isBlank(index + step)) index += step;
    return index;
  }
  while (index !== border && isBlank(index)) index += step;
  return index;
}
