import { formatCount } from '../../format';
import { quotient, sumLess } from '../exact';
import { whyNoAmount } from '../given';
import { defined, isDefined, undefinedFor } from '../result';
import type { MetricResult, Undefined } from '../result';

/** How many customers left for a reason; null is a blank cell, which is unknown and left out. */
export interface ReasonCount {
  readonly name: string;
  readonly count: number | null;
}

/** A reason's place among the others. */
export interface ReasonShare {
  readonly name: string;
  readonly count: number;
  /** Of all lost customers where their number is known and not exceeded, else of those with a reason. */
  readonly share: number;
  /** Its share and those of all bigger reasons. */
  readonly cumulative: number;
  /** True for the biggest reasons up to and including the one that reaches the 80 % line. */
  readonly vital: boolean;
}

/** Reasons by size, and what they leave unexplained. */
export interface ReasonPareto {
  readonly reasons: readonly ReasonShare[];
  /** Lost customers without a reason, or why their number is not known. */
  readonly unexplained: MetricResult;
  /** The number that shares are shares of. */
  readonly of: number;
}

/** The line of the Pareto rule. */
export const PARETO_LINE = 0.8;

/**
 * Churn reasons as a Pareto: by count, the biggest first, equal ones by name, with cumulative shares and the few that
 * make up 80 %. Customers lost without a reason stay in the total, so an unexplained rest is never hidden; where it is
 * above 20 %, no reason reaches the line with those before it and all count as vital.
 *
 * @param lost all customers lost, or null where it is not known. Reasons beyond it leave `unexplained` undefined.
 *
 * @example
 * reasonPareto([{ name: 'price', count: 6 }, { name: 'unused', count: 3 }], 10).unexplained; // { value: 1 }
 */
export function reasonPareto(reasons: readonly ReasonCount[], lost: number | null): ReasonPareto | Undefined {
  const known = reasons.filter((reason): reason is { name: string; count: number } => reason.count !== null);
  for (const { name, count } of known) {
    const why = whyNoAmount(name, count);
    if (why !== null) return why;
  }
  if (known.length === 0) return undefinedFor('blank', 'No reason has a number.');
  const named = known.reduce((sum, { count }) => sumLess(sum, count, 0, 0), 0);
  const unexplained = unexplainedOf(named, lost);
  const of = isDefined(unexplained) ? lost! : named;
  if (of === 0) return undefinedFor('zero-denominator', 'Nobody was lost.');
  let reached = 0;
  const sorted = [...known].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const shares = sorted.map(({ name, count }): ReasonShare => {
    const vital = count > 0 && quotient(reached, of) < PARETO_LINE;
    reached = sumLess(reached, count, 0, 0);
    return { name, count, share: quotient(count, of), cumulative: quotient(reached, of), vital };
  });
  return { reasons: shares, unexplained, of };
}

function unexplainedOf(named: number, lost: number | null): MetricResult {
  if (lost === null) return undefinedFor('blank', 'Lost is not known, so neither is what the reasons leave.');
  const why = whyNoAmount('lost', lost);
  if (why !== null) return why;
  const rest = sumLess(lost, 0, 0, named);
  return rest < 0
    ? undefinedFor(
        'out-of-range',
        `The reasons add up to ${formatCount(named)}, but only ${formatCount(lost)} were lost. Check both.`,
      )
    : defined(rest);
}
