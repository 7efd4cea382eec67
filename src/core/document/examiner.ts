import type { CellBuffer } from '../text/cells';
import { CellFlag } from '../text/cells';
import { isDigit, isSpace } from '../text/chars';
import { closingQuote, decodeCell } from '../text/encode';
import { Interner } from '../text/interner';
import type { Scanner } from '../text/scan';
import { dayOf, daysInMonth } from './calendar';
import { SHAPE_CODES, SHAPE_FLAGS } from './cellShape';
import { LONGEST_NUMBER, isFormulaSign, looksLikeFormula } from './formula';
import type { Header } from './header';
import { IssueList, WHOLE_ROW } from './issues';
import { readPlainNumber, repairNumber } from './number';
import { readPercent } from './percent';
import { parsePeriod } from './period';
import { repairPeriod } from './periodRepair';
import type { RowTable } from './rowTable';
import { RowFlag } from './rowTable';
import { GRANULARITIES } from './settingRules';
import type { Column, ColumnKind, Percent, Settings } from './types';

const KINDS: readonly ColumnKind[] = ['period', 'segment', 'count', 'money', 'percent', 'text'];
const [PERIOD, SEGMENT, COUNT, MONEY, PERCENT] = [0, 1, 2, 3, 4];
const MONTH = GRANULARITIES.indexOf('month') + 1;
const DAY = GRANULARITIES.indexOf('day') + 1;
/** Cells of these flags stand for the text between their ends. */
const PLAIN = CellFlag.Hash | CellFlag.Unclosed | CellFlag.Number;
const MISSING_WORDS = new Set(['na', 'n/a', '#n/a', 'nan', '-nan', 'null', 'none', '<na>']);

/** Reads the cells of a record: writes what they say into the table and lists what is wrong with them. */
export class Examiner {
  readonly issues = new IssueList();
  readonly segments = new Interner();
  /** The goals by the number their text has in `goalTexts`. */
  readonly goals: (Percent | null)[] = [null];
  /** For each column its place in `RowTable.values`, or −1. */
  readonly valueSlots: Int32Array;
  readonly valueColumns: number;
  private readonly kinds: Uint8Array;
  private readonly goalTexts = new Interner();
  private readonly goalCodes: number[] = [0];
  private readonly decimal: '.' | ',';
  private readonly decimalCode: number;
  private readonly cellCount: number;
  private readonly periodColumn: number;
  private firstDay = 0;
  private lastDay = 0;
  private granularity = 0;

  constructor(header: Header, settings: Settings) {
    this.decimal = settings.decimal;
    this.decimalCode = settings.decimal.charCodeAt(0);
    this.cellCount = header.cellCount;
    this.kinds = Uint8Array.from(header.columns, kindNumber);
    this.periodColumn = this.kinds.indexOf(PERIOD);
    this.valueSlots = new Int32Array(header.columns.length).fill(-1);
    let slots = 0;
    for (const [index, kind] of this.kinds.entries()) {
      if (kind === COUNT || kind === MONEY) this.valueSlots[index] = slots++;
    }
    this.valueColumns = slots;
  }

  /** Reads the record that the scanner has just read into row `row` of the table. */
  read(scanner: Scanner, table: RowTable, row: number): void {
    const { cells, text } = scanner;
    const { issues, kinds } = this;
    issues.clear();
    const keeps = table.values.length > 0;
    table.granularity[row] = 0;
    table.segment[row] = 0;
    table.goal[row] = 0;
    const count = Math.min(cells.count, kinds.length);
    let periodSeen = false;
    for (let column = 0; column < count; column++) {
      const start = cells.starts[column]!;
      const end = cells.ends[column]!;
      const flags = cells.flags[column]!;
      if ((flags & SHAPE_FLAGS) !== 0) this.checkFlags(flags, column);
      switch (kinds[column]) {
        case COUNT:
        case MONEY: {
          let value = NaN;
          if ((flags & CellFlag.Number) !== 0) {
            value = cells.numbers[column]!;
            if (value % 1 !== 0 && kinds[column] === COUNT) this.issues.add(414, column);
          } else if (start < end) {
            value = this.number(text, start, end, flags, column, kinds[column] === COUNT);
          }
          if (keeps) table.values[this.valueSlots[column]!]![row] = value;
          break;
        }
        case PERIOD:
          periodSeen = true;
          this.period(text, start, end, flags, column);
          table.firstDay[row] = this.firstDay;
          table.lastDay[row] = this.lastDay;
          table.granularity[row] = this.granularity;
          break;
        case SEGMENT:
          table.segment[row] = this.segment(text, start, end, flags, column);
          break;
        case PERCENT:
          table.goal[row] = this.goal(text, start, end, flags, column);
          break;
        default:
          if (start < end) this.text(text, start, end, flags, column);
      }
    }
    if (keeps && count < kinds.length) this.blank(table, row, count);
    if (!periodSeen) this.missingPeriod();
    if (cells.count !== this.cellCount) this.checkCount(cells);
    table.issues[row] = issues.packed;
    table.flags[row] =
      (scanner.recovered ? RowFlag.Recovered : 0) | (scanner.multiLine ? RowFlag.MultiLine : 0);
  }

  /** Value of a numeric cell, NaN where there is none; for tables too large to keep their numbers. */
  valueOf(text: string): number {
    const trimmed = text.trim();
    const value = readPlainNumber(trimmed, 0, trimmed.length, this.decimalCode);
    return value < 0 ? NaN : value;
  }

