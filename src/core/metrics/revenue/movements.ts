/**
 * Recurring revenue of one period and what moved it. Amounts are money per period, all 0 or more: losses are positive
 * numbers. An amount that is `undefined` belongs to a column the table does not have, null is a blank cell.
 */
import type { ColumnId } from '../../document/types';
import { quotient, sumLess } from '../exact';
import { firstOf, whyMissing } from '../given';
import type { Optional } from '../given';
import { defined, undefinedFor } from '../result';
import type { MetricResult, Undefined } from '../result';

/** Recurring revenue at the start of a period and its movements. */
export interface RevenueMovements {
  /** `start_mrr` */
  readonly start: Optional;
  /** `new_mrr` */
  readonly new: Optional;
  /** `reactivated_mrr`; 0 where it is absent or blank, as `reactivated` is among customers. */
  readonly reactivated: Optional;
  readonly expansion: Optional;
  readonly contraction: Optional;
  /** `churned_mrr` */
  readonly churned: Optional;
}

/** How net revenue retention is meant. */
export interface NetRevenueOptions {
  /** True where customers who came back count as kept (ChartMogul), false (the default) where not (Baremetrics). */
  readonly withReactivated?: boolean;
}

/** The columns of the movements, by which messages name them. */
const COLUMNS = {
  start: 'start_mrr',
  new: 'new_mrr',
  reactivated: 'reactivated_mrr',
  expansion: 'expansion',
  contraction: 'contraction',
  churned: 'churned_mrr',
} as const satisfies Readonly<Record<keyof RevenueMovements, ColumnId>>;

/** The columns of recurring revenue. */
export const REVENUE_IDS = Object.values(COLUMNS);

/**
 * Recurring revenue at the end, by the identity
 *
 *     end = start + new + reactivated + expansion − contraction − churned
 *
 * Source: Stripe's glossary of MRR movements.
 *
 * @example
 * endRevenue({ start: 100, new: 20, reactivated: null, expansion: 5, contraction: 3, churned: 7 }); // { value: 115 }
 */
export function endRevenue(movements: RevenueMovements): MetricResult {
  const why = whyNot(movements, ['start', 'new', 'expansion', 'contraction', 'churned']);
  if (why !== null) return why;
  const { start, new: joined, reactivated, expansion } = movements;
  const gained = sumLess(start!, joined!, reactivated ?? 0, 0);
  return defined(sumLess(gained, expansion!, 0, losses(movements)));
}

/**
 * By how much a stated end misses the identity: end − (start + new + reactivated + expansion − contraction − churned).
 * Positive: a gain is missing; negative: a loss is missing, or exchange rates moved.
 *
 * @example
 * revenueBalanceError({ start: 100, new: 20, reactivated: 0, expansion: 5, contraction: 3, churned: 7 }, 120);
 * // { value: 5 }
 */
export function revenueBalanceError(movements: RevenueMovements, end: Optional): MetricResult {
  const expected = endRevenue(movements);
  if (expected.value === null) return expected;
  return whyMissing('the revenue at the end', end) ?? defined(sumLess(end!, 0, 0, expected.value));
}

/**
 * Gross revenue retention (GRR): (start − contraction − churned) / start, from 0 to 1.
 *
 * Gains never enter it. A customer who upgraded and then left within the period loses more than the start knew
 * ($500 became $1 379 and left: 275.8 %), so the losses are capped at the start.
 *
 * Source: SaaS Capital; Baremetrics, "Improved revenue churn calculation", for the cap.
 *
 * @example
 * grossRevenueRetention({ start: 20000, churned: 1200, contraction: 800, expansion: 3000, new: 0, reactivated: 0 });
 * // { value: 0.9 }
 */
export function grossRevenueRetention(movements: RevenueMovements): MetricResult {
  const why = whyNot(movements, ['start', 'contraction', 'churned']) ?? whyNoStart(movements);
  if (why !== null) return why;
  const start = movements.start!;
  return defined(quotient(Math.max(0, sumLess(start, 0, 0, losses(movements))), start));
}

