import { dateOf, dayOf } from '../document/calendar';
import { formatPeriod, periodOn } from '../document/period';
import type { CalendarGranularity } from '../document/period';
import type { Granularity, Period } from '../document/types';

/** 1970-01-05, a Monday: weeks are counted from it. */
const FIRST_MONDAY = 4;
const FIRST_DAY = dayOf(1, 1, 1);

/**
 * The place of a period among all of its granularity, so that neighbours differ by one; null for `custom`.
 *
 * @example
 * periodNumber(parsePeriod('2025-Q1')!) - periodNumber(parsePeriod('2024-Q4')!); // 1
 */
export function periodNumber({ granularity, firstDay }: Period): number | null {
  const { year, month } = dateOf(firstDay);
  switch (granularity) {
    case 'day':
      return firstDay;
    case 'week':
      return Math.floor((firstDay - FIRST_MONDAY) / 7);
    case 'month':
      return year * 12 + month - 1;
    case 'quarter':
      return year * 4 + (month - 1) / 3;
    case 'year':
      return year;
    case 'custom':
      return null;
  }
}

/** The text of the period at a place, or null outside the years 0001 to 9999. */
export function periodTextAt(granularity: Granularity, number: number): string | null {
  if (granularity === 'custom') return null;
  const day = firstDayAt(granularity, number);
  const period = day === null || day < FIRST_DAY ? null : periodOn(day, granularity);
  return period === null ? null : formatPeriod(period);
}

function firstDayAt(granularity: CalendarGranularity, number: number): number | null {
  switch (granularity) {
    case 'day':
      return number;
    case 'week':
      return number * 7 + FIRST_MONDAY;
    case 'month':
      return firstDayOfMonth(number);
    case 'quarter':
      return firstDayOfMonth(number * 3);
    case 'year':
      return firstDayOfMonth(number * 12);
  }
}

/** Months are counted from January of the year 0; null where the calendar cannot count. */
function firstDayOfMonth(months: number): number | null {
  const year = Math.floor(months / 12);
  return year >= 1 && year <= 9999 ? dayOf(year, months - year * 12 + 1, 1) : null;
}
