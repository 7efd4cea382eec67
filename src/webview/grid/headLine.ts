import { element, setAttribute } from './dom';
import { showOrder } from './headButton';
import { Line, setText, setTitle, type LineCell } from './line';
import { fill, type GridStrings } from './strings';
import type { CellRange, GridColumn, GridModel } from './types';

/** The header: one line that stays. */
export class HeadLine extends Line {
  constructor(
    id: string,
    readonly strings: GridStrings,
  ) {
    super('rn-row rn-head-row', 'columnheader', id);
    this.element.setAttribute('aria-rowindex', '1');
    const name = element('span', 'rn-spoken');
    name.textContent = strings.rowNumbers;
    this.gutter.append(name);
    this.gutter.title = strings.selectAll;
  }

  setColumns(indexes: readonly number[], frozen: number, model: GridModel): void {
    this.arrange(indexes, frozen, (cell) => {
      const column = model.columns[cell.column]!;
      setText(cell, column.label);
      const marks =
        (column.align === 'end' ? ' is-end' : '') +
        (column.computed ? ' is-computed' : '') +
        (column.problem === null ? '' : ` has-${column.problem.severity}`) +
        showOrder(cell, column.label, model.columnOrder?.(cell.column), this.strings) +
        this.#markHidden(cell, column);
      cell.base = `rn-cell is-clipped c${cell.column}${marks}`;
      cell.element.className = cell.base;
      cell.look = -1;
      const title = column.problem?.message ?? column.description;
      setTitle(cell, title === '' ? null : title);
      setAttribute(cell.element, 'aria-invalid', column.problem?.severity === 'error' ? 'true' : null);
    });
  }

  /** A mark at the border where columns are hidden. Returns the classes that make room for it. */
  #markHidden(cell: LineCell, { hiddenBefore = [], hiddenAfter = [] }: GridColumn): string {
    const places = [
      ['is-before', hiddenBefore],
      ['is-after', hiddenAfter],
    ] as const;
    let classes = '';
    for (const [place, labels] of places) {
      let mark = cell.element.querySelector<HTMLElement>(`.rn-hidden-mark.${place}`);
      if (labels.length === 0) {
        mark?.remove();
        continue;
      }
      if (mark === null) {
        mark = element('button', `rn-hidden-mark ${place}`, { type: 'button', tabindex: '-1' });
        cell.element.append(mark);
      }
      const name = fill(this.strings.hiddenColumns, labels.join(', '));
      setAttribute(mark, 'aria-label', name);
      mark.title = name;
      mark.dataset['column'] = String(cell.column);
      classes += place === 'is-before' ? ' has-hidden-before' : ' has-hidden-after';
    }
    return classes;
  }

  paintSelection(ranges: readonly CellRange[]): void {
    for (const cell of this.cells) {
      const { column } = cell;
      const look = ranges.some((range) => column >= range.left && column <= range.right) ? 1 : 0;
      if (look === cell.look) continue;
      cell.look = look;
      cell.element.classList.toggle('is-in', look === 1);
    }
  }
}
