import { firstIndex } from './search';
import type { TextRange } from './text/edit';

/** A place as editors name it: line and column from 1; columns count UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** A range as editors name it; its end is the place behind its last character. */
export interface LineColumnRange extends LineColumn {
  readonly endLine: number;
  readonly endColumn: number;
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
    const line = firstIndex(this.starts.length, (index) => this.starts[index]! > offset);
    return { line, column: offset - this.starts[line - 1]! + 1 };
  }

  range({ start, end }: TextRange): LineColumnRange {
    const { line: endLine, column: endColumn } = this.at(end);
    return { ...this.at(start), endLine, endColumn };
  }
}
