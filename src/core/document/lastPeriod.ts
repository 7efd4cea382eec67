import { dateOf, isoWeekOf } from './calendar';
import { dayPeriod, monthPeriod, quarterPeriod, weekPeriod, yearPeriod } from './period';
import type { Granularity, Period } from './types';

/**
 * The last period of a length that was over before today: what people have numbers for. For `custom`, which
 * has no length, the month.
 *
 * @param today days since 1970-01-01
 *
 * @example
 * formatPeriod(lastCompletePeriod('quarter', dayOf(2024, 5, 17))); // '2024-Q1'
 */
export function lastCompletePeriod(granularity: Granularity, today: number): Period {
  return periodOf(granularity, periodOf(granularity, today).firstDay - 1);
}

/** The period of a length that a day lies in. */
function periodOf(granularity: Granularity, day: number): Period {
  const { year, month, day: dayOfMonth } = dateOf(day);
  switch (granularity) {
    case 'day':
      return dayPeriod(year, month, dayOfMonth) ?? yearPeriod(year);
    case 'week': {
      const week = isoWeekOf(day);
      return weekPeriod(week.year, week.week) ?? yearPeriod(year);
    }
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3)) ?? yearPeriod(year);
    case 'year':
      return yearPeriod(year);
    case 'month':
    case 'custom':
      return monthPeriod(year, month) ?? yearPeriod(year);
  }
}
