import type { GridCore } from '../core';
import { extendTo } from '../selection';
import type { Drag, DragPoint } from './drag';

/** Extends the selection to the pointer. */
export class SelectDrag implements Drag {
  constructor(
    readonly core: GridCore,
    readonly scrolls: 'both' | 'x' | 'y',
  ) {}

  move({ cell }: DragPoint): void {
    const { core } = this;
    const { selection } = core;
    if (cell.row === selection.head.row && cell.column === selection.head.column) return;
    core.select(extendTo(selection, cell, core.bounds), null);
  }

  end(): void {
    this.core.announceSelection();
  }

  cancel(): void {
    this.end();
  }
}
