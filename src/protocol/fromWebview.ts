import type { TextEdit } from '../core';
import type { HostAction } from './terms';

/**
 * The page has loaded (each time it does) and knows nothing. The host answers `init`, or first `preview` where the page
 * wants that and the text is large; the page then says `ready` again.
 */
export interface ReadyMessage {
  readonly type: 'ready';
  readonly protocol: number;
  /** The first lines of a large text are to come ahead: the page is shown sooner with them. */
  readonly preview: boolean;
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

/**
 * What of the view shall outlive the tab. The host keeps it without understanding it: the first parts, as many as it has
 * room for. No part has line breaks.
 */
export interface ViewMessage {
  readonly type: 'view';
  /** null: as this page last told it. */
  readonly parts: readonly (string | null)[];
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
