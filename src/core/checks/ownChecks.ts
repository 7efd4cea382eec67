import type { Column, ColumnId, RetentionDocument } from '../document/types';
import type { PeriodCounts } from '../metrics/evaluation';
import { sumLess } from '../metrics/exact';
import { deriveCounts } from '../metrics/identity';
import type { RowCounts } from '../metrics/rowCounts';
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

/**
 * The checks a row passes or fails by itself: R501, R502, R503, R505 and R506. It remembers which columns there are,
 * so it serves a document until its header or its settings change.
 */
export class OwnChecks {
  private readonly countColumns: readonly Column[];
  private readonly hasReasons: boolean;
  private readonly hasRevenue: boolean;
  private readonly wonBackAreKept: boolean;

  constructor(private readonly document: RetentionDocument) {
    this.countColumns = COUNT_COLUMNS.map((id) => document.column(id)).filter((column) => column !== null);
    this.hasReasons = document.reasonColumns.length > 0;
    this.hasRevenue = document.column('start_mrr') !== null;
    this.wonBackAreKept = document.settings.method === 'with-reactivated';
  }

  /** The failed checks of a row as bits of `Flag`; `counts` are those of the row. */
  flagsOf(row: number, { start, lost, held, error, reactivated }: RowCounts): number {
    const { document } = this;
    let flags = error === 0 ? 0 : Flag.balance;
    if (start > 0 && !Number.isNaN(held)) {
      // Where those won back count as kept, more may be kept than there were.
      const most = this.wonBackAreKept && reactivated > 0 ? sumLess(start, reactivated, 0, 0) : start;
      if (held < 0 || held > most) flags |= Flag.range;
    } else if (this.asksForRetention(row)) {
      flags |= Flag.incomputable;
    }

    if (this.hasReasons) {
      const reasons = reasonsOf(document, row);
      if (reasons !== null && reasons > lost) flags |= Flag.reasons;
    }
    if (this.hasRevenue) {
      const losses = revenueLossesOf(document, row);
      const revenue = document.number(row, 'start_mrr');
      if (losses !== null && revenue !== null && losses > revenue) flags |= Flag.revenue;
    }
    return flags;
  }

  /**
   * False for a table of revenue or notes only, which has no customers to ask for, and where a count is written but is
   * no valid number: its own problem says more than "not computable".
   */
  private asksForRetention(row: number): boolean {
    const { countColumns, document } = this;
    const isReadable = ({ index }: Column): boolean =>
      document.numberAt(row, index) !== null || document.cellText(row, index).trim() === '';
    return countColumns.length > 0 && countColumns.every(isReadable);
  }
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
