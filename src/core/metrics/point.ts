import type { Method, Percent, RetentionDocument } from '../document/types';
import { crr, heldOf } from './customer';
import type { PeriodCounts } from './evaluation';
import { quotient, sumLess } from './exact';
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
  const unknown = parts.find(({ value }) => value.retained === null);
  const sum = (name: keyof PeriodCounts): number | null => sumOfCounts(parts, name);
  return {
    counts: {
      start: sum('start'),
      new: sum('new'),
      lost: sum('lost'),
      end: sum('end'),
      reactivated: parts.every(({ value }) => value.counts.reactivated === null)
        ? null
        : parts.reduce((total, { value }) => sumLess(total, value.counts.reactivated ?? 0, 0, 0), 0),
    },
    retained:
      unknown === undefined
        ? parts.reduce(
            (total, { value }) => ({
              held: sumLess(total.held, value.retained!.held, 0, 0),
              start: sumLess(total.start, value.retained!.start, 0, 0),
            }),
            { held: 0, start: 0 },
          )
        : null,
    goal: null,
    because: unknown === undefined ? null : () => unknownSegment(unknown, method),
    place: parts.map(({ value }) => value.place).reduce((a, b) => (b.order < a.order ? b : a)),
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

function sumOfCounts(parts: readonly SegmentPart[], name: keyof PeriodCounts): number | null {
  let total = 0;
  for (const { value } of parts) {
    const count = value.counts[name];
    if (count === null) return null;
    total = sumLess(total, count, 0, 0);
  }
  return total;
}

function unknownSegment({ segment, value }: SegmentPart, method: Method): Undefined {
  const why = whyNoRate(value, method);
  return undefinedFor(why.reason, `Segment ${segment}: ${why.message}`);
}
