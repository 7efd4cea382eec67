import type { LiveNotebook, TextEdit } from '../../core';
import type { PageColumn } from './columns';
import type { NumberDisplay } from './numbers';

/** The open notebook and what the parts of the page need to know about it. */
export interface Session {
  readonly notebook: LiveNotebook;
  readonly columns: readonly PageColumn[];
  readonly numbers: NumberDisplay;
  readonly fileName: string;
  /** Why nothing may be edited, one sentence, or null. */
  readonly readOnly: string | null;
  /** The segment the summary is about; null: all customers. */
  readonly segment: string | null;
}

/** What the parts of the page can have done. */
export interface PageActions {
  /** One action of the user, one step of undo. False when there is nothing to change. */
  edit(edits: readonly TextEdit[], label: string): boolean;
  /** @param offset place in the text; without it, the active cell's */
  openAsText(offset?: number): void;
  setSegment(segment: string | null): void;
  /** Selects a cell of the file and scrolls to it. */
  goToCell(row: number, fileColumn: number | null): void;
  /** Says something to screen readers, politely. */
  announce(sentence: string): void;
  /** Something of the view changed that shall outlast a reload. */
  viewChanged(): void;
}
