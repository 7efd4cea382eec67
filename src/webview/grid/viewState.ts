import type { GridCore } from './core';
import { clampWidth } from './layout';
import { selectCell, selectRange } from './selection';
import type { GridViewState } from './types';

/** Scroll, selection, widths and the open cell, as they are. */
export function readViewState(core: GridCore): GridViewState {
  const { geometry, selection, editor } = core;
  const row = Math.floor(geometry.top / geometry.rowHeight);
  return {
    top: { row, offset: geometry.top - row * geometry.rowHeight },
    left: geometry.left,
    active: selection.active,
    ranges: selection.ranges,
    widths: geometry.chosenWidths,
    draft: editor.draft,
  };
}

/** Takes the widths over; the columns have to be laid out after. */
export function restoreWidths({ geometry }: GridCore, { widths }: GridViewState): void {
  for (const [key, width] of widths) geometry.setWidth(key, clampWidth(width));
}

/** Selects and scrolls as it was, as far as the rows and columns are still there. */
export function restorePosition(core: GridCore, state: GridViewState): void {
  const { geometry } = core;
  const active = { row: state.active.row, column: state.active.column };
  const ranges = state.ranges.length > 0 ? state.ranges : selectCell(active).ranges;
  const current = selectRange(ranges.at(-1)!, active);
  core.select({ ...current, ranges: [...ranges.slice(0, -1), ...current.ranges] }, null);
  geometry.scrollTo(state.top.row * geometry.rowHeight + state.top.offset, state.left);
  core.redraw();
}
