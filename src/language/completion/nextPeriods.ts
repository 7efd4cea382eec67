import type { Period, RetentionDocument } from '../../core';
import { formatPeriod, lastCompletePeriod, nextPeriod, nextPeriodText } from '../../core';

/** So many rows before and behind a place are looked at. */
const LOOK = 1000;

/** A period that a new row can have, and the row that it goes on from. */
export interface NextPeriod {
  readonly period: string;
  /** '' for all customers. */
  readonly segment: string;
  /** The row of the segment's period before it, or null where there is none. */
  readonly after: number | null;
}

/** What the rows around a place say. */
export interface Neighbours {
  /** The nearest row above of each segment (below, where there is none), the nearest segment first. */
  readonly last: ReadonlyMap<string, number>;
  /** True when one of them is of the segment and the period. */
  readonly has: (segment: string, period: Period) => boolean;
}

/**
 * Looks at the rows around one, itself left out.
 *
 * @param row the row, or null for a row yet to be written
 * @param next the first row behind the place
 */
export function neighboursOf(document: RetentionDocument, row: number | null, next: number): Neighbours {
  const last = new Map<string, number>();
  const taken = new Set<string>();
  const look = (at: number): void => {
    const period = document.period(at);
    if (period === null) return;
    const segment = document.segment(at);
    if (!last.has(segment)) last.set(segment, at);
    taken.add(keyOf(segment, period));
  };
  for (let at = (row ?? next) - 1; at >= Math.max(0, next - LOOK); at--) look(at);
  for (let at = next; at < Math.min(document.rowCount, next + LOOK); at++) look(at);
  return { last, has: (segment, period) => taken.has(keyOf(segment, period)) };
}

function keyOf(segment: string, { firstDay, lastDay }: Period): string {
  return `${firstDay} ${lastDay} ${segment}`;
}

/**
 * For each segment the period that follows the one of its nearest row and has no row yet, the earliest first; without
 * any row the last periods that are over.
 *
 * @param segment only this one; null for all of them
 *
 * @example
 * nextPeriods(document, neighboursOf(document, null, document.rowCount), null, today)[0].period; // '2025-Q1'
 */
export function nextPeriods(
  document: RetentionDocument,
  { last, has }: Neighbours,
  segment: string | null,
  today: number,
): readonly NextPeriod[] {
  // In the order of the rows, the nearest last.
  const wanted = [...last].reverse().filter(([name]) => segment === null || name === segment);
  if (wanted.length === 0 && segment !== null && last.size > 0)
    return nextPeriods(document, { last, has }, null, today);
  if (wanted.length === 0) return firstPeriods(document, today);
  const found = wanted.flatMap(([name, row]): (NextPeriod & { readonly firstDay: number })[] => {
    let after: number | null = row;
    let text = document.cellText(row, document.column('period')!.index);
    let period: Period | null = document.period(row);
    // As many steps as there are rows lead behind all of them.
    for (let step = 0; step <= 2 * LOOK && period !== null; step++) {
      const following = nextPeriodText(text);
      period = nextPeriod(period);
      if (period === null) return [];
      text = following ?? formatPeriod(period);
      if (!has(name, period)) return [{ period: text, segment: name, after, firstDay: period.firstDay }];
      after = null;
    }
    return [];
  });
  return found
    .sort((a, b) => a.firstDay - b.firstDay)
    .map(({ period, segment: name, after }) => ({ period, segment: name, after }));
}

/** The last periods that are over, of the length that the settings say or of the usual ones. */
function firstPeriods({ settings }: RetentionDocument, today: number): readonly NextPeriod[] {
  const { granularity } = settings;
  const lengths =
    granularity === null || granularity === 'custom'
      ? (['month', 'quarter', 'year', 'week'] as const)
      : ([granularity] as const);
  return lengths.map((length) => ({
    period: formatPeriod(lastCompletePeriod(length, today)),
    segment: '',
    after: null,
  }));
}
