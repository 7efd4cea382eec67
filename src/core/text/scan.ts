import { CellBuffer, CellFlag } from './cells';
import { CR, HASH, LF, QUOTE, isSpace } from './chars';
import { EXACT_DIGITS, POWERS_OF_TEN } from './decimal';

const ZERO = 48;
const NINE = 57;

/**
 * Reads RFC 4180 records from a text, one at a time, and knows the exact place of every cell.
 *
 * A quote that is never closed must not swallow the file: when a cell with a line break in it leads to
 * another number of cells than the header has, to text after the closing quote, or to the end of the file,
 * the record is read again as one line (`recovered`). Attempts that fail are paid from a budget of a few
 * times the text's length; when it is used up, records are no longer tried over several lines, so that
 * the time stays proportional to the text for any input.
 *
 * @example
 * const scanner = new Scanner('a,"b,c"\n', ',');
 * scanner.scan(0); // 7, the offset of the line ending
 * scanner.cells.count; // 2
 */
export class Scanner {
  readonly cells = new CellBuffer();
  /** Cells a record of several lines must have; 0 accepts any number. */
  expected = 0;
  /** The last record had an open quote and was read as one line. */
  recovered = false;
  /** The last record has a line ending inside quotes. */
  multiLine = false;

  private readonly delimiter: number;
  private readonly decimal: number;
  private readonly ceiling: number;
  private budget: number;
  private firstEol = -1;
  private failedAt = 0;

  /** `decimal` is the sign of decimal numbers, '' where no numbers are wanted. */
  constructor(
    public text: string,
    delimiter: string,
    decimal: '.' | ',' | '' = '',
  ) {
    this.delimiter = delimiter.charCodeAt(0);
    this.decimal = decimal === '' || decimal === delimiter ? -1 : decimal.charCodeAt(0);
    this.ceiling = Math.max(this.delimiter, HASH);
    this.budget = 4 * text.length + 65_536;
  }

  /** Reads the record at `from` into `cells`; returns the offset of its line ending (or the end). */
  scan(from: number): number {
    this.recovered = false;
    const end = this.read(from, this.text.length, true);
    if (end >= 0) return end;
    this.recovered = true;
    this.multiLine = false;
    const lineEnd = this.firstEol < 0 ? this.text.length : this.firstEol;
    this.budget -= this.failedAt - lineEnd;
    return this.read(from, lineEnd, false);
  }

  /** Reads the cells of a record whose end is known. */
  split(from: number, to: number): void {
    this.recovered = false;
    this.read(from, to, false);
  }

  /** Returns the record's end, or −1 when it is doubtful (`doubt` asks for that judgement). */
  private read(from: number, to: number, doubt: boolean): number {
    const { text, cells, delimiter } = this;
    cells.count = 0;
    this.multiLine = false;
    this.firstEol = -1;
    let position = from;
    for (;;) {
      if (position < to && text.charCodeAt(position) === QUOTE) {
        position = this.readQuoted(position, to, doubt);
        if (position < 0) return -1;
      } else {
        position = this.readPlain(position, to);
      }
      const more = position < to && text.charCodeAt(position) === delimiter;
      if (doubt && !this.fits(more)) {
        this.failedAt = position;
        return -1;
      }
      if (!more) return position;
      position++;
    }
  }

  /** Adds the cell without quotes that begins at `start`; returns its end. */
  private readPlain(start: number, to: number): number {
    const { text, delimiter, decimal, ceiling } = this;
    let position = start;
    let mantissa = 0;
    let point = -1;
    let code = LF;
    // Most cells are numbers: their value is at hand before anybody asks for it.
    for (; position < to; position++) {
      code = text.charCodeAt(position);
      if (code >= ZERO && code <= NINE) mantissa = mantissa * 10 + (code - ZERO);
      else if (code === decimal && point < 0) point = position;
      else break;
    }
    if (position === to || code === delimiter || code === LF || code === CR) {
      if (position > start && position - start <= EXACT_DIGITS) {
        if (point < 0) {
          this.cells.addNumber(start, position, mantissa);
          return position;
        }
        if (point > start && point + 1 < position) {
          this.cells.addNumber(start, position, mantissa / POWERS_OF_TEN[position - point - 1]!);
          return position;
        }
      }
      this.cells.add(start, position, 0);
      return position;
    }
    let flags = 0;
    for (; position < to; position++) {
      code = text.charCodeAt(position);
      if (code > ceiling) continue;
      if (code === delimiter || code === LF || code === CR) break;
      if (code === HASH) flags = CellFlag.Hash;
    }
    this.cells.add(start, position, flags);
    return position;
  }

  /** Adds the cell whose opening quote is at `start`; returns its end, or −1 when the record is doubtful. */
  private readQuoted(start: number, to: number, doubt: boolean): number {
    const { text, delimiter } = this;
    let flags: number = CellFlag.Quoted;
    let position = start + 1;
    for (; ; position++) {
      if (position >= to) {
        this.failedAt = position;
        return doubt ? -1 : this.readLiterally(start, to);
      }
      const code = text.charCodeAt(position);
      if (code === QUOTE) {
        if (position + 1 >= to || text.charCodeAt(position + 1) !== QUOTE) break;
        flags |= CellFlag.Escaped;
        position++;
      } else if (code === LF || code === CR) {
        flags |= CellFlag.MultiLine;
        this.multiLine = true;
        if (this.firstEol < 0) this.firstEol = position;
        if (doubt && this.budget < 0) {
          this.failedAt = position;
          return -1;
        }
      }
    }
    position++;
    let blank = true;
    for (; position < to; position++) {
      const code = text.charCodeAt(position);
      if (code === delimiter || code === LF || code === CR) break;
      flags |= CellFlag.TextAfterQuote;
      if (!isSpace(code)) {
        if (code === HASH) flags |= CellFlag.Hash;
        blank = false;
      }
    }
    this.failedAt = position;
    if (doubt && !blank && (flags & CellFlag.MultiLine) !== 0) return -1;
    this.cells.add(start, position, flags);
    return position;
  }

  /** Adds the cell at `start` with its opening quote taken for text. */
  private readLiterally(start: number, to: number): number {
    const { text, delimiter } = this;
    let flags: number = CellFlag.Unclosed;
    let position = start + 1;
    for (; position < to; position++) {
      const code = text.charCodeAt(position);
      if (code === delimiter || code === LF || code === CR) break;
      if (code === HASH) flags |= CellFlag.Hash;
    }
    this.cells.add(start, position, flags);
    return position;
  }

  /** True unless a record of several lines has, or is going to have, another number of cells than it must. */
  private fits(more: boolean): boolean {
    if (!this.multiLine || this.expected === 0) return true;
    return more ? this.cells.count < this.expected : this.cells.count === this.expected;
  }
}
