import type { Actions } from './actions';
import type { Clipboard } from './clipboard';
import type { ColumnActions } from './columnActions';
import type { GridCore } from './core';
import type { FillActions } from './fillActions';
import { commandFor, type Command } from './keyboard';
import type { MenuRequests } from './menuRequest';
import { isSingleCell } from './range';
import type { RowActions } from './rowActions';
import { growTo, selectAll, type Selection } from './selection';
import type { Steps } from './steps';
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

/** Who does what a command says, each for its part of the grid. */
export interface Doers {
  readonly actions: Actions;
  readonly fill: FillActions;
  readonly rows: RowActions;
  readonly columns: ColumnActions;
  readonly menus: MenuRequests;
  readonly typing: Typing;
  readonly clipboard: Clipboard;
}

/** Carries out commands, whether they come from a key, a menu or the page. */
export class Keys {
  constructor(
    private readonly core: GridCore,
    private readonly steps: Steps,
    private readonly doers: Doers,
  ) {
    core.parts.input.addEventListener('keydown', (event) => this.#onKeyDown(event));
    // Who clicks a cell has not left.
    core.parts.pin.addEventListener('pointerdown', () => steps.keepTab());
  }

  /** Carries a command out. False when there was nothing to do, so that the key may do something else. */
  execute(command: Command): boolean {
    const { core, steps } = this;
    const { actions, typing, rows, columns, clipboard } = this.doers;
    switch (command.type) {
      case 'move':
        return steps.move(command.motion, command.extend);
      case 'tab':
        return steps.tab(command.step);
      case 'enter':
        return steps.enter(command.step);
      case 'open':
        typing.open();
        return true;
      case 'caret':
        core.editor.toEditMode();
        return true;
      case 'cancel':
        return steps.cancel();
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
        if (typing.commit()) rows.moveBy(command.step);
        return true;
      case 'showColumns':
        if (typing.commit()) columns.show(command.beside);
        return true;
      case 'moveColumns':
        if (typing.commit()) columns.moveBy(command.step);
        return true;
      case 'widenColumns':
        columns.widen(command.step);
        return true;
      case 'duplicateRows':
        if (typing.commit()) rows.duplicate(command.step);
        return true;
      case 'columnMenu':
        if (typing.commit()) this.#columnMenu();
        return true;
      case 'fillOrInsertBelow':
        if (core.editor.isOpen) typing.commitToSelection();
        else actions.fillOrInsertBelow();
        return true;
      case 'copy':
        if (typing.commit()) clipboard.copy(command.format);
        return true;
      case 'cut':
        if (typing.commit()) clipboard.cut();
        return true;
      case 'paste':
        if (typing.commit()) clipboard.paste();
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
    const { core } = this;
    const { actions, fill, columns, menus } = this.doers;
    switch (type) {
      case 'clear':
        actions.clear();
        break;
      case 'fillDown':
        actions.fillDown();
        break;
      case 'fillRight':
        fill.fillRight();
        break;
      case 'fillToEnd':
        fill.fillToEnd();
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
        menus.atActive();
        break;
      case 'goToRow':
        core.callbacks.onGoToRow?.();
        break;
      case 'hideColumns':
        columns.hide();
        break;
      case 'fitColumns':
        columns.fit();
        break;
      case 'resetColumns':
        columns.reset();
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
    const several = !isSingleCell(core.selection.ranges);
    const command = commandFor(event, { mode: editor.mode, mac, enterKey, several });
    const keepsWayOut = command?.type === 'tab' || command?.type === 'cancel' || event.key === 'Shift';
    if (!keepsWayOut) this.steps.keepTab();
    if (command === null || !this.execute(command)) return;
    // Ours alone: VS Code listens at the window and would run its own command for the key as well.
    event.preventDefault();
    event.stopPropagation();
  }
}
