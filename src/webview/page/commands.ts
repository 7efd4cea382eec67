import type { GridCommand } from '../../protocol';
import type { Command } from '../grid';
import type { NotebookView } from './view';

/** What the grid itself does for a command of the palette. */
const gridCommands: Readonly<Partial<Record<GridCommand, Command>>> = {
  copyWithHeaders: { type: 'copy', format: 'cellsWithHeaders' },
  copyAsCsv: { type: 'copy', format: 'csv' },
  copyAsMarkdown: { type: 'copy', format: 'markdown' },
  insertRowAbove: { type: 'insertAbove' },
  insertRowBelow: { type: 'insertBelow' },
  duplicateRows: { type: 'duplicateRows', step: 1 },
  moveRowsUp: { type: 'moveRows', step: -1 },
  moveRowsDown: { type: 'moveRows', step: 1 },
  deleteRows: { type: 'deleteRows' },
  fillDown: { type: 'fillDown' },
  fillRight: { type: 'fillRight' },
  fillToEnd: { type: 'fillToEnd' },
  goToRow: { type: 'goToRow' },
  hideColumns: { type: 'hideColumns' },
  showHiddenColumns: { type: 'showColumns', beside: 'all' },
  moveColumnsLeft: { type: 'moveColumns', step: -1 },
  moveColumnsRight: { type: 'moveColumns', step: 1 },
  fitColumns: { type: 'fitColumns' },
  widenColumns: { type: 'widenColumns', step: 1 },
  narrowColumns: { type: 'widenColumns', step: -1 },
  resetColumns: { type: 'resetColumns' },
};

/** Carries a command out on the selection of a view. */
export function runCommand(view: NotebookView, name: GridCommand): void {
  const command = gridCommands[name];
  if (command !== undefined) {
    view.grid.execute(command);
  } else if (name === 'nextProblem') view.problems.step(1);
  else if (name === 'previousProblem') view.problems.step(-1);
}
