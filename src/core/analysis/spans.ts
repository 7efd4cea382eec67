/** The file's rates over the length of a published figure: a month or a year. */
import type { Granularity } from '../document/types';
import { formatCount } from '../format';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { DAYS_PER_YEAR } from '../metrics/time';
import { lastComplete } from './lastComplete';
import type { AnalysisSource } from './source';

/** The length of time that a figure is about. */
export type FigureSpan = 'month' | 'year';

/** Complete periods that follow each other up to the last one, and how they relate to a month or a year. */
export interface PeriodRun {
  readonly periods: readonly NotebookPeriod[];
  /** How many times the run fits into the span: 1 when it is as long. */
  readonly times: number;
  /** `same`: one period as long as the span; `compounded`: periods that fill it; `converted`: any other length. */
  readonly kind: 'same' | 'compounded' | 'converted';
  /** Which periods, and what was done with them, for a person. */
  readonly message: string;
}

const DAYS: Readonly<Record<FigureSpan, number>> = { month: DAYS_PER_YEAR / 12, year: DAYS_PER_YEAR };
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
/** A run of periods of any length has at most as many. */
const MOST_CUSTOM = 12;

/**
 * The last complete periods without a gap between them, as many as fill the span or as there are; null when there is no
 * complete period. The run ends before the first period that `usable` refuses; the last period is always in it.
 *
 * Costs the periods of the span.
 */
export function runOf(
  notebook: AnalysisSource,
  segment: string | null,
  span: FigureSpan,
  usable: (period: NotebookPeriod) => boolean,
): PeriodRun | null {
  const { granularity } = notebook.document;
  const wanted = countIn(granularity, span);
  const complete = lastComplete(notebook, segment, wanted);
  const last = complete.at(-1);
  if (last === undefined) return null;
  const periods = [last];
  for (let i = complete.length - 2; i >= 0 && periods.length < wanted; i--) {
    const period = complete[i]!;
    if (period.lastDay + 1 !== periods[0]!.firstDay || !usable(period) || !usable(last)) break;
    if (granularity === 'custom' && last.lastDay - period.firstDay >= DAYS[span]) break;
    periods.unshift(period);
  }
  const times = timesIn(granularity, periods, span);
  const kind = times !== 1 ? 'converted' : periods.length === 1 ? 'same' : 'compounded';
  return { periods, times, kind, message: sentence(periods, kind, granularity, span) };
}

function countIn(granularity: Granularity, span: FigureSpan): number {
  switch (granularity) {
    case 'day':
    case 'week':
      return Math.floor(DAYS[span] / (granularity === 'day' ? 1 : 7));
    case 'month':
    case 'quarter':
    case 'year':
      return Math.max(1, MONTHS[span] / MONTHS[granularity]);
    case 'custom':
      return MOST_CUSTOM;
  }
}

/** By the calendar where it divides into months, else by days. */
function timesIn(granularity: Granularity, periods: readonly NotebookPeriod[], span: FigureSpan): number {
  switch (granularity) {
    case 'month':
    case 'quarter':
    case 'year':
      return MONTHS[span] / (MONTHS[granularity] * periods.length);
    case 'day':
    case 'week':
    case 'custom':
      return DAYS[span] / (periods.at(-1)!.lastDay - periods[0]!.firstDay + 1);
  }
}

function sentence(
  periods: readonly NotebookPeriod[],
  kind: PeriodRun['kind'],
  granularity: Granularity,
  span: FigureSpan,
): string {
  const [first, last] = [periods[0]!.name, periods.at(-1)!.name];
  if (kind === 'same') return `${last}, one ${span} as published.`;
  const unit = granularity === 'custom' ? 'period' : granularity;
  const which =
    periods.length === 1
      ? `${last}, one ${unit}`
      : `${first} to ${last}, ${formatCount(periods.length)} ${unit}s`;
  return kind === 'compounded'
    ? `${which}, compounded to a ${span}.`
    : `${which}, converted to a ${span}: as if all of it had been like that.`;
}
