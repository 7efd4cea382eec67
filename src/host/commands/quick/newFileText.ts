import {
  countsOf,
  dateOf,
  dayOf,
  formatDay,
  formatPeriod,
  lastCompletePeriod,
  parsePeriod,
  percentDigits,
} from '../../../core';
import type { Granularity, QuickInterpretation, QuickSpan, SpanUnit } from '../../../core';

export interface NewFile {
  readonly title: string;
  readonly granularity: Granularity;
  readonly period: string;
  /** A calculation that becomes the first row, or null for a blank one. */
  readonly interpretation: QuickInterpretation | null;
}

/**
 * The text of a new file: settings, the usual columns, and one row that is ready to be filled.
 *
 * @example
 * newFileText({ title: 'Customer retention', granularity: 'month', period: '2024-01', interpretation: null });
 */
export function newFileText({ title, granularity, period, interpretation }: NewFile): string {
  const cells = new Map<string, string>([
    ['period', period],
    ['start', ''],
    ['new', ''],
    ['lost', ''],
    ['end', ''],
    ['reactivated', ''],
    ['goal', ''],
    ['note', ''],
  ]);
  const settings = ['retention: 1', `title: ${quoted(title)}`];
  if (interpretation !== null) {
    if (interpretation.kind === 'share' && interpretation.meaning === 'returning') {
      cells.set('start', String(interpretation.whole));
      cells.set('returning', String(interpretation.part));
    } else {
      // Only what was given: the file shows what follows from it by itself.
      const { start, new: added, lost, end, reactivated } = countsOf(interpretation);
      for (const [name, count] of Object.entries({ start, new: added, lost, end, reactivated })) {
        if (count !== null) cells.set(name, String(count));
      }
    }
    if (interpretation.goal !== null) settings.push(`goal: ${percentDigits(interpretation.goal)}%`);
  }
  settings.push(`granularity: ${granularity}`);
  const front = ['#---', ...settings.map((setting) => `# ${setting}`), '#---'];
  return [...front, [...cells.keys()].join(','), [...cells.values()].join(','), ''].join('\n');
}

/**
 * The period of a new file's first row: the one a calculation is about, else the last one of its length that is
 * over. Lengths that are no calendar period, such as 30 days, become spans.
 *
 * @param unit length of the periods where the calculation says none
 * @param today days since 1970-01-01
 */
export function newFilePeriod(
  interpretation: QuickInterpretation | null,
  unit: SpanUnit,
  today: number,
): { readonly granularity: Granularity; readonly period: string } {
  const said = interpretation?.period ?? null;
  if (said !== null) return { granularity: parsePeriod(said)?.granularity ?? 'custom', period: said };
  const span = interpretation?.span ?? { count: 1, unit };
  if (span.count === 1) {
    return { granularity: span.unit, period: formatPeriod(lastCompletePeriod(span.unit, today)) };
  }
  return { granularity: 'custom', period: spanUntil(span, lastCompletePeriod(span.unit, today).lastDay) };
}

/** A span of several days, weeks, months or years that ends on a day. */
function spanUntil({ count, unit }: QuickSpan, lastDay: number): string {
  const { year, month, day } = dateOf(lastDay + 1);
  switch (unit) {
    case 'day':
      return `${formatDay(lastDay + 1 - count)}/P${count}D`;
    case 'week':
      return `${formatDay(lastDay + 1 - 7 * count)}/P${count}W`;
    case 'month':
      return `${formatDay(dayOf(year, month - count, day))}/P${count}M`;
    case 'quarter':
      return `${formatDay(dayOf(year, month - 3 * count, day))}/P${3 * count}M`;
    case 'year':
      return `${formatDay(dayOf(year - count, month, day))}/P${count}Y`;
  }
}

/** Quotes a title the way the format's settings do. */
function quoted(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}
