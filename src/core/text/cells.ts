/** What the scanner noticed about a cell; a set of bits. */
export const CellFlag = {
  /** The cell begins with a quote that is closed. */
  Quoted: 1,
  /** It holds doubled quotes. */
  Escaped: 2,
  /** Text follows the closing quote. */
  TextAfterQuote: 4,
  /** A line ending lies inside the quotes. */
  MultiLine: 8,
  /** It begins with a quote that is never closed, which is therefore taken literally. */
  Unclosed: 16,
  /** An unquoted cell holds `#`, where other readers cut the line off. */
  Hash: 32,
  /** The whole cell is a plain number, kept in `CellBuffer.numbers`. */
  Number: 64,
} as const;

/** Ranges and flags of the cells of one record, reused from record to record. */
export class CellBuffer {
  count = 0;
  starts = new Int32Array(32);
  ends = new Int32Array(32);
  flags = new Uint8Array(32);
  /** Values of the cells with the flag `Number`; meaningless elsewhere. */
  numbers = new Float64Array(32);

  add(start: number, end: number, flags: number): void {
    const index = this.count;
    if (index === this.starts.length) this.grow();
    this.starts[index] = start;
    this.ends[index] = end;
    this.flags[index] = flags;
    this.count = index + 1;
  }

  addNumber(start: number, end: number, value: number): void {
    this.add(start, end, CellFlag.Number);
    this.numbers[this.count - 1] = value;
  }

  private grow(): void {
    const capacity = this.starts.length * 2;
    this.starts = resized(this.starts, new Int32Array(capacity));
    this.ends = resized(this.ends, new Int32Array(capacity));
    this.flags = resized(this.flags, new Uint8Array(capacity));
    this.numbers = resized(this.numbers, new Float64Array(capacity));
  }
}

function resized<T extends Int32Array | Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
