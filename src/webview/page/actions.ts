import type { SyncClient } from '../sync';
import type { PageEdits } from './edits';
import type { NoticeActions } from './notices';
import type { PageActions } from './session';
import type { Announcer } from './sheet';
import type { StateKeeper } from './state';
import type { NotebookView } from './view';

/** What actions reach. */
interface Reach {
  /** Null as long as nothing is shown: then an action does nothing that only a view can. */
  readonly view: () => NotebookView | null;
  readonly edits: PageEdits;
  readonly client: SyncClient;
  readonly keeper: StateKeeper;
  readonly announcer: Announcer;
}

/** What the parts of the page can have done, by the host, the view, or what is kept of it. */
export function pageActions({ view, edits, client, keeper, announcer }: Reach): PageActions & NoticeActions {
  return {
    edit: (changes, label) => edits.send(changes, { label, cells: [] }),
    openAsText: (offset?: number) =>
      client.tell({ type: 'openAsText', offset: offset ?? view()?.places.offset ?? 0 }),
    openMergeEditor: () => client.tell({ type: 'action', name: 'openMergeEditor' }),
    setSegment: (segment) => {
      view()?.setSegment(segment);
      keeper.acted();
    },
    goToCell: (row, column) => view()?.places.goToCell(row, column),
    addColumn: (begin) => view()?.parts.columns.add(begin),
    focusGrid: () => view()?.grid.focus(),
    announce: (sentence) => announcer.say(sentence),
    notify: (sentence) => view()?.grid.notify(sentence),
    viewChanged: () => keeper.acted(),
    viewMoved: () => keeper.changed(),
    applyAgain: (id) => edits.applyAgain(id),
    dismiss: (id) => edits.dismiss(id),
  };
}
