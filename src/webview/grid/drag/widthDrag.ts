import type { GridCore } from '../core';
import type { Drag, DragPoint } from './drag';

/** Drags the right border of a column. */
export class WidthDrag implements Drag {
  readonly scrolls = 'none';
  readonly #startWidth: number;

  constructor(
    readonly core: GridCore,
    readonly column: number,
    readonly startX: number,
    readonly resize: (column: number, width: number) => void,
  ) {
    this.#startWidth = core.geometry.columns.widths[column] ?? 0;
  }

  move({ clientX }: DragPoint): void {
    this.resize(this.column, this.#startWidth + clientX - this.startX);
  }

  end(): void {
    this.core.callbacks.onViewStateChange?.();
  }

  cancel(): void {
    this.resize(this.column, this.#startWidth);
  }
}
