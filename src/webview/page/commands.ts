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
  filterColumn: { type: 'columnMenu' },
};

/** What the parts around the grid do. */
const viewCommands: Readonly<Partial<Record<GridCommand, (view: NotebookView) => void>>> = {
  nextProblem: (view) => view.problems.step(1),
  previousProblem: (view) => view.problems.step(-1),
  find: (view) => view.find.open(),
  replace: (view) => view.find.open(true),
  findNext: (view) => view.find.step(1),
  findPrevious: (view) => view.find.step(-1),
  sortAscending: (view) => view.order.sortBy(view.grid.selection.active.column, false),
  sortDescending: (view) => view.order.sortBy(view.grid.selection.active.column, true),
  reapplyFilters: (view) => view.order.set(view.order.criteria),
  clearFilters: (view) => view.order.clear(),
  sortRowsInFile: (view) => view.order.sortFile(),
  addColumn: (view) => view.parts.columns.add(),
  renameColumn: (view) => view.parts.columns.rename(),
  deleteColumn: (view) => view.parts.columns.remove(),
  focusPanels: (view) => view.panels.focusBar(),
  showTrend: (view) => view.panels.open('trend'),
  showFlow: (view) => view.panels.open('flow'),
  showReasons: (view) => view.panels.open('reasons'),
  showSegments: (view) => view.panels.open('segments'),
  showRevenue: (view) => view.panels.open('revenue'),
  showWhatIf: (view) => view.panels.open('whatIf'),
  showBenchmarks: (view) => view.panels.open('benchmarks'),
  showNotes: (view) => view.panels.open('notes'),
  showPlaybook: (view) => view.panels.open('playbook'),
};

/** Carries a command out on the selection of a view. */
export function runCommand(view: NotebookView, name: GridCommand): void {
  const command = gridCommands[name];
  if (command === undefined) viewCommands[name]?.(view);
  else view.grid.execute(command);
}
