import type { TextEdit } from '../../core';
import { LiveNotebook } from '../../core';
import type {
  ChangeCause,
  GridCommand,
  InitMessage,
  NotebookConfiguration,
  RefusedEdit as RefusedByHost,
  RevealTarget,
} from '../../protocol';
import { isMac } from '../grid';
import type { SyncHandler, VSCodeApi } from '../sync';
import { SyncClient, windowTransport } from '../sync';
import { pageActions } from './actions';
import { runCommand } from './commands';
import { PageEdits } from './edits';
import { findCommandFor } from './find';
import type { Timing } from './frames';
import type { NoticeActions } from './notices';
import type { Preview } from './preview';
import type { PageActions } from './session';
import type { Shell } from './shell';
import type { PageState } from './state';
import { draftInPlace, initialState, readState, StateKeeper } from './state';
import { NotebookView } from './view';
import { commitDrafts, commitField } from './widgets';

/** What the page is made of before it is loaded itself. */
export interface FirstPart {
  readonly root: HTMLElement;
  readonly shell: Shell;
  readonly api: VSCodeApi;
  readonly timing: Timing;
  /** The first rows, seen until the whole text is there; null when nothing is seen yet. */
  readonly preview: Preview | null;
}

/** The notebook page: what the host says goes to the view, what the user does goes to the host. */
export class NotebookPage implements SyncHandler {
  readonly #client: SyncClient;
  readonly #edits: PageEdits;
  readonly #keeper: StateKeeper;
  readonly #shell: Shell;
  readonly #api: VSCodeApi;
  readonly #timing: Timing;
  readonly #actions: PageActions & NoticeActions;
  #view: NotebookView | null = null;
  #preview: Preview | null;
  #today = 0;
  #kept: PageState = initialState;
  #selectionTold = true;

