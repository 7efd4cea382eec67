import {
  dateOf,
  dayOf,
  daysInMonth,
  digits,
  formatDay,
  isDate,
  isLeapYear,
  isoWeekOf,
  weekStart,
  weeksInYear,
} from './calendar';
import type { Granularity, Period } from './types';

const CALENDAR = /^(\d{4})(?:-(?:Q([1-4])|W(\d\d)|(\d\d)(?:-(\d\d))?))?$/;
const SPAN = /^(\d{4}-\d\d-\d\d)\/(?:(\d{4}-\d\d-\d\d)|P(\d{1,4})([DWMY]))$/;
/** No written period is shorter or longer; any other cell is not even looked at. */
const SHORTEST = 4;
const LONGEST = 24;

/**
 * The period a text names, or null: `2024`, `2024-Q1`, `2024-01`, `2024-W05`, `2024-01-15`,
 * `2024-01-01/2024-01-31` (both ends included) or `2024-01-15/P30D` (D, W, M, Y). Spaces around it are
 * ignored; nothing else is repaired (see `repairPeriod`).
 *
 * @example
 * parsePeriod('2024-Q1'); // { granularity: 'quarter', firstDay: 19723, lastDay: 19813 }
 */
export function parsePeriod(text: string): Period | null {
  const trimmed = text.trim();
  if (trimmed.length < SHORTEST || trimmed.length > LONGEST) return null;
  return parseCalendarPeriod(trimmed) ?? parseSpan(trimmed);
}

function parseCalendarPeriod(text: string): Period | null {
  const match = CALENDAR.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const [, , quarter, week, month, day] = match;
  if (quarter !== undefined) return quarterPeriod(year, Number(quarter));
  if (week !== undefined) return weekPeriod(year, Number(week));
  if (month === undefined) return yearPeriod(year);
  return day === undefined ? monthPeriod(year, Number(month)) : dayPeriod(year, Number(month), Number(day));
}

function parseSpan(text: string): Period | null {
  const match = SPAN.exec(text);
  if (match === null) return null;
  const first = parseDay(match[1]!);
  if (first === null) return null;
  const last =
    match[2] !== undefined ? parseDay(match[2]) : addDuration(first, Number(match[3]), match[4]!) - 1;
  return last === null ? null : customPeriod(first, last);
}

/** The day number of a text such as `2024-01-15`, or null when it is no date. */
export function parseDay(text: string): number | null {
  if (text.length !== 10) return null;
  const period = parseCalendarPeriod(text);
  return period === null || period.granularity !== 'day' ? null : period.firstDay;
}

export function yearPeriod(year: number): Period {
  return { granularity: 'year', firstDay: dayOf(year, 1, 1), lastDay: dayOf(year, 12, 31) };
}

/** The quarter 1–4 of a year, or null when there is none. */
export function quarterPeriod(year: number, quarter: number): Period | null {
  if (quarter < 1 || quarter > 4) return null;
  const first = dayOf(year, quarter * 3 - 2, 1);
  return { granularity: 'quarter', firstDay: first, lastDay: dayOf(year, quarter * 3 + 1, 1) - 1 };
}

export function monthPeriod(year: number, month: number): Period | null {
  if (month < 1 || month > 12) return null;
  const first = dayOf(year, month, 1);
  return { granularity: 'month', firstDay: first, lastDay: first + daysInMonth(year, month) - 1 };
}

export function weekPeriod(isoYear: number, week: number): Period | null {
  if (week < 1 || week > weeksInYear(isoYear)) return null;
  const first = weekStart(isoYear, week);
  return { granularity: 'week', firstDay: first, lastDay: first + 6 };
}

export function dayPeriod(year: number, month: number, day: number): Period | null {
  if (!isDate(year, month, day)) return null;
  const first = dayOf(year, month, day);
  return { granularity: 'day', firstDay: first, lastDay: first };
}

/** A period of any length, or null when it would end before it begins or after the year 9999. */
export function customPeriod(firstDay: number, lastDay: number): Period | null {
  if (lastDay < firstDay || lastDay > LAST_DAY) return null;
  return { granularity: 'custom', firstDay, lastDay };
}

const FIRST_DAY = dayOf(0, 1, 1);
const LAST_DAY = dayOf(9999, 12, 31);

/** The day after a duration that begins on `first`. A month that lacks the day ends it on its last one. */
function addDuration(first: number, count: number, unit: string): number {
  if (unit === 'D') return first + count;
  if (unit === 'W') return first + count * 7;
  return addMonths(first, unit === 'M' ? count : count * 12);
}

