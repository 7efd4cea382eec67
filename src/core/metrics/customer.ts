/**
 * The rates of one period from its five counts. Every function takes the counts after `deriveCounts`, returns shares
 * (0.8, not 80) and never a number that does not exist.
 *
 * Letters in the formulas: S start, N new, L lost, E end, R reactivated (customers won back; blank reads as 0).
 */
import type { Method } from '../document/types';
import { formatCount } from '../format';
import type { PeriodCounts } from './evaluation';
import { quotient, sumLess } from './exact';
import { capital, invalidCount } from './identity';
import { defined, undefinedFor } from './result';
import type { MetricResult, Undefined } from './result';

/**
 * How many of the customers of the start are still there: the numerator of the retention rate ("held").
 *
 * - `classic`: E − N − R
 * - `with-reactivated`: E − N, so that customers won back count as kept
 * - `lost`: S − L
 *
 * On a row that balances the first and the last are the same number. On one that does not, the method decides which
 * counts are believed: `classic` believes end, new and reactivated. Where those are unknown, the identity gives the
 * same number from start and lost.
 *
 * @example
 * retained({ start: 500, new: 50, lost: 100, end: 450, reactivated: null }, 'classic'); // { value: 400 }
 */
export function retained(counts: PeriodCounts, method: Method = 'classic'): MetricResult {
  const invalid = invalidCount(counts);
  if (invalid !== null) return invalid;
  const held = heldOf(counts, method);
  return held === null ? whyNotRetained(counts, method) : defined(held);
}

/**
 * Customer retention rate: the share of the customers of the start that are still there at the end.
 *
 *     CRR = (E − N − R) / S
 *
 * The quotient of two whole numbers is rounded once, so 400 of 500 is exactly 0.8. Above 1 (comebacks that were not
 * counted) and below 0 (losses among the new customers) are shown as they are; diagnostics say so.
 * Undefined for S = 0, and from S and E alone: 100 → 99 may hide 21 lost and 20 won.
 *
 * Source: the definition of HubSpot's and crowdspring's guides; (E − N)/S where nobody comes back.
 *
 * @example
 * crr({ start: 500, new: 50, lost: 100, end: 450, reactivated: null }); // { value: 0.8 }
 */
export function crr(counts: PeriodCounts, method: Method = 'classic'): MetricResult {
  const why = whyNoRate(counts, method);
  return why ?? defined(quotient(heldOf(counts, method)!, counts.start!));
}

/**
 * Customer (logo) churn rate, the opposite of the retention rate by the same method.
 *
 *     churn = 1 − CRR = (S − held) / S        (classic, on a row that balances: L / S)
 *
 * Computed as one quotient, so that a retention of 0.8 leaves 0.2 and not 0.19999999999999996.
 *
 * Source: ChartMogul, Baremetrics.
 *
 * @example
 * churn({ start: 500, new: 50, lost: 100, end: 450, reactivated: null }); // { value: 0.2 }
 */
export function churn(counts: PeriodCounts, method: Method = 'classic'): MetricResult {
  const why = whyNoRate(counts, method);
  if (why !== null) return why;
  const start = counts.start!;
  return defined(quotient(sumLess(start, 0, 0, heldOf(counts, method)!), start));
}

/**
 * Customers at the end for each customer at the start: E / S. Not a retention rate: 100 → 99 is 0.99 with 1 lost as
 * well as with 21 lost and 20 won.
 *
 * @example
 * endStartRatio({ start: 100, new: null, lost: null, end: 99, reactivated: null }); // { value: 0.99 }
 */
export function endStartRatio(counts: PeriodCounts): MetricResult {
  const why = invalidCount(counts) ?? whyBlank(counts, ['start', 'end']);
  if (why !== null) return why;
  return counts.start === 0 ? undefinedFor('start-is-zero') : defined(quotient(counts.end!, counts.start!));
}

/**
 * Customers at the end more than at the start: E − S, negative when there are fewer.
 *
 * @example
 * netGrowth({ start: 100, new: 15, lost: 10, end: 105, reactivated: null }); // { value: 5 }
 */
