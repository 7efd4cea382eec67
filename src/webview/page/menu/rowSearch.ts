import { parsePeriod } from '../../../core';
import type { RetentionDocument } from '../../../core';

/**
 * The row a person means by its number, its period or its segment; -1 when there is none. A number beyond the
 * last row may still be a year. Of several rows with the same period the first is meant; a text that no row has
 * may be the beginning of one (`2024` of `2024-01`).
 *
 * @example
 * findRow(document, '12'); // 11
 * findRow(document, '2024-q3'); // the first row of that quarter
 */
export function findRow(document: RetentionDocument, typed: string): number {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return -1;
  if (/^\d+$/.test(wanted)) {
    const row = Number(wanted) - 1;
    if (row >= 0 && row < document.rowCount) return row;
  }
  const texts = textsOf(document);
  const period = parsePeriod(wanted.toUpperCase());
  let beginning = -1;
  for (let row = 0; row < document.rowCount; row++) {
    for (const textAt of texts) {
      const cell = textAt(row).trim().toLowerCase();
      if (cell === wanted) return row;
      if (beginning < 0 && cell.startsWith(wanted)) beginning = row;
    }
    if (period !== null) {
      const own = document.period(row);
      if (own?.firstDay === period.firstDay && own.lastDay === period.lastDay) return row;
    }
  }
  return beginning;
}

function textsOf(document: RetentionDocument): ((row: number) => string)[] {
  const period = document.column('period');
  const texts: ((row: number) => string)[] = [];
  if (period !== null) texts.push((row) => document.cellText(row, period.index));
  if (document.column('segment') !== null) texts.push((row) => document.segment(row));
  return texts;
}
