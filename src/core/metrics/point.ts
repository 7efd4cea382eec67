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

/** A row's place in the file: rows compare by it, and it may be renumbered as long as they still do. */
export interface RowPlace {
  order: number;
}

/** What a segment, or all customers, did in one period. */
export interface PointValue {
  readonly counts: PeriodCounts;
  /** Who stayed, or null where that is unknown. */
  readonly retained: Retained | null;
  /** The period's own goal. */
  readonly goal: Percent | null;
  /** Explains counts that are unknown better than "blank" does. */
  readonly because: (() => Undefined) | null;
  /** The period's first row in the file. */
  readonly place: Readonly<RowPlace>;
}

/** What a row says about its period, with the missing count derived. */
export function readPoint(
  document: Pick<RetentionDocument, 'settings' | 'number' | 'goal'>,
  row: number,
  place: RowPlace,
): PointValue {
  const { counts, refused } = deriveCounts(countsOfRow(document, row));
  return {
    counts,
    retained: retainedOf(counts, document.settings.method),
    goal: document.goal(row),
    because: refused === null ? null : () => refused.why,
    place,
  };
}

/** Of rows that say something about the same period and segment, the first in the file. */
export function firstOf(rows: readonly { readonly value: PointValue }[]): PointValue {
  return rows.map((row) => row.value).reduce((a, b) => (b.place.order < a.place.order ? b : a));
}

/** One segment's part of a period. */
export interface SegmentPart {
  readonly segment: string;
  readonly value: PointValue;
}

/**
 * All customers as the sum of segments. A count that is unknown in one of them is unknown in the sum; a blank
 * `reactivated` reads as 0. The segments' own goals are theirs alone.
 */
export function sumOfSegments(parts: readonly SegmentPart[], method: Method): PointValue {
  const unknown = parts.filter(({ value }) => value.retained === null);
  const sum = (count: (value: PointValue) => number | null): number | null => sumOf(parts, count);
  const anyBack = parts.some(({ value }) => value.counts.reactivated !== null);
  return {
    counts: {
      start: sum(({ counts }) => counts.start),
      new: sum(({ counts }) => counts.new),
      lost: sum(({ counts }) => counts.lost),
      end: sum(({ counts }) => counts.end),
      reactivated: anyBack ? sum(({ counts }) => counts.reactivated ?? 0) : null,
    },
    retained:
      unknown.length > 0
        ? null
        : {
            held: sum(({ retained }) => retained!.held)!,
            start: sum(({ retained }) => retained!.start)!,
          },
    goal: null,
    because: unknown.length === 0 ? null : () => unknownSegment(firstPart(unknown), method),
    place: firstPart(parts).value.place,
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
  if (because !== null) return because();
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

/** The exact sum rounded once, so that it does not depend on the order of the parts; null when one is unknown. */
function sumOf(parts: readonly SegmentPart[], count: (value: PointValue) => number | null): number | null {
  const sum = new CountSum();
  for (const { value } of parts) {
    const one = count(value);
    if (one === null || !Number.isFinite(one)) return null;
    sum.add(one);
  }
  return sum.wholeTotal ?? toNumber(sum.total());
}

function firstPart(parts: readonly SegmentPart[]): SegmentPart {
  return parts.reduce((a, b) => (b.value.place.order < a.value.place.order ? b : a));
}

function unknownSegment({ segment, value }: SegmentPart, method: Method): Undefined {
  const why = whyNoRate(value, method);
  return undefinedFor(why.reason, `Segment ${segment}: ${why.message}`);
}