  constructor({ root, shell, api, timing, preview }: FirstPart) {
    this.#shell = shell;
    this.#api = api;
    this.#timing = timing;
    this.#preview = preview;
    this.#keeper = new StateKeeper(
      api,
      () => this.#state(),
      (parts) => this.#client.tell({ type: 'view', parts }),
    );
    this.#client = new SyncClient(windowTransport(api), this);
    this.#edits = new PageEdits(this.#client, {
      view: () => this.#view,
      refusedChanged: () => this.#showRefused(),
      sent: () => {
        this.#keeper.acted();
        this.#tellUnderway();
      },
    });
    this.#actions = pageActions({
      view: () => this.#view,
      edits: this.#edits,
      client: this.#client,
      keeper: this.#keeper,
      announcer: shell.announcer,
    });
    root.addEventListener('keydown', (event) => {
      const name = findCommandFor(event, isMac());
      if (name === null || this.#view === null) return;
      // Ours alone: VS Code has the same keys, for when the focus is elsewhere.
      event.preventDefault();
      event.stopPropagation();
      this.command(name);
    });
    // The editor gives its page the focus, and the page gives it to the grid unless it has it elsewhere.
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) this.#view?.grid.focus();
    });
  }

  /** Asks the host for the text. */
  connect(): void {
    this.#client.start();
  }

  start(init: InitMessage): void {
    const isFirst = this.#view === null;
    if (isFirst) {
      this.#kept = readState(this.#api, init.view);
    } else {
      this.#kept = this.#state();
    }
    this.#preview?.dispose();
    this.#preview = null;
    this.#view?.dispose();
    this.#view = null;
    this.#today = init.today;
    this.#shell.setStage('open');
    this.#tellUnderway();
    try {
      this.#view = this.#open(init, isFirst);
      this.#timing.rowsDrawn();
      this.#timing.loaded();
      this.#view.complete(() => this.#timing.completed());
    } catch (error) {
      // An empty page would leave its user without a way out; the host logs the error.
      this.#shell.showFailure(this.#actions);
      throw error;
    }
    if (init.reveal !== null) this.reveal(init.reveal);
    // Taking the focus from another editor would send its user's typing here.
    if (document.hasFocus()) this.#view.grid.focus();
  }

  #open(init: InitMessage, isFirst: boolean): NotebookView {
    const notebook = LiveNotebook.open(init.text, { today: init.today });
    if (isFirst) this.#edits.restore(this.#kept.refused, this.#kept.underway, init.text);
    const view = new NotebookView(
      this.#shell,
      {
        ...this.#kept,
        notebook,
        fileName: init.fileName,
        locale: init.locale,
        locked: init.readOnly,
        enterKey: init.configuration.enterKey,
      },
      this.#actions,
      {
        onEdit: (edit) => this.#edits.sendGridEdit(edit),
        onSelection: () => {
          this.#keeper.acted();
          this.#tellSelection();
        },
        onCopy: (text) => this.#client.tell({ type: 'copy', text }),
        onSavePicture: (picture) => this.#client.tell({ type: 'savePicture', ...picture }),
        onPasteWanted: () => this.#client.tell({ type: 'requestPaste' }),
      },
    );
    this.#restore(view);
    view.setRefused(this.#edits.refused);
    return view;
  }

  /** Puts the view as it was; what was half-typed goes to its cell, or is shown where that is gone. */
  #restore(view: NotebookView): void {
    const { grid, typed } = this.#kept;
    if (grid === null) return;
    const { notebook, columns } = view.session;
    const table = { document: notebook.document, columns };
    const draft = grid.draft !== null && typed !== null ? draftInPlace(table, grid.draft, typed) : null;
    const isOpen = view.places.restore({ ...grid, draft }) && draft !== null;
    if (!isOpen && typed !== null && typed.text !== '') this.#edits.keep(typed, draft !== null);
  }

  reset(content: string): void {
    this.#tellUnderway();
    this.#view?.settle();
    this.#view?.replace(LiveNotebook.open(content, { today: this.#today }));
  }

  apply(edits: readonly TextEdit[], cause: ChangeCause | 'local'): void {
    const view = this.#view;
    if (view === null) return;
    if (cause === 'local') this.#timing.edited();
    if (cause === 'undo' || cause === 'redo') view.paste.dismiss();
    view.apply(edits, cause === 'local');
  }

  refused(edits: readonly RefusedByHost[]): void {
    this.#edits.refuse(edits);
  }

  acknowledged(): void {
    this.#keeper.changed();
    this.#tellUnderway();
  }

  silent(isSilent: boolean): void {
    if (this.#view === null) this.#shell.showSilence(isSilent);
    else this.#view.setSilent(isSilent);
  }

  commitOpenCell(): void {
    commitField(document.activeElement);
    commitDrafts();
    this.#view?.grid.flushEditor();
    this.#view?.saving();
  }

  reveal(target: RevealTarget): void {
    this.#view?.places.goTo(target);
  }

  command(name: GridCommand): void {
    const view = this.#view;
    if (view === null) return;
    runCommand(view, name);
  }

  paste(text: string): void {
    this.#view?.grid.paste(text);
  }

  configure({ enterKey }: NotebookConfiguration): void {
    this.#view?.grid.setOptions({ enterKey });
  }

  today(today: number): void {
    this.#today = today;
    const view = this.#view;
    view?.settle();
    view?.replace(LiveNotebook.open(view.session.notebook.document.text, { today }));
  }

  #showRefused(): void {
    this.#view?.setRefused(this.#edits.refused);
    // What was typed exists nowhere else: it must outlast a crash too.
    this.#keeper.write();
  }

  #tellUnderway(): void {
    this.#shell.setUnderway(this.#client.pendingCount);
  }

  /** Once per turn: holding an arrow key moves faster than anybody needs to know. */
  #tellSelection(): void {
    if (!this.#selectionTold) return;
    this.#selectionTold = false;
    queueMicrotask(() => {
      this.#selectionTold = true;
      const view = this.#view;
      if (view !== null) this.#client.tell({ type: 'selection', ...view.places.here });
    });
  }

  #state(): PageState {
    const view = this.#view;
    if (view === null) return this.#kept;
    return {
      grid: view.places.gridState,
      typed: view.typed,
      order: view.order.criteria,
      segment: view.session.segment,
      problemsOpen: view.problems.isOpen,
      columns: view.columnView,
      panels: view.panels.state,
      conflictHand: view.conflictHand,
      refused: this.#edits.refused,
      underway: this.#edits.underway,
    };
  }
}
