import { ColumnStyles } from './columnStyles';
import type { Geometry } from './geometry';
import { HeadLine } from './headLine';
import { RowLine } from './rowLine';
import type { Skeleton } from './skeleton';
import type { GridStrings } from './strings';
import type { CellRange, CellRef, GridModel, RowSpan } from './types';

/** Rows are placed from a base line that follows the scroll position: far from zero, pixels get coarse. */
const baseReach = 5_000;
const settleDelay = 200;

/** Draws header and rows. Row `r` always uses line `r mod n`, so that scrolling by one row paints one row. */
export class RowsView {
  readonly #head: HeadLine;
  readonly #styles: ColumnStyles;
  #lines: RowLine[] = [];
  #shown: readonly number[] = [];
  #base = 0;
  #ranges: readonly CellRange[] = [];
  #settle: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly parts: Skeleton,
    readonly geometry: Geometry,
    readonly model: GridModel,
    readonly strings: GridStrings,
  ) {
    this.#head = new HeadLine(`${parts.id}-h`, strings);
    this.#styles = new ColumnStyles(parts.id);
    parts.head.append(this.#head.element);
  }

  /** Everything may be different: columns, counts, sizes. */
  layOut(): void {
    const { geometry, model, parts } = this;
    this.#styles.update(geometry.columns, geometry.gutterWidth);
    parts.table.setAttribute('aria-rowcount', String(geometry.lines + 1));
    parts.table.setAttribute('aria-colcount', String(model.columns.length + 1));
    if (model.readOnly === null) parts.table.removeAttribute('aria-readonly');
    else parts.table.setAttribute('aria-readonly', 'true');
    this.#shown = geometry.visibleColumns();
    this.#head.setColumns(this.#shown, geometry.columns.frozen, model);
    this.#fitLines();
    this.#setColumns();
    this.#base = Number.NEGATIVE_INFINITY;
    for (const line of this.#lines) line.park();
    this.draw();
    this.sort();
  }

  /** The same columns in other places (a resize). */
  placeColumns(): void {
    this.#styles.update(this.geometry.columns, this.geometry.gutterWidth);
    this.#setColumns();
    this.repaint('all');
  }

  /** Draws what the scroll position asks for; rows that are there already stay as they are. */
  draw(): void {
    const { geometry, model, parts } = this;
    this.#drawColumns();
    const [first, end] = geometry.visibleLines();
    const rebased = !(Math.abs(first - this.#base) <= baseReach);
    if (rebased) this.#base = first;
    let changed = rebased;
    for (let row = first; row < end; row++) {
      const line = this.#lines[row % this.#lines.length]!;
      const y = (row - this.#base) * geometry.rowHeight;
      if (line.row !== row) {
        line.show(row, y, model);
        line.paintSelection(this.#ranges);
        changed = true;
      } else if (rebased) line.moveTo(y);
    }
    // A line that is out of view keeps its row for a return, unless its place is measured from another base.
    if (rebased) {
      for (const line of this.#lines) if (line.row < first || line.row >= end) line.park();
    }
    const y = this.#base * geometry.rowHeight - geometry.top;
    parts.rows.style.transform = `translateY(${y}px)`;
    if (changed) this.#sortSoon();
  }

  /** The number of rows changed; those in view may show other rows. */
  countChanged(): void {
    this.parts.table.setAttribute('aria-rowcount', String(this.geometry.lines + 1));
    this.repaint('all');
  }

  /** Paints rows again, those that are in view. */
  repaint(rows: readonly RowSpan[] | 'all'): void {
    const { model, geometry } = this;
    for (const line of this.#lines) {
      if (line.row < 0) continue;
      if (line.row >= geometry.lines) line.park();
      else if (rows === 'all' || rows.some(({ at, count }) => line.row >= at && line.row < at + count)) {
        line.show(line.row, (line.row - this.#base) * geometry.rowHeight, model);
      }
    }
    this.draw();
  }

  paintSelection(ranges: readonly CellRange[]): void {
    this.#ranges = ranges;
    this.#head.paintSelection(ranges);
    for (const line of this.#lines) if (line.row >= 0) line.paintSelection(ranges);
  }

  /** Id of a cell's element, or null when it is not drawn. */
  idOf(cell: CellRef): string | null {
    const line = this.#lines[cell.row % this.#lines.length];
    if (line?.row !== cell.row) return null;
    return line.cellOf(cell.column)?.element.id ?? null;
  }

  /** The element of a column's header, or null when it is not drawn. */
  headerOf(column: number): HTMLElement | null {
    return this.#head.cellOf(column)?.element ?? null;
  }

  /** The column of a header that an element belongs to, or null. */
  headerAt(target: Element): number | null {
    return this.#head.cells.find(({ element }) => element.contains(target))?.column ?? null;
  }

  /** The cell an element belongs to, for clicks that assistive technology makes without a pointer. */
  cellAt(target: Element): CellRef | null {
    for (const line of this.#lines) {
      if (line.row < 0 || !line.element.contains(target)) continue;
      const cell = line.cells.find(({ element }) => element.contains(target));
      return cell === undefined ? null : { row: line.row, column: cell.column };
    }
    return null;
  }

  dispose(): void {
    clearTimeout(this.#settle);
    this.#styles.dispose();
  }

  #drawColumns(): void {
    const { geometry, model } = this;
    const shown = geometry.visibleColumns();
    const frozen = geometry.columns.frozen;
    if (shown.length !== this.#shown.length || shown[frozen] !== this.#shown[frozen]) {
      this.#shown = shown;
      this.#head.setColumns(shown, frozen, model);
      this.#head.paintSelection(this.#ranges);
      this.#setColumns();
      for (const line of this.#lines) {
        if (line.row < 0) continue;
        line.paint(model);
        line.paintSelection(this.#ranges);
      }
      this.#sortSoon();
    }
    this.#head.shiftTo(geometry.left);
    for (const line of this.#lines) line.shiftTo(geometry.left);
    this.parts.root.classList.toggle('is-shifted', geometry.left > 0);
  }

  #setColumns(): void {
    const { geometry, model } = this;
    const roomOf = (column: number): number => geometry.roomIn(column);
    for (const line of this.#lines) line.setColumns(this.#shown, geometry.columns.frozen, model, roomOf);
  }

  /** As many lines as can show at once. */
  #fitLines(): void {
    const { geometry, parts } = this;
    const count = Math.max(1, Math.ceil(geometry.bodyHeight / geometry.rowHeight) + 1);
    while (this.#lines.length > count) this.#lines.pop()!.element.remove();
    while (this.#lines.length < count) {
      const line = new RowLine(`${parts.id}-r${this.#lines.length}`, this.strings);
      line.element.hidden = true;
      this.#lines.push(line);
      parts.rows.append(line.element);
    }
  }

  #sortSoon(): void {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => this.sort(), settleDelay);
  }

  /**
   * Brings the elements into reading order, once scrolling has come to rest. Their order is always a
   * rotation of it, so the shorter end is moved to the other side.
   */
  sort(): void {
    clearTimeout(this.#settle);
    const { rows } = this.parts;
    const used = this.#lines.filter((line) => line.row >= 0).sort((a, b) => a.row - b.row);
    const byElement = new Map(this.#lines.map((line) => [line.element as Element, line.row]));
    const order = [...rows.children].filter((child) => (byElement.get(child) ?? -1) >= 0);
    const start = order.indexOf(used[0]?.element as Element);
    if (start > 0 && start <= order.length / 2) rows.append(...order.slice(0, start));
    else if (start > 0) rows.prepend(...order.slice(start));
    for (const line of [this.#head, ...used]) line.sortCells();
  }
}
