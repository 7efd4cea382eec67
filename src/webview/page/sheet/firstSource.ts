import type { LiveNotebook } from '../../../core';
import type { RowSource } from './gridModel';

/** From here on comparing the rows with each other takes longer than a frame. */
const MANY_ROWS = 5_000;

/**
 * What the rows are drawn from first: in a large file only what each row says by itself, so that it is on screen
 * before the rows are compared with each other; else the notebook itself.
 *
 * @param isPart the notebook is only the beginning of a file: what its rows say of each other may be wrong
 */
export function firstSource(notebook: LiveNotebook, isPart = false): RowSource {
  const { document } = notebook;
  if (!isPart && (notebook.isCompared || document.rowCount < MANY_ROWS)) return notebook;
  return {
    document,
    row: (row) => notebook.row(row),
    problemsOfRow: (row) => document.problemsOfRow(row),
  };
}