function addMonths(day: number, count: number): number {
  const { year, month, day: dayOfMonth } = dateOf(day);
  const months = year * 12 + month - 1 + count;
  const targetYear = Math.floor(months / 12);
  const targetMonth = months - targetYear * 12 + 1;
  return dayOf(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

/** The number of days in a period; both ends count. */
export function daysIn(period: Period): number {
  return period.lastDay - period.firstDay + 1;
}

/**
 * The year a period belongs to: that of its middle day. For a week this is its ISO year (the year of its
 * Thursday), for a span over New Year the year that holds most of it.
 *
 * @example
 * periodYear(parsePeriod('2025-W01')!); // 2025, although it begins on 2024-12-30
 */
export function periodYear(period: Period): number {
  return dateOf(Math.floor((period.firstDay + period.lastDay) / 2)).year;
}

/**
 * How many periods of a granularity a year has: 365 or 366 days, 52 or 53 ISO weeks, 12 months, 4 quarters.
 * Null for `custom`, whose periods have any length.
 */
export function periodsPerYear(granularity: Granularity, year: number): number | null {
  switch (granularity) {
    case 'day':
      return isLeapYear(year) ? 366 : 365;
    case 'week':
      return weeksInYear(year);
    case 'month':
      return 12;
    case 'quarter':
      return 4;
    case 'year':
      return 1;
    case 'custom':
      return null;
  }
}

/**
 * The period that follows without a gap, of the same kind: 2024-12 → 2025-01, Q4 → Q1, W52 or W53 → W01.
 * A custom period of whole months is followed by as many whole months, any other by as many days.
 * Null after the year 9999.
 */
export function nextPeriod(period: Period): Period | null {
  const first = period.lastDay + 1;
  if (period.granularity !== 'custom') return periodOn(first, period.granularity);
  if (first > LAST_DAY) return null;
  const { year, month, day } = dateOf(first);
  const begin = dateOf(period.firstDay);
  const months = year * 12 + month - (begin.year * 12 + begin.month);
  const whole = begin.day === 1 && day === 1;
  return customPeriod(first, (whole ? addMonths(first, months) : first + daysIn(period)) - 1);
}

/** A granularity whose periods divide a year. */
export type CalendarGranularity = Exclude<Granularity, 'custom'>;

/**
 * The period of a granularity that a day lies in; null outside the years 0000 to 9999.
 *
 * @example
 * periodOn(19_783, 'quarter'); // the first quarter of 2024, because the day is in March
 */
export function periodOn(day: number, granularity: CalendarGranularity): Period | null {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) return null;
  const { year, month, day: dayOfMonth } = dateOf(day);
  switch (granularity) {
    case 'day':
      return dayPeriod(year, month, dayOfMonth);
    case 'week': {
      const iso = isoWeekOf(day);
      return iso.year > 9999 ? null : weekPeriod(iso.year, iso.week);
    }
    case 'month':
      return monthPeriod(year, month);
    case 'quarter':
      return quarterPeriod(year, Math.floor((month + 2) / 3));
    case 'year':
      return yearPeriod(year);
  }
}

/**
 * The text of the period after the one a text names, written the same way (`2024-01-15/P30D` →
 * `2024-02-14/P30D`), or null when the text names none.
 */
export function nextPeriodText(text: string): string | null {
  const trimmed = text.trim();
  const period = parsePeriod(trimmed);
  if (period === null) return null;
  const duration = trimmed.indexOf('P');
  if (duration < 0) {
    const next = nextPeriod(period);
    return next === null ? null : formatPeriod(next);
  }
  const following = `${formatDay(period.lastDay + 1)}/${trimmed.slice(duration)}`;
  return parsePeriod(following) === null ? null : following;
}

/** A period as the format writes it: `2024-Q1`, `2024-W05`, `2024-01-01/2024-02-15`. */
export function formatPeriod(period: Period): string {
  const { year, month } = dateOf(period.firstDay);
  switch (period.granularity) {
    case 'day':
      return formatDay(period.firstDay);
    case 'week': {
      const iso = isoWeekOf(period.firstDay);
      return `${digits(iso.year, 4)}-W${digits(iso.week, 2)}`;
    }
    case 'month':
      return `${digits(year, 4)}-${digits(month, 2)}`;
    case 'quarter':
      return `${digits(year, 4)}-Q${(month + 2) / 3}`;
    case 'year':
      return digits(year, 4);
    case 'custom':
      return `${formatDay(period.firstDay)}/${formatDay(period.lastDay)}`;
  }
}
