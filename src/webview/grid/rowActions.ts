import type { GridCore } from './core';
import { rowSpans } from './range';
import { countRows, movesAnything, rowAfterMove, stepTarget } from './rowMoves';
import { selectRows, type Selection } from './selection';
import { fill } from './strings';
import type { RowSpan } from './types';

/** Moving and copying whole rows. Each is one edit, one step of undo. */
export class RowActions {
  constructor(readonly core: GridCore) {}

  /** The rows the selection touches. */
  get spans(): RowSpan[] {
    const { selection, model } = this.core;
    return rowSpans(selection.ranges, model.rowCount);
  }

  /** Alt+Up and Alt+Down. */
  moveBy(step: 1 | -1): void {
    const { spans } = this;
    const to = stepTarget(spans, step, this.core.model.rowCount);
    if (to !== null) this.moveTo(spans, to);
  }

  /** Moves rows before row `to`; the selection goes along. */
  moveTo(spans: readonly RowSpan[], to: number): void {
    const { core } = this;
    const { model, strings } = core;
    if (model.fixedOrder !== undefined && model.fixedOrder !== null) {
      core.notify(model.fixedOrder);
      return;
    }
    if (!movesAnything(spans, to)) return;
    const { selection } = core;
    if (!core.apply({ type: 'moveRows', spans, to })) return;
    const first = rowAfterMove(spans, to);
    this.#selectMoved(selection, spans, first);
    core.announce(fill(strings.rowsMoved, countRows(spans), model.rowLabel(first)));
  }

  /** Shift+Alt+Down selects the copies, Shift+Alt+Up the rows themselves, as in a text. */
  duplicate(step: 1 | -1): void {
    const { core } = this;
    const { spans } = this;
    const { selection, model } = core;
    if (spans.length === 0) return;
    if (!core.apply({ type: 'duplicateRows', spans })) return;
    const [first] = spans;
    // In another order than the file's the copies may stand anywhere.
    const isFileOrder = model.fixedOrder === undefined || model.fixedOrder === null;
    if (isFileOrder && spans.length === 1)
      this.#selectMoved(selection, spans, step === 1 ? first!.at + first!.count : first!.at);
    core.announce(fill(core.strings.rowsDuplicated, countRows(spans)));
  }

  /** One block that was one before keeps its columns; several are whole rows together now. */
  #selectMoved(before: Selection, spans: readonly RowSpan[], first: number): void {
    const { core } = this;
    const count = countRows(spans);
    if (spans.length > 1 || before.ranges.length > 1) {
      core.select(selectRows(first, first + count - 1, core.bounds), {
        row: first,
        column: core.active.column,
      });
      return;
    }
    const by = first - spans[0]!.at;
    const active = { row: before.active.row + by, column: before.active.column };
    const head = { row: before.head.row + by, column: before.head.column };
    const ranges = before.ranges.map((range) => ({
      ...range,
      top: range.top + by,
      bottom: range.bottom + by,
    }));
    core.select({ ...before, active, head, ranges }, active);
  }
}
