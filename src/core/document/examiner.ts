import type { CellBuffer } from '../text/cells';
import { CellFlag } from '../text/cells';
import { isInk } from '../text/chars';
import { closingQuote, decodeCell } from '../text/encode';
import type { Scanner } from '../text/scan';
import { SHAPE_CODES, SHAPE_FLAGS } from './cellShape';
import { CommonPeriod } from './commonPeriod';
import { LONGEST_NUMBER, isFormulaSign, looksLikeFormula } from './formula';
import type { Header } from './header';
import { IssueList, WHOLE_ROW } from './issues';
import { mayBeGrouped, readPlainNumber, repairNumber } from './number';
import { GoalNames, SegmentNames } from './names';
import { parsePeriod } from './period';
import { repairPeriod } from './periodRepair';
import type { RowTable } from './rowTable';
import { RowFlag } from './rowTable';
import { GRANULARITIES } from './settingRules';
import type { Column, ColumnKind, Settings } from './types';

const KINDS: readonly ColumnKind[] = ['period', 'segment', 'count', 'money', 'percent', 'text'];
/** The kinds of columns as numbers. */
export const CellKind = { Period: 0, Segment: 1, Count: 2, Money: 3, Percent: 4, Text: 5 } as const;
/** Cells of these flags stand for the text between their ends. */
const PLAIN = CellFlag.Hash | CellFlag.Unclosed | CellFlag.Number;

/** Reads the cells of a record: writes what they say into the table and lists what is wrong with them. */
export class Examiner {
  readonly issues = new IssueList();
  readonly segments = new SegmentNames();
  readonly goals: GoalNames;
  /** For each column its place in `RowTable.values`, or −1. */
  readonly valueSlots: Int32Array;
  readonly valueColumns: number;
  /** `CellKind`s of the columns. */
  readonly kinds: Uint8Array;
  private readonly common = new CommonPeriod();
  private readonly decimal: '.' | ',';
  private readonly decimalCode: number;
  private readonly cellCount: number;
  private readonly periodColumn: number;
  private firstDay = 0;
  private lastDay = 0;
  private granularity = 0;

  constructor(header: Header, settings: Settings) {
    this.decimal = settings.decimal;
    this.goals = new GoalNames(settings.decimal);
    this.decimalCode = settings.decimal.charCodeAt(0);
    this.cellCount = header.cellCount;
    this.kinds = Uint8Array.from(header.columns, kindNumber);
    this.periodColumn = this.kinds.indexOf(CellKind.Period);
    this.valueSlots = new Int32Array(header.columns.length).fill(-1);
    let slots = 0;
    for (const [index, kind] of this.kinds.entries()) {
      if (kind === CellKind.Count || kind === CellKind.Money) this.valueSlots[index] = slots++;
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
        case CellKind.Count:
        case CellKind.Money: {
          let value = NaN;
          if ((flags & CellFlag.Number) !== 0) {
            value = cells.numbers[column]!;
            if (kinds[column] === CellKind.Count) this.checkWhole(value, text, start, end, column);
          } else if (start < end) {
            value = this.number(text, start, end, flags, column, kinds[column] === CellKind.Count);
          }
          if (keeps) table.values[this.valueSlots[column]!]![row] = value;
          break;
        }
        case CellKind.Period:
          periodSeen = true;
          this.period(text, start, end, flags, column);
          table.firstDay[row] = this.firstDay;
          table.lastDay[row] = this.lastDay;
          table.granularity[row] = this.granularity;
          break;
        case CellKind.Segment:
          table.segment[row] = this.segment(text, start, end, flags, column);
          break;
        case CellKind.Percent:
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
    // The scanner has read what is written in the format's way without quotes and spaces.
    const decoded = decodeCell(text, start, end, flags).trim();
    if (decoded === '') return NaN;
    const value = readPlainNumber(decoded, 0, decoded.length, this.decimalCode);
    if (value < 0) {
      const { kind } = repairNumber(decoded, this.decimal);
      this.issues.add(kind === 'grouping' ? 412 : kind === 'negative' ? 413 : 411, column);
      return NaN;
    }
    if (isCount) this.checkWhole(value, decoded, 0, decoded.length, column);
    return value;
  }

  /** Customers are counted in whole numbers, and `1.000` may be one or a thousand of them. */
  private checkWhole(value: number, text: string, start: number, end: number, column: number): void {
    if (value % 1 !== 0 || mayBeGrouped(text, start, end)) this.issues.add(414, column);
  }

  private period(text: string, start: number, end: number, flags: number, column: number): void {
    if ((flags & ~PLAIN) === 0 && this.common.readText(text, start) === end) {
      this.granularity = this.common.granularity;
      this.firstDay = this.common.firstDay;
      this.lastDay = this.common.lastDay;
      return;
    }
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

  private segment(text: string, start: number, end: number, flags: number, column: number): number {
    let id: number;
    if ((flags & ~PLAIN) === 0 && isInk(text.charCodeAt(start)) && isInk(text.charCodeAt(end - 1))) {
      id = this.segments.intern(text, start, end);
    } else {
      const decoded = decodeCell(text, start, end, flags).trim();
      id = this.segments.intern(decoded, 0, decoded.length);
    }
    const code = this.segments.codeOf(id);
    if (code !== 0) this.issues.add(code, column);
    return id;
  }

  private goal(text: string, start: number, end: number, flags: number, column: number): number {
    let id: number;
    if ((flags & ~PLAIN) === 0) {
      id = this.goals.intern(text, start, end);
    } else {
      const decoded = decodeCell(text, start, end, flags);
      id = this.goals.intern(decoded, 0, decoded.length);
    }
    const code = this.goals.codeOf(id);
    if (code !== 0) this.issues.add(code, column);
    return id;
  }

  private text(text: string, start: number, end: number, flags: number, column: number): void {
    const first = start + ((flags & CellFlag.Quoted) === 0 ? 0 : 1);
    if (!isFormulaSign(text.charCodeAt(first))) return;
    const last = (flags & CellFlag.Quoted) === 0 ? end : closingQuote(text, start);
    // One character more than a number can have shows that there are more.
    if (looksLikeFormula(text.slice(first, Math.min(last, first + LONGEST_NUMBER + 1))))
      this.issues.add(310, column);
  }
}

function kindNumber(column: Column): number {
  return KINDS.indexOf(column.kind);
}
