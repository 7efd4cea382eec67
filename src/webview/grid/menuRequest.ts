import type { GridCore } from './core';
import type { Hit } from './layout';
import { anyContains } from './range';
import { selectCell, selectColumns, selectRows } from './selection';
import type { GridMenuRequest, GridMenuTarget } from './types';

/** Asks for a context menu; what it is about is selected then. */
export class MenuRequests {
  constructor(readonly core: GridCore) {}

  /** Shift+F10, Menu key: at the active cell, or what is selected as a whole. */
  atActive(): void {
    const { core } = this;
    const { geometry, selection, active, parts } = core;
    if (geometry.reveal(active)) core.redraw();
    const box = geometry.boxOf(active);
    const origin = parts.pin.getBoundingClientRect();
    const { row, column } = active;
    const target: GridMenuTarget =
      selection.shape === 'columns'
        ? { type: 'columns', column }
        : selection.shape === 'rows'
          ? { type: 'rows', row }
          : selection.shape === 'all'
            ? { type: 'all' }
            : { type: 'cell', row, column };
    const top = target.type === 'columns' ? 0 : box.y;
    this.#ask({
      target,
      x: origin.left + Math.min(box.x + 12, geometry.width - 12),
      y: origin.top + top + box.height,
      keyboard: true,
    });
  }

  /** A right click. */
  at(hit: Hit, event: MouseEvent): void {
    this.#ask({ target: this.#select(hit), x: event.clientX, y: event.clientY, keyboard: false });
  }

  /** The mark of hidden columns was clicked. */
  atHidden(column: number, mark: Element): void {
    const box = mark.getBoundingClientRect();
    this.#ask({ target: { type: 'hidden', column }, x: box.left, y: box.bottom, keyboard: false });
  }

  /** Selects what was clicked unless it is selected already. */
  #select(hit: Hit): GridMenuTarget {
    const { core } = this;
    const { selection, bounds } = core;
    const { ranges, shape } = selection;
    switch (hit.type) {
      case 'cell':
        if (!anyContains(ranges, hit.row, hit.column)) {
          core.select(selectCell({ row: hit.row, column: hit.column }), null);
        }
        return { type: 'cell', row: hit.row, column: hit.column };
      case 'gutter':
        if (hit.row >= bounds.rowCount) return { type: 'outside' };
        if (!(shape === 'rows' || shape === 'all') || !anyContains(ranges, hit.row, 0)) {
          core.select(selectRows(hit.row, hit.row, bounds), null);
        }
        return { type: 'rows', row: hit.row };
      case 'header':
      case 'border': {
        const { column } = hit;
        const inside = ranges.some(({ left, right }) => column >= left && column <= right);
        if (!(shape === 'columns' || shape === 'all') || !inside) {
          core.select(selectColumns(column, column, bounds), null);
        }
        return { type: 'columns', column };
      }
      case 'corner':
        return { type: 'all' };
      case 'outside':
        return { type: 'outside' };
    }
  }

  #ask(request: GridMenuRequest): void {
    this.core.notices.hide();
    this.core.callbacks.onContextMenu?.(request);
  }
}
