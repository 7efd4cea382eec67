import type { LiveNotebook } from '../../../core';
import type { RowSource } from './gridModel';

/** From here on comparing the rows with each other takes longer than a frame. */
const MANY_ROWS = 5_000;

/**
 * What the rows are drawn from first: in a large file only what each row says by itself, so that it is on screen
 * before the rows are compared with each other; else the notebook itself.
 */
export function firstSource(notebook: LiveNotebook): RowSource {
  const { document } = notebook;
  if (notebook.isCompared || document.rowCount < MANY_ROWS) return notebook;
  return {
    document,
    row: (row) => notebook.row(row),
    problemsOfRow: (row) => document.problemsOfRow(row),
  };
}
