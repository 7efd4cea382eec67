/** What is kept of the grid: with rows of the file, because those of the view mean nothing in another one. */
import type { GridViewState } from '../../grid';
import type { RowOrder } from './rowOrder';

/** A state of the grid with the rows of the file. Ranges stay as the view has them. */
export function stateInFile(state: GridViewState, rows: RowOrder): GridViewState {
  return withRows(state, (row) => rows.fileRow(row));
}

/** A state of the grid with the rows of the view. A row in which something is typed is shown in any case. */
export function stateInView(state: GridViewState, rows: RowOrder): GridViewState {
  if (state.draft !== null) rows.reveal(state.draft.row, rows.count);
  return withRows(state, (row) => rows.viewRow(row) ?? 0);
}

function withRows(state: GridViewState, rowOf: (row: number) => number): GridViewState {
  const { top, active, draft } = state;
  return {
    ...state,
    top: { ...top, row: rowOf(top.row) },
    active: { ...active, row: rowOf(active.row) },
    draft: draft === null ? null : { ...draft, row: rowOf(draft.row) },
  };
}
