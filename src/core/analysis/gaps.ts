import type { Granularity } from '../document/types';
import { formatCount } from '../format';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { ordinalOf } from '../metrics/yearPlace';

/** What an analysis cannot say. */
export type GapCode =
  | 'no-period'
  | 'too-few-periods'
  | 'missing-periods'
  | 'overlapping-periods'
  | 'no-rate'
  | 'no-interval'
  | 'starts-late'
  | 'unequal-lengths'
  | 'does-not-balance'
  | 'broken-continuity'
  | 'unknown-counts'
  | 'no-reasons'
  | 'reasons-exceed-lost'
  | 'unexplained'
  | 'no-segments'
  | 'unequal-totals'
  | 'no-total'
  | 'missing-segment'
  | 'too-many-pairs'
  | 'small-counts'
  | 'no-revenue'
  | 'no-currency'
  | 'needs-setting'
  | 'unknown-industry'
  | 'half-experiment'
  | 'no-year'
  | 'bad-change';

/** Something an analysis leaves out, and why: shown beside what it can say. */
export interface Gap {
  readonly code: GapCode;
  /** A sentence for a person: what is missing and what to do. */
  readonly message: string;
  /** Rows of the file it is about, where it is about rows. */
  readonly rows: readonly number[];
}

/** How many names a sentence lists. */
const LISTED = 3;

/**
 * Names in a sentence, at most three and how many more.
 *
 * @example
 * listed(['2024-01', '2024-02', '2024-05', '2024-07']); // '2024-01, 2024-02, 2024-05 and 1 more'
 */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, LISTED);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${formatCount(more)} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)!}`;
}

/**
 * What is wrong with a row of periods as such: some missing in between, some overlapping, some without a rate.
 *
 * @param periods in the order of time.
 */
export function periodGaps(periods: readonly NotebookPeriod[], granularity: Granularity): Gap[] {
  return [...spacingGaps(periods, granularity), ...present(withoutRate(periods), withoutInterval(periods))];
}

/** Periods missing in between, and overlapping ones. */
export function spacingGaps(periods: readonly NotebookPeriod[], granularity: Granularity): Gap[] {
  return present(missingPeriods(periods, granularity), overlaps(periods));
}

/** Those that there are. */
export function present(...gaps: readonly (Gap | null)[]): Gap[] {
  return gaps.filter((gap) => gap !== null);
}

/** The gap of periods that say nothing for themselves, or null when there are none. */
export function gapOf(
  code: GapCode,
  periods: readonly NotebookPeriod[],
  sentence: (names: string, one: boolean) => string,
): Gap | null {
  if (periods.length === 0) return null;
  return {
    code,
    message: sentence(listed(periods.map(({ name }) => name)), periods.length === 1),
    rows: periods.flatMap(({ rows }) => rows),
  };
}

function missingPeriods(periods: readonly NotebookPeriod[], granularity: Granularity): Gap | null {
  const places: string[] = [];
  let missing = 0;
  for (let i = 1; i < periods.length; i++) {
    const [before, after] = [periods[i - 1]!, periods[i]!];
    if (after.firstDay <= before.lastDay + 1) continue;
    places.push(`between ${before.name} and ${after.name}`);
    missing +=
      granularity === 'custom'
        ? after.firstDay - before.lastDay - 1
        : ordinalOf(after.firstDay, granularity) - ordinalOf(before.firstDay, granularity) - 1;
  }
  if (places.length === 0) return null;
  const unit = granularity === 'custom' ? 'day' : granularity;
  const count = `${formatCount(missing)} ${unit}${missing === 1 ? ' is' : 's are'}`;
  const message = `${count} missing ${listed(places)}: what happened then is not shown. Add the rows.`;
  return { code: 'missing-periods', message, rows: [] };
}

function overlaps(periods: readonly NotebookPeriod[]): Gap | null {
  const pairs: string[] = [];
  const rows: number[] = [];
  for (let i = 1; i < periods.length; i++) {
    const [before, after] = [periods[i - 1]!, periods[i]!];
    if (after.firstDay > before.lastDay) continue;
    pairs.push(`${before.name} with ${after.name}`);
    rows.push(...after.rows);
  }
  if (pairs.length === 0) return null;
  const message = `Periods overlap (${listed(pairs)}): the same days count twice.`;
  return { code: 'overlapping-periods', message, rows };
}

function withoutRate(periods: readonly NotebookPeriod[]): Gap | null {
  const without = periods.filter(({ crr }) => crr.value === null);
  const why = without[0]?.crr;
  const reason = why?.value === null ? why.message : '';
  return gapOf('no-rate', without, (names, one) =>
    one
      ? `${names} has no retention rate: ${reason}`
      : `${formatCount(without.length)} periods have no retention rate (${names}). The first: ${reason}`,
  );
}

function withoutInterval(periods: readonly NotebookPeriod[]): Gap | null {
  const without = periods.filter(({ crr, wilson }) => crr.value !== null && !('low' in wilson));
  const why = without[0]?.wilson;
  const reason = why !== undefined && 'message' in why ? why.message : '';
  return gapOf('no-interval', without, (names, one) =>
    one
      ? `${names} has a rate but no interval: ${reason}`
      : `${formatCount(without.length)} periods have a rate but no interval (${names}). The first: ${reason}`,
  );
}
