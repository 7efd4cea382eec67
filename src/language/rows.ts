import type { RetentionDocument, TextRange } from '../core';
import { firstIndex } from '../core';

/** Rows next to each other: `first` up to, but without, `end`. */
export interface RowSpan {
  readonly first: number;
  readonly end: number;
}

/**
 * The rows that a range of the text touches, with their first or last character at least. Costs the logarithm of the
 * number of rows.
 *
 * @example
 * rowsIn(parseDocument('period,start\n2024,1\n2025,2\n'), { start: 14, end: 15 }); // { first: 0, end: 1 }
 */
export function rowsIn(
  document: Pick<RetentionDocument, 'rowCount' | 'rowRange'>,
  { start, end }: TextRange,
): RowSpan {
  const first = firstIndex(document.rowCount, (row) => document.rowRange(row).end >= start);
  return {
    first,
    end: Math.max(
      first,
      firstIndex(document.rowCount, (row) => document.rowRange(row).start > end),
    ),
  };
}
