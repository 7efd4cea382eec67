import type { Actions } from './actions';
import type { Clipboard } from './clipboard';
import type { ColumnActions } from './columnActions';
import type { GridCore } from './core';
import type { FillActions } from './fillActions';
import { commandFor, type Command } from './keyboard';
import type { MenuRequests } from './menuRequest';
import { cycleInSelection, moveCell, nextInReadingOrder, type Motion } from './navigation';
import type { RowActions } from './rowActions';
import { extendTo, growTo, selectAll, selectCell, type Selection } from './selection';
import type { Typing } from './typing';

/** Commands about the selected cells: an open cell is committed first. */
type CellCommand = Extract<
  Command['type'],
  | 'clear'
  | 'fillDown'
  | 'fillRight'
  | 'fillToEnd'
  | 'insertAbove'
  | 'insertBelow'
  | 'deleteRows'
  | 'menu'
  | 'goToRow'
  | 'hideColumns'
  | 'fitColumns'
  | 'resetColumns'
  | 'selectRow'
  | 'selectColumn'
  | 'selectAll'
>;

/** Carries out commands, whether they come from a key, a menu or the page. */
export class Keys {
  /** After Escape the next Tab leaves the grid: the way out for those who have only a keyboard. */
  #tabLeaves = false;

  constructor(
    readonly core: GridCore,
    readonly actions: Actions,
    readonly fill: FillActions,
    readonly rows: RowActions,
    readonly columns: ColumnActions,
    readonly menus: MenuRequests,
    readonly typing: Typing,
    readonly clipboard: Clipboard,
  ) {
    core.parts.input.addEventListener('keydown', (event) => this.#onKeyDown(event));
    // Who clicks a cell has not left.
    core.parts.pin.addEventListener('pointerdown', () => (this.#tabLeaves = false));
  }

  /** Carries a command out. False when there was nothing to do, so that the key may do something else. */
  execute(command: Command): boolean {
    const { core, actions, typing } = this;
    switch (command.type) {
      case 'move':
        return this.#move(command.motion, command.extend);
      case 'tab':
        return this.#tab(command.step);
      case 'enter':
        return this.#enter(command.step);
      case 'open':
        typing.open();
        return true;
      case 'caret':
        core.editor.toEditMode();
        return true;
      case 'cancel':
        return this.#cancel();
      case 'lineBreak':
        typing.lineBreak();
        return true;
      case 'textUndo':
        core.editor.history('undo');
        return true;
      case 'textRedo':
        core.editor.history('redo');
        return true;
      case 'undo':
      case 'redo':
        core.apply(command);
        return true;
      case 'moveRows':
        if (typing.commit()) this.rows.moveBy(command.step);
        return true;
      case 'showColumns':
        if (typing.commit()) this.columns.show(command.beside);
        return true;
      case 'moveColumns':
        if (typing.commit()) this.columns.moveBy(command.step);
        return true;
      case 'widenColumns':
        this.columns.widen(command.step);
        return true;
      case 'duplicateRows':
        if (typing.commit()) this.rows.duplicate(command.step);
        return true;
      case 'columnMenu':
        if (typing.commit()) this.#columnMenu();
        return true;
      case 'fillOrInsertBelow':
        if (core.editor.isOpen) typing.commitToSelection();
        else actions.fillOrInsertBelow();
        return true;
      case 'copy':
        if (typing.commit()) this.clipboard.copy(command.format);
        return true;
      case 'cut':
        if (typing.commit()) this.clipboard.cut();
        return true;
      case 'paste':
        if (typing.commit()) this.clipboard.paste();
        return true;
      default:
        if (!typing.commit()) return true;
        this.#onCells(command.type);
        return true;
    }
  }

  #columnMenu(): void {
    const { core } = this;
    const { column } = core.active;
    core.geometry.reveal(core.active);
    core.redraw();
    const header = core.rows.headerOf(column);
    if (header !== null) core.callbacks.onColumnMenu?.(column, header.getBoundingClientRect());
  }

  #onCells(type: CellCommand): void {
    const { core, actions } = this;
    switch (type) {
      case 'clear':
        actions.clear();
        break;
      case 'fillDown':
        actions.fillDown();
        break;
      case 'fillRight':
        this.fill.fillRight();
        break;
      case 'fillToEnd':
        this.fill.fillToEnd();
        break;
      case 'insertAbove':
        actions.insertRows('above');
        break;
      case 'insertBelow':
        actions.insertRows('below');
        break;
      case 'deleteRows':
        actions.deleteRows();
        break;
      case 'menu':
        this.menus.atActive();
        break;
      case 'goToRow':
        core.callbacks.onGoToRow?.();
        break;
      case 'hideColumns':
        this.columns.hide();
        break;
      case 'fitColumns':
        this.columns.fit();
        break;
      case 'resetColumns':
        this.columns.reset();
        break;
      case 'selectRow':
        this.#grow(growTo(core.selection, 'rows', core.bounds));
        break;
      case 'selectColumn':
        this.#grow(growTo(core.selection, 'columns', core.bounds));
        break;
      case 'selectAll':
        this.#grow(selectAll(core.selection, core.bounds));
        break;
    }
  }

  #grow(selection: Selection): void {
    this.core.select(selection, null);
    this.core.announceSelection();
  }

