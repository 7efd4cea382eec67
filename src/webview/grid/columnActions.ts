import type { GridCore } from './core';
import { clampCell, selectCell, selectColumns } from './selection';
import { fill } from './strings';
import type { GridColumnAction } from './types';

const widthStep = 16;

/** What can be done to the selected columns. It changes the view only: their owner shows them in another way. */
export class ColumnActions {
  constructor(
    readonly core: GridCore,
    readonly sizes: { fit(column: number): void; resize(column: number, width: number): void; reset(): void },
  ) {}

  /** The columns the selection touches, ascending. */
  get selected(): number[] {
    const { selection, model } = this.core;
    const columns = new Set<number>();
    for (const { left, right } of selection.ranges) {
      for (let column = left; column <= Math.min(right, model.columns.length - 1); column++)
        columns.add(column);
    }
    return [...columns].sort((a, b) => a - b);
  }

  /** Moves columns before another one, the column count for the end; the selection goes along. */
  moveTo(columns: readonly number[], before: number): void {
    const { core } = this;
    const { model } = core;
    const keys = new Set(columns.map((column) => model.columns[column]!.key));
    const order = (): string => model.columns.map(({ key }) => key).join('\n');
    const from = order();
    this.#act({ type: 'move', columns, before });
    if (order() === from) {
      core.notify(core.strings.columnsStay);
      return;
    }
    const places = model.columns.flatMap(({ key }, index) => (keys.has(key) ? [index] : []));
    const first = places[0] ?? 0;
    const last = places.at(-1) ?? 0;
    core.select(selectColumns(first, last, core.bounds), { row: core.active.row, column: first });
    core.announce(fill(core.strings.columnsMoved, keys.size, first + 1));
  }

  moveBy(step: 1 | -1): void {
    const columns = this.selected;
    const before = step === -1 ? (columns[0] ?? 0) - 1 : (columns.at(-1) ?? 0) + 2;
    if (before >= 0 && before <= this.core.model.columns.length) this.moveTo(columns, before);
    else this.core.notify(this.core.strings.columnsStay);
  }

  hide(): void {
    const { core } = this;
    const columns = this.selected;
    if (columns.length >= core.model.columns.length) {
      core.notify(core.strings.lastColumn);
      return;
    }
    const { row } = core.active;
    this.#act({ type: 'hide', columns });
    core.select(selectCell(clampCell({ row, column: columns[0] ?? 0 }, core.bounds)));
    core.announce(fill(core.strings.columnsHidden, columns.length));
  }

  /** Shows hidden columns: those beside a column, or all. */
  show(beside: number | 'all'): void {
    const { core } = this;
    const shown = new Set(core.model.columns.map(({ key }) => key));
    this.#act({ type: 'show', beside });
    const places = core.model.columns.flatMap(({ key }, index) => (shown.has(key) ? [] : [index]));
    const [first] = places;
    if (first === undefined) {
      core.notify(core.strings.noHiddenColumns);
      return;
    }
    if (beside !== 'all')
      core.select(selectColumns(first, places.at(-1)!, core.bounds), { row: core.active.row, column: first });
    core.announce(fill(core.strings.columnsShown, places.length));
  }

  /** Every column where the file has it, as wide as at first. */
  reset(): void {
    const { core } = this;
    this.sizes.reset();
    this.#act({ type: 'reset' });
    core.announce(core.strings.columnsReset);
  }

  fit(): void {
    for (const column of this.selected) this.sizes.fit(column);
    this.core.announce(fill(this.core.strings.columnsFitted, this.selected.length));
  }

  widen(step: 1 | -1): void {
    const { core } = this;
    for (const column of this.selected) {
      this.sizes.resize(column, (core.geometry.columns.widths[column] ?? 0) + step * widthStep);
    }
    const width = core.geometry.columns.widths[core.active.column] ?? 0;
    core.announce(fill(core.strings.columnWidth, core.model.columns[core.active.column]?.label ?? '', width));
    core.callbacks.onViewStateChange?.();
  }

  #act(action: GridColumnAction): void {
    const { core } = this;
    const focused = core.hasFocus;
    core.callbacks.onColumns?.(action);
    core.callbacks.onViewStateChange?.();
    if (focused) core.focus();
  }
}
