import { daysIn, parsePeriod } from '../document/period';
import type { MetricResult } from '../metrics/result';
import { DAYS_PER_YEAR, convertRetention } from '../metrics/time';
import type { QuickSpan, SpanUnit } from './types';

const PER_YEAR: Readonly<Record<SpanUnit, number>> = {
  day: DAYS_PER_YEAR,
  week: DAYS_PER_YEAR / 7,
  month: 12,
  quarter: 4,
  year: 1,
};

/** How many such lengths of time make a year. */
export function spansPerYear(span: QuickSpan): number {
  return PER_YEAR[span.unit] / span.count;
}

/**
 * The retention rate over a year that keeping this rate would give.
 *
 * @example
 * yearlyRetention(0.95, { count: 1, unit: 'month' }); // { value: 0.5403… }
 */
export function yearlyRetention(retention: number, span: QuickSpan): MetricResult {
  return convertRetention(retention, spansPerYear(span));
}

const DURATION_UNITS: Readonly<Record<string, SpanUnit>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/**
 * The length of a period as a file writes it, or null when the text is no period. A span of two dates counts
 * its days, both ends included.
 *
 * @example
 * spanOfPeriod('2024-Q1'); // { count: 1, unit: 'quarter' }
 */
export function spanOfPeriod(text: string): QuickSpan | null {
  const period = parsePeriod(text);
  if (period === null) return null;
  if (period.granularity !== 'custom') return { count: 1, unit: period.granularity };
  const duration = /P(\d+)([DWMY])$/.exec(text.trim());
  const unit = DURATION_UNITS[duration?.[2] ?? ''];
  return unit === undefined ? { count: daysIn(period), unit: 'day' } : { count: Number(duration?.[1]), unit };
}
