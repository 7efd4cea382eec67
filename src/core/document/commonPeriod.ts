import type { Codes } from '../text/codeWindow';
import { dayOf, daysInMonth } from './calendar';
import { GRANULARITIES } from './settingRules';

const DASH = 45;
const LETTER_Q = 81;
const ZERO = 48;

/** Characters of a day. */
const LONGEST = 10;

/** Numbers that `RowTable.granularity` keeps; 0 is no period. */
const MONTH = GRANULARITIES.indexOf('month') + 1;
const DAY = GRANULARITIES.indexOf('day') + 1;
const QUARTER = GRANULARITIES.indexOf('quarter') + 1;

/** Reads the periods that most files have, months, quarters and days, without making strings or objects. */
export class CommonPeriod {
  firstDay = 0;
  lastDay = 0;
  granularity = 0;
  private readonly copy = new Uint8Array(LONGEST);
  /** The month read last, with its first day and its days: most rows are of the month of the row before. */
  private month = -1;
  private monthStart = 0;
  private monthDays = 0;

  /** Reads the period at `start`; returns the offset behind it, or −1 when there is none of these. */
  read(codes: Codes, start: number): number {
    const year = two(codes, start) * 100 + two(codes, start + 2);
    // Not a number compares as false.
    if (!(year >= 0) || codes[start + 4] !== DASH) return -1;
    if (codes[start + 5] === LETTER_Q) return this.readQuarter(codes, start, year);
    const month = two(codes, start + 5);
    if (!(month >= 1 && month <= 12)) return -1;
    if (year * 12 + month !== this.month) this.enter(year, month);
    if (codes[start + 7] !== DASH) {
      this.granularity = MONTH;
      this.firstDay = this.monthStart;
      this.lastDay = this.monthStart + this.monthDays - 1;
      return start + 7;
    }
    const day = two(codes, start + 8);
    if (!(day >= 1 && day <= this.monthDays)) return -1;
    this.granularity = DAY;
    this.firstDay = this.monthStart + day - 1;
    this.lastDay = this.firstDay;
    return start + 10;
  }

  private enter(year: number, month: number): void {
    this.month = year * 12 + month;
    this.monthStart = dayOf(year, month, 1);
    this.monthDays = daysInMonth(year, month);
  }

  /** The same of a text. */
  readText(text: string, start: number): number {
    const codes = this.copy;
    for (let index = 0; index < LONGEST; index++) {
      const code = text.charCodeAt(start + index);
      codes[index] = code < 128 ? code : 0;
    }
    const end = this.read(codes, 0);
    return end < 0 ? -1 : start + end;
  }

  private readQuarter(codes: Codes, start: number, year: number): number {
    const quarter = codes[start + 6]! - ZERO;
    if (!(quarter >= 1 && quarter <= 4)) return -1;
    this.granularity = QUARTER;
    this.firstDay = dayOf(year, quarter * 3 - 2, 1);
    this.lastDay = dayOf(year, quarter * 3 + 1, 1) - 1;
    return start + 7;
  }
}

function two(codes: Codes, at: number): number {
  const tens = codes[at]! - ZERO;
  const ones = codes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
