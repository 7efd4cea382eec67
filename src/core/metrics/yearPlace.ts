import { dateOf, dayOf, isoWeekOf, weekStart } from '../document/calendar';
import { formatPeriod, periodOn } from '../document/period';
import type { CalendarGranularity } from '../document/period';
import type { Granularity, Period } from '../document/types';

/** The place of a period among those of its year, from 0. Weeks belong to their ISO year. */
export interface PlaceInYear {
  readonly year: number;
  readonly index: number;
}

/**
 * The period of a granularity that a day lies in.
 *
 * @example
 * placeInYear(19_783, 'quarter'); // { year: 2024, index: 0 }, because the day is in March
 */
export function placeInYear(day: number, granularity: CalendarGranularity): PlaceInYear {
  if (granularity === 'week') {
    const { year, week } = isoWeekOf(day);
    return { year, index: week - 1 };
  }
  const { year, month } = dateOf(day);
  switch (granularity) {
    case 'day':
      return { year, index: day - dayOf(year, 1, 1) };
    case 'month':
      return { year, index: month - 1 };
    case 'quarter':
      return { year, index: Math.floor((month - 1) / 3) };
    case 'year':
      return { year, index: 0 };
  }
}

/**
 * A period's name as the format writes it.
 *
 * @example
 * nameInYear({ year: 2024, index: 1 }, 'quarter'); // '2024-Q2'
 */
export function nameInYear(place: PlaceInYear, granularity: CalendarGranularity): string {
  const period = periodOn(firstDayOf(place, granularity), granularity);
  return period === null ? '' : formatPeriod(period);
}

/**
 * A number for the period of a granularity that a day lies in; those of neighbours differ by 1.
 *
 * @example
 * ordinalOf(dayOf(2024, 1, 1), 'month') - ordinalOf(dayOf(2023, 12, 31), 'month'); // 1
 */
export function ordinalOf(day: number, granularity: CalendarGranularity): number {
  switch (granularity) {
    case 'day':
      return day;
    case 'week':
      // 1970-01-01 was a Thursday.
      return Math.floor((day + 3) / 7);
    case 'month':
    case 'quarter':
    case 'year': {
      const { year, index } = placeInYear(day, granularity);
      return year * (granularity === 'month' ? 12 : granularity === 'quarter' ? 4 : 1) + index;
    }
  }
}

/**
 * True when a period is one whole unit of the granularity, however it was written: `2024-01-01/2024-01-31` is a month.
 * With `custom` every period fits.
 */
export function fitsGranularity(period: Period, granularity: Granularity): boolean {
  if (granularity === 'custom' || period.granularity === granularity) return true;
  const unit = periodOn(period.firstDay, granularity);
  return unit !== null && unit.firstDay === period.firstDay && unit.lastDay === period.lastDay;
}

function firstDayOf({ year, index }: PlaceInYear, granularity: CalendarGranularity): number {
  switch (granularity) {
    case 'year':
      return dayOf(year, 1, 1);
    case 'quarter':
      return dayOf(year, index * 3 + 1, 1);
    case 'month':
      return dayOf(year, index + 1, 1);
    case 'week':
      return weekStart(year, index + 1);
    case 'day':
      return dayOf(year, 1, 1) + index;
  }
}
