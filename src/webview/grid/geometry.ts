import {
  columnUnder,
  hitTest,
  layOutColumns,
  maximumTop,
  scrollLeftFor,
  scrollScale,
  scrollTopOf,
  topFor,
  topOf,
  visibleColumns,
  visibleLines,
  type ColumnLayout,
  type Hit,
  type ScrollScale,
} from './layout';
import type { Skeleton } from './skeleton';
import type { CellRef, GridModel } from './types';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const gutterPadding = 22;
const digitWidth = 8;
const cellPadding = 19;

/** Sizes and scroll position: knows where everything is, draws nothing. */
export class Geometry {
  rowHeight = 26;
  headerHeight = 28;
  /** No character of a Latin text is wider on average. */
  charWidth = 10;
  gutterWidth = 48;
  columns: ColumnLayout = { lefts: [], widths: [], total: 0, frozen: 0, frozenWidth: 0 };
  /** First visible pixel of the rows and of the scrolling columns. */
  top = 0;
  left = 0;
  #width = 0;
  #height = 0;
  #lines = 0;
  #isShown = false;
  #scale: ScrollScale = { content: 0, element: 0, viewport: 0 };
  /** Width by column key, of the columns the user resized. */
  readonly #widths = new Map<string, number>();

  constructor(readonly parts: Skeleton) {}

  get lines(): number {
    return this.#lines;
  }

