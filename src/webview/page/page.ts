import type { TextEdit } from '../../core';
import { LiveNotebook, setCells } from '../../core';
import type {
  ChangeCause,
  GridCommand,
  InitMessage,
  NotebookConfiguration,
  RefusedEdit as RefusedByHost,
  RevealTarget,
} from '../../protocol';
import type { GridEdit, GridSelectionView } from '../grid';
import type { SyncHandler, VSCodeApi } from '../sync';
import { SyncClient, windowTransport } from '../sync';
import { Announcer } from './announcement';
import { commitField } from './field';
import { fileCells, fileEdit } from './gridEdits';
import type { NoticeActions } from './noticeView';
import type { Intent } from './refused';
import { findCells, intentOf, RefusedEdits } from './refused';
import type { PageActions } from './session';
import type { Shell } from './shell';
import { createShell } from './shell';
import type { PageState } from './state';
import { StateKeeper } from './stateKeeper';
import type { Timing } from './timing';
import { NotebookView } from './view';

/** The notebook page: what the host says goes to the view, what the user does goes to the host. */
export class NotebookPage implements SyncHandler {
  readonly #client: SyncClient;
  readonly #announcer = new Announcer();
  readonly #keeper: StateKeeper;
  readonly #shell: Shell;
  readonly #actions: PageActions & NoticeActions;
  #view: NotebookView | null = null;
  #today = 0;
  #kept: PageState;
  #refused: RefusedEdits;
  #selectionToTell: GridSelectionView | null = null;

  constructor(
    root: HTMLElement,
    api: VSCodeApi,
    private readonly timing: Timing,
  ) {
    this.#keeper = new StateKeeper(api, () => this.#state());
    this.#kept = this.#keeper.read();
    this.#refused = new RefusedEdits(this.#kept.refused);
    this.#shell = createShell(root, this.#announcer.element);
    this.#shell.setBusy(true);
    this.#actions = this.#pageActions();
    this.#client = new SyncClient(windowTransport(api), this);
  }

  /** Asks the host for the text. */
  connect(): void {
    this.#client.start();
  }

