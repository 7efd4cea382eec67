import type { GridCore } from './core';
import { cycleInSelection, moveCell, nextInReadingOrder, type Motion } from './navigation';
import { extendTo, selectCell } from './selection';
import type { Typing } from './typing';

/** Moves over the cells by keys; an open cell is committed first. */
export class Steps {
  /** After Escape the next Tab leaves the grid: the way out for those who have only a keyboard. */
  #tabLeaves = false;

  constructor(
    private readonly core: GridCore,
    private readonly typing: Typing,
  ) {}

  /** Tab moves over the cells again. */
  keepTab(): void {
    this.#tabLeaves = false;
  }

  /** Moves the active cell, or the end of the selection. */
  move(motion: Motion, extend: boolean): boolean {
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

  /** To the next cell, or out of the grid: then false. */
  tab(step: 1 | -1): boolean {
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

  /** Down, or to where the next row of a run by Tab begins. */
  enter(step: 1 | -1): boolean {
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

  /** Closes what is open, one thing at a time. False when the key may do something else as well. */
  cancel(): boolean {
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
