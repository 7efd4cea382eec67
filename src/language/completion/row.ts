import type { Column, LiveNotebook, RetentionDocument, TextRange } from '../../core';
import { encodeCell } from '../../core';
import { newRowCompletions } from './newRow';
import { neighboursOf, nextPeriods } from './nextPeriods';
import type { NextPeriod } from './nextPeriods';
import { text } from './text';
import { completion } from './types';
import type { Completion, TextLine } from './types';

/**
 * What a cell can say, where the file tells: the period, or the segment. Numbers are never suggested, lest Enter
 * behind one takes another.
 */
export function rowCompletions(
  notebook: LiveNotebook,
  line: TextLine,
  row: number,
  offset: number,
): readonly Completion[] {
  const { document } = notebook;
  const place = cellAt(document, row, offset);
  if (place === null) return [];
  const { column, range } = place;
  if (document.cellCount(row) === 1 && document.columns.length > 1 && column.id === 'period') {
    return newRowCompletions(notebook, line, offset, row);
  }
  if (column.id === 'period') return periodCompletions(notebook, row, range);
  return column.id === 'segment' ? segmentCompletions(notebook, row, range) : [];
}

/** The cell at a place, or null where it has no column. */
function cellAt(
  document: RetentionDocument,
  row: number,
  offset: number,
): { readonly column: Column; readonly range: TextRange } | null {
  const count = Math.min(document.cellCount(row), document.columns.length);
  for (let index = 0; index < count; index++) {
    const range = document.cellRange(row, index)!;
    if (offset <= range.end) return offset < range.start ? null : { column: document.columns[index]!, range };
  }
  return null;
}

function periodCompletions({ document, today }: LiveNotebook, row: number, range: TextRange): Completion[] {
  const neighbours = neighboursOf(document, row, row + 1);
  const own = document.segment(row);
  const found = nextPeriods(document, neighbours, own === '' ? null : own, today);
  const quoted = document.cellIsQuoted(row, document.column('period')!.index);
  return distinct(found).map((next) =>
    completion({
      kind: 'period',
      label: next.period,
      detail: detailOf(document, next, found),
      range,
      text: encodeCell(next.period, document.settings.delimiter, '\n', quoted),
    }),
  );
}

function distinct(found: readonly NextPeriod[]): readonly NextPeriod[] {
  return found.filter((next, index) => found.findIndex(({ period }) => period === next.period) === index);
}

/** Which segments it is the next one of, when it is not of all. */
function detailOf(
  document: RetentionDocument,
  { period, after }: NextPeriod,
  found: readonly NextPeriod[],
): string {
  if (after === null) return '';
  const before = document.cellText(after, document.column('period')!.index).trim();
  const others = found.some((next) => next.period !== period);
  const segments = found
    .filter((next) => next.period === period)
    .map(({ segment }) => segment || text.allCustomers);
  return others ? text.afterIn(before, segments.slice(0, 3).join(', ')) : text.after(before);
}

/** All segments, those without a row for the period first. */
function segmentCompletions(notebook: LiveNotebook, row: number, range: TextRange): Completion[] {
  const { document } = notebook;
  const period = document.period(row);
  const { has } = neighboursOf(document, row, row + 1);
  const { index } = document.column('segment')!;
  const quoted = document.cellIsQuoted(row, index);
  const written = period === null ? '' : document.cellText(row, document.column('period')!.index).trim();
  // The segment that is being typed is none until it is complete.
  const typed = document.segment(row);
  const names = [...new Set([...document.settings.segments, ...notebook.segments])].filter(
    (name) => name !== '',
  );
  const known = names.filter((name) => name !== typed || isElsewhere(document, row, name));
  const taken = known.filter((name) => period !== null && has(name, period));
  return [...known.filter((name) => !taken.includes(name)), ...taken].map((name) =>
    completion({
      kind: 'segment',
      label: name,
      detail: period === null ? '' : taken.includes(name) ? text.hasRow(written) : text.noRowYet(written),
      range,
      text: encodeCell(name, document.settings.delimiter, '\n', quoted),
    }),
  );
}

/** True for a segment that the settings list, or that has a row before or behind this one. */
function isElsewhere(document: RetentionDocument, row: number, name: string): boolean {
  return document.settings.segments.includes(name) || neighboursOf(document, row, row + 1).last.has(name);
}
