import type { RetentionDocument, TextEdit } from '../../../core';
import { deleteRows, duplicateRows, insertRows, moveRows, setCells, nextPeriodText } from '../../../core';
import type { CellText, GridEdit, RowSpan } from '../../grid';
import type { PageColumn } from '../columns';
import { nextRow } from './newRow';
import { text } from '../text';

/** A cell of the file: a row of the document and a column by its place in the header. */
export interface FileCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A user's action as a change of the text, with its name for messages and the undo list. */
export interface FileEdit {
  readonly edits: readonly TextEdit[];
  readonly label: string;
}

/**
 * What an action in the grid changes in the text: one list of edits, one step of undo. Cells of calculated
 * columns are left out; rows added at the end get the next periods where none was typed.
 */
export function fileEdit(
  document: RetentionDocument,
  columns: readonly PageColumn[],
  edit: Exclude<GridEdit, { readonly type: 'undo' | 'redo' }>,
): FileEdit {
  switch (edit.type) {
    case 'setCells': {
      const cells = fileCells(edit.cells, columns);
      return { edits: setCells(document, cells), label: cellsLabel(edit.cells, columns) };
    }
    case 'insertRows': {
      const cells = fileCells(edit.cells, columns);
      const rows = rowsToInsert(document, cells, edit.at, edit.count);
      const end = edit.at + edit.count;
      const after = cells
        .filter(({ row }) => row >= end)
        .map((cell) => ({ ...cell, row: cell.row - edit.count }));
      return {
        edits: [
          ...setCells(
            document,
            cells.filter(({ row }) => row < edit.at),
          ),
          ...insertRows(document, edit.at, rows),
          ...setCells(document, after),
        ],
        label: text.edit.insertRows(edit.count),
      };
    }
    case 'deleteRows': {
      const rows = rowsOf(edit.spans);
      return { edits: deleteRows(document, rows), label: text.edit.deleteRows(rows.length) };
    }
    case 'moveRows': {
      const rows = rowsOf(edit.spans);
      return { edits: moveRows(document, rows, edit.to), label: text.edit.moveRows(rows.length) };
    }
    case 'duplicateRows': {
      const rows = rowsOf(edit.spans);
      return { edits: duplicateRows(document, rows), label: text.edit.duplicateRows(rows.length) };
    }
  }
}

function rowsOf(spans: readonly RowSpan[]): number[] {
  return spans.flatMap(({ at, count }) => Array.from({ length: count }, (_, index) => at + index));
}

/** The cells that are columns of the file. */
export function fileCells(cells: readonly CellText[], columns: readonly PageColumn[]): FileCell[] {
  return cells.flatMap(({ row, column, text: typed }) => {
    const file = columns[column]?.source.file;
    return file === null || file === undefined ? [] : [{ row, column: file.index, text: typed }];
  });
}

/** The texts of new rows, cell by cell of the header. Rows at the end continue the periods. */
function rowsToInsert(
  document: RetentionDocument,
  cells: readonly FileCell[],
  at: number,
  count: number,
): readonly (readonly string[])[] {
  const width = document.columns.length;
  const rows = Array.from({ length: count }, () => new Array<string>(width).fill(''));
  for (const cell of cells) {
    const row = rows[cell.row - at];
    if (row !== undefined) row[cell.column] = cell.text;
  }
  if (at === document.rowCount) continuePeriods(document, rows);
  return rows;
}

function continuePeriods(document: RetentionDocument, rows: readonly string[][]): void {
  const period = document.column('period');
  const segment = document.column('segment');
  if (period === null) return;
  const first = nextRow(document);
  let next = first.period;
  rows.forEach((row, index) => {
    if (row[period.index] === '') {
      row[period.index] = next;
      if (segment !== null && index === 0 && row[segment.index] === '') row[segment.index] = first.segment;
    }
    next = nextPeriodText(row[period.index] ?? '') ?? '';
  });
}

function cellsLabel(cells: readonly CellText[], columns: readonly PageColumn[]): string {
  const [only, second] = cells;
  if (only === undefined) return '';
  if (second !== undefined) return text.edit.cells(cells.length);
  return text.edit.cell(columns[only.column]?.label ?? '', only.row + 1);
}
