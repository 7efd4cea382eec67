import type { LiveNotebook, ReadOnlyReason, TextEdit } from '../../core';
import type { ReadOnlyCause } from '../../protocol';
import type { PageColumn, ColumnView } from './columns';
import { viewColumns, pageColumns } from './columns';
import type { NumberDisplay } from './numbers';
import { numberDisplay } from './numbers';

/** The open notebook and what the parts of the page need to know about it. */
export interface Session {
  readonly notebook: LiveNotebook;
  /** The columns shown, in the view's order. */
  readonly columns: readonly PageColumn[];
  /** All columns, in the file's order. */
  readonly allColumns: readonly PageColumn[];
  readonly numbers: NumberDisplay;
  readonly fileName: string;
  /** Why nothing may be edited, or null. */
  readonly readOnly: ReadOnlyReason | Lock | null;
  /** Why nothing may be edited apart from what the text says, or null. */
  readonly locked: Lock | null;
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
  /** Asks for the name of a new column of the file. @param begin what it may begin with */
  addColumn(begin: string): void;
  /** The keys go to the grid again: whatever had the focus may be gone. */
  focusGrid(): void;
  /** Says something to screen readers, politely. */
  announce(sentence: string): void;
  /** Shows a sentence beside the active cell for a while, and says it to screen readers. */
  notify(sentence: string): void;
  /** The user typed or chose something that shall outlast a hidden tab and a reload. */
  viewChanged(): void;
  /** The rows were scrolled or a column's width dragged, which shall do so, too, and is told with every frame. */
  viewMoved(): void;
}

/** What a session knows from outside the text. */
export interface Surroundings {
  readonly fileName: string;
  /** Language tag of the editor. */
  readonly locale: string;
  /** Why the file cannot be edited, apart from what its text says. */
  readonly locked: Lock | null;
}

/** Why nothing may be edited, apart from what the text says; `silent`: the host does not answer. */
export type Lock = ReadOnlyCause | 'silent';

/** Reads from a notebook what the parts of the page need. A segment it has not is passed over. */
export function openSession(
  notebook: LiveNotebook,
  segment: string | null,
  { fileName, locale, locked }: Surroundings,
  columnView: ColumnView,
): Session {
  const { document } = notebook;
  const allColumns = pageColumns(document);
  const known = segment !== null && notebook.segments.includes(segment);
  return {
    notebook,
    columns: viewColumns(allColumns, columnView),
    allColumns,
    numbers: numberDisplay([document.settings.locale, locale]),
    fileName,
    readOnly: document.readOnly ?? locked,
    locked,
    segment: known ? segment : null,
  };
}
