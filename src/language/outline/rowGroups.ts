import type { RetentionDocument } from '../../core';
import { periodYear } from '../../core';
import type { RowSpan } from '../rows';

/** Rows that belong together and stand together. */
export interface RowGroup extends RowSpan {
  /** The segment (blank: all customers) or the year; null where no period says one. */
  readonly name: string | null;
}

/** How the rows are divided. */
export interface RowGroups {
  /** `segment` where each segment has its rows in one block, else `year`. */
  readonly by: 'segment' | 'year';
  readonly groups: readonly RowGroup[];
}

/** More groups are not made: neither an outline nor VS Code's folding takes more. */
export const MOST_GROUPS = 5000;

/**
 * The rows in groups, in the order of the file: by segment where each stands in one block, else by year. Costs a look at
 * every row.
 *
 * @example
 * groupRows(document); // { by: 'year', groups: [{ name: '2024', first: 0, end: 4 }] }
 */
export function groupRows(document: RetentionDocument): RowGroups {
  const bySegment = document.column('segment') === null ? null : blocksOfSegments(document);
  if (bySegment !== null) return { by: 'segment', groups: bySegment };
  let last: string | null = null;
  const groups = runs(document, (row) => {
    const period = document.period(row);
    // A row without a period stays with those above it.
    if (period !== null) last = String(periodYear(period)).padStart(4, '0');
    return last;
  });
  return { by: 'year', groups: groups ?? [] };
}

/** The blocks of the segments; null when they are a row each, or one of them stands in several places. */
function blocksOfSegments(document: RetentionDocument): readonly RowGroup[] | null {
  const groups = runs(document, (row) => document.segment(row));
  if (groups === null || groups.length < 2 || groups.length * 2 > document.rowCount) return null;
  return new Set(groups.map(({ name }) => name)).size === groups.length ? groups : null;
}

/** Neighbours of the same period; null when there are more than `most` of them. */
export function groupPeriods(
  document: RetentionDocument,
  { first, end }: RowSpan,
  most: number,
): readonly RowGroup[] | null {
  const column = document.column('period');
  if (column === null) return null;
  let before = '';
  let name = '';
  return runs(
    document,
    (row) => {
      const period = document.period(row);
      const key = period === null ? '' : `${period.firstDay}/${period.lastDay}`;
      if (key !== before || row === first) {
        before = key;
        name = document.cellText(row, column.index).trim();
      }
      return name;
    },
    { first, end },
    most,
  );
}

/** Rows next to each other of the same name; null when there are too many such runs. */
function runs(
  { rowCount }: RetentionDocument,
  nameOf: (row: number) => string | null,
  { first, end }: RowSpan = { first: 0, end: rowCount },
  most = MOST_GROUPS,
): readonly RowGroup[] | null {
  const groups: RowGroup[] = [];
  let begin = first;
  let name: string | null = null;
  for (let row = first; row < end; row++) {
    const next = nameOf(row);
    if (row > first && next === name) continue;
    if (row > first) groups.push({ name, first: begin, end: row });
    if (groups.length >= most) return null;
    begin = row;
    name = next;
  }
  if (end > first) groups.push({ name, first: begin, end });
  return groups;
}
