import { setAttribute } from './dom';
import { Line, setLabel, setText, setTitle, type LineCell } from './line';
import { shortened, type GridStrings } from './strings';
import type { CellRange, GridCell, GridCellMark, GridColumn, GridModel, GridProblem } from './types';

const tones = ['typed', 'derived', 'computed'] as const;
const severities = ['error', 'warning', 'info'] as const;
/** Characters as wide as two: East Asian scripts, emoji, and what is not on one line anyway. */
const wide = /[\t\u1100-\u11ff\u2e80-\uffff]/;

/** A row on the screen. It is used again for another row when its own is scrolled away. */
export class RowLine extends Line {
  /** The row it shows, −1 for none. */
  row = -1;
  #isNew = false;
  #marked = false;

  constructor(
    id: string,
    readonly strings: GridStrings,
  ) {
    super('rn-row', 'gridcell', id);
  }

  /** Shows nothing. */
  park(): void {
    if (this.row === -1) return;
    this.row = -1;
    this.element.hidden = true;
  }

  /** Shows a row at a place. `row` may be the line for a new row. */
  show(row: number, y: number, model: GridModel): void {
    const isNew = row >= model.rowCount;
    if (this.row === -1) this.element.hidden = false;
    if (isNew !== this.#isNew) {
      this.#isNew = isNew;
      this.element.classList.toggle('is-new', isNew);
    }
    this.row = row;
    this.element.setAttribute('aria-rowindex', String(row + 2));
    this.moveTo(y);
    this.paint(model);
  }

  moveTo(y: number): void {
    this.element.style.transform = `translateY(${y}px)`;
  }

  /**
   * Shows these columns from now on; the row has to be painted after.
   *
   * @param roomOf how many characters fit into a column for sure
   */
  setColumns(
    indexes: readonly number[],
    frozen: number,
    model: GridModel,
    roomOf: (column: number) => number,
  ): void {
    this.arrange(indexes, frozen, (cell) => {
      const column = model.columns[cell.column]!;
      cell.room = roomOf(cell.column);
      const base = baseClass(cell.column, column);
      if (cell.base !== base) {
        cell.base = base;
        cell.look = -1;
      }
      const fixed = column.computed || !column.editable || model.readOnly !== null;
      setAttribute(cell.element, 'aria-readonly', fixed ? 'true' : null);
      if (!cell.element.hasAttribute('aria-selected')) cell.element.setAttribute('aria-selected', 'false');
    });
  }

  paint(model: GridModel): void {
    this.#paintGutter(model);
    for (const cell of this.cells) {
      if (this.#isNew) this.#paintPlaceholder(cell, model.placeholder(cell.column));
      else
        this.#paintCell(cell, model.cell(this.row, cell.column), model.mark?.(this.row, cell.column) ?? null);
    }
  }

  /** Marks the selected cells, and the gutter when there are any. */
  paintSelection(ranges: readonly CellRange[]): void {
    const own = ranges.filter((range) => this.row >= range.top && this.row <= range.bottom);
    for (const cell of this.cells) {
      const { column } = cell;
      const selected = own.some((range) => column >= range.left && column <= range.right);
      if (selected === cell.selected) continue;
      cell.selected = selected;
      cell.element.setAttribute('aria-selected', String(selected));
    }
    if (this.#marked !== own.length > 0) {
      this.#marked = own.length > 0;
      this.gutter.classList.toggle('is-in', this.#marked);
    }
  }

  #paintGutter(model: GridModel): void {
    const { gutter } = this;
    const problem = this.#isNew ? null : model.rowProblem(this.row);
    const text = this.#isNew ? '+' : model.rowLabel(this.row);
    if (gutter.textContent !== text) gutter.textContent = text;
    setAttribute(gutter, 'aria-label', this.#isNew ? this.strings.newRow : null);
    setAttribute(gutter, 'data-problem', problem?.severity ?? null);
    setAttribute(gutter, 'title', problem?.message ?? null);
  }

  #paintCell(cell: LineCell, content: GridCell, mark: GridCellMark | null): void {
    const text = onOneLine(shortened(content.text));
    setText(cell, text);
    const { problem } = content;
    const clipped = text.length > cell.room || (2 * text.length > cell.room && wide.test(text));
    const look =
      tones.indexOf(content.tone) +
      3 * (problem === null ? 0 : severities.indexOf(problem.severity) + 1) +
      (content.muted ? 12 : 0) +
      (clipped ? 24 : 0) +
      (mark === null ? 0 : mark === 'match' ? 128 : 256);
    if (look !== cell.look) {
      cell.look = look;
      cell.element.className = cell.base + lookClass(content, mark) + (clipped ? ' is-clipped' : '');
    }
    const spoken = content.text === '' ? this.strings.blank : shortened(content.text);
    setLabel(cell, content.description === '' ? null : `${spoken}, ${content.description}`);
    setTitle(cell, titleOf(content));
    this.#setInvalid(cell, problem);
  }

  #paintPlaceholder(cell: LineCell, text: string): void {
    setText(cell, text);
    if (cell.look !== 100) {
      cell.look = 100;
      cell.element.className = `${cell.base} is-placeholder is-clipped`;
    }
    setLabel(cell, null);
    setTitle(cell, null);
    this.#setInvalid(cell, null);
  }

  #setInvalid(cell: LineCell, problem: GridProblem | null): void {
    const invalid = problem !== null && problem.severity !== 'info';
    if (invalid === cell.invalid) return;
    cell.invalid = invalid;
    setAttribute(cell.element, 'aria-invalid', invalid ? 'true' : null);
  }
}

/** Line breaks show as a sign: a row is one line high. */
function onOneLine(text: string): string {
  return text.includes('\n') || text.includes('\r') ? text.replace(/\r\n?|\n/g, ' ↵ ') : text;
}

function baseClass(index: number, column: GridColumn): string {
  return `rn-cell c${index}${column.align === 'end' ? ' is-end' : ''}${column.computed ? ' is-computed' : ''}`;
}

function lookClass({ tone, problem, muted }: GridCell, mark: GridCellMark | null): string {
  return (
    (tone === 'typed' ? '' : ` is-${tone}`) +
    (problem === null ? '' : ` has-${problem.severity}`) +
    (muted ? ' is-muted' : '') +
    (mark === null ? '' : ` is-${mark}`)
  );
}

/** What hovering shows: the problem, else what there is to say about the value. */
function titleOf({ problem, description }: GridCell): string | null {
  if (problem !== null) return problem.message;
  return description === '' ? null : description;
}
