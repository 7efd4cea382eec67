import { Actions } from './actions';
import type { Grid, GridOptions } from './api';
import { Clipboard } from './clipboard';
import { ColumnActions } from './columnActions';
import { GridCore } from './core';
import { FillActions } from './fillActions';
import { Keys } from './keys';
import { MenuRequests } from './menuRequest';
import { Pointer } from './pointer';
import { rowAfterReplace } from './range';
import { RowActions } from './rowActions';
import { replaceRows, selectCell, selectRange } from './selection';
import type { Command } from './keyboard';
import { Sizing } from './sizing';
import { Steps } from './steps';
import { Typing } from './typing';
import { readViewState, restorePosition, restoreWidths } from './viewState';
import type {
  CellRange,
  CellRef,
  EditorDraft,
  GridCallbacks,
  GridModel,
  GridSelectionView,
  GridViewState,
  RowSpan,
} from './types';

/**
 * Makes a spreadsheet grid that fills its host element.
 *
 * The grid draws what the model says and keeps no document state: an edit goes out through `onEdit`, and
 * comes back as a call of `rowsReplaced` or `rowsChanged`.
 *
 * @example
 * const grid = createGrid(host, model, {
 *   onEdit(edit) {
 *     const change = document.apply(edit);
 *     grid.rowsReplaced(change.firstRow, change.removedRows, change.insertedRows);
 *   },
 * });
 * grid.focus();
 */
export function createGrid(
  host: HTMLElement,
  model: GridModel,
  callbacks: GridCallbacks,
  options: GridOptions = {},
): Grid {
  return new SpreadsheetGrid(host, model, callbacks, options);
}

class SpreadsheetGrid implements Grid {
  readonly #core: GridCore;
  readonly #actions: Actions;
  readonly #typing: Typing;
  readonly #keys: Keys;
  readonly #pointer: Pointer;
  readonly #sizing: Sizing;

  constructor(
    readonly host: HTMLElement,
    model: GridModel,
    callbacks: GridCallbacks,
    options: GridOptions,
  ) {
    const core = new GridCore(host, model, callbacks, options);
    const actions = new Actions(core);
    this.#core = core;
    this.#typing = new Typing(core, actions);
    this.#sizing = new Sizing(core, this.#typing, host);
    this.#actions = actions;
    const fill = new FillActions(core);
    const rows = new RowActions(core);
    const clipboard = new Clipboard(core, actions, this.#typing);
    const columns = new ColumnActions(core, {
      fit: (column) => this.#sizing.fitColumn(column),
      resize: (column, width) => this.#sizing.resizeColumn(column, width),
      reset: () => core.geometry.resetWidths(),
    });
    const menus = new MenuRequests(core);
    this.#keys = new Keys(core, new Steps(core, this.#typing), {
      actions,
      fill,
      rows,
      columns,
      menus,
      typing: this.#typing,
      clipboard,
    });
    this.#pointer = new Pointer(core, this.#typing, fill, rows, columns, menus);
    this.refreshLayout();
  }

  get element(): HTMLElement {
    return this.#core.parts.root;
  }

  get selection(): GridSelectionView {
    const { active, ranges } = this.#core.selection;
    return { active, ranges };
  }

  get isEditing(): boolean {
    return this.#core.editor.isOpen;
  }

  get draft(): EditorDraft | null {
    return this.#core.editor.draft;
  }

  get contentHeight(): number {
    return this.#core.geometry.contentHeight;
  }

  columnsChanged(): void {
    this.#sizing.layOut();
  }

  rowsChanged(rows: readonly RowSpan[] | 'all'): void {
    this.#core.rows.repaint(rows);
    this.#typing.follow((row) => row);
    this.#core.drawSelection();
  }

  rowsReplaced(at: number, removed: number, inserted: number): void {
    if (removed === inserted) {
      this.rowsChanged([{ at, count: inserted }]);
      return;
    }
    const core = this.#core;
    const selection = replaceRows(core.selection, at, removed, inserted, core.bounds);
    this.#sizing.countChanged();
    core.select(selection, null);
    this.#typing.follow((row) => rowAfterReplace(row, at, removed, inserted));
  }

  rowCountChanged(): void {
    this.#sizing.countChanged();
    const { rowCount } = this.#core.model;
    this.#typing.follow((row) => (row <= rowCount ? row : null));
    this.#sizing.keepSelection();
  }

  changedOutside(draw: () => void, rowOf: (row: number) => number | null): void {
    this.#typing.followAfter(draw, rowOf);
  }

  focus(): void {
    this.#core.focus();
  }

  select(target: CellRef | CellRange, options: { readonly reveal?: boolean } = {}): void {
    if (!this.#typing.commit()) return;
    const selection =
      'top' in target
        ? selectRange(target, { row: target.top, column: target.left })
        : selectCell({ row: target.row, column: target.column });
    this.#core.select(selection, options.reveal === false ? null : selection.active);
  }

  reveal(cell: CellRef): void {
    if (this.#core.geometry.reveal(cell)) this.#core.redraw();
  }

  execute(command: Command): void {
    this.#keys.execute(command);
  }

  paste(text: string): void {
    if (this.#typing.commit()) this.#actions.paste({ text, html: '', hasFiles: false });
  }

  flushEditor(): boolean {
    return this.#typing.commit();
  }

  cancelEditor(): void {
    this.#typing.cancel();
  }

  fitColumn(column: number): void {
    this.#sizing.fitColumn(column);
  }

  announce(text: string): void {
    this.#core.announce(text);
  }

  notify(text: string): void {
    this.#core.notify(text);
  }

  getViewState(): GridViewState {
    return readViewState(this.#core);
  }

  setViewState(state: GridViewState): boolean {
    restoreWidths(this.#core, state);
    this.columnsChanged();
    restorePosition(this.#core, state);
    return state.draft === null || this.#typing.reopen(state.draft);
  }

  setOptions(options: GridOptions): void {
    if (options.enterKey !== undefined) this.#core.enterKey = options.enterKey;
    if (options.label !== undefined) this.#core.parts.table.setAttribute('aria-label', options.label);
  }

  refreshLayout(): void {
    this.#sizing.readFonts();
  }

  dispose(): void {
    this.#sizing.dispose();
    this.#pointer.dispose();
    this.#core.notices.hide();
    this.#core.rows.dispose();
    this.#core.parts.root.remove();
  }
}
