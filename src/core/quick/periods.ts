import { parsePeriod } from '../document/period';
import { repairPeriod } from '../document/periodRepair';

const PLAIN =
  /(?:19|20)\d\d-(?:[Qq][1-4]|[Ww]\d\d|\d\d-\d\d(?:\/(?:\d{4}-\d\d-\d\d|P\d+[DWMY]))?|0[1-9])(?![\p{L}\d])/uy;
/** `Q1 2024`, `2024 Q1`, `Jan 2024`: the year is no number of customers. */
const NAMED =
  /(?:[Qq][1-4][ '-]?(?:19|20)\d\d|(?:19|20)\d\d ?[Qq][1-4]|[A-Za-z]{3,9}[-. ]{1,2}(?:19|20)\d\d)(?![\p{L}\d]|[.,]\d)/uy;
/** `2024: 500 …` */
const YEAR = /(?:19|20)\d\d(?= ?:)/y;

/** A period that stands in quick input, and the same as it stands in a file. */
export interface PeriodFound {
  readonly found: string;
  readonly period: string;
}

/**
 * The period that begins at a place of quick input, or null. A year alone is one only where a colon follows and
 * nothing stands before it (`leads`).
 *
 * @example
 * periodAt('Q1 2024: 500 +50 -100', 0, true); // { found: 'Q1 2024', period: '2024-Q1' }
 */
export function periodAt(text: string, at: number, leads: boolean): PeriodFound | null {
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const plain = match(PLAIN);
  if (plain !== undefined) return { found: plain, period: plain.toUpperCase() };
  const found = match(NAMED) ?? (leads ? match(YEAR) : undefined);
  if (found === undefined) return null;
  const period = parsePeriod(found) === null ? repairPeriod(found)[0] : found;
  return period === undefined ? null : { found, period };
}
