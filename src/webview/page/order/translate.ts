import type { GridEdit, RowSpan } from '../../grid';
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
    case 'deleteRows':
      return { edit: { ...edit, spans: fileSpans(edit.spans, order) }, planned: null };
    case 'duplicateRows':
      // The copies are the same by every sort key, so that they stand beside their rows.
      return {
        edit: { ...edit, spans: fileSpans(edit.spans, order) },
        planned: { file: 0, count: Infinity, view: null },
      };
    case 'moveRows': {
      // The grid does not offer it here (`fixedOrder`); asked for all the same, rows go behind the row above.
      const to = edit.to > 0 ? order.fileRow(edit.to - 1) + 1 : order.fileRow(0);
      return {
        edit: { ...edit, spans: fileSpans(edit.spans, order), to },
        planned: { file: 0, count: Infinity, view: null },
      };
    }
  }
}

function fileSpans(spans: readonly RowSpan[], order: RowOrder): readonly RowSpan[] {
  const rows = spans.flatMap(({ at, count }) =>
    Array.from({ length: count }, (_, index) => order.fileRow(at + index)),
  );
  return spansOf(rows.sort((a, b) => a - b));
}

function spansOf(rows: readonly number[]): readonly RowSpan[] {
  const spans: { at: number; count: number }[] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last !== undefined && last.at + last.count === row) last.count++;
    else spans.push({ at: row, count: 1 });
  }
  return spans;
}
