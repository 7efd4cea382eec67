import type { RowSpan } from './types';

/**
 * Where rows go by one step: before which row they are put, or null when they are at the border already.
 * Several blocks of rows are gathered at the first (upwards) or last (downwards) of them.
 *
 * @example
 * stepTarget([{ at: 3, count: 2 }], 1, 10); // 6: row 5 goes above them
 */
export function stepTarget(spans: readonly RowSpan[], step: 1 | -1, rowCount: number): number | null {
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return null;
  if (step === -1) return first.at > 0 ? first.at - 1 : null;
  const end = last.at + last.count;
  return end < rowCount ? end + 1 : null;
}

/** The number of the first moved row after a move before row `to`. */
export function rowAfterMove(spans: readonly RowSpan[], to: number): number {
  return spans.reduce((row, { at, count }) => row - Math.max(0, Math.min(count, to - at)), to);
}

/** False when every row is there already. */
export function movesAnything(spans: readonly RowSpan[], to: number): boolean {
  const [only, second] = spans;
  return only !== undefined && (second !== undefined || to < only.at || to > only.at + only.count);
}

export function countRows(spans: readonly RowSpan[]): number {
  return spans.reduce((sum, { count }) => sum + count, 0);
}
