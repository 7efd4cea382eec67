import type { RetentionDocument } from '../../../core';
import { nextPeriodText } from '../../../core';

/** What a row appended to the table most probably is. Texts as typed; '' where nothing can be said. */
export interface NewRow {
  readonly period: string;
  readonly segment: string;
}

/** Rows looked back at to see how a period's segments are laid out. */
const LOOK_BACK = 500;

/**
 * The row that comes next: the period after the last one. Where the last rows list the segments of each
 * period one after the other, first the segments that the last period still lacks.
 *
 * @example
 * // 2024-01 SMB, 2024-01 Enterprise, 2024-02 SMB
 * nextRow(document); // { period: '2024-02', segment: 'Enterprise' }
 */
export function nextRow(document: RetentionDocument): NewRow {
  const periodColumn = document.column('period');
  const last = document.rowCount - 1;
  if (periodColumn === null || last < 0) return { period: '', segment: '' };
  const periodOf = (row: number): string => document.cellText(row, periodColumn.index).trim();
  const period = periodOf(last);
  const following = nextPeriodText(period) ?? '';
  if (document.column('segment') === null) return { period: following, segment: '' };

  const current = segmentsBack(document, last, periodOf);
  const before = segmentsBack(document, last - current.length, periodOf);
  const pattern = before.length === 0 ? current : before;
  const missing = pattern[current.length];
  const follows = current.every((segment, index) => segment === pattern[index]);
  if (follows && missing !== undefined) return { period, segment: missing };
  return { period: following, segment: pattern[0] ?? '' };
}

/** The segments of the run of rows that share the period of row `last`, in file order. */
function segmentsBack(
  document: RetentionDocument,
  last: number,
  periodOf: (row: number) => string,
): readonly string[] {
  const segments: string[] = [];
  if (last < 0) return segments;
  const period = periodOf(last);
  for (let row = last; row >= 0 && row > last - LOOK_BACK && periodOf(row) === period; row--) {
    segments.unshift(document.segment(row));
  }
  return segments;
}
