import { isBlank } from '../text/encode';
import { parsePeriod } from '../document/period';
import { readSlashedDate, repairPeriod } from '../document/periodRepair';
import { dateOf } from '../document/calendar';
import type { ReadCell } from './readColumn';
import type { SourceRow } from './sourceTable';
import type { DateOrder } from './types';

/** A cell of the column of periods. */
export type PeriodCell = ReadCell<DateOrder>;

/**
 * Reads a cell of the column of periods. Nothing is guessed: a date that may be two days has both.
 *
 * @example
 * readPeriodCell('Jan-24'); // { kind: 'sure', text: '2024-01', habit: null }
 * readPeriodCell('03/04/2024'); // { kind: 'either', readings: { 'day-month': '2024-04-03', 'month-day': '2024-03-04' } }
 */
export function readPeriodCell(cell: string): PeriodCell {
  if (parsePeriod(cell) !== null) return { kind: 'plain' };
  const slashed = readSlashedDate(cell);
  if (slashed !== null) {
    const { dayFirst, monthFirst } = slashed;
    if (dayFirst === monthFirst && dayFirst !== null) return { kind: 'sure', text: dayFirst, habit: null };
    if (dayFirst !== null && monthFirst !== null) {
      return { kind: 'either', readings: { 'day-month': dayFirst, 'month-day': monthFirst } };
    }
    if (dayFirst !== null) return { kind: 'sure', text: dayFirst, habit: 'day-month' };
    return monthFirst === null ? { kind: 'unread' } : { kind: 'sure', text: monthFirst, habit: 'month-day' };
  }
  const [repaired] = repairPeriod(cell);
  return repaired === undefined ? { kind: 'unread' } : { kind: 'sure', text: repaired, habit: null };
}

/** Counts such as 1200 and 202401 look like periods; those of other years are not believed. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2100;
/** So many rows of a column tell what it holds. */
const LOOKED_AT = 200;
/** More than this share of the cells must be periods: below a few quarters there may be a total. */
const MOST = 0.5;

/**
 * Which of some columns has periods for cells, or null when none has. Of several, the one with the shorter periods: beside
 * `2024-01` the year says less.
 */
export function findPeriodColumn(rows: readonly SourceRow[], columns: readonly number[]): number | null {
  let best: { readonly column: number; readonly days: number } | null = null;
  for (const column of columns) {
    const days = daysOfPeriods(rows, column);
    if (days !== null && (best === null || days < best.days)) best = { column, days };
  }
  return best?.column ?? null;
}

/** The length of the shortest period of a column, in days; null when its cells are something else. */
function daysOfPeriods(rows: readonly SourceRow[], column: number): number | null {
  let filled = 0;
  let periods = 0;
  let days = Infinity;
  const firstDays: number[] = [];
  let isBare = false;
  for (const { cells } of rows.slice(0, LOOKED_AT)) {
    const cell = cells[column] ?? '';
    if (isBlank(cell)) continue;
    filled++;
    const read = readPeriodCell(cell);
    const text =
      read.kind === 'sure' ? read.text : read.kind === 'either' ? read.readings['day-month'] : cell;
    const period = parsePeriod(text);
    if (period === null) continue;
    const { year } = dateOf(period.firstDay);
    if (year < FIRST_YEAR || year > LAST_YEAR) continue;
    periods++;
    firstDays.push(period.firstDay);
    isBare ||= /^\d+$/.test(cell.trim());
    days = Math.min(days, period.lastDay - period.firstDay + 1);
  }
  // Counts go up and down.
  if (isBare && (periods < filled || !isMonotonic(firstDays))) return null;
  return filled > 0 && periods > filled * MOST ? days : null;
}

function isMonotonic(numbers: readonly number[]): boolean {
  const isAscending = numbers.every((number, index) => index === 0 || number >= numbers[index - 1]!);
  return isAscending || numbers.every((number, index) => index === 0 || number <= numbers[index - 1]!);
}
