import type { GridCore } from '../core';
import type { FillActions } from '../fillActions';
import { fillTarget, type FillTarget } from '../fillPlan';
import type { CellRange } from '../types';
import type { Drag, DragPoint } from './drag';

/** How much slower than scrolling rows are added beyond the last one. */
const pushFactor = 0.25;

/** Drags the fill handle: outlines what would be filled and says what its last cell would be. */
export class FillDrag implements Drag {
  readonly scrolls = 'both';
  #target: FillTarget | null = null;
  #swap = false;
  /** Pixels by which the table was pushed on beyond its end. */
  #pushed = 0;

  constructor(
    readonly core: GridCore,
    readonly actions: FillActions,
    readonly source: CellRange,
  ) {}

  move(point: DragPoint): void {
    const { core, source } = this;
    const { geometry } = core;
    if (point.y < geometry.height) this.#pushed = 0;
    const row = this.#rowAt(point);
    const start = geometry.boxOf({ row: source.top, column: source.left });
    const end = geometry.boxOf({ row: source.bottom, column: source.right });
    const x = Math.max(start.x - point.x, point.x - end.x - end.width);
    const y = Math.max(start.y - point.y, point.y - end.y - end.height);
    this.#swap = point.swap;
    this.#target = fillTarget(source, { row, column: point.cell.column }, { x, y });
    const tip = this.#target === null ? '' : this.actions.preview(source, this.#target, point.swap);
    core.marks.showFill(this.#target?.range ?? null, tip, point);
  }

  push(down: number): void {
    this.#pushed = Math.max(0, this.#pushed + down * pushFactor);
  }

  end(): void {
    const target = this.#target;
    this.cancel();
    if (target !== null) this.actions.fillTo(this.source, target, this.#swap);
  }

  cancel(): void {
    this.#target = null;
    this.core.marks.showFill(null, '', { x: 0, y: 0 });
  }

  /** The row under the pointer; below the last one, the row that would be there. */
  #rowAt({ cell, y }: DragPoint): number {
    const { geometry, model } = this.core;
    const row = Math.floor((y + this.#pushed - geometry.headerHeight + geometry.top) / geometry.rowHeight);
    return cell.row >= model.rowCount - 1 && geometry.isAtBottom ? Math.max(cell.row, row) : cell.row;
  }
}
