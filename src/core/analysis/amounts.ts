import type { ColumnId, RetentionDocument } from '../document/types';
import { toNumber } from '../metrics/exact';
import { CountSum } from '../metrics/exactSum';
import type { Optional } from '../metrics/given';
import type { RevenueMovements } from '../metrics/revenue/movements';

/** What an amount is read from. */
type AmountSource = Pick<RetentionDocument, 'column' | 'number'>;

/**
 * The sum of a column over rows, exact and rounded once: those of a period, which are several where all customers are
 * the sum of segments. Undefined when the table does not have the column, null when it is blank in one of the rows.
 *
 * @example
 * amountIn(document, [0, 1], 'returning'); // 120
 */
export function amountIn(document: AmountSource, rows: readonly number[], id: ColumnId): Optional {
  if (document.column(id) === null) return undefined;
  const sum = new CountSum();
  for (const row of rows) {
    const amount = document.number(row, id);
    if (amount === null || !Number.isFinite(amount)) return null;
    sum.add(amount);
  }
  return sum.wholeTotal ?? toNumber(sum.total());
}

/** Recurring revenue and what moved it, over rows. `reactivated_mrr` reads as 0 where it is blank. */
export function movementsIn(document: AmountSource, rows: readonly number[]): RevenueMovements {
  const filled: AmountSource = {
    column: (id) => document.column(id),
    number: (row, id) => document.number(row, id) ?? 0,
  };
  return {
    start: amountIn(document, rows, 'start_mrr'),
    new: amountIn(document, rows, 'new_mrr'),
    reactivated: amountIn(filled, rows, 'reactivated_mrr'),
    expansion: amountIn(document, rows, 'expansion'),
    contraction: amountIn(document, rows, 'contraction'),
    churned: amountIn(document, rows, 'churned_mrr'),
  };
}
