import type { RetentionDocument, TextRange } from '../core';

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
  const first = firstRow(document, (row) => document.rowRange(row).end >= start);
  return {
    first,
    end: Math.max(
      first,
      firstRow(document, (row) => document.rowRange(row).start > end),
    ),
  };
}

/** The first row for which a condition holds that holds for all rows after it, too; else the number of rows. */
function firstRow({ rowCount }: { readonly rowCount: number }, holds: (row: number) => boolean): number {
  let low = 0;
  let high = rowCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
