import { html, render } from 'lit';
import { LiveNotebook } from '../../../core';
import type { PreviewMessage } from '../../../protocol';
import { createGrid } from '../../grid';
import { HeaderPart } from '../header';
import { openSession } from '../session';
import type { PageActions } from '../session';
import { firstSource, NotebookGridModel, surroundingsOf } from '../sheet';
import type { Shell } from '../shell';
import type { PageState } from '../state';
import { summaryView } from '../summary';

/** Rows that a preview has for certain. */
const CERTAIN_ROWS = 100;

/** The first rows, in the places of the whole. */
export interface Preview {
  dispose(): void;
}

/** Nobody can do anything with a preview. */
const noActions: PageActions = {
  edit: () => false,
  openAsText: ignore,
  setSegment: ignore,
  goToCell: ignore,
  addColumn: ignore,
  focusGrid: ignore,
  announce: ignore,
  notify: ignore,
  viewChanged: ignore,
  viewMoved: ignore,
};

function ignore(): void {
  // On purpose.
}

/**
 * Shows the first rows of a file that is still on its way, as the whole one will be shown; null when other rows are
 * to be shown first, because the view was left further down, sorted or filtered.
 *
 * It does without `NotebookView`, which is not loaded yet: head and grid are all that is to be seen.
 */
export function openPreview(
  shell: Shell,
  { text, lineCount, fileName, locale, readOnly, today }: PreviewMessage,
  { grid: place, segment, order, columns, conflictHand }: PageState,
): Preview | null {
  if (conflictHand !== null || !isFileOrder(order) || !beginsAtTop(place)) return null;
  const notebook = LiveNotebook.open(text, { today });
  if (notebook.document.rowCount < CERTAIN_ROWS) return null;
  const session = openSession(notebook, segment, { fileName, locale, locked: readOnly }, columns);
  new HeaderPart(shell.header, noActions).draw(session);
  // It would be wrong, and is not seen: it keeps the room of the one to come, so that the rows stay where they are.
  const summary = summaryView(notebook.summary(segment), session.numbers);
  render(html`<div class="summary-room">${summary}</div>`, shell.summary);
  const model = new FirstRowsModel(firstSource(notebook, true), surroundingsOf(session, order));
  model.lineCount = lineCount;
  const grid = createGrid(shell.grid, model, { onEdit: ignore });
  if (place !== null) grid.setViewState({ ...place, draft: null });
  return grid;
}

/** The rows of a part, with the room for the numbers of all. */
class FirstRowsModel extends NotebookGridModel {
  lineCount = 0;

  override get longestRowLabel(): number {
    return String(this.lineCount).length;
  }
}

function isFileOrder({ sort, filters, conditions }: PageState['order']): boolean {
  return sort.length + filters.length + conditions.length === 0;
}

function beginsAtTop(place: PageState['grid']): boolean {
  if (place === null) return true;
  const rows = [place.top.row, place.active.row, ...place.ranges.map(({ bottom }) => bottom)];
  return rows.every((row) => row < CERTAIN_ROWS / 2);
}
