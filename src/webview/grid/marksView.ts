import { element } from './dom';
import type { Box, Geometry } from './geometry';
import { isSingleCell } from './range';
import type { Selection } from './selection';
import type { Skeleton } from './skeleton';
import type { CellRange } from './types';

/** Ranges beyond this many are shown by their tint alone. */
const drawnRanges = 20;

/** Draws the border of the active cell and of the selected ranges over the cells. */
export class MarksView {
  readonly #active = element('div', 'rn-mark-active');
  readonly #ranges: HTMLDivElement[] = [];
  readonly #handle = element('div', 'rn-fill-handle');
  readonly #fill = element('div', 'rn-mark-fill');
  readonly #tip = element('div', 'rn-fill-tip');
  readonly #drop = element('div', 'rn-mark-drop');

  constructor(
    readonly parts: Skeleton,
    readonly geometry: Geometry,
  ) {
    for (const mark of [this.#fill, this.#handle, this.#tip, this.#drop]) mark.hidden = true;
    parts.marks.append(this.#active, this.#fill, this.#handle);
    parts.pin.append(this.#tip, this.#drop);
  }

  /** @param canFill whether the selection gets a handle to fill from */
  draw(selection: Selection, canFill: boolean): void {
    const single = isSingleCell(selection.ranges);
    const { active } = selection;
    this.#place(this.#active, {
      top: active.row,
      bottom: active.row,
      left: active.column,
      right: active.column,
    });
    const drawn = single ? [] : selection.ranges.slice(-drawnRanges);
    while (this.#ranges.length < drawn.length) {
      const mark = element('div', 'rn-mark-range');
      this.#ranges.push(mark);
      this.parts.marks.prepend(mark);
    }
    this.#ranges.forEach((mark, index) => {
      const range = drawn[index];
      if (range === undefined) mark.hidden = true;
      else this.#place(mark, range);
    });
    this.parts.root.classList.toggle('is-multiple', !single);
    this.#placeHandle(canFill ? selection.ranges.at(-1)! : null);
  }

  isHandle(target: EventTarget | null): boolean {
    return target === this.#handle;
  }

  /** Outlines the cells a fill would write, with a word about the last of them beside the pointer. */
  showFill(range: CellRange | null, tip: string, at: { readonly x: number; readonly y: number }): void {
    if (range === null) this.#fill.hidden = true;
    else this.#place(this.#fill, range);
    this.#tip.hidden = tip === '';
    if (tip === '') return;
    if (this.#tip.textContent !== tip) this.#tip.textContent = tip;
    const { width, height } = this.geometry;
    const x = Math.max(2, Math.min(at.x + 14, width - this.#tip.offsetWidth - 2));
    const y = Math.max(2, Math.min(at.y + 14, height - this.#tip.offsetHeight - 2));
    this.#tip.style.transform = `translate(${x}px, ${y}px)`;
  }

  /** A line where dragged rows (`y`) or columns (`x`) would go: before the one given; null for none. */
  showDrop(axis: 'x' | 'y', before: number | null): void {
    const drop = this.#drop;
    drop.hidden = before === null;
    this.parts.pin.classList.toggle('is-moving', before !== null);
    if (before === null) return;
    const { geometry } = this;
    drop.classList.toggle('is-vertical', axis === 'x');
    if (axis === 'y') {
      const { y } = geometry.boxOf({ row: before, column: 0 });
      drop.style.transform = `translate(0, ${Math.max(geometry.headerHeight, Math.min(y, geometry.height - 2)) - 1}px)`;
    } else {
      const last = geometry.boxOf({ row: 0, column: before - 1 });
      const x = before > 0 ? last.x + last.width : geometry.gutterWidth;
      drop.style.transform = `translate(${Math.min(x, geometry.width - 2) - 1}px, 0)`;
    }
  }

  #placeHandle(range: CellRange | null): void {
    const box = range === null ? null : this.#visibleBox(range);
    const { geometry } = this;
    const x = box === null ? 0 : box.x + box.width;
    const y = box === null ? 0 : box.y + box.height;
    // The corner itself has to be in view.
    const shown = box !== null && y <= geometry.bodyHeight + 1 && x <= geometry.width + 1 && y > 4;
    this.#handle.hidden = !shown;
    if (shown) this.#handle.style.transform = `translate(${x}px, ${y}px)`;
  }

  #place(mark: HTMLElement, range: CellRange): void {
    const box = this.#visibleBox(range);
    mark.hidden = box === null;
    if (box === null) return;
    mark.style.transform = `translate(${box.x}px, ${box.y}px)`;
    mark.style.width = `${box.width}px`;
    mark.style.height = `${box.height}px`;
    mark.classList.toggle('is-cut', box.cut);
  }

  /**
   * What shows of a range, from the upper left corner of the rows; null when nothing does. `cut` when it
   * begins under the frozen columns, and so has no left border in view. Above and below, a border out of
   * view is placed just outside: nothing is ever as tall as the table.
   */
  #visibleBox(range: CellRange): (Box & { readonly cut: boolean }) | null {
    const { geometry } = this;
    const { columns, headerHeight, gutterWidth } = geometry;
    const start = geometry.boxOf({ row: range.top, column: range.left });
    const end = geometry.boxOf({ row: range.bottom, column: range.right });
    const edge = gutterWidth + columns.frozenWidth;
    const scrolls = range.left >= columns.frozen;
    const left = scrolls ? Math.max(start.x, edge) : start.x;
    const endsUnder = range.right >= columns.frozen && end.x + end.width < edge;
    const right = endsUnder ? edge : end.x + end.width;
    const top = Math.max(start.y, headerHeight - 4);
    const bottom = Math.min(end.y + end.height, geometry.height + 4);
    if (bottom <= headerHeight || top >= geometry.height || right <= left) return null;
    const cut = left > start.x;
    return { x: left, y: top - headerHeight, width: right - left, height: bottom - top, cut };
  }
}
