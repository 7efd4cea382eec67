import { clipToRows, disjoint, rowSpans } from './range';
import type { CellRange, CellText, GridColumn, GridEdit, GridModel, SkippedCell, SkipReason } from './types';

/** The facts of a model that decide what an action may write. */
export interface WritableTable {
  readonly rowCount: number;
  readonly columns: readonly Pick<GridColumn, 'computed' | 'editable'>[];
}

/** Cells that can also be read. */
export interface ReadableTable extends WritableTable {
  textOf(row: number, column: number): string;
}

/** The cells of a model as they are filled from. */
export function readableTable(model: GridModel): ReadableTable {
  return {
    rowCount: model.rowCount,
    columns: model.columns,
    textOf: (row, column) => {
      if (row >= model.rowCount) return '';
      const cell = model.cell(row, column);
      // The cell itself is blank: so will be those filled from it, and each follows from its own row.
      return cell.tone === 'derived' ? '' : cell.editText;
    },
  };
}

/** What an action does, and what it leaves. */
export interface Change {
  readonly edit: GridEdit | null;
  /** Cells written. */
  readonly count: number;
  readonly skipped: readonly SkippedCell[];
  /** What to select afterwards; null: as it was. */
  readonly result: CellRange | null;
}

/** Why a column cannot be written, or null. */
export function skipReason(table: WritableTable, column: number): SkipReason | null {
  const facts = table.columns[column];
  if (facts === undefined) return 'no-column';
  if (facts.computed) return 'computed';
  return facts.editable ? null : 'read-only-column';
}

/**
 * Pastes a block of cells into the selection.
 *
 * A single value fills everything selected. A selection that is a whole multiple of the block is filled
 * with copies of it. Any other block goes to the selection's upper left corner in its own size: rows that
 * overflow are added to the table, columns that overflow are left out and reported, as are calculated cells.
 */
export function pasteChange(
  table: WritableTable,
  block: readonly (readonly string[])[],
  ranges: readonly CellRange[],
): Change {
  const target = ranges.at(-1);
  const height = block.length;
  const width = block.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  if (target === undefined || height === 0 || width === 0) return nothing;
  if (height === 1 && width === 1) return fillChange(table, ranges, () => block[0]![0]!);

  const selectedHeight = target.bottom - target.top + 1;
  const selectedWidth = target.right - target.left + 1;
  const tiled = selectedHeight % height === 0 && selectedWidth % width === 0;
  const rows = tiled && target.bottom < table.rowCount ? selectedHeight : height;
  const columns = tiled ? selectedWidth : width;

  const writer = new Writer(table);
  for (let row = 0; row < rows; row++) {
    const source = block[row % height]!;
    for (let column = 0; column < columns; column++) {
      const text = source[column % width];
      if (text !== undefined) writer.write(target.top + row, target.left + column, text);
    }
  }
  const right = Math.min(target.left + columns, table.columns.length) - 1;
  return writer.change({ ...target, bottom: target.top + rows - 1, right });
}

/** Fills ranges with what `textAt` gives; only data rows, or the line for a new row when that is all. */
export function fillChange(
  table: WritableTable,
  ranges: readonly CellRange[],
  textAt: (row: number, column: number) => string,
): Change {
  const writer = new Writer(table);
  for (const range of disjoint(ranges)) {
    const rows = range.top === table.rowCount ? range : clipToRows(range, table.rowCount);
    if (rows === null) continue;
    for (let row = rows.top; row <= rows.bottom; row++) {
      for (let column = rows.left; column <= rows.right; column++) {
        writer.write(row, column, textAt(row, column));
      }
    }
  }
  return writer.change(null);
}

/** Ctrl+D: each range's first row into its other rows; into a single row, the row above it. */
export function fillDownChange(table: ReadableTable, ranges: readonly CellRange[]): Change {
  const writer = new Writer(table);
  for (const range of ranges) {
    const single = range.top === range.bottom;
    const source = single ? range.top - 1 : range.top;
    if (source < 0 || source >= table.rowCount) continue;
    const target = single ? range : clipToRows({ ...range, top: range.top + 1 }, table.rowCount);
    if (target === null) continue;
    for (let column = target.left; column <= target.right; column++) {
      const text = table.textOf(source, column);
      for (let row = target.top; row <= target.bottom; row++) writer.write(row, column, text);
    }
  }
  return writer.change(null);
}

/**
 * Delete: empties what can be emptied and is not empty yet. Calculated cells are passed over; they are
 * only reported when nothing else was selected, since whole rows always hold some.
 */
export function clearChange(table: ReadableTable, ranges: readonly CellRange[]): Change {
  const writer = new Writer(table);
  let writable = false;
  for (const range of disjoint(ranges)) {
    const rows = clipToRows(range, table.rowCount);
    if (rows === null) continue;
    for (let column = rows.left; column <= rows.right; column++) {
      if (skipReason(table, column) !== null) continue;
      writable = true;
      for (let row = rows.top; row <= rows.bottom; row++) {
        if (table.textOf(row, column) !== '') writer.write(row, column, '');
      }
    }
  }
  return writable ? writer.change(null) : fillChange(table, ranges, () => '');
}

/** The rows that ranges touch, deleted. */
export function deleteRowsChange(table: WritableTable, ranges: readonly CellRange[]): Change {
  const spans = rowSpans(ranges, table.rowCount);
  if (spans.length === 0) return nothing;
  const count = spans.reduce((sum, span) => sum + span.count, 0);
  return { edit: { type: 'deleteRows', spans }, count, skipped: [], result: null };
}

const nothing: Change = { edit: null, count: 0, skipped: [], result: null };

/** Collects cells to write, leaves out what must not be written, and makes one edit of it. */
export class Writer {
  readonly #cells: CellText[] = [];
  readonly #skipped: SkippedCell[] = [];
  #lastRow = -1;

  constructor(readonly table: WritableTable) {}

  write(row: number, column: number, text: string): void {
    const reason = skipReason(this.table, column);
    if (reason !== null) {
      this.#skipped.push({ row, column, text, reason });
      return;
    }
    // A new row need not be made blank.
    if (row >= this.table.rowCount && text === '') return;
    this.#cells.push({ row, column, text });
    this.#lastRow = Math.max(this.#lastRow, row);
  }

  change(result: CellRange | null): Change {
    const cells = this.#cells;
    const { rowCount } = this.table;
    const added = this.#lastRow - rowCount + 1;
    const edit: GridEdit | null =
      cells.length === 0
        ? null
        : added > 0
          ? { type: 'insertRows', at: rowCount, count: added, cells }
          : { type: 'setCells', cells };
    return { edit, count: cells.length, skipped: this.#skipped, result };
  }
}
