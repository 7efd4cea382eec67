import type { TextEdit } from '../core';
import type {
  NotebookConfiguration,
  RevealTarget,
  GridCommand,
  ReadOnlyCause,
  ChangeCause,
  ResyncReason,
  RefusedEdit,
} from './terms';

/**
 * Answer to `ready`. The page builds everything from it; messages before the first one, but `preview`, are void.
 */
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
  /**
   * What a page last told of its view of this file (`view`), a part a line, for a tab that knows nothing itself; or
   * null.
   */
  readonly view: string | null;
  /** Edits of the page before this one that could not be applied; the page shows them. */
  readonly refused: readonly RefusedEdit[];
}

/**
 * The first lines of a large text: the page shows them, and then says `ready` again for the whole one. Reading all of it
 * keeps a page from painting, and it takes no edits meanwhile.
 */
export interface PreviewMessage extends Pick<
  InitMessage,
  'text' | 'fileName' | 'readOnly' | 'today' | 'locale' | 'view'
> {
  readonly type: 'preview';
  /** Of the whole text: so many digits the numbers of its rows may have. */
  readonly lineCount: number;
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
  | PreviewMessage
  | ChangedMessage
  | AcknowledgedMessage
  | ResyncMessage
  | FlushMessage
  | RevealMessage
  | CommandMessage
  | PasteMessage
  | ConfigurationMessage
  | TodayMessage;
