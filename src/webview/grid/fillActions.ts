import { type Change, readableTable } from './changes';
import type { GridCore } from './core';
import {
  fillRightChange,
  lastText,
  neighbourEnd,
  seriesChange,
  type FillTarget,
  type SeriesOf,
} from './fillPlan';
import { currentRange } from './selection';
import { fill } from './strings';
import type { CellRange } from './types';

/** Filling from the selected cells on: by the handle, by its double-click, and to the right. */
export class FillActions {
  constructor(readonly core: GridCore) {}

  /** The selection the handle is at, or null when there is nothing to fill from. */
  get source(): CellRange | null {
    const { core } = this;
    const { ranges } = core.selection;
    const range = currentRange(core.selection);
    const canFill = core.model.readOnly === null && ranges.length === 1 && range.top < core.model.rowCount;
    return canFill ? { ...range, bottom: Math.min(range.bottom, core.model.rowCount - 1) } : null;
  }

  fillTo(source: CellRange, target: FillTarget, swap: boolean): void {
    const { core } = this;
    core.carryOut(
      seriesChange(readableTable(this.core.model), source, target, this.#seriesOf, swap),
      core.strings.filled,
    );
  }

  /** What a fill would write into its farthest cell, and how many rows it adds. */
  preview(source: CellRange, target: FillTarget, swap: boolean): string {
    const { strings, model } = this.core;
    const text =
      lastText(readableTable(this.core.model), source, target, this.#seriesOf, swap) || strings.fillBlank;
    const added = target.range.bottom - model.rowCount + 1;
    return added > 0 ? fill(strings.fillTipRows, text, added) : fill(strings.fillTip, text);
  }

  /** As far down as the data beside the selection go, and the cells below are empty. */
  fillToEnd(): void {
    const { core } = this;
    const { source } = this;
    if (source === null) {
      if (core.model.readOnly !== null) core.notify(core.model.readOnly);
      return;
    }
    const { model, strings } = core;
    const end = neighbourEnd(readableTable(model), source, (row, column) => model.isBlank(row, column));
    if (end === 'nothing-beside') core.notify(strings.nothingToFillAlong);
    else if (end === 'filled-below') core.notify(strings.filledBelow);
    else
      this.fillTo(
        source,
        { direction: 'down', range: { ...source, top: source.bottom + 1, bottom: end } },
        false,
      );
  }

  fillRight(): void {
    this.#carryOut(fillRightChange(readableTable(this.core.model), this.core.selection.ranges));
  }

  #carryOut(change: Change): void {
    const { core } = this;
    if (core.model.readOnly !== null) core.notify(core.model.readOnly);
    else core.carryOut(change, core.strings.filled);
  }

  readonly #seriesOf: SeriesOf = (texts, count, request) =>
    this.core.model.series?.(texts, count, request) ?? null;
}