  /** Blanks the numbers of columns that a short row does not reach. */
  private blank(table: RowTable, row: number, from: number): void {
    for (let column = from; column < this.kinds.length; column++) {
      const slot = this.valueSlots[column]!;
      if (slot >= 0) table.values[slot]![row] = NaN;
    }
  }

  private checkFlags(flags: number, column: number): void {
    for (const [flag, code] of SHAPE_CODES) {
      if ((flags & flag) !== 0) this.issues.add(code, column);
    }
  }

  private checkCount(cells: CellBuffer): void {
    if (cells.count > this.cellCount) this.issues.add(303, WHOLE_ROW);
    else this.issues.add(304, WHOLE_ROW);
  }

  /** A row too short to reach the period column. A file without that column is told so once (R104). */
  private missingPeriod(): void {
    if (this.periodColumn >= 0) this.issues.add(401, this.periodColumn);
  }

  private number(
    text: string,
    start: number,
    end: number,
    flags: number,
    column: number,
    isCount: boolean,
  ): number {
    let value = readPlainNumber(text, start, end, this.decimalCode);
    if (value < 0) {
      const decoded = decodeCell(text, start, end, flags).trim();
      if (decoded === '') return NaN;
      value = readPlainNumber(decoded, 0, decoded.length, this.decimalCode);
      if (value < 0) {
        const { kind } = repairNumber(decoded, this.decimal);
        this.issues.add(kind === 'grouping' ? 412 : kind === 'negative' ? 413 : 411, column);
        return NaN;
      }
    }
    if (isCount && value !== Math.floor(value)) this.issues.add(414, column);
    return value;
  }

  private period(text: string, start: number, end: number, flags: number, column: number): void {
    if ((flags & ~PLAIN) === 0 && this.commonPeriod(text, start, end)) return;
    this.granularity = 0;
    this.firstDay = 0;
    this.lastDay = 0;
    const decoded = decodeCell(text, start, end, flags);
    let period = parsePeriod(decoded);
    if (period === null) {
      const repaired = repairPeriod(decoded);
      if (repaired.length === 1) {
        this.issues.add(402, column);
        period = parsePeriod(repaired[0]!);
      } else {
        this.issues.add(401, column);
      }
    }
    if (period === null) return;
    this.granularity = GRANULARITIES.indexOf(period.granularity) + 1;
    this.firstDay = period.firstDay;
    this.lastDay = period.lastDay;
  }

  /** Months and days, which most files have, without making strings. */
  private commonPeriod(text: string, start: number, end: number): boolean {
    const length = end - start;
    if ((length !== 7 && length !== 10) || text.charCodeAt(start + 4) !== 45) return false;
    const year = two(text, start) * 100 + two(text, start + 2);
    const month = two(text, start + 5);
    if (!(year >= 0) || !(month >= 1 && month <= 12)) return false;
    if (length === 7) {
      this.granularity = MONTH;
      this.firstDay = dayOf(year, month, 1);
      this.lastDay = this.firstDay + daysInMonth(year, month) - 1;
      return true;
    }
    const day = two(text, start + 8);
    if (text.charCodeAt(start + 7) !== 45 || !(day >= 1 && day <= daysInMonth(year, month))) return false;
    this.granularity = DAY;
    this.firstDay = dayOf(year, month, day);
    this.lastDay = this.firstDay;
    return true;
  }

  private segment(text: string, start: number, end: number, flags: number, column: number): number {
    let id: number;
    if ((flags & ~PLAIN) === 0) {
      let first = start;
      let last = end;
      while (first < last && isSpace(text.charCodeAt(first))) first++;
      while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
      id = this.segments.intern(text, first, last);
    } else {
      const decoded = decodeCell(text, start, end, flags).trim();
      id = this.segments.intern(decoded, 0, decoded.length);
    }
    if (id === 0) return id;
    const name = this.segments.texts[id]!;
    if (name.length <= 4 && MISSING_WORDS.has(name.toLowerCase())) this.issues.add(311, column);
    else if (looksLikeFormula(name)) this.issues.add(310, column);
    return id;
  }

  private goal(text: string, start: number, end: number, flags: number, column: number): number {
    let id: number;
    if ((flags & ~PLAIN) === 0) {
      id = this.goalTexts.intern(text, start, end);
    } else {
      const decoded = decodeCell(text, start, end, flags);
      id = this.goalTexts.intern(decoded, 0, decoded.length);
    }
    if (id === this.goals.length) this.learnGoal(this.goalTexts.texts[id]!);
    const code = this.goalCodes[id]!;
    if (code !== 0) this.issues.add(code, column);
    return id;
  }

  private learnGoal(text: string): void {
    const { value, kind } = readPercent(text, this.decimal);
    this.goals.push(value);
    this.goalCodes.push(PERCENT_CODES[kind]);
  }

  private text(text: string, start: number, end: number, flags: number, column: number): void {
    const first = start + ((flags & CellFlag.Quoted) === 0 ? 0 : 1);
    if (!isFormulaSign(text.charCodeAt(first))) return;
    const last = (flags & CellFlag.Quoted) === 0 ? end : closingQuote(text, start);
    if (looksLikeFormula(text.slice(first, Math.min(last, first + LONGEST_NUMBER))))
      this.issues.add(310, column);
  }
}

const PERCENT_CODES = {
  plain: 0,
  bare: 422,
  ambiguous: 421,
  grouping: 412,
  negative: 413,
  bad: 411,
} as const;

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : NaN;
}

function kindNumber(column: Column): number {
  return KINDS.indexOf(column.kind);
}
