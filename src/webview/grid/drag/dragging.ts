import type { GridCore } from '../core';
import type { Drag, DragPoint } from './drag';

/** Keeps one drag going: follows the pointer, scrolls at the edges, ends with the button or Escape. */
export class Dragging {
  #drag: Drag | null = null;
  #x = 0;
  #y = 0;
  #swap = false;
  #frame = 0;

  constructor(readonly core: GridCore) {
    const { pin } = core.parts;
    pin.addEventListener('pointerup', () => this.#finish('end'));
    pin.addEventListener('pointercancel', () => this.#finish('cancel'));
  }

  get isActive(): boolean {
    return this.#drag !== null;
  }

  start(drag: Drag, event: PointerEvent): void {
    this.#drag = drag;
    this.#x = event.clientX;
    this.#y = event.clientY;
    this.core.parts.pin.setPointerCapture(event.pointerId);
    window.addEventListener('keydown', this.#onKey, true);
    window.addEventListener('keyup', this.#onKey, true);
  }

  follow(event: PointerEvent): void {
    if (event.clientX === this.#x && event.clientY === this.#y) return;
    this.#x = event.clientX;
    this.#y = event.clientY;
    this.#swap = this.#swaps(event);
    this.#move();
    if (this.#drag?.scrolls !== 'none' && this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => this.#autoScroll());
    }
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    window.removeEventListener('keydown', this.#onKey, true);
    window.removeEventListener('keyup', this.#onKey, true);
  }

  #move(): void {
    this.#drag?.move(this.#point());
  }

  #finish(how: 'end' | 'cancel'): void {
    const drag = this.#drag;
    this.#drag = null;
    this.dispose();
    this.#frame = 0;
    if (how === 'end') drag?.end();
    else drag?.cancel();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const swap = this.#swaps(event);
    if (swap !== this.#swap) {
      this.#swap = swap;
      this.#move();
    }
    if (event.type !== 'keydown' || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#finish('cancel');
  };

  /** Ctrl+click is a right click on a Mac, where Option takes its part. */
  #swaps(event: KeyboardEvent | PointerEvent): boolean {
    return this.core.mac ? event.altKey : event.ctrlKey;
  }

  #point(): DragPoint {
    const { core } = this;
    const { geometry } = core;
    const box = core.parts.pin.getBoundingClientRect();
    const x = clamp(this.#x, box.left + geometry.gutterWidth + 1, box.left + geometry.width - 1);
    const y = clamp(this.#y, box.top + geometry.headerHeight + 1, box.top + geometry.height - 1);
    const hit = geometry.hitAt(x, y);
    const cell =
      hit.type === 'cell'
        ? { row: hit.row, column: hit.column }
        : { row: this.#rowAt(y - box.top), column: this.#columnAt(x - box.left) };
    return {
      clientX: this.#x,
      clientY: this.#y,
      x: this.#x - box.left,
      y: this.#y - box.top,
      cell,
      swap: this.#swap,
    };
  }

  #rowAt(y: number): number {
    const { geometry } = this.core;
    const row = Math.floor((y - geometry.headerHeight + geometry.top) / geometry.rowHeight);
    return clamp(row, 0, Math.max(0, geometry.lines - 1));
  }

  #columnAt(x: number): number {
    const column = this.core.geometry.columnAt(x);
    return column >= 0 ? column : Math.max(0, this.core.model.columns.length - 1);
  }

  /** Scrolls while the pointer is held beyond the edge, faster the farther it is. */
  #autoScroll(): void {
    this.#frame = 0;
    const { core } = this;
    const { geometry } = core;
    const drag = this.#drag;
    if (drag === null || drag.scrolls === 'none') return;
    const box = core.parts.pin.getBoundingClientRect();
    const edge = geometry.gutterWidth + geometry.columns.frozenWidth;
    const dy =
      drag.scrolls === 'x' ? 0 : over(this.#y, box.top + geometry.headerHeight, box.top + geometry.height);
    const dx = drag.scrolls === 'y' ? 0 : over(this.#x, box.left + edge, box.left + geometry.width);
    // Over the frozen columns the pointer is on a cell; it scrolls only when there is something behind it.
    const left = dx < 0 && geometry.left === 0 ? 0 : dx;
    if (dy === 0 && left === 0) return;
    if (geometry.scrollTo(geometry.top + dy, geometry.left + left)) {
      core.redraw();
      this.#move();
    } else if (drag.push !== undefined && dy > 0) {
      drag.push(dy);
      this.#move();
    }
    this.#frame = requestAnimationFrame(() => this.#autoScroll());
  }
}

function over(at: number, start: number, end: number): number {
  return at < start ? -speed(start - at) : at > end ? speed(at - end) : 0;
}

/** Pixels per frame. In a full-screen window the pointer cannot get far beyond the edge. */
function speed(distance: number): number {
  return Math.min(80, 6 + distance * 0.6);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