/**
 * Net revenue retention (NRR): (start + expansion − contraction − churned) / start. Above 1 where the customers of the
 * start grew by more than was lost.
 *
 * Source: Baremetrics (without reactivation); ChartMogul (with it).
 *
 * @example
 * netRevenueRetention({ start: 20000, churned: 1200, contraction: 800, expansion: 3000, new: 0, reactivated: 0 });
 * // { value: 1.05 }
 */
export function netRevenueRetention(
  movements: RevenueMovements,
  { withReactivated = false }: NetRevenueOptions = {},
): MetricResult {
  const why = whyNot(movements, ['start', 'expansion', 'contraction', 'churned']) ?? whyNoStart(movements);
  if (why !== null) return why;
  const { start, expansion, reactivated } = movements;
  const back = withReactivated ? (reactivated ?? 0) : 0;
  return defined(quotient(sumLess(start!, expansion!, back, losses(movements)), start!));
}

/**
 * Gross revenue churn: (contraction + churned) / start = 1 − GRR, capped at 1 like it.
 *
 * @param options.capped false for the share as it is, which may exceed 1.
 *
 * Source: Baremetrics.
 *
 * @example
 * grossRevenueChurn({ start: 500, churned: 1379, contraction: 0, expansion: 0, new: 0, reactivated: 0 }); // { value: 1 }
 */
export function grossRevenueChurn(
  movements: RevenueMovements,
  { capped = true }: { readonly capped?: boolean } = {},
): MetricResult {
  const why = whyNot(movements, ['start', 'contraction', 'churned']) ?? whyNoStart(movements);
  if (why !== null) return why;
  const share = quotient(losses(movements), movements.start!);
  return defined(capped ? Math.min(1, share) : share);
}

/**
 * Net revenue churn: (contraction + churned − expansion) / start = 1 − NRR. Negative where expansion outweighs losses.
 *
 * Source: Baremetrics.
 *
 * @example
 * netRevenueChurn({ start: 20000, churned: 1200, contraction: 800, expansion: 3000, new: 0, reactivated: 0 });
 * // { value: -0.05 }
 */
export function netRevenueChurn(
  movements: RevenueMovements,
  { withReactivated = false }: NetRevenueOptions = {},
): MetricResult {
  const why = whyNot(movements, ['start', 'expansion', 'contraction', 'churned']) ?? whyNoStart(movements);
  if (why !== null) return why;
  const back = withReactivated ? (movements.reactivated ?? 0) : 0;
  const gained = sumLess(movements.expansion!, back, 0, 0);
  return defined(quotient(sumLess(losses(movements), 0, 0, gained), movements.start!));
}

/**
 * Quick ratio: (new + expansion) / (contraction + churned), revenue won for each unit of revenue lost. "At least 4" is a
 * rule of thumb.
 *
 * Source: Baremetrics; getprobe.
 *
 * @example
 * quickRatio({ start: 100, new: 30, reactivated: 0, expansion: 10, contraction: 4, churned: 6 }); // { value: 4 }
 */
export function quickRatio(movements: RevenueMovements): MetricResult {
  const why = whyNot(movements, ['new', 'expansion', 'contraction', 'churned']);
  if (why !== null) return why;
  const lost = losses(movements);
  if (lost === 0)
    return undefinedFor('zero-denominator', 'No losses: no revenue was lost, so there is no ratio to it.');
  return defined(quotient(sumLess(movements.new!, movements.expansion!, 0, 0), lost));
}

function losses({ contraction, churned }: RevenueMovements): number {
  return sumLess(contraction!, churned!, 0, 0);
}

/** `reactivated` may be absent or blank, but not negative. */
function whyNot(movements: RevenueMovements, names: readonly (keyof RevenueMovements)[]): Undefined | null {
  return firstOf(
    ...names.map((name) => whyMissing(COLUMNS[name], movements[name])),
    whyMissing(COLUMNS.reactivated, movements.reactivated ?? 0),
  );
}

function whyNoStart({ start }: RevenueMovements): Undefined | null {
  return start === 0 ? undefinedFor('start-is-zero', 'start_mrr is 0: nothing could be kept or lost.') : null;
}
