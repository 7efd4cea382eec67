import type { TextEdit } from '../../core';
import type {
  ChangeCause,
  GridCommand,
  InitMessage,
  NotebookConfiguration,
  RefusedEdit,
  ResyncReason,
  RevealTarget,
} from '../../protocol';

/** What the page does when the host says something. No method may send an edit except `commitOpenCell`. */
export interface SyncHandler {
  /** The text and everything around it: show it. Also when the host starts the page again. */
  start(init: InitMessage): void;
  /** Replace the whole text and keep the view: selection, scroll, open cells. */
  reset(text: string, reason: ResyncReason): void;
  /**
   * Apply edits of the page's present text: ascending, not overlapping. `local` ones are the user's own.
   * @throws RangeError when they don't fit the text; then nothing may have changed.
   */
  apply(edits: readonly TextEdit[], cause: ChangeCause | 'local'): void;
  /** Show the user what could not be entered, and why. Comes after `start` or `reset`. */
  refused(edits: readonly RefusedEdit[]): void;
  /** One of the user's edits is in the document now. */
  acknowledged(): void;
  /** The host does not answer (true), so that nothing reaches the document; or it does again (false). */
  silent(isSilent: boolean): void;
  /** The user saves: commit the open cell, if any, by `SyncClient.edit`. */
  commitOpenCell(): void;
  reveal(target: RevealTarget): void;
  command(name: GridCommand): void;
  /** Paste the clipboard's text, which the page asked for. */
  paste(text: string): void;
  configure(configuration: NotebookConfiguration): void;
  /** Another day has begun; days since 1970-01-01. */
  today(today: number): void;
}
