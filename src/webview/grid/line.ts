import { element } from './dom';

/** A cell's element with what was last written to it, so that a paint touches only what changed. */
export interface LineCell {
  readonly element: HTMLDivElement;
  readonly text: Text;
  /** The column it shows now. */
  column: number;
  /** Its class without the part that depends on the row. */
  base: string;
  /** So many characters fit for sure; a longer text has to be clipped, which costs a layer of its own. */
  room: number;
  /** The row-dependent look, as a number; −1 is unknown. */
  look: number;
  shown: string;
  label: string | null;
  title: string | null;
  selected: boolean;
  invalid: boolean;
}

/**
 * A line of cells: gutter, frozen columns, and a lane with the columns that scroll.
 * The header and the rows share it.
 */
export class Line {
  readonly element: HTMLDivElement;
  readonly gutter: HTMLDivElement;
  readonly #lane = element('div', 'rn-lane', { role: 'presentation' });
  #cells: LineCell[] = [];
  #shift = 0;

  constructor(
    className: string,
    readonly role: 'gridcell' | 'columnheader',
    readonly idPrefix: string,
  ) {
    this.element = element('div', className, { role: 'row' });
    this.gutter = element('div', 'rn-gutter', {
      role: role === 'gridcell' ? 'rowheader' : 'columnheader',
      'aria-colindex': '1',
      id: `${idPrefix}-g`,
    });
    this.element.append(this.gutter, this.#lane);
  }

  /** The cells there are now, in the order of the columns. */
  get cells(): readonly LineCell[] {
    return this.#cells;
  }

  cellOf(column: number): LineCell | undefined {
    return this.#cells.find((cell) => cell.column === column);
  }

  /**
   * Shows these columns. Cells of columns that stay are kept, the others get a new column.
   * Calls `assigned` for each cell that has to be painted.
   */
  arrange(columns: readonly number[], frozen: number, assigned: (cell: LineCell) => void): void {
    const kept = new Map(this.#cells.map((cell) => [cell.column, cell]));
    const wanted = new Set(columns);
    const spare = this.#cells.filter((cell) => !wanted.has(cell.column));
    this.#cells = columns.map((column) => {
      const cell = kept.get(column) ?? spare.pop() ?? this.#make();
      const parent = column < frozen ? this.element : this.#lane;
      if (cell.element.parentElement !== parent) {
        if (parent === this.element) parent.insertBefore(cell.element, this.#lane);
        else parent.append(cell.element);
      }
      if (cell.column !== column) {
        cell.column = column;
        cell.element.id = `${this.idPrefix}-c${column}`;
        cell.element.setAttribute('aria-colindex', String(column + 2));
      }
      return cell;
    });
    for (const cell of spare) cell.element.remove();
    for (const cell of this.#cells) assigned(cell);
  }

  /** Puts the cells of the lane in the order of their columns, for those who read the document in order. */
  sortCells(): void {
    let next = this.#lane.firstElementChild;
    for (const { element: cell } of this.#cells) {
      if (cell.parentElement !== this.#lane) continue;
      if (cell === next) next = next.nextElementSibling;
      else this.#lane.insertBefore(cell, next);
    }
  }

  shiftTo(scrollLeft: number): void {
    if (scrollLeft === this.#shift) return;
    this.#shift = scrollLeft;
    // Each transform costs something in every frame: none while nothing is scrolled sideways.
    this.#lane.style.transform = scrollLeft === 0 ? '' : `translateX(${-scrollLeft}px)`;
  }

  #make(): LineCell {
    const text = document.createTextNode('');
    const made = element('div', '', { role: this.role });
    made.append(text);
    return {
      element: made,
      text,
      column: -1,
      base: '',
      room: 0,
      look: -1,
      shown: '',
      label: null,
      title: null,
      selected: false,
      invalid: false,
    };
  }
}

export function setText(cell: LineCell, text: string): void {
  if (cell.shown === text) return;
  cell.shown = text;
  cell.text.data = text;
}

export function setLabel(cell: LineCell, label: string | null): void {
  if (cell.label === label) return;
  cell.label = label;
  if (label === null) cell.element.removeAttribute('aria-label');
  else cell.element.setAttribute('aria-label', label);
}

export function setTitle(cell: LineCell, title: string | null): void {
  if (cell.title === title) return;
  cell.title = title;
  if (title === null) cell.element.removeAttribute('title');
  else cell.element.setAttribute('title', title);
}
