import type { ColumnId, LiveNotebook, RetentionDocument } from '../../core';
import { encodeCell, firstIndex } from '../../core';
import { neighboursOf, nextPeriods } from './nextPeriods';
import type { NextPeriod } from './nextPeriods';
import { text } from './text';
import { completion, literal } from './types';
import type { Completion, TextLine } from './types';

/** More segments are not offered a row each: nobody reads them. */
const MOST = 50;

/** Counts to be typed into a new row, in the order in which people know them. */
const TYPED: ReadonlySet<ColumnId | null> = new Set<ColumnId>(['start', 'new', 'lost', 'end']);

/**
 * Whole rows for the periods to come: with the segment, the customers the last period ended with, and places for the
 * other counts.
 *
 * @param row the row that consists of what was typed so far, or null on a blank line
 */
export function newRowCompletions(
  notebook: LiveNotebook,
  line: TextLine,
  offset: number,
  row: number | null = null,
): readonly Completion[] {
  const { document } = notebook;
  if (document.column('period') === null) return [];
  const neighbours = neighboursOf(document, row, row === null ? nextRow(document, offset) : row + 1);
  const range = { start: line.start, end: line.start + line.text.length };
  return nextPeriods(document, neighbours, null, notebook.today)
    .slice(0, MOST)
    .map((next) => {
      const start = startOf(document, next);
      return completion({
        kind: 'row',
        label: next.segment === '' ? next.period : `${next.period} · ${next.segment}`,
        detail: start === '' ? text.newRow : text.newRowFrom(start),
        range,
        text: rowSnippet(document, next, start),
        snippet: true,
        filter: `${next.period} ${next.segment}`,
      });
    });
}

/** The first row behind a place between the rows. */
function nextRow(document: RetentionDocument, offset: number): number {
  return firstIndex(document.rowCount, (row) => document.rowRange(row).start >= offset);
}

/** What the period before ended with, as it is written there; '' where that is not known. */
function startOf(document: RetentionDocument, { after }: NextPeriod): string {
  const end = document.column('end');
  if (after === null || end === null || document.column('start') === null) return '';
  return document.number(after, 'end') === null ? '' : document.cellText(after, end.index).trim();
}

function rowSnippet(document: RetentionDocument, { period, segment }: NextPeriod, start: string): string {
  const { delimiter } = document.settings;
  let stop = 0;
  const cells = document.columns.map(({ id }) => {
    const given = id === 'period' ? period : id === 'segment' ? segment : id === 'start' ? start : '';
    if (given !== '') return literal(encodeCell(given, delimiter, '\n'));
    return TYPED.has(id) ? `$${++stop}` : '';
  });
  return cells.join(delimiter);
}
