import type { ColumnId, RetentionDocument } from '../document/types';
import { heldOf } from '../metrics/customer';
import type { PeriodCounts } from '../metrics/evaluation';
import { sumLess } from '../metrics/exact';
import { balanceError, deriveCounts, invalidCount } from '../metrics/identity';
import { Flag } from './flags';

/** The columns of the five counts, in the order of `RowTable.counts`. */
export const COUNT_COLUMNS = [
  'start',
  'new',
  'lost',
  'end',
  'reactivated',
] as const satisfies readonly ColumnId[];

/** A row's five counts with the missing one derived. */
export function countsOf(document: RetentionDocument, row: number): PeriodCounts {
  return deriveCounts({
    start: document.number(row, 'start'),
    new: document.number(row, 'new'),
    lost: document.number(row, 'lost'),
    end: document.number(row, 'end'),
    reactivated: document.number(row, 'reactivated'),
  }).counts;
}

/** The checks a row passes or fails by itself: R501, R502, R503, R505 and R506 as bits of `Flag`. */
export function ownFlags(document: RetentionDocument, row: number, counts: PeriodCounts): number {
  let flags = 0;
  const error = balanceError(counts);
  if (error !== null && error !== 0) flags |= Flag.balance;

  const held = invalidCount(counts) === null ? heldOf(counts, document.settings.method) : null;
  const { start, lost } = counts;
  if (start !== null && start > 0 && held !== null) {
    if (held < 0 || held > start) flags |= Flag.range;
  } else if (hasCountColumns(document) && !hasBadCount(document, row, counts)) {
    flags |= Flag.incomputable;
  }

  const reasons = reasonsOf(document, row);
  if (reasons !== null && lost !== null && reasons > lost) flags |= Flag.reasons;
  const losses = revenueLossesOf(document, row);
  const revenue = document.number(row, 'start_mrr');
  if (losses !== null && revenue !== null && losses > revenue) flags |= Flag.revenue;
  return flags;
}

/** Sum of the row's reasons; null when it gives none. */
export function reasonsOf(document: RetentionDocument, row: number): number | null {
  let sum: number | null = null;
  for (const column of document.reasonColumns) {
    const count = document.numberAt(row, column.index);
    if (count !== null) sum = sum === null ? count : sumLess(sum, count, 0, 0);
  }
  return sum;
}

/** Contraction and churned revenue together; null when the row gives neither. */
export function revenueLossesOf(document: RetentionDocument, row: number): number | null {
  const contraction = document.number(row, 'contraction');
  const churned = document.number(row, 'churned_mrr');
  if (contraction === null && churned === null) return null;
  return sumLess(contraction ?? 0, churned ?? 0, 0, 0);
}

/** A table of revenue or notes only has no retention of customers to ask for. */
function hasCountColumns(document: RetentionDocument): boolean {
  return COUNT_COLUMNS.some((id) => document.column(id) !== null);
}

/** A count that is written but is no valid number is reported at its cell, which says more than "not computable". */
function hasBadCount(document: RetentionDocument, row: number, counts: PeriodCounts): boolean {
  if (invalidCount(counts) !== null) return true;
  for (const id of COUNT_COLUMNS) {
    const column = document.column(id);
    if (column === null || document.number(row, id) !== null) continue;
    if (document.cellText(row, column.index).trim() !== '') return true;
  }
  return false;
}
