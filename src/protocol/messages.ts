import type { TextEdit } from '../core';

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

// ── Host → page ─────────────────────────────────────────────────────────────────────────────────────

/** Answer to each `ready`. The page builds everything from it; messages before the first one are void. */
export interface InitMessage {
  readonly type: 'init';
  readonly protocol: number;
  /** Counts the starts from the host's text (`init`, `resync`); the page puts it on its edits. */
  readonly epoch: number;
  /** VS Code's version of the document that `text` is. */
  readonly version: number;
  /** VS Code's text: without BOM, every line break equal to `eol`. */
  readonly text: string;
  readonly eol: '\n' | '\r\n';
  readonly fileName: string;
  /** Why the page must not offer editing, or null. */
  readonly readOnly: ReadOnlyCause | null;
  /** Today as days since 1970-01-01, in the user's time zone. */
  readonly today: number;
  /** BCP 47 language tag of the editor's interface. */
  readonly locale: string;
  readonly configuration: NotebookConfiguration;
  /** Where to scroll and select; null: where the page was (`getState`). */
  readonly reveal: RevealTarget | null;
  /** What a page last told of its view of this file (`view`), for a tab that knows nothing itself; or null. */
  readonly view: string | null;
  /** Edits of the page before this one that could not be applied; the page shows them. */
  readonly refused: readonly RefusedEdit[];
}

/** The text changed, and not by this page. The page applies `edits`, which refer to version `from`. */
export interface ChangedMessage {
  readonly type: 'changed';
  readonly from: number;
  readonly version: number;
  readonly edits: readonly TextEdit[];
  readonly cause: ChangeCause;
}

/** The page's oldest open edit, `id`, is in the document now. The page forgets it. */
export interface AcknowledgedMessage {
  readonly type: 'acknowledged';
  readonly id: number;
  readonly from: number;
  readonly version: number;
}

/**
 * The page replaces its text by this one and keeps its view. All edits it sent and that were not
 * acknowledged are void: the page shows them to the user (`refused` says why, for those that were read).
 */
export interface ResyncMessage {
  readonly type: 'resync';
  readonly epoch: number;
  readonly version: number;
  readonly text: string;
  readonly eol: '\n' | '\r\n';
  readonly reason: ResyncReason;
  readonly refused: readonly RefusedEdit[];
  /** Ids up to this one have been dealt with: applied unless they are in `refused`. */
  readonly settled: number;
}

/** A save is waiting. The page commits the open cell (an ordinary `edit`), then answers `flushed`. */
export interface FlushMessage {
  readonly type: 'flush';
  readonly request: number;
}

/** The page scrolls to a place and selects it. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly target: RevealTarget;
}

/** The page carries out a command on its selection. */
export interface CommandMessage {
  readonly type: 'command';
  readonly name: GridCommand;
}

/** The clipboard's text, asked for by `requestPaste`: the page pastes it into its selection. */
export interface PasteMessage {
  readonly type: 'paste';
  readonly text: string;
}

/** The user's settings changed. */
export interface ConfigurationMessage {
  readonly type: 'configuration';
  readonly configuration: NotebookConfiguration;
}

/** Another day began: periods may have become complete. */
export interface TodayMessage {
  readonly type: 'today';
  readonly today: number;
}

/** Everything the host says to a page. */
export type ToWebview =
  | InitMessage
  | ChangedMessage
  | AcknowledgedMessage
  | ResyncMessage
  | FlushMessage
  | RevealMessage
  | CommandMessage
  | PasteMessage
  | ConfigurationMessage
  | TodayMessage;

// ── Page → host ─────────────────────────────────────────────────────────────────────────────────────

/** The page has loaded (each time it does) and knows nothing. The host answers `init`. */
export interface ReadyMessage {
  readonly type: 'ready';
  readonly protocol: number;
}

/**
 * One action of the user, one undo step. `edits` refer to the page's text at that moment: version
 * `baseVersion` of the host plus the page's own edits not acknowledged yet, in their order.
 * The host answers `acknowledged` or `resync`.
 */
export interface EditMessage {
  readonly type: 'edit';
  /** Rises by one with each edit of a page, from 1. */
  readonly id: number;
  readonly epoch: number;
  readonly baseVersion: number;
  /** Ascending, not overlapping, at least one. */
  readonly edits: readonly TextEdit[];
  /** What the action is called, for messages: "Edit start of row 3". */
  readonly label: string;
}

/** The page has taken in everything up to `version`; the host need not map edits through it any more. */
export interface SyncedMessage {
  readonly type: 'synced';
  readonly version: number;
}

/** The page's text is not to be trusted. The host answers `resync`. */
export interface RequestResyncMessage {
  readonly type: 'requestResync';
  readonly reason: string;
}

/** Undo in the document, after all edits sent before. */
export interface UndoMessage {
  readonly type: 'undo';
}

/** Redo in the document, after all edits sent before. */
export interface RedoMessage {
  readonly type: 'redo';
}

/** The open cell is committed (its edit was sent before this) or there was none. The save goes on. */
export interface FlushedMessage {
  readonly type: 'flushed';
  readonly request: number;
}

/** The host opens the text editor on the same file, with the cursor at `offset` of the text. */
export interface OpenAsTextMessage {
  readonly type: 'openAsText';
  readonly offset: number;
}

/** Where the user is. The host keeps context keys by it, and "Open as Text" goes there. */
export interface SelectionMessage {
  readonly type: 'selection';
  /** Offset of the active cell in the text, or of the header when there is no row. */
  readonly offset: number;
  /** Data row and column of the active cell, from 0; null on the line that adds a row. */
  readonly row: number | null;
  readonly column: number;
  /** Number of data rows selected, at least partly. */
  readonly rows: number;
  /** True while a cell is open for typing. */
  readonly editing: boolean;
}

/** What of the view shall outlive the tab. The host keeps it without understanding it. */
export interface ViewMessage {
  readonly type: 'view';
  readonly view: string;
}

/** The host writes `text` to the clipboard (for commands; key presses use the page's copy event). */
export interface CopyMessage {
  readonly type: 'copy';
  readonly text: string;
}

/** The host answers `paste` with the clipboard's text (for menus; key presses use the page's paste event). */
export interface RequestPasteMessage {
  readonly type: 'requestPaste';
}

/** The host asks where to save a picture of the page, and writes the kind that the chosen name asks for. */
export interface SavePictureMessage {
  readonly type: 'savePicture';
  /** What the file shall be called, without its ending. */
  readonly name: string;
  readonly svg: string;
  /** As Base64. */
  readonly png: string;
}

/** The host does one of a fixed list of things. */
export interface ActionMessage {
  readonly type: 'action';
  readonly name: HostAction;
}

/** The host writes a line into the output channel. */
export interface LogMessage {
  readonly type: 'log';
  readonly level: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** Everything a page says to the host. Nothing of it is trusted: see `parseFromWebview`. */
export type FromWebview =
  | ReadyMessage
  | EditMessage
  | SyncedMessage
  | RequestResyncMessage
  | UndoMessage
  | RedoMessage
  | FlushedMessage
  | OpenAsTextMessage
  | SelectionMessage
  | ViewMessage
  | CopyMessage
  | RequestPasteMessage
  | SavePictureMessage
  | ActionMessage
  | LogMessage;
