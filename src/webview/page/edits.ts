import type { TextEdit } from '../../core';
import { setCells } from '../../core';
import type { RefusedEdit as RefusedByHost } from '../../protocol';
import type { GridEdit } from '../grid';
import type { SyncClient } from '../sync';
import type { Intent, KeyedCell, RefusedEdit, UnderwayEdit } from './notices';
import { findCells, intentOf, missingFrom, RefusedEdits, underwayEdit } from './notices';
import type { FileEdit } from './sheet';
import { fileCells, fileEdit } from './sheet';
import type { NotebookView } from './view';

/** What edits need of the page. */
export interface EditSurroundings {
  view(): NotebookView | null;
  /** Others could not be applied now than before. */
  refusedChanged(): void;
  /** Something is on its way to the host that exists nowhere else. */
  sent(): void;
}

/** The user's edits on their way to the host, and those of them that it could not apply. */
export class PageEdits {
  #refused = new RefusedEdits([]);

  constructor(
    private readonly client: SyncClient,
    private readonly page: EditSurroundings,
  ) {}

  /** What was typed and could not be applied: it exists nowhere else. */
  get refused(): readonly RefusedEdit[] {
    return this.#refused.edits;
  }

  /** What was sent and not acknowledged, in its order. */
  get underway(): readonly UnderwayEdit[] {
    let length = this.page.view()?.session.notebook.document.length ?? 0;
    const latestFirst = [...this.client.underway].reverse().map(({ id, label, edits }) => {
      const edit = underwayEdit(this.#refused.intent(id) ?? { label, cells: [] }, edits, length);
      length = edit.before;
      return edit;
    });
    return latestFirst.reverse();
  }

  /**
   * Begins with what could not be applied before a reload, and with what was underway then: what of it the text has not got
   * was lost with VS Code, and comes back to its author.
   */
  restore(refused: readonly RefusedEdit[], underway: readonly UnderwayEdit[], text: string): void {
    this.#refused = new RefusedEdits(refused);
    for (const edit of missingFrom(text, underway)) this.#refused.stopped(edit);
  }

  /** Keeps what was half-typed into a cell that is gone, or is there and cannot be edited now. */
  keep(typed: KeyedCell, isThere: boolean): void {
    this.#refused.keep(typed, isThere);
  }

  /** Sends one action of the user, one step of undo. False when there is nothing to change. */
  send(edits: readonly TextEdit[], intent: Intent): boolean {
    const sent = this.client.edit(edits, intent.label);
    if (!sent) return false;
    this.#refused.sent(this.client.lastId, this.client.pendingCount, intent);
    this.page.sent();
    return true;
  }

  /** Sends an edit of the grid, as one of the file. */
  sendGridEdit(edit: GridEdit): void {
    const view = this.page.view();
    if (view === null) return;
    if (edit.type === 'undo') {
      this.client.undo();
      return;
    }
    if (edit.type === 'redo') {
      this.client.redo();
      return;
    }
    view.settle();
    const { notebook, columns } = view.session;
    view.order.edit(edit, (translated) => {
      const planned = this.#planned(() => fileEdit(notebook.document, columns, translated));
      if (planned === null) return;
      const cells = translated.type === 'setCells' ? fileCells(translated.cells, columns) : [];
      this.send(planned.edits, intentOf(notebook.document, cells, planned.label));
    });
  }

  /** The host could not apply these. */
  refuse(edits: readonly RefusedByHost[]): void {
    this.#refused.refuse(edits);
    this.page.refusedChanged();
  }

  /** Puts what could not be applied where it belongs now. */
  applyAgain(id: number): void {
    const edit = this.#refused.find(id);
    const view = this.page.view();
    if (edit === undefined || view === null) return;
    const { document } = view.session.notebook;
    const cells = findCells(document, edit.cells);
    if (cells === null) {
      this.#refused.giveUp(id);
    } else {
      this.#refused.dismiss(id);
      this.send(setCells(document, cells), { label: edit.place, cells: edit.cells });
    }
    this.page.refusedChanged();
    view.grid.focus();
  }

  /** Forgets what could not be applied. */
  dismiss(id: number): void {
    this.#refused.dismiss(id);
    this.page.refusedChanged();
    this.page.view()?.grid.focus();
  }

  /** The edit, or null for one that the file cannot hold (a line break in a row with surplus cells), which is said. */
  #planned(plan: () => FileEdit): FileEdit | null {
    try {
      return plan();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // The grid has its own say first about what it takes for done.
      queueMicrotask(() => this.page.view()?.grid.notify(error.message));
      return null;
    }
  }
}
