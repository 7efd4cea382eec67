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

  constructor(
    readonly parts: Skeleton,
    readonly geometry: Geometry,
  ) {
    parts.marks.append(this.#active);
  }

  draw(selection: Selection): void {
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
