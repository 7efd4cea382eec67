import { CR, HASH, LF, SPACE, TAB, isSpace } from './chars';

/** What a line that begins at a record's place is. */
export const LineKind = { Record: 0, Comment: 1, Note: 2, Blank: 3, Marker: 4 } as const;
export type LineKind = (typeof LineKind)[keyof typeof LineKind];

const GREATER = 62;

/**
 * The kind of the line at `from`, which must be the beginning of a line outside quotes.
 *
 * A line of spaces is blank, as pandas has it; tabs are cells where the tab is the delimiter.
 */
export function lineKind(text: string, from: number, to: number, delimiter: number): LineKind {
  if (from >= to) return LineKind.Blank;
  const code = text.charCodeAt(from);
  // Digits and letters begin nearly every row; nothing below can be one.
  if ((code > GREATER && code !== 124 && code < 128) || (code > 47 && code < 58)) return LineKind.Record;
  if (code === HASH) {
    return from + 1 < to && text.charCodeAt(from + 1) === GREATER ? LineKind.Note : LineKind.Comment;
  }
  if (code === LF || code === CR) return LineKind.Blank;
  if (isSpace(code)) return isBlankLine(text, from, to, delimiter) ? LineKind.Blank : LineKind.Record;
  return isMarkerLine(text, from, to) ? LineKind.Marker : LineKind.Record;
}

/**
 * True for a line that git writes around a conflict: seven `<`, `|`, `=` or `>`, then a space or the
 * line's end.
 */
export function isMarkerLine(text: string, from: number, to: number = text.length): boolean {
  const code = text.charCodeAt(from);
  if (code !== 60 && code !== 61 && code !== GREATER && code !== 124) return false;
  if (from + 7 > to) return false;
  for (let index = 1; index < 7; index++) {
    if (text.charCodeAt(from + index) !== code) return false;
  }
  if (from + 7 === to) return true;
  const after = text.charCodeAt(from + 7);
  return after === LF || after === CR || after === SPACE;
}

function isBlankLine(text: string, from: number, to: number, delimiter: number): boolean {
  for (let position = from; position < to; position++) {
    const code = text.charCodeAt(position);
    if (code === LF || code === CR) return true;
    if (!isSpace(code) || (code === TAB && delimiter === TAB)) return false;
  }
  return true;
}