  start(init: InitMessage): void {
    this.#kept = this.#view === null ? this.#kept : this.#state();
    this.#view?.dispose();
    this.#today = init.today;
    const view = new NotebookView(
      this.#shell,
      {
        notebook: LiveNotebook.open(init.text, { today: init.today }),
        fileName: init.fileName,
        locale: init.locale,
        locked: init.readOnly,
        segment: this.#kept.segment,
        problemsOpen: this.#kept.problemsOpen,
        enterKey: init.configuration.enterKey,
      },
      this.#actions,
      {
        onEdit: (edit) => this.#gridEdit(edit),
        onSelection: (selection) => this.#tellSelection(selection),
      },
    );
    this.#view = view;
    if (this.#kept.grid !== null) view.grid.setViewState(this.#kept.grid);
    view.setRefused(this.#refused.edits);
    this.#shell.setBusy(false);
    if (init.reveal !== null) this.reveal(init.reveal);
    view.grid.focus();
    this.timing.rowsDrawn();
  }

  reset(content: string): void {
    this.#view?.settle();
    this.#view?.replace(LiveNotebook.open(content, { today: this.#today }));
  }

  apply(edits: readonly TextEdit[], cause: ChangeCause | 'local'): void {
    const view = this.#view;
    if (view === null) return;
    if (cause === 'local') this.timing.edited();
    view.settle();
    view.changed(view.session.notebook.apply(edits), cause === 'local');
  }

  refused(edits: readonly RefusedByHost[]): void {
    this.#refused.refuse(edits);
    this.#showRefused();
  }

  commitOpenCell(): void {
    commitField(document.activeElement);
    this.#view?.grid.flushEditor();
  }

  reveal(target: RevealTarget): void {
    const view = this.#view;
    if (view === null) return;
    if (target.kind === 'cell') return view.goToCell(target.row, target.column);
    const { document } = view.session.notebook;
    const row = document.rowAt(target.offset);
    if (row === null) return;
    const column = document.columns.find(({ index }) => {
      const range = document.cellRange(row, index);
      return range !== null && target.offset >= range.start && target.offset <= range.end;
    });
    view.goToCell(row, column?.index ?? null);
  }

  command(name: GridCommand): void {
    const view = this.#view;
    if (view === null) return;
    switch (name) {
      case 'nextProblem':
        return view.problems.step(1);
      case 'previousProblem':
        return view.problems.step(-1);
      case 'copyWithHeaders':
        return this.#client.tell({ type: 'copy', text: view.copyWithHeaders() });
      case 'insertRowAbove':
        return view.grid.execute({ type: 'insertAbove' });
      case 'insertRowBelow':
        return view.grid.execute({ type: 'insertBelow' });
      case 'deleteRows':
        return view.grid.execute({ type: 'deleteRows' });
    }
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

  #pageActions(): PageActions & NoticeActions {
    return {
      edit: (edits, label) => this.#edit(edits, { label, cells: [] }),
      openAsText: (offset?: number) =>
        this.#client.tell({ type: 'openAsText', offset: offset ?? this.#offset() }),
      openMergeEditor: () => this.#client.tell({ type: 'action', name: 'openMergeEditor' }),
      setSegment: (segment) => {
        this.#view?.setSegment(segment);
        this.#keeper.changed();
      },
      goToCell: (row, column) => this.#view?.goToCell(row, column),
      announce: (sentence) => this.#announcer.say(sentence),
      viewChanged: () => this.#keeper.changed(),
      applyAgain: (id) => this.#applyAgain(id),
      dismiss: (id) => {
        this.#refused.dismiss(id);
        this.#showRefused();
      },
    };
  }

  #gridEdit(edit: GridEdit): void {
    const view = this.#view;
    if (view === null) return;
    if (edit.type === 'undo') return this.#client.undo();
    if (edit.type === 'redo') return this.#client.redo();
    view.settle();
    const { notebook, columns } = view.session;
    const { edits, label } = fileEdit(notebook.document, columns, edit);
    const cells = edit.type === 'setCells' ? fileCells(edit.cells, columns) : [];
    this.#edit(edits, intentOf(notebook.document, cells, label));
  }

  #edit(edits: readonly TextEdit[], intent: Intent): boolean {
    const sent = this.#client.edit(edits, intent.label);
    if (sent) this.#refused.sent(this.#client.lastId, this.#client.pendingCount, intent);
    return sent;
  }

  #applyAgain(id: number): void {
    const edit = this.#refused.find(id);
    const view = this.#view;
    if (edit === undefined || view === null) return;
    const { document } = view.session.notebook;
    const cells = findCells(document, edit.cells);
    if (cells === null) {
      this.#refused.giveUp(id);
    } else {
      this.#refused.dismiss(id);
      this.#edit(setCells(document, cells), { label: edit.place, cells: edit.cells });
    }
    this.#showRefused();
  }

  #showRefused(): void {
    this.#view?.setRefused(this.#refused.edits);
    // What was typed exists nowhere else: it must outlast a crash too.
    this.#keeper.write();
  }

  /** Once per turn: holding an arrow key moves faster than anybody needs to know. */
  #tellSelection(selection: GridSelectionView): void {
    if (this.#selectionToTell === null) queueMicrotask(() => this.#sendSelection());
    this.#selectionToTell = selection;
  }

  #sendSelection(): void {
    const view = this.#view;
    const selection = this.#selectionToTell;
    this.#selectionToTell = null;
    if (view === null || selection === null) return;
    const { row, column } = view.fileCell(selection.active);
    this.#client.tell({
      type: 'selection',
      offset: this.#offset(),
      row,
      column: column ?? 0,
      rows: view.selectedRows,
      editing: view.grid.isEditing,
    });
  }

  /** Where the active cell stands in the text. */
  #offset(): number {
    const view = this.#view;
    if (view === null) return 0;
    const { document } = view.session.notebook;
    const { row, column } = view.fileCell(view.grid.selection.active);
    if (row === null) return document.rowCount > 0 ? document.rowRange(document.rowCount - 1).end : 0;
    return (document.cellRange(row, column ?? 0) ?? document.rowRange(row)).start;
  }

  #state(): PageState {
    const view = this.#view;
    if (view === null) return this.#kept;
    return {
      grid: view.grid.getViewState(),
      segment: view.session.segment,
      problemsOpen: view.problems.isOpen,
      refused: this.#refused.edits,
    };
  }
}