  #onKeyDown(event: KeyboardEvent): void {
    const { core } = this;
    const { editor, mac, enterKey } = core;
    if (editor.composing) return;
    const command = commandFor(event, { mode: editor.mode, mac, enterKey });
    const keepsWayOut = command?.type === 'tab' || command?.type === 'cancel' || event.key === 'Shift';
    if (!keepsWayOut) this.#tabLeaves = false;
    if (command === null || !this.execute(command)) return;
    // Ours alone: VS Code listens at the window and would run its own command for the key as well.
    event.preventDefault();
    event.stopPropagation();
  }

  #move(motion: Motion, extend: boolean): boolean {
    const { core, typing } = this;
    if (!typing.commit()) return true;
    const { selection, bounds } = core;
    const context = {
      bounds,
      pageRows: core.geometry.pageRows,
      isBlank: (row: number, column: number) => core.model.isBlank(row, column),
    };
    // The first column may be frozen, and in view anyway; who goes home wants to see what is next to it.
    if (motion === 'row-start' || motion === 'grid-start') core.geometry.scrollTo(core.geometry.top, 0);
    if (!extend) {
      core.select(selectCell(moveCell(core.active, motion, context)));
      return true;
    }
    const head = moveCell(selection.head, motion, context);
    core.select(extendTo(selection, head, bounds), head);
    core.announceSelection();
    return true;
  }

  #tab(step: 1 | -1): boolean {
    const { core, typing } = this;
    if (this.#tabLeaves && !core.editor.isOpen) {
      this.#tabLeaves = false;
      return false;
    }
    const column = core.tabColumn ?? core.active.column;
    if (!typing.commit()) return true;
    const cycled = cycleInSelection(core.selection, 'rows', step);
    if (cycled !== null) {
      core.select(cycled);
      return true;
    }
    const next = nextInReadingOrder(core.active, step, core.bounds);
    if (next === null) return false;
    core.select(selectCell(next));
    // A Tab over the end of a row begins a new run there.
    core.tabColumn = step === 1 && next.column > 0 ? column : next.column;
    return true;
  }

  #enter(step: 1 | -1): boolean {
    const { core, typing } = this;
    const column = core.tabColumn;
    if (!typing.commit()) return true;
    const cycled = cycleInSelection(core.selection, 'columns', step);
    if (cycled !== null) {
      core.select(cycled);
      return true;
    }
    const { row } = core.active;
    const target = { row: Math.max(0, row + step), column: column ?? core.active.column };
    core.select(selectCell(target));
    return true;
  }

  #cancel(): boolean {
    const { core, typing } = this;
    if (core.editor.isOpen) {
      typing.cancel();
      return true;
    }
    const { selection } = core;
    if (selection.ranges.length > 1 || selection.shape !== 'cells')
      core.select(selectCell(core.active), null);
    else if (!this.#tabLeaves) core.announce(core.strings.tabLeaves);
    this.#tabLeaves = true;
    // Escape closes things in VS Code too (a notification), so it goes on.
    return false;
  }
}