export function netGrowth(counts: PeriodCounts): MetricResult {
  const why = invalidCount(counts) ?? whyBlank(counts, ['start', 'end']);
  return why ?? defined(sumLess(counts.end!, 0, 0, counts.start!));
}

/**
 * Net growth as a share of the start: (E − S) / S. Some pages call (S − E)/S churn; that is right only without new
 * customers.
 *
 * @example
 * growthRate({ start: 500, new: 50, lost: 100, end: 450, reactivated: null }); // { value: -0.1 }
 */
export function growthRate(counts: PeriodCounts): MetricResult {
  const why = invalidCount(counts) ?? whyBlank(counts, ['start', 'end']);
  if (why !== null) return why;
  if (counts.start === 0) return undefinedFor('start-is-zero');
  return defined(quotient(sumLess(counts.end!, 0, 0, counts.start!), counts.start!));
}

/**
 * Why one of these counts is blank, or null when all are there.
 *
 * @example
 * whyBlank({ start: 100, new: 0, lost: null, end: null, reactivated: null }, ['start', 'end'])?.reason; // 'blank'
 */
export function whyBlank(counts: PeriodCounts, names: readonly (keyof PeriodCounts)[]): Undefined | null {
  const missing = names.filter((name) => counts[name] === null);
  if (missing.length === 0) return null;
  const verb = missing.length === 1 ? 'is' : 'are';
  return undefinedFor('blank', `${capital(missing.join(' and '))} ${verb} blank, which means unknown.`);
}

/** Held customers by a method, or null where the counts do not tell. Allocates nothing. */
export function heldOf(counts: PeriodCounts, method: Method): number | null {
  const { start, new: joined, lost, end } = counts;
  const reactivated = counts.reactivated ?? 0;
  switch (method) {
    case 'classic':
      if (end !== null && joined !== null) return sumLess(end, -joined, 0, reactivated);
      return start !== null && lost !== null ? sumLess(start, 0, 0, lost) : null;
    case 'with-reactivated':
      if (end !== null && joined !== null) return sumLess(end, 0, 0, joined);
      return start !== null && lost !== null ? sumLess(start, reactivated, 0, lost) : null;
    case 'lost':
      return start !== null && lost !== null ? sumLess(start, 0, 0, lost) : null;
  }
}

function whyNoRate(counts: PeriodCounts, method: Method): Undefined | null {
  const invalid = invalidCount(counts);
  if (invalid !== null) return invalid;
  if (counts.start === null) return whyBlank(counts, ['start']);
  if (counts.start === 0) return undefinedFor('start-is-zero');
  return heldOf(counts, method) === null ? whyNotRetained(counts, method) : null;
}

function whyNotRetained(counts: PeriodCounts, method: Method): Undefined {
  const { start, new: joined, lost, end } = counts;
  if (start !== null && end !== null && joined === null && lost === null) {
    return undefinedFor('new-and-lost-unknown', newAndLostUnknown(start, end));
  }
  const missing = (['start', 'new', 'lost', 'end'] as const).filter((name) => counts[name] === null);
  const remedy =
    method === 'lost' || (joined === null && end === null)
      ? 'Enter lost.'
      : `Enter lost or ${joined === null ? 'new' : 'end'}.`;
  const verb = missing.length === 1 ? 'is' : 'are';
  return undefinedFor(
    'blank',
    `${capital(missing.join(' and '))} ${verb} blank, so nobody knows how many stayed. ${remedy}`,
  );
}

/** "100 → 99 may hide 21 lost and 20 won": an example with the user's own numbers. */
function newAndLostUnknown(start: number, end: number): string {
  const turnover = Math.max(1, Math.round(start / 5));
  const won = end >= start ? sumLess(turnover, end, 0, start) : turnover;
  const lost = end >= start ? turnover : sumLess(turnover, start, 0, end);
  const [from, to] = [formatCount(start), formatCount(end)];
  return (
    `Start and end alone do not tell who stayed: ${from} → ${to} may hide ` +
    `${formatCount(lost)} lost and ${formatCount(won)} won. Enter new or lost.`
  );
}
