/** Who is told what: what the grid and the panels report goes to the parts of the view and to the page. */
import type { EditorDraft, GridCallbacks, GridColumnAction, GridSelectionView } from '../../grid';
import type { PanelsHooks } from '../panels';
import type { PageActions, Session } from '../session';
import type { ViewEvents } from './opening';
import type { NotebookView } from './view';

/** What the view itself does with what the grid reports. */
interface Reactions {
  readonly typed: (draft: EditorDraft | null) => void;
  readonly selected: (selection: GridSelectionView) => void;
  readonly arrange: (action: GridColumnAction) => void;
}

/** @param view whose parts are asked for when something is reported, because they are not there before */
export function gridCallbacks(
  view: Pick<NotebookView, 'order' | 'paste' | 'parts'>,
  actions: PageActions,
  events: ViewEvents,
  { typed, selected, arrange }: Reactions,
): GridCallbacks {
  return {
    onEdit: (edit) => events.onEdit(edit),
    onDraft: (draft) => {
      typed(draft);
      actions.viewChanged();
    },
    onSelectionChange: selected,
    onViewStateChange: () => actions.viewMoved(),
    onPaste: (report) => view.paste.pasted(report),
    onColumnMenu: (column, header) => view.order.openMenu(column, header),
    onContextMenu: (request) => view.parts.openMenu(request),
    onColumns: arrange,
    onGoToRow: () => view.parts.askForRow(),
    onCopy: (copied) => events.onCopy(copied),
    onPasteWanted: () => events.onPasteWanted(),
  };
}

/** What panels can have done, and what they read. */
export function panelsHooks(actions: PageActions, events: ViewEvents, session: () => Session): PanelsHooks {
  return {
    session,
    actions: {
      ...actions,
      goToCell: (row, column) => {
        actions.goToCell(row, column);
        actions.focusGrid();
      },
      copy: (copied) => events.onCopy(copied),
      savePicture: (picture) => events.onSavePicture(picture),
    },
    changed: () => actions.viewChanged(),
    focusGrid: () => actions.focusGrid(),
  };
}
