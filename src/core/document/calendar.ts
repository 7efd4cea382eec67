/**
 * Calendar arithmetic on day numbers: days since 1970-01-01 in the proleptic Gregorian calendar, without
 * time zones. ISO 8601 weeks begin on Monday; week 1 holds 4 January.
 */

export interface CalendarDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

/** Days from 0000-03-01 to 1970-01-01: counting years from March puts the leap day last. */
const EPOCH = 719_468;
const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The day number of a date. The date must exist in the years −399 to 99999; `month` may be any
 * whole number and counts on into the years before and after.
 *
 * @example
 * dayOf(1970, 1, 1); // 0
 * dayOf(2024, 13, 1) === dayOf(2025, 1, 1); // true
 */
export function dayOf(year: number, month: number, day: number): number {
  // One era more keeps everything positive, so that whole-number division is a truncation.
  const months = (year + YEARS_PER_ERA) * 12 + month - 3;
  const marchYear = (months / 12) | 0;
  const marchMonth = months - marchYear * 12;
  const centuries = (marchYear / 100) | 0;
  const leapDays = ((marchYear / 4) | 0) - centuries + ((centuries / 4) | 0);
  const dayOfYear = (((153 * marchMonth + 2) / 5) | 0) + day - 1;
  return marchYear * 365 + leapDays + dayOfYear - DAYS_PER_ERA - EPOCH;
}

/** The date of a day number. */
export function dateOf(day: number): CalendarDate {
  const days = day + EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** True when the numbers name a day of the calendar in the years 0–9999. */
export function isDate(year: number, month: number, day: number): boolean {
  return (
    year >= 0 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** `2024-01-15`. */
export function formatDay(day: number): string {
  const { year, month, day: dayOfMonth } = dateOf(day);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`;
}

/** Monday of an ISO week. */
export function weekStart(isoYear: number, week: number): number {
  const fourth = dayOf(isoYear, 1, 4);
  return fourth - weekday(fourth) + (week - 1) * 7;
}

/** 52 or 53. */
export function weeksInYear(isoYear: number): number {
  return (weekStart(isoYear + 1, 1) - weekStart(isoYear, 1)) / 7;
}

/** The ISO year and week a day lies in. */
export function isoWeekOf(day: number): { readonly year: number; readonly week: number } {
  const thursday = day - weekday(day) + 3;
  const { year } = dateOf(thursday);
  return { year, week: (day - weekday(day) - weekStart(year, 1)) / 7 + 1 };
}

/** 0 for Monday … 6 for Sunday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** A whole number with leading zeros. */
export function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
