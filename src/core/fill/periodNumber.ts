import { dateOf, digits, isoWeekOf } from '../document/calendar';
import {
  dayPeriod,
  formatPeriod,
  monthPeriod,
  quarterPeriod,
  weekPeriod,
  yearPeriod,
} from '../document/period';
import type { Granularity, Period } from '../document/types';

/** 1970-01-05, a Monday: weeks are counted from it. */
const FIRST_MONDAY = 4;

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
  const period = periodAt(granularity, number);
  return period === null ? null : formatPeriod(period);
}

function periodAt(granularity: Granularity, number: number): Period | null {
  switch (granularity) {
    case 'day': {
      const { year, month, day } = dateOf(number);
      return inCalendar(year) ? dayPeriod(year, month, day) : null;
    }
    case 'week': {
      const { year, week } = isoWeekOf(number * 7 + FIRST_MONDAY);
      return inCalendar(year) ? weekPeriod(year, week) : null;
    }
    case 'month': {
      const year = Math.floor(number / 12);
      return inCalendar(year) ? monthPeriod(year, number - year * 12 + 1) : null;
    }
    case 'quarter': {
      const year = Math.floor(number / 4);
      return inCalendar(year) ? quarterPeriod(year, number - year * 4 + 1) : null;
    }
    case 'year':
      return inCalendar(number) ? yearPeriod(number) : null;
    case 'custom':
      return null;
  }
}

function inCalendar(year: number): boolean {
  return year >= 1 && digits(year, 4).length === 4;
}
