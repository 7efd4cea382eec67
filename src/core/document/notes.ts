import { afterEol, lineEnd } from '../text/chars';
import type { TextRange } from '../text/edit';
import { LineKind, lineKind } from '../text/lines';

/** One line of the notes. */
export interface NoteLine {
  /** The whole line, without its ending. */
  readonly range: TextRange;
  /** Where its Markdown begins: after `#>` and one space. */
  readonly textStart: number;
  readonly text: string;
}

/** Adds the note lines between two offsets of a text, which must hold whole lines outside quotes. */
export function readNoteLines(
  text: string,
  from: number,
  to: number,
  delimiter: number,
  offset: number,
  lines: NoteLine[],
): void {
  let position = from;
  while (position < to) {
    const end = lineEnd(text, position, to);
    if (lineKind(text, position, to, delimiter) === LineKind.Note) {
      const textStart = text[position + 2] === ' ' ? position + 3 : position + 2;
      lines.push({
        range: { start: position + offset, end: end + offset },
        textStart: textStart + offset,
        text: text.slice(textStart, end),
      });
    }
    position = afterEol(text, end, to);
  }
}
