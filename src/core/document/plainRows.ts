import { CR, HASH, LF, QUOTE, isInk } from '../text/chars';
import { CodeWindow } from '../text/codeWindow';
import type { Codes } from '../text/codeWindow';
import { EXACT_DIGITS, POWERS_OF_TEN } from '../text/decimal';
import { HASH_SEED, hashStep } from '../text/interner';
import { CommonPeriod } from './commonPeriod';
import { CellKind } from './examiner';
import type { Examiner } from './examiner';
import { isFormulaSign } from './formula';
import type { RowTable } from './rowTable';
import type { Settings } from './types';

const ZERO = 48;
const NINE = 57;

/** Numbers so long are read in whole numbers of 32 bits, which are the quickest. */
const SHORT = 9;

/**
 * Reads rows in which nothing is odd, which in most files are nearly all, in one walk over their characters
 * straight into the table. At anything else (an open or multi-line quote, a cell too many or too few, a
 * number, period or percentage with anything to be said about it) it gives up, and the scanner and the
 * examiner read the row.
 */
export class PlainRows {
  private readonly period = new CommonPeriod();
  /** Null when no row is plain. */
  private readonly window: CodeWindow | null;
  /** Those in the window: a line ends in it, where each loop stops by itself. Places are counted from `offset`. */
  private codes: Codes = new Uint8Array();
  private offset = 0;
  private readonly delimiter: number;
  private readonly decimal: number;

  constructor(
    private readonly text: string,
    private readonly examiner: Examiner,
    { delimiter, decimal }: Settings,
    cellCount: number,
  ) {
    const isWhole = cellCount === examiner.kinds.length;
    this.window = isWhole ? new CodeWindow(text, text.includes('\n') ? '\n' : '\r') : null;
    this.delimiter = delimiter.charCodeAt(0);
    this.decimal = decimal.charCodeAt(0);
  }

  /** Reads the row at `from` into the table; returns the offset of its line ending, or −1 when it gave up. */
  read(from: number, table: RowTable, row: number): number {
    const { examiner, delimiter, window } = this;
    const { kinds, valueSlots } = examiner;
    const { values } = table;
    if (window === null || values.length < examiner.valueColumns) return -1;
    if (from >= window.end) {
      if (!window.moveTo(from)) return -1;
      this.codes = window.codes;
      this.offset = window.start;
    }
    const { codes, offset } = this;
    const last = kinds.length - 1;
    let position = from - offset;
    for (let column = 0; ; column++, position++) {
      const kind = kinds[column]!;
      if (kind === CellKind.Count || kind === CellKind.Money) {
        position = this.readNumber(position, values[valueSlots[column]!]!, row, kind === CellKind.Count);
      } else if (kind === CellKind.Text) {
        position = this.readText(position);
      } else if (kind === CellKind.Period) {
        position = this.readPeriod(position, table, row);
      } else {
        position = this.readName(position, kind, table, row);
      }
      if (position < 0) return -1;
      const code = codes[position]!;
      if (column === last) return code === LF || code === CR ? offset + position : -1;
      if (code !== delimiter) return -1;
    }
  }

  private readNumber(start: number, values: Float64Array, row: number, isCount: boolean): number {
    const { codes } = this;
    let position = start;
    let digits = 0;
    let code = codes[position]!;
    while (code >= ZERO && code <= NINE) {
      digits = (Math.imul(digits, 10) + (code - ZERO)) | 0;
      code = codes[++position]!;
    }
    let places = 0;
    if (code === this.decimal && position > start) {
      const point = position;
      code = codes[++position]!;
      while (code >= ZERO && code <= NINE) {
        digits = (Math.imul(digits, 10) + (code - ZERO)) | 0;
        code = codes[++position]!;
      }
      places = position - point - 1;
      if (places === 0) return -1;
    }
    const length = position - start;
    if (length > EXACT_DIGITS) return -1;
    let value = length <= SHORT ? digits : longDigits(codes, start, position);
    if (places > 0) {
      value /= POWERS_OF_TEN[places]!;
      if (isCount && (places === 3 || value !== Math.floor(value))) return -1;
    }
    values[row] = length === 0 ? NaN : value;
    return position;
  }

  private readText(start: number): number {
    const { codes, delimiter } = this;
    let position = start;
    let code = codes[position]!;
    if (code === QUOTE) return this.readQuotedText(start);
    if (isFormulaSign(code)) return -1;
    while (code !== delimiter && code !== LF && code !== CR) {
      if (code === HASH) return -1;
      code = codes[++position]!;
    }
    return position;
  }

  private readQuotedText(start: number): number {
    const { codes } = this;
    let position = start + 1;
    let code = codes[position]!;
    if (isFormulaSign(code)) return -1;
    for (;;) {
      if (code === QUOTE) {
        code = codes[++position]!;
        if (code !== QUOTE) return position;
      } else if (code === LF || code === CR) {
        return -1;
      }
      code = codes[++position]!;
    }
  }

  private readPeriod(start: number, table: RowTable, row: number): number {
    const { period } = this;
    const end = period.read(this.codes, start);
    table.firstDay[row] = period.firstDay;
    table.lastDay[row] = period.lastDay;
    table.granularity[row] = period.granularity;
    return end;
  }

  /** Reads a segment or a goal, of which a file has few different ones. */
  private readName(start: number, kind: number, table: RowTable, row: number): number {
    const { text, codes, offset, delimiter, examiner } = this;
    let position = start;
    let hash = HASH_SEED;
    let code = codes[position]!;
    if (code === QUOTE) return -1;
    const first = code;
    let last = code;
    while (code !== delimiter && code !== LF && code !== CR) {
      if (code === HASH) return -1;
      hash = hashStep(hash, code);
      last = code;
      code = codes[++position]!;
    }
    if (position > start && !(isInk(first) && isInk(last))) return -1;
    const names = kind === CellKind.Segment ? examiner.segments : examiner.goals;
    const id = position === start ? 0 : names.find(text, offset + start, offset + position, hash);
    if (names.codeOf(id) !== 0) return -1;
    if (kind === CellKind.Segment) table.segment[row] = id;
    else table.goal[row] = id;
    return position;
  }
}

/** The number that the digits from `start` to `end` make, whatever stands between them. */
function longDigits(codes: Codes, start: number, end: number): number {
  let digits = 0;
  for (let position = start; position < end; position++) {
    const digit = codes[position]! - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
  }
  return digits;
}
