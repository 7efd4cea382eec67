import { afterEol } from '../text/chars';
import { LineKind, lineKind } from '../text/lines';
import { Scanner } from '../text/scan';
import { quotedMarkers } from './markers';
import type { Settings } from './types';

/** Records of a text that was read by itself: places and lengths, each with its line ending. */
export interface Records {
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * The records of a text that holds nothing but records, each with its line ending; the last one may lack it
 * where `endsText`. Null when anything in it could read otherwise as part of a file.
 */
export function readRecords(
  text: string,
  { delimiter, decimal }: Settings,
  cellCount: number,
  endsText: boolean,
): Records | null {
  const scanner = new Scanner(text, delimiter, decimal);
  scanner.expected = cellCount;
  const delimiterCode = delimiter.charCodeAt(0);
  const records: Records = { starts: [], ends: [] };
  for (let position = 0; position < text.length;) {
    if (lineKind(text, position, text.length, delimiterCode) !== LineKind.Record) return null;
    const end = scanner.scan(position);
    if (scanner.recovered) return null;
    if (scanner.multiLine && quotedMarkers(text, position, end).length > 0) return null;
    const next = afterEol(text, end);
    if (next === end && !endsText) return null;
    records.starts.push(position);
    records.ends.push(end);
    position = next;
  }
  return records;
}
