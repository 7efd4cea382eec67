import type { GridEdit } from '../../grid';
import type { RowOrder } from './rowOrder';
import type { PlannedRows } from './viewOrder';

/** An edit whose rows are the file's, and what it inserts. */
export interface TranslatedEdit<E> {
  readonly edit: E;
  readonly planned: PlannedRows | null;
}

type Change = Exclude<GridEdit, { readonly type: 'undo' | 'redo' }>;

/** What an action in the view does to the rows of the file: the one place where rows are translated. */
export function toFile(edit: Change, order: RowOrder): TranslatedEdit<Change> {
  if (order.isFile) return { edit, planned: null };
  switch (edit.type) {
    case 'setCells':
      return {
        edit: { ...edit, cells: edit.cells.map((cell) => ({ ...cell, row: order.fileRow(cell.row) })) },
        planned: null,
      };
    case 'insertRows': {
      const { at, count } = edit;
      const file = order.insertionPlace(at);
      const rowOf = (view: number): number => {
        if (view >= at && view < at + count) return file + view - at;
        const row = order.fileRow(view < at ? view : view - count);
        return row < file ? row : row + count;
      };
      return {
        edit: { ...edit, at: file, cells: edit.cells.map((cell) => ({ ...cell, row: rowOf(cell.row) })) },
        planned: { file, count, view: at },
      };
    }
    case 'deleteRows': {
      const rows = edit.spans
        .flatMap(({ at, count }) => Array.from({ length: count }, (_, index) => order.fileRow(at + index)))
        .sort((a, b) => a - b);
      return { edit: { ...edit, spans: spansOf(rows) }, planned: null };
    }
  }
}

function spansOf(rows: readonly number[]): { readonly at: number; readonly count: number }[] {
  const spans: { at: number; count: number }[] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last !== undefined && last.at + last.count === row) last.count++;
    else spans.push({ at: row, count: 1 });
  }
  return spans;
}
