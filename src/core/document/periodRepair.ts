import { digits } from './calendar';
import { customPeriod, formatPeriod, parsePeriod } from './period';

/** A shorter or longer cell is no misspelt period. */
const SHORTEST = 4;
const LONGEST = 40;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

type Rule = readonly [RegExp, (parts: readonly string[]) => string | null];

/** Spellings with one meaning only, each with the way the format writes it. */
const RULES: readonly Rule[] = [
  [/^(\d{4})[-/. ]?q0?([1-4])$/, ([year, quarter]) => `${year}-Q${quarter}`],
  [/^q0?([1-4])[-/. ']*(\d{4}|\d\d)$/, ([quarter, year]) => `${fullYear(year!)}-Q${quarter}`],
  [/^(\d{4})[-/. ]?(?:w|wk|week|kw)[ ]?(\d{1,2})$/, ([year, week]) => `${year}-W${two(week!)}`],
  [/^(?:w|wk|week|kw)[ ]?(\d{1,2})[-/. ]+(\d{4})$/, ([week, year]) => `${year}-W${two(week!)}`],
  [/^(\d{4})[-/.](\d{1,2})$/, ([year, month]) => `${year}-${two(month!)}`],
  [/^(\d{1,2})[-/.](\d{4})$/, ([month, year]) => `${year}-${two(month!)}`],
  [/^(\d{4})(\d\d)$/, ([year, month]) => `${year}-${month}`],
  [/^(\d{4})(\d\d)(\d\d)$/, ([year, month, day]) => `${year}-${month}-${day}`],
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:z|[+-]\d\d:?\d\d)?)?$/,
    ([year, month, day]) => `${year}-${two(month!)}-${two(day!)}`,
  ],
  // Dots are written between day and month, never between month and day.
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([day, month, year]) => `${year}-${two(month!)}-${two(day!)}`],
  [/^([a-z]{3,9})[-/., ']{1,2}(\d{4}|\d\d)$/, ([name, year]) => namedMonth(name!, fullYear(year!))],
  [/^(\d{4})[-/., ]{1,2}([a-z]{3,9})$/, ([year, name]) => namedMonth(name!, year!)],
];

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;
const RANGE = /^(.{4,19}?)(?:\/| ?\.\.\.? ?| ?[–—] ?| - | to )(.{4,19})$/;

/**
 * The ways a text that is no period may have been meant, as the format writes them: one for `2024-1`,
 * `2024/01/01`, `Jan-24`, `Q1 2024`; two for `03/04/2024`, which is another day in Europe than in America;
 * none when it can't be told.
 */
export function repairPeriod(text: string): readonly string[] {
  const trimmed = text.trim();
  if (
    trimmed.length < SHORTEST ||
    trimmed.length > LONGEST ||
    !/\d/.test(trimmed) ||
    parsePeriod(trimmed) !== null
  )
    return [];
  const lower = trimmed.toLowerCase();
  const single = repairSingle(lower);
  if (single !== null) return [single];
  const slashed = readSlashedDate(lower);
  if (slashed !== null) {
    const { dayFirst, monthFirst } = slashed;
    return [...new Set([dayFirst, monthFirst])].filter((candidate) => candidate !== null);
  }
  const span = repairSpan(lower);
  return span === null ? [] : [span];
}

/** Both ways to read a date; null for one that gives no day. */
export interface SlashedDate {
  readonly dayFirst: string | null;
  readonly monthFirst: string | null;
}

/**
 * A date whose day and month may be exchanged, as the format writes it; null for any other text.
 *
 * @example
 * readSlashedDate('13/04/2024'); // { dayFirst: '2024-04-13', monthFirst: null }
 */
export function readSlashedDate(text: string): SlashedDate | null {
  const match = SLASHED.exec(text.trim());
  if (match === null) return null;
  const [, first, second, year] = match;
  const day = (month: string, dayOfMonth: string): string | null => {
    const written = `${year}-${two(month)}-${two(dayOfMonth)}`;
    return parsePeriod(written) === null ? null : written;
  };
  return { dayFirst: day(second!, first!), monthFirst: day(first!, second!) };
}

function repairSingle(text: string): string | null {
  for (const [pattern, write] of RULES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const repaired = write(match.slice(1));
    if (repaired !== null && parsePeriod(repaired) !== null) return repaired;
  }
  return null;
}

/** `2024-01/2024-03`, `2024-01-15 – 2024-02-13`, `2024-01-15/p30d`. */
function repairSpan(text: string): string | null {
  const upper = text.toUpperCase();
  if (parsePeriod(upper) !== null) return upper;
  const match = RANGE.exec(text);
  if (match === null) return null;
  const first = parsePeriod(repairSingle(match[1]!) ?? match[1]!);
  const last = parsePeriod(repairSingle(match[2]!) ?? match[2]!);
  if (first === null || last === null) return null;
  const span = customPeriod(first.firstDay, last.lastDay);
  return span === null ? null : formatPeriod(span);
}

function namedMonth(name: string, year: string): string | null {
  const short = name === 'sept' ? 'sep' : name;
  const index = short.length === 3 ? MONTHS.indexOf(short) : MONTH_NAMES.indexOf(short);
  return index < 0 ? null : `${year}-${digits(index + 1, 2)}`;
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function two(part: string): string {
  return part.padStart(2, '0');
}
