import { element, setAttribute } from './dom';
import { showOrder } from './headButton';
import { Line, setText, setTitle } from './line';
import type { GridStrings } from './strings';
import type { CellRange, GridModel } from './types';

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
        showOrder(cell, column.label, model.columnOrder?.(cell.column), this.strings);
      cell.base = `rn-cell is-clipped c${cell.column}${marks}`;
      cell.element.className = cell.base;
      cell.look = -1;
      const title = column.problem?.message ?? column.description;
      setTitle(cell, title === '' ? null : title);
      setAttribute(cell.element, 'aria-invalid', column.problem?.severity === 'error' ? 'true' : null);
    });
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
