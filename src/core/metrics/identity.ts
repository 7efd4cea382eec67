import { formatCount } from '../format';
import type { PeriodCounts } from './evaluation';
import { sumLess } from './exact';
import { undefinedFor } from './result';
import type { Undefined } from './result';

/** The counts that follow from the other three by the identity; `reactivated` is 0 where it is blank. */
export type DerivableCount = 'start' | 'new' | 'lost' | 'end';

const DERIVABLE: readonly DerivableCount[] = ['start', 'new', 'lost', 'end'];
const NOTHING: readonly DerivableCount[] = [];
const ONLY: Readonly<Record<DerivableCount, readonly DerivableCount[]>> = {
  start: ['start'],
  new: ['new'],
  lost: ['lost'],
  end: ['end'],
};

/** The counts of a period with the one that follows from the others filled in. */
export interface DerivedCounts {
  readonly counts: PeriodCounts;
  readonly derived: readonly DerivableCount[];
  /** The count that would follow but cannot be right (negative), and why; null when there is none. */
  readonly refused: { readonly count: DerivableCount; readonly why: Undefined } | null;
}

/**
 * Fills in the one unknown of start, new, lost and end from `start + new + reactivated − lost = end`.
 *
 * A blank `reactivated` reads as 0. With two unknown nothing follows; with none nothing is changed, even when the
 * row does not balance, because which of the counts is wrong is for a person to say. A count that would come out
 * negative is refused: it would mean that another one is wrong.
 *
 * @example
 * deriveCounts({ start: 500, new: 50, lost: 100, end: null, reactivated: null }).counts.end; // 450
 */
export function deriveCounts(given: PeriodCounts): DerivedCounts {
  const unknown = onlyUnknown(given);
  if (unknown === null || invalidCount(given) !== null) {
    return { counts: given, derived: NOTHING, refused: null };
  }
  const value = solve(given, unknown);
  if (value < 0)
    return { counts: given, derived: NOTHING, refused: { count: unknown, why: refusal(unknown, value) } };
  return { counts: filledIn(given, unknown, value), derived: ONLY[unknown], refused: null };
}

/**
 * By how much the counts miss the identity: end − (start + new + reactivated − lost), or null while one is unknown.
 * Positive: perhaps new or reactivated customers are missing; negative: perhaps lost ones.
 *
 * @example
 * balanceError({ start: 10, new: 0, lost: 0, end: 11, reactivated: null }); // 1
 */
export function balanceError(counts: PeriodCounts): number | null {
  const { start, new: joined, lost, end, reactivated } = counts;
  if (start === null || joined === null || lost === null || end === null) return null;
  if (invalidCount(counts) !== null) return null;
  const expected = sumLess(start, joined, reactivated ?? 0, lost);
  return sumLess(end, 0, 0, expected);
}

/** Why the counts cannot be calculated with (one is negative or no number), or null when they can. */
export function invalidCount(counts: PeriodCounts): Undefined | null {
  for (const name of ['start', 'new', 'lost', 'end', 'reactivated'] as const) {
    const value = counts[name];
    if (value === null || isCount(value)) continue;
    return value < 0
      ? undefinedFor(
          'out-of-range',
          `${capital(name)} is ${formatCount(value)}: a count of customers cannot be negative.`,
        )
      : undefinedFor('not-a-number', `${capital(name)} is not a number.`);
  }
  return null;
}

/**
 * A result with the better reason: what is missing only because it was refused is not simply blank.
 *
 * @param refused why the missing count could not be derived, or null.
 */
export function explain<T extends object>(result: T, refused: Undefined | null): T | Undefined {
  return refused !== null && 'reason' in result && result.reason === 'blank' ? refused : result;
}

/** `lost` → `Lost`, for the start of a sentence. */
export function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function isCount(value: number | null): boolean {
  return value === null || (value >= 0 && value < Infinity);
}

function onlyUnknown(counts: PeriodCounts): DerivableCount | null {
  let unknown: DerivableCount | null = null;
  for (const name of DERIVABLE) {
    if (counts[name] !== null) continue;
    if (unknown !== null) return null;
    unknown = name;
  }
  return unknown;
}

/** Written out, because a spread with a computed key costs more than all the arithmetic. */
function filledIn(given: PeriodCounts, unknown: DerivableCount, value: number): PeriodCounts {
  return {
    start: unknown === 'start' ? value : given.start,
    new: unknown === 'new' ? value : given.new,
    lost: unknown === 'lost' ? value : given.lost,
    end: unknown === 'end' ? value : given.end,
    reactivated: given.reactivated,
  };
}

/** The counts that are unknown are never read for the one asked. */
function solve(counts: PeriodCounts, unknown: DerivableCount): number {
  const start = counts.start ?? 0;
  const joined = counts.new ?? 0;
  const lost = counts.lost ?? 0;
  const end = counts.end ?? 0;
  const reactivated = counts.reactivated ?? 0;
  switch (unknown) {
    case 'end':
      return sumLess(start, joined, reactivated, lost);
    case 'lost':
      return sumLess(start, joined, reactivated, end);
    case 'start':
      return sumLess(end, lost, -joined, reactivated);
    case 'new':
      return sumLess(end, lost, -start, reactivated);
  }
}

function refusal(unknown: DerivableCount, value: number): Undefined {
  const others = [...DERIVABLE.filter((name) => name !== unknown), 'reactivated'];
  return undefinedFor(
    'does-not-balance',
    `${capital(unknown)} would be ${formatCount(value)}, which no count can be: check ${others.slice(0, -1).join(', ')} and reactivated.`,
  );
}
