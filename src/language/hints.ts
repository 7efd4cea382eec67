import type { LiveNotebook, TextRange } from '../core';
import { formatCount, formatPercent, formatPoints } from '../core';
import { rowsIn } from './rows';
import { text } from './text';

/** The results of a row, shown behind its line without being part of the text. */
export interface RowHint {
  readonly row: number;
  /** Where the row ends. */
  readonly offset: number;
  readonly label: string;
}

/**
 * Retention, goal gap and missing customers of the rows in a range of the text. Costs those rows.
 *
 * @example
 * rowHints(LiveNotebook.open('period,start,new,lost,goal\n2024,500,50,100,85%\n'), { start: 0, end: 99 })[0]?.label;
 * // '80.0 % · −5.0 pt · 25 short'
 */
export function rowHints(notebook: LiveNotebook, range: TextRange): readonly RowHint[] {
  const { document } = notebook;
  const hints: RowHint[] = [];
  const { first, end } = rowsIn(document, range);
  for (let row = first; row < end; row++) {
    const label = labelOf(notebook, row);
    if (label !== null) hints.push({ row, offset: document.rowRange(row).end, label });
  }
  return hints;
}

/** Null for a row that says nothing about customers: one that is still to be typed, or is about revenue only. */
function labelOf(notebook: LiveNotebook, row: number): string | null {
  const { start, end, crr, gapPoints, customersShort, incomplete } = notebook.row(row);
  if (crr.value === null) return start === null && end === null ? null : text.hint.none;
  const rate = formatPercent(crr.value);
  const parts = [incomplete ? text.hint.soFar(rate) : rate];
  if (gapPoints.value !== null) parts.push(formatPoints(gapPoints.value));
  if (customersShort.value !== null && customersShort.value > 0) {
    parts.push(text.hint.short(formatCount(customersShort.value)));
  }
  return parts.join(' · ');
}
