import type { Method, Percent, RetentionDocument } from '../document/types';
import { crr, heldOf } from './customer';
import type { PeriodCounts } from './evaluation';
import { quotient, sumLess, toNumber } from './exact';
import { CountSum } from './exactSum';
import { deriveCounts, invalidCount } from './identity';
import type { Retained } from './mean';
import { defined, isDefined, undefinedFor } from './result';
import type { MetricResult, Undefined } from './result';
import { countsOfRow } from './row';

/** What a segment, or all customers, did in one period. */
export interface PointValue {
  readonly counts: PeriodCounts;
  /** Who stayed, or null where that is unknown. */
  readonly retained: Retained | null;
  /** The period's own goal. */
  readonly goal: Percent | null;
  /** Why `retained` is unknown, where something better than "blank" can be said. */
  readonly because: Undefined | null;
}

/** What a row says about its period, with the missing count derived. */
export function readPoint(
  document: Pick<RetentionDocument, 'settings' | 'number' | 'goal'>,
  row: number,
): PointValue {
  const { counts, refused } = deriveCounts(countsOfRow(document, row));
  return {
    counts,
    retained: retainedOf(counts, document.settings.method),
    goal: document.goal(row),
    because: refused?.why ?? null,
  };
}

/** True when start, new, lost and end are all unknown: nothing was reported. */
export function isBlank({ start, new: joined, lost, end }: PeriodCounts): boolean {
  return start === null && joined === null && lost === null && end === null;
}

/** One segment's part of a period. */
export interface SegmentPart {
  readonly segment: string;
  readonly value: PointValue;
}

/**
 * All customers as the sum of segments. A count that is unknown in one of them is unknown in the sum; a blank
 * `reactivated` reads as 0. The segments' own goals are theirs alone.
 *
 * @param parts in the order of the file: the first one that is unknown explains the sum.
 */
export function sumOfSegments(parts: readonly SegmentPart[], method: Method): PointValue {
  const values = parts.map((part) => part.value);
  const unknown = parts.find(({ value }) => value.retained === null);
  const anyBack = values.some(({ counts }) => counts.reactivated !== null);
  return {
    counts: {
      start: sumOf(values, ({ counts }) => counts.start),
      new: sumOf(values, ({ counts }) => counts.new),
      lost: sumOf(values, ({ counts }) => counts.lost),
      end: sumOf(values, ({ counts }) => counts.end),
      reactivated: anyBack ? sumOf(values, ({ counts }) => counts.reactivated ?? 0) : null,
    },
    retained:
      unknown === undefined
        ? {
            held: sumOf(values, ({ retained }) => retained!.held)!,
            start: sumOf(values, ({ retained }) => retained!.start)!,
          }
        : null,
    goal: null,
    because: unknown === undefined ? null : unknownSegment(unknown, method),
  };
}

/** The retention rate of a point, or why it has none. */
export function rateOfPoint(point: PointValue, method: Method): MetricResult {
  const { retained } = point;
  return retained === null || retained.start === 0
    ? whyNoRate(point, method)
    : defined(quotient(retained.held, retained.start));
}

/** The churn rate of a point: what its retention rate leaves. */
export function churnOfPoint(point: PointValue, method: Method): MetricResult {
  const { retained } = point;
  return retained === null || retained.start === 0
    ? whyNoRate(point, method)
    : defined(quotient(sumLess(retained.start, 0, 0, retained.held), retained.start));
}

function whyNoRate({ retained, counts, because }: PointValue, method: Method): Undefined {
  if (retained !== null) return undefinedFor('start-is-zero');
  if (because !== null) return because;
  const result = crr(counts, method);
  return isDefined(result) ? undefinedFor('blank') : result;
}

function retainedOf(counts: PeriodCounts, method: Method): Retained | null {
  if (counts.start === null || invalidCount(counts) !== null) return null;
  if (counts.start === 0) return NOBODY;
  const held = heldOf(counts, method);
  return held === null ? null : { held, start: counts.start };
}

const NOBODY: Retained = { held: 0, start: 0 };

/** The exact sum rounded once; null when one is unknown. */
function sumOf(values: readonly PointValue[], count: (value: PointValue) => number | null): number | null {
  const sum = new CountSum();
  for (const value of values) {
    const one = count(value);
    if (one === null || !Number.isFinite(one)) return null;
    sum.add(one);
  }
  return sum.wholeTotal ?? toNumber(sum.total());
}

function unknownSegment({ segment, value }: SegmentPart, method: Method): Undefined {
  const why = whyNoRate(value, method);
  return undefinedFor(why.reason, `Segment ${segment}: ${why.message}`);
}
