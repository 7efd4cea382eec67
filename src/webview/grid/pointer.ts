import type { GridCore } from './core';
import type { Hit } from './layout';
import { anyContains } from './range';
import {
  addCell,
  extendTo,
  selectAll,
  selectCell,
  selectColumns,
  selectRows,
  type Selection,
} from './selection';
import type { Typing } from './typing';

/** What is being dragged. */
type Drag =
  | { readonly type: 'cells' | 'rows' | 'columns' }
  | { readonly type: 'width'; readonly column: number; readonly startX: number; readonly startWidth: number };

/** Mouse and pen; a touch scrolls, and selects by a tap. */
export class Pointer {
  #drag: Drag | null = null;
  #x = 0;
  #y = 0;
  #frame = 0;

  constructor(
    readonly core: GridCore,
    readonly typing: Typing,
    readonly columns: { fit(column: number): void; resize(column: number, width: number): void },
  ) {
    const { pin } = core.parts;
    pin.addEventListener('pointerdown', (event) => this.#onDown(event));
    pin.addEventListener('pointermove', (event) => this.#onMove(event));
    pin.addEventListener('pointerup', () => this.#end());
    pin.addEventListener('pointercancel', () => this.#end());
    pin.addEventListener('mousedown', (event) => {
      if (this.#isInField(event)) return;
      // The field keeps the focus: nothing else in the grid can have it.
      event.preventDefault();
      core.focus();
    });
    pin.addEventListener('dblclick', (event) => this.#onDoubleClick(event));
    pin.addEventListener('click', (event) => this.#onClick(event));
    core.parts.root.addEventListener('contextmenu', (event) => this.#onContextMenu(event));
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
  }

  #onDown(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.button !== 0 || this.#isInField(event)) return;
    const hit = this.core.geometry.hitAt(event.clientX, event.clientY);
    if (!this.typing.commit()) return;
    this.#drag = this.#press(hit, event);
    if (this.#drag === null) return;
    this.#x = event.clientX;
    this.#y = event.clientY;
    this.core.parts.pin.setPointerCapture(event.pointerId);
  }

  /** Selects what was pressed on; returns what dragging from there does. */
  #press(hit: Hit, event: MouseEvent): Drag | null {
    const { core } = this;
    const { selection, bounds } = core;
    const add = core.mac ? event.metaKey : event.ctrlKey;
    const beside = add ? selection : null;
    switch (hit.type) {
      case 'outside':
        return null;
      case 'corner':
        core.select(selectAll(selection, bounds), null);
        core.announceSelection();
        return null;
      case 'border': {
        const startWidth = core.geometry.columns.widths[hit.column] ?? 0;
        return { type: 'width', column: hit.column, startX: event.clientX, startWidth };
      }
      case 'header': {
        const from = event.shiftKey ? selection.active.column : hit.column;
        core.select(selectColumns(from, hit.column, bounds, beside), null);
        return { type: 'columns' };
      }
      case 'gutter': {
        if (hit.row >= bounds.rowCount && !event.shiftKey && !add) {
          core.select(selectCell({ row: hit.row, column: 0 }));
          return { type: 'cells' };
        }
        const from = event.shiftKey ? selection.active.row : hit.row;
        core.select(selectRows(from, hit.row, bounds, beside), null);
        return { type: 'rows' };
      }
      case 'cell': {
        if (event.shiftKey) core.select(extendTo({ ...selection, shape: 'cells' }, hit, bounds), hit);
        else core.select(add ? addCell(selection, cellOf(hit)) : selectCell(cellOf(hit)));
        return { type: 'cells' };
      }
    }
  }

  #onMove(event: PointerEvent): void {
    const drag = this.#drag;
    if (drag === null) {
      this.#showCursor(event);
      return;
    }
    if (event.clientX === this.#x && event.clientY === this.#y) return;
    this.#x = event.clientX;
    this.#y = event.clientY;
    if (drag.type === 'width') {
      this.columns.resize(drag.column, drag.startWidth + event.clientX - drag.startX);
      return;
    }
    this.#follow();
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#autoScroll());
  }

  /** Extends the selection to the pointer, or to the nearest cell in view. */
  #follow(): void {
    const { core } = this;
    const { geometry } = core;
    const drag = this.#drag;
    if (drag === null || drag.type === 'width') return;
    const box = core.parts.pin.getBoundingClientRect();
    const x = clamp(this.#x, box.left + geometry.gutterWidth + 1, box.left + geometry.width - 1);
    const y = clamp(this.#y, box.top + geometry.headerHeight + 1, box.top + geometry.height - 1);
    const hit = geometry.hitAt(x, y);
    const last = { row: geometry.lines - 1, column: core.model.columns.length - 1 };
    const head = hit.type === 'cell' ? cellOf(hit) : this.#nearest(y - box.top, last);
    const { selection } = core;
    if (head.row === selection.head.row && head.column === selection.head.column) return;
    const extended: Selection = extendTo(selection, head, core.bounds);
    core.select(extended, null);
  }

  #nearest(
    y: number,
    last: { readonly row: number; readonly column: number },
  ): {
    readonly row: number;
    readonly column: number;
  } {
    const { geometry } = this.core;
    const row = Math.floor((y - geometry.headerHeight + geometry.top) / geometry.rowHeight);
    return { row: clamp(row, 0, Math.max(0, last.row)), column: Math.max(0, last.column) };
  }

  /** Scrolls while the pointer is held beyond the edge, faster the farther it is. */
  #autoScroll(): void {
    this.#frame = 0;
    const { core } = this;
    const { geometry } = core;
    const drag = this.#drag;
    if (drag === null || drag.type === 'width') return;
    const box = core.parts.pin.getBoundingClientRect();
    const over = (at: number, start: number, end: number): number =>
      at < start ? -speed(start - at) : at > end ? speed(at - end) : 0;
    const dy =
      drag.type === 'columns' ? 0 : over(this.#y, box.top + geometry.headerHeight, box.top + geometry.height);
    const edge = geometry.gutterWidth + geometry.columns.frozenWidth;
    const dx = drag.type === 'rows' ? 0 : over(this.#x, box.left + edge, box.left + geometry.width);
    // Over the frozen columns the pointer is on a cell; it scrolls only when there is something behind it.
    const left = dx < 0 && geometry.left === 0 ? 0 : dx;
    if (dy === 0 && left === 0) return;
    if (geometry.scrollTo(geometry.top + dy, geometry.left + left)) {
      core.redraw();
      this.#follow();
    }
    this.#frame = requestAnimationFrame(() => this.#autoScroll());
  }

  #end(): void {
    const drag = this.#drag;
    this.#drag = null;
    if (drag === null) return;
    if (drag.type === 'width') this.core.callbacks.onViewStateChange?.();
    else this.core.announceSelection();
  }

  #onDoubleClick(event: MouseEvent): void {
    if (this.#isInField(event)) return;
    const hit = this.core.geometry.hitAt(event.clientX, event.clientY);
    if (hit.type === 'border') this.columns.fit(hit.column);
    else if (hit.type === 'cell' && !event.shiftKey) this.typing.open();
  }

  /** A tap, or a click that assistive technology makes without a pointer. */
  #onClick(event: MouseEvent): void {
    const { core } = this;
    if (this.#isInField(event)) return;
    if (event instanceof PointerEvent && event.pointerType === 'touch') {
      if (this.typing.commit()) this.#press(core.geometry.hitAt(event.clientX, event.clientY), event);
    } else if (event.detail === 0 && event.target instanceof Element) {
      const cell = core.rows.cellAt(event.target);
      if (cell !== null && this.typing.commit()) core.select(selectCell(cell));
    } else return;
    core.focus();
  }

  #onContextMenu(event: MouseEvent): void {
    const { core } = this;
    if (core.editor.isOpen) return;
    if (event.target === core.parts.input) {
      core.callbacks.onContextMenu?.(event, core.active);
      return;
    }
    const hit = core.geometry.hitAt(event.clientX, event.clientY);
    const { ranges } = core.selection;
    if (hit.type === 'cell' && !anyContains(ranges, hit.row, hit.column)) {
      core.select(selectCell(cellOf(hit)), null);
    } else if (hit.type === 'gutter' && !anyContains(ranges, hit.row, 0)) {
      core.select(selectRows(hit.row, hit.row, core.bounds), null);
    }
    core.focus();
    const onRow = hit.type === 'cell' || hit.type === 'gutter';
    core.callbacks.onContextMenu?.(event, onRow ? core.active : null);
  }

  #showCursor(event: PointerEvent): void {
    const { pin } = this.core.parts;
    const border = this.core.geometry.hitAt(event.clientX, event.clientY).type === 'border';
    pin.classList.toggle('is-on-border', border);
  }

  /** Inside the open editor the browser's own mouse handling applies. */
  #isInField(event: MouseEvent): boolean {
    return event.target === this.core.parts.input && this.core.editor.isOpen;
  }
}

function cellOf(hit: { readonly row: number; readonly column: number }): {
  readonly row: number;
  readonly column: number;
} {
  return { row: hit.row, column: hit.column };
}

/** Pixels per frame. In a full-screen window the pointer cannot get far beyond the edge. */
function speed(distance: number): number {
  return Math.min(80, 6 + distance * 0.6);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
