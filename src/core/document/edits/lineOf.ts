import type { RetentionDocument } from '../types';
import { writeRecord } from './write';

const OPEN_QUOTE = 'R301';

/** A row as it is written; one with an open quote, which would swallow what it is put in front of, is closed. */
export function lineOf(document: RetentionDocument, row: number): string {
  if (!document.hasOpenQuote || !document.problemsOfRow(row).some(({ code }) => code === OPEN_QUOTE)) {
    const { start, end } = document.rowRange(row);
    return document.slice(start, end);
  }
  const count = document.cellCount(row);
  return writeRecord(
    document,
    Array.from({ length: count }, (_, column) => document.cellText(row, column)),
  );
}
