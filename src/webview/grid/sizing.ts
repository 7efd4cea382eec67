import { fittingWidth } from './autofit';
import type { GridCore } from './core';
import { clampWidth } from './layout';
import { clampSelection } from './selection';
import type { Typing } from './typing';

/** Keeps the grid as its window, its font, its columns and the number of its rows want it. */
export class Sizing {
  readonly #observer = new ResizeObserver(() => this.#onResize());

  constructor(
    private readonly core: GridCore,
    private readonly typing: Typing,
    private readonly host: HTMLElement,
  ) {
    const { scroller } = core.parts;
    scroller.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    this.#observer.observe(scroller);
  }

  /** The fonts may be others: reads them, and lays out anew. */
  readFonts(): void {
    const { geometry, parts } = this.core;
    const fontSize = Number.parseFloat(getComputedStyle(parts.root).fontSize) || 13;
    geometry.rowHeight = Math.max(26, Math.ceil(fontSize * 1.35) + 8);
    geometry.headerHeight = geometry.rowHeight + 2;
    geometry.charWidth = fontSize * 0.75;
    parts.root.style.setProperty('--rn-row-height', `${geometry.rowHeight}px`);
    parts.root.style.setProperty('--rn-header-height', `${geometry.headerHeight}px`);
    geometry.readSize();
    this.layOut();
  }

  /** The columns, or the window, are others. */
  layOut(): void {
    const { core } = this;
    core.geometry.layOut(core.model);
    core.rows.layOut();
    this.keepSelection();
    this.typing.follow((row) => row);
    this.#tellHeight();
  }

  /** There are more rows or fewer. */
  countChanged(): void {
    const { core } = this;
    const { gutterWidth, columns } = core.geometry;
    core.geometry.layOut(core.model);
    // One more digit in the gutter moves everything.
    if (core.geometry.gutterWidth !== gutterWidth || core.geometry.columns.frozen !== columns.frozen) {
      core.rows.layOut();
    } else core.rows.countChanged();
    this.#tellHeight();
  }

  /** Draws the selection again, within the cells that there are. */
  keepSelection(): void {
    const { core } = this;
    const { selection, bounds } = core;
    if (clampSelection(selection, bounds) !== selection) core.select(selection, null);
    else core.drawSelection();
  }

  resizeColumn(column: number, width: number): void {
    const { core } = this;
    const key = core.model.columns[column]?.key;
    if (key === undefined) return;
    core.geometry.setWidth(key, clampWidth(width));
    core.geometry.layOut(core.model);
    core.rows.placeColumns();
    core.redraw();
    this.#tellHeight();
  }

  /** Makes a column as wide as its texts. */
  fitColumn(column: number): void {
    const { core } = this;
    if (core.model.columns[column] === undefined) return;
    this.resizeColumn(column, fittingWidth(core.model, column, getComputedStyle(core.parts.root)));
    core.callbacks.onViewStateChange?.();
  }

  dispose(): void {
    this.#observer.disconnect();
  }

  #onScroll(): void {
    const { geometry, callbacks, notices } = this.core;
    const { top, left } = geometry;
    geometry.readScroll();
    if (geometry.top === top && geometry.left === left) return;
    notices.hide();
    this.core.redraw();
    callbacks.onViewStateChange?.();
  }

  #onResize(): void {
    const { geometry } = this.core;
    const { width, height, isShown } = geometry;
    if (!geometry.readSize()) return;
    // Being hidden loses the scroll bars' position, whatever the size is afterwards.
    if (isShown && geometry.width === width && geometry.height === height) return;
    this.layOut();
  }

  #tellHeight(): void {
    this.host.style.setProperty('--grid-content-height', `${this.core.geometry.contentHeight}px`);
  }
}
