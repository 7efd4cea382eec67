import type { GridCore } from '../core';
import type { Drag, DragPoint } from './drag';

/** A press is a drag once the pointer has gone this far. */
const reach = 4;

/** Drags selected rows (or columns) to another place; a press without a drag is a click. */
export class MoveDrag implements Drag {
  #to: number | null = null;
  #started = false;

  /**
   * @param axis `y` for rows, `x` for columns
   * @param start where the button was pressed, in the window
   */
  constructor(
    readonly core: GridCore,
    readonly axis: 'x' | 'y',
    readonly start: { readonly clientX: number; readonly clientY: number },
    readonly done: { drop(before: number): void; click(): void },
  ) {}

  get scrolls(): 'x' | 'y' | 'none' {
    return this.#started ? this.axis : 'none';
  }

  move(point: DragPoint): void {
    const { core, axis, start } = this;
    const gone = axis === 'y' ? point.clientY - start.clientY : point.clientX - start.clientX;
    if (!this.#started && Math.abs(gone) < reach) return;
    this.#started = true;
    this.#to = axis === 'y' ? this.#rowAt(point.y) : this.#columnAt(point);
    core.marks.showDrop(axis, this.#to);
  }

  end(): void {
    const to = this.#to;
    const clicked = !this.#started;
    this.cancel();
    if (clicked) this.done.click();
    else if (to !== null) this.done.drop(to);
  }

  cancel(): void {
    this.#to = null;
    this.core.marks.showDrop(this.axis, null);
  }

  /** The row before which the line is drawn: the border nearest to the pointer. */
  #rowAt(y: number): number {
    const { geometry, model } = this.core;
    const row = Math.round((y - geometry.headerHeight + geometry.top) / geometry.rowHeight);
    return Math.max(0, Math.min(row, model.rowCount));
  }

  #columnAt({ x, cell }: DragPoint): number {
    const box = this.core.geometry.boxOf({ row: 0, column: cell.column });
    return x > box.x + box.width / 2 ? cell.column + 1 : cell.column;
  }
}