  /** Size of the window on the scrolling part. */
  get bodyWidth(): number {
    return Math.max(0, this.#width - this.gutterWidth);
  }

  get bodyHeight(): number {
    return Math.max(0, this.#height - this.headerHeight);
  }

  /** Size of the visible part of the grid, scroll bars left out. */
  get width(): number {
    return this.#width;
  }

  get height(): number {
    return this.#height;
  }

  /** False while the window has no size. */
  get isShown(): boolean {
    return this.#isShown;
  }

  /** Whole rows that fit. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.bodyHeight / this.rowHeight));
  }

  /** Height of header, all rows and a horizontal scroll bar if there is one. */
  get contentHeight(): number {
    const { scroller } = this.parts;
    const bar = this.columns.total > this.bodyWidth ? scroller.offsetHeight - scroller.clientHeight : 0;
    return this.headerHeight + this.#scale.content + Math.max(0, bar);
  }

  /** Takes the size of the window over. False while it has none (a hidden tab): nothing is lost then. */
  readSize(): boolean {
    const { clientWidth, clientHeight } = this.parts.scroller;
    this.#isShown = clientWidth !== 0 && clientHeight !== 0;
    if (!this.#isShown) return false;
    this.#width = clientWidth;
    this.#height = clientHeight;
    return true;
  }

  /** Lays everything out for a model and keeps the scroll position as far as possible. */
  layOut(model: GridModel): void {
    this.#lines = model.rowCount + (model.readOnly === null ? 1 : 0);
    const digits = Math.max(2, model.longestRowLabel ?? 0, String(this.#lines).length);
    this.gutterWidth = gutterPadding + digits * digitWidth;
    this.columns = layOutColumns(model.columns, (column) => this.#widths.get(column.key), this.bodyWidth);
    const ratio = globalThis.devicePixelRatio || 1;
    this.#scale = scrollScale(this.#lines, this.rowHeight, this.bodyHeight, ratio);
    const { spacer, pin } = this.parts;
    spacer.style.width = `${this.gutterWidth + this.columns.total}px`;
    spacer.style.height = `${this.headerHeight + this.#scale.element}px`;
    pin.style.width = `${this.#width}px`;
    pin.style.height = `${this.#height}px`;
    this.scrollTo(this.top, this.left);
    this.#moveScrollBars();
  }

  /** Follows the scroll bars. */
  readScroll(): void {
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = this.parts.scroller;
    // Hidden or squeezed, the browser moves the scroll bars by itself. Whoever handles the new size puts them back.
    if (!this.#isShown || clientWidth !== this.#width || clientHeight !== this.#height) return;
    // Where content is taller than an element can be, many places share a scroll position.
    const expected = scrollTopOf(this.#scale, this.top);
    if (Math.abs(scrollTop - expected) >= 1) this.top = this.#snap(topOf(this.#scale, scrollTop));
    this.left = this.#snap(Math.max(0, Math.min(scrollLeft, this.maximumLeft)));
  }

  get maximumLeft(): number {
    return Math.max(0, this.columns.total - this.bodyWidth);
  }

  /** Scrolls, within what there is. True when the position changed. */
  scrollTo(top: number, left: number): boolean {
    const before = [this.top, this.left];
    this.top = this.#snap(Math.max(0, Math.min(top, maximumTop(this.#scale))));
    this.left = this.#snap(Math.max(0, Math.min(left, this.maximumLeft)));
    const moved = this.top !== before[0] || this.left !== before[1];
    // Asking where the scroll bars are makes the browser lay the page out: not for every step of an arrow key.
    if (moved) this.#moveScrollBars();
    return moved;
  }

  #moveScrollBars(): void {
    const { scroller } = this.parts;
    const scrollTop = scrollTopOf(this.#scale, this.top);
    if (Math.abs(scroller.scrollTop - scrollTop) >= 1) scroller.scrollTop = scrollTop;
    if (Math.abs(scroller.scrollLeft - this.left) >= 1) scroller.scrollLeft = this.left;
  }

  /** Scrolls as little as possible to show a cell. True when the position changed. */
  reveal(cell: CellRef): boolean {
    return this.scrollTo(
      topFor(cell.row, this.top, this.bodyHeight, this.rowHeight),
      scrollLeftFor(this.columns, cell.column, this.left, this.bodyWidth),
    );
  }

  /** True when the last row is in view, or there is nothing to scroll. */
  get isAtBottom(): boolean {
    return this.top >= maximumTop(this.#scale) - 1;
  }

  /** The column at a place, from the grid's left edge; -1 beside all of them. */
  columnAt(x: number): number {
    return columnUnder(this.columns, x - this.gutterWidth, this.left);
  }

  visibleLines(): [number, number] {
    return visibleLines(this.top, this.bodyHeight, this.rowHeight, this.#lines);
  }

  /** The columns to draw: the frozen ones and those in view. */
  visibleColumns(): number[] {
    const [first, end] = visibleColumns(this.columns, this.left, this.bodyWidth);
    const shown: number[] = [];
    for (let column = 0; column < this.columns.frozen; column++) shown.push(column);
    for (let column = first; column < end; column++) shown.push(column);
    return shown;
  }

  /** Where a cell shows, from the grid's upper left corner; it may lie outside the window. */
  boxOf({ row, column }: CellRef): Box {
    const x = column < this.columns.frozen ? 0 : this.left;
    return {
      x: this.gutterWidth + (this.columns.lefts[column] ?? 0) - x,
      y: this.headerHeight + row * this.rowHeight - this.top,
      width: this.columns.widths[column] ?? 0,
      height: this.rowHeight,
    };
  }

  hitAt(clientX: number, clientY: number): Hit {
    const origin = this.parts.pin.getBoundingClientRect();
    return hitTest(clientX - origin.left, clientY - origin.top, this);
  }

  /** How many characters of a Latin text fit into a column for sure. */
  roomIn(column: number): number {
    return Math.floor(((this.columns.widths[column] ?? 0) - cellPadding) / this.charWidth);
  }

  setWidth(key: string, width: number): void {
    this.#widths.set(key, width);
  }

  /** Every column as wide as the model says. */
  resetWidths(): void {
    this.#widths.clear();
  }

  get chosenWidths(): (readonly [string, number])[] {
    return [...this.#widths];
  }

  /** Whole device pixels keep text sharp. */
  #snap(value: number): number {
    const ratio = globalThis.devicePixelRatio || 1;
    return Math.round(value * ratio) / ratio;
  }
}
