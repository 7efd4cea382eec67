/** A place as editors name it: line and column from 1; columns count UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns offsets of a text into lines and columns. Finding the lines costs one pass; each look-up log n.
 *
 * Lines end with \n, \r\n or a lone \r, as in the format.
 *
 * @example
 * new Positions('a\nbc').at(3); // { line: 2, column: 2 }
 */
export class Positions {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    const ending = /\r\n|\n|\r/g;
    while (ending.test(text)) this.starts.push(ending.lastIndex);
  }

  at(offset: number): LineColumn {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.starts[low]! + 1 };
  }
}
