import type { LiveNotebook } from '../../core';
import { formatPercent } from '../../core';
import type { RowSpan } from '../rows';
import { groupPeriods, groupRows } from './rowGroups';
import type { RowGroup, RowGroups } from './rowGroups';
import { text } from './text';
import type { OutlineItem } from './types';

/** More rows are listed by what they have in common, not one by one. */
const MOST_ROWS = 2000;
/** Where nothing groups them, so many rows are one entry at least. */
const ROWS_OF_BLOCK = 1000;

/** The rows of the table: one by one, or in groups where there are several. */
export function outlineRows(notebook: LiveNotebook): readonly OutlineItem[] {
  const { document } = notebook;
  const { rowCount } = document;
  if (rowCount === 0) return [];
  const { by, groups } = groupRows(document);
  const all = { first: 0, end: rowCount };
  if (rowCount <= MOST_ROWS) {
    if (groups.length < 2) return rowItems(notebook, all, by);
    return groups.map((group) => groupItem(notebook, group, by, rowItems(notebook, group, by)));
  }
  if (groups.length < 1 || groups.length > MOST_ROWS) return blocks(notebook);
  const periods = periodsOf(notebook, groups);
  return groups.map((group, index) => {
    const items = (periods?.[index] ?? []).map(({ name, first, end }) =>
      item(notebook, { first, end }, 'row', nameOr(name, text.noPeriod), text.rows(end - first)),
    );
    return groupItem(notebook, group, by, items);
  });
}

/** The periods of each group, or null when they are too many to be read. Then it costs that many rows, not all. */
function periodsOf({ document }: LiveNotebook, groups: readonly RowGroup[]): (readonly RowGroup[])[] | null {
  const periods: (readonly RowGroup[])[] = [];
  let left = MOST_ROWS;
  for (const group of groups) {
    const found = groupPeriods(document, group, left);
    if (found === null) return null;
    left -= found.length;
    periods.push(found);
  }
  return periods;
}

function groupItem(
  notebook: LiveNotebook,
  group: RowGroup,
  by: RowGroups['by'],
  children: readonly OutlineItem[],
): OutlineItem {
  const name = nameOr(group.name, by === 'segment' ? text.allCustomers : text.noPeriod);
  return item(notebook, group, 'group', name, text.rows(group.end - group.first), children);
}

function rowItems(
  notebook: LiveNotebook,
  { first, end }: RowSpan,
  by: RowGroups['by'],
): readonly OutlineItem[] {
  const { document } = notebook;
  const column = document.column('period');
  return Array.from({ length: end - first }, (_, index) => {
    const row = first + index;
    const period = column === null ? '' : document.cellText(row, column.index).trim();
    const segment = by === 'segment' ? '' : document.segment(row);
    const name = [period === '' ? text.row(row + 1) : period, ...(segment === '' ? [] : [segment])].join(
      ' · ',
    );
    const crr = notebook.figure(row, 'crr');
    return item(notebook, { first: row, end: row + 1 }, 'row', name, crr === null ? '' : formatPercent(crr));
  });
}

/** Equal parts of the table, for rows that have nothing in common. */
function blocks(notebook: LiveNotebook): readonly OutlineItem[] {
  const { rowCount } = notebook.document;
  const size = Math.max(ROWS_OF_BLOCK, Math.ceil(rowCount / MOST_ROWS));
  return Array.from({ length: Math.ceil(rowCount / size) }, (_, index) => {
    const first = index * size;
    const end = Math.min(rowCount, first + size);
    return item(notebook, { first, end }, 'group', text.rowsFrom(first + 1, end), '');
  });
}

function item(
  { document }: LiveNotebook,
  { first, end }: RowSpan,
  kind: 'group' | 'row',
  name: string,
  detail: string,
  children: readonly OutlineItem[] = [],
): OutlineItem {
  const nameRange = document.rowRange(first);
  const range = { start: nameRange.start, end: document.rowRange(end - 1).end };
  return { kind, name, detail, range, nameRange, children };
}

function nameOr(name: string | null, other: string): string {
  return name === null || name === '' ? other : name;
}
