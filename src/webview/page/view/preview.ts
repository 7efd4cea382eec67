import { LiveNotebook } from '../../../core';
import type { PreviewMessage } from '../../../protocol';
import type { NoticeActions } from '../notices';
import type { PageActions } from '../session';
import type { Shell } from '../shell';
import type { PageState } from '../state';
import type { ViewEvents } from './opening';
import { NotebookView } from './view';

/** Rows that a preview has for certain. */
const CERTAIN_ROWS = 100;

/** Nobody can do anything with a preview. */
const noActions: PageActions & NoticeActions = {
  edit: () => false,
  openAsText: ignore,
  openMergeEditor: ignore,
  setSegment: ignore,
  goToCell: ignore,
  focusGrid: ignore,
  announce: ignore,
  notify: ignore,
  viewChanged: ignore,
  draftChanged: ignore,
  applyAgain: ignore,
  dismiss: ignore,
};
const noEvents: ViewEvents = {
  onEdit: ignore,
  onSelection: ignore,
  onCopy: ignore,
  onSavePicture: ignore,
  onPasteWanted: ignore,
};

function ignore(): void {
  // On purpose.
}

/**
 * Shows the first rows of a file that is still on its way, as the whole one will be shown; null when other rows are
 * to be shown first, because the view was left further down, sorted or filtered.
 */
export function openPreview(
  shell: Shell,
  { text, fileName, locale, readOnly, today }: PreviewMessage,
  kept: PageState,
): NotebookView | null {
  if (!beginsAtTop(kept)) return null;
  const notebook = LiveNotebook.open(text, { today });
  if (notebook.document.rowCount < CERTAIN_ROWS) return null;
  const { segment, order, problemsOpen, columns, panels } = kept;
  const view = new NotebookView(
    shell,
    {
      ...{ notebook, isPart: true, fileName, locale, locked: readOnly },
      ...{ segment, order, problemsOpen, columns, panels },
      conflictHand: null,
      enterKey: 'edit',
    },
    noActions,
    noEvents,
  );
  if (kept.grid !== null) view.places.restore({ ...kept.grid, draft: null });
  return view;
}

function beginsAtTop({ grid, order, conflictHand }: PageState): boolean {
  if (conflictHand !== null) return false;
  if (order.sort.length + order.filters.length + order.conditions.length > 0) return false;
  if (grid === null) return true;
  const rows = [grid.top.row, grid.active.row, ...grid.ranges.map(({ bottom }) => bottom)];
  return rows.every((row) => row < CERTAIN_ROWS / 2);
}
