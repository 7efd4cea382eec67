import { BOM, afterEol, lineEnd } from '../text/chars';
import type { Eol } from '../text/chars';
import type { TextRange } from '../text/edit';
import { LineKind, lineKind } from '../text/lines';
import { Scanner } from '../text/scan';
import { readFront } from './front';
import type { Front } from './front';
import { readHeader } from './header';
import type { Header } from './header';
import type { Problem } from './problem';
import { resolveSettings } from './settings';
import type { Settings } from './types';

/** Everything of a file before its first row. */
export interface Head {
  readonly hasBom: boolean;
  readonly front: Front | null;
  readonly settings: Settings;
  /** Null when the file has no record at all. */
  readonly header: Header | null;
  /** The header had a quote that is never closed and was read as one line. */
  readonly recovered: boolean;
  /** Offset after the header and its line ending; without a header the end of the text. */
  readonly end: number;
  /** Problems of the settings and the header. */
  readonly problems: readonly Problem[];
}

/** Reads the settings and the header of a text. */
export function readHead(text: string, eol: Eol): Head {
  const hasBom = text.charCodeAt(0) === BOM;
  const front = readFront(text, hasBom ? 1 : 0);
  const { settings, problems } = resolveSettings(text, front, eol);
  const delimiter = settings.delimiter.charCodeAt(0);
  let position = front?.end ?? (hasBom ? 1 : 0);
  while (position < text.length && lineKind(text, position, text.length, delimiter) !== LineKind.Record) {
    position = afterEol(text, lineEnd(text, position));
  }
  if (position >= text.length) {
    return { hasBom, front, settings, header: null, recovered: false, end: text.length, problems };
  }
  const scanner = new Scanner(text, settings.delimiter);
  const range: TextRange = { start: position, end: scanner.scan(position) };
  const header = readHeader(text, scanner.cells, range, settings, eol);
  return {
    hasBom,
    front,
    settings,
    header,
    recovered: scanner.recovered,
    end: afterEol(text, range.end),
    problems: [...problems, ...header.problems],
  };
}
