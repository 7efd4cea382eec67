import { afterEol, lineEnd } from '../text/chars';
import { decodeCell, isBlank } from '../text/encode';
import { LineKind, lineKind } from '../text/lines';
import { CellFlag } from '../text/cells';
import { Scanner } from '../text/scan';
import type { SourceDelimiter } from './types';

/** A record of a table from elsewhere. */
export interface SourceRecord {
  /** Decoded: without quotes, line breaks as \n. */
  readonly cells: readonly string[];
  /** Its first line in the source, from 1. */
  readonly line: number;
  /** As it stands there, for a record that begins with `#` and may be a comment; else null. */
  readonly comment: string | null;
  /** A quote in it is never closed, so it was read as one line. */
  readonly isOpen: boolean;
  /** Text follows a closing quote: a sign of another delimiter. */
  readonly isTorn: boolean;
}

/**
 * The records of a text, by the format's own scanner: nothing is lost by a quote that is never closed. A line of nothing
 * but white space has one blank cell.
 *
 * @param width cells that a record of several lines must have; 0 accepts any number
 * @example
 * [...sourceRecords('a;"b\nc"\n', ';')][0]?.cells; // ['a', 'b\nc']
 */
export function* sourceRecords(
  text: string,
  delimiter: SourceDelimiter,
  from = 0,
  width = () => 0,
): Generator<SourceRecord> {
  const scanner = new Scanner(text, delimiter);
  const code = delimiter.charCodeAt(0);
  let line = 1 + lineBreaks(text, 0, from);
  for (let position = from; position < text.length;) {
    const kind = lineKind(text, position, text.length, code);
    if (kind === LineKind.Blank) {
      yield { cells: [''], line: line++, comment: null, isOpen: false, isTorn: false };
      position = afterEol(text, lineEnd(text, position));
      continue;
    }
    scanner.expected = width();
    const end = scanner.scan(position);
    const { starts, ends, flags, count } = scanner.cells;
    const cells: string[] = [];
    let isTorn = false;
    for (let index = 0; index < count; index++) {
      const cell = decodeCell(text, starts[index]!, ends[index]!, flags[index]!);
      isTorn ||= (flags[index]! & CellFlag.TextAfterQuote) !== 0;
      cells.push(cell);
    }
    const isComment = kind === LineKind.Comment || kind === LineKind.Note;
    const comment = isComment ? text.slice(position, end).replace(/\r\n?|\n/g, '\n# ') : null;
    yield { cells, line, comment, isOpen: scanner.recovered, isTorn };
    const next = afterEol(text, end);
    line += lineBreaks(text, position, next);
    position = next;
  }
}

/** True when a record has no text. */
export function isBlankRecord({ cells }: Pick<SourceRecord, 'cells'>): boolean {
  return cells.every(isBlank);
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let position = lineEnd(text, from, to); position < to; position = lineEnd(text, position, to)) {
    position = afterEol(text, position);
    count++;
  }
  return count;
}
