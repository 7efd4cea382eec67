/**
 * Number of this set of messages. `ready` and `init` carry it, so that a page left over from another
 * version of the extension is told to reload instead of being misunderstood.
 */
export const PROTOCOL_VERSION = 1;

/** What both halves need to know about the user's preferences. */
export interface NotebookConfiguration {
  /** What Enter does on a cell that is not open: open it, or move one cell down. */
  readonly enterKey: EnterKey;
}

export type EnterKey = 'edit' | 'down';

/** A place the notebook shall show and select. */
export type RevealTarget =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number };

/** Commands of the palette, menus and keybindings that the grid carries out itself. */
export const gridCommands = [
  'insertRowAbove',
  'insertRowBelow',
  'duplicateRows',
  'moveRowsUp',
  'moveRowsDown',
  'deleteRows',
  'fillDown',
  'fillRight',
  'fillToEnd',
  'goToRow',
  'hideColumns',
  'showHiddenColumns',
  'moveColumnsLeft',
  'moveColumnsRight',
  'fitColumns',
  'widenColumns',
  'narrowColumns',
  'resetColumns',
  'addColumn',
  'renameColumn',
  'deleteColumn',
  'copyWithHeaders',
  'copyAsCsv',
  'copyAsMarkdown',
  'nextProblem',
  'previousProblem',
  'find',
  'replace',
  'findNext',
  'findPrevious',
  'sortAscending',
  'sortDescending',
  'filterColumn',
  'reapplyFilters',
  'clearFilters',
  'sortRowsInFile',
  'focusPanels',
  'showTrend',
  'showFlow',
  'showReasons',
  'showSegments',
  'showRevenue',
  'showWhatIf',
  'showBenchmarks',
  'showNotes',
  'showPlaybook',
] as const;
export type GridCommand = (typeof gridCommands)[number];

/** Things a button in the page asks the host to do; none of them takes an argument from the page. */
export const hostActions = ['openMergeEditor', 'openSettings', 'showLog'] as const;
export type HostAction = (typeof hostActions)[number];

/**
 * Why a file can't be edited here, apart from what its text says:
 * - `file`: it can't be written;
 * - `too-large`: VS Code keeps files of more than 50 MB from extensions; what is on the disk is shown;
 * - `binary`: VS Code does not take it for text; what can be read of it is shown.
 */
export const readOnlyCauses = ['file', 'too-large', 'binary'] as const;
export type ReadOnlyCause = (typeof readOnlyCauses)[number];

/** Why a change of the text came about. `edit` is another notebook on the same file. */
export type ChangeCause = 'edit' | 'undo' | 'redo' | 'external';

/**
 * Why the page must start again from the host's text:
 * - `conflict`: somebody else changed the same place first;
 * - `rejected`: VS Code did not apply the edit (a read-only file, for instance);
 * - `invalid`: the edit does not fit the text it claims to be based on;
 * - `replaced`: the whole text changed (line endings, for instance);
 * - `requested`: the page asked for it.
 */
export type ResyncReason = 'conflict' | 'rejected' | 'invalid' | 'replaced' | 'requested';

/** An edit that was not applied, with what was typed, so that the page can show it to the user. */
export interface RefusedEdit {
  readonly id: number;
  readonly label: string;
  /** What each part of the edit would have written. */
  readonly texts: readonly string[];
  /** One sentence for the user: why, and what to do. */
  readonly message: string;
}
