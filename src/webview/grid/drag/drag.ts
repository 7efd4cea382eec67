import type { CellRef } from '../types';

/** Where the pointer is while something is dragged. */
export interface DragPoint {
  /** In the window, in CSS pixels. */
  readonly clientX: number;
  readonly clientY: number;
  /** From the grid's upper left corner. */
  readonly x: number;
  readonly y: number;
  /** The cell under the pointer, or the nearest in view. */
  readonly cell: CellRef;
  /** The modifier that means "the other way" is held. */
  readonly swap: boolean;
}

/** Something that is dragged, from the press of the button until it is let go. */
export interface Drag {
  /** In which directions the grid scrolls when the pointer is beyond its edge. */
  readonly scrolls: 'both' | 'x' | 'y' | 'none';
  /** The pointer moved, or the grid scrolled under it. */
  move(point: DragPoint): void;
  /** The pointer is beyond an edge and there is nothing more to scroll; pixels per frame. */
  push?(down: number): void;
  /** The button was let go. */
  end(): void;
  /** Escape, or the system took the pointer away: as if nothing had been dragged. */
  cancel(): void;
}
