import type { Fix, Problem } from '../document/problem';
import type { RetentionDocument } from '../document/types';
import { formatDay } from '../document/calendar';
import { moveRows, setSetting } from '../document/edits';
import { Flag } from './flags';
import { nameOfRow, problemAt, textOf } from './place';
import type { RowTable } from './rowTable';
import { NONE } from './rowTable';

const PLURALS = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  year: 'years',
  custom: 'periods of any length',
} as const;

/** R403–R406 of a row: how its period fits among the others of its segment. */
export function orderProblems(document: RetentionDocument, table: RowTable, row: number): Problem[] {
  const flags = table.flags[row]!;
  const problems: Problem[] = [];
  if (flags & Flag.repeats) problems.push(repeated(document, table, row));
  if (flags & Flag.granularity) problems.push(otherGranularity(document, row));
  if (flags & Flag.order) problems.push(outOfOrder(document, table, row));
  if (flags & Flag.overlap) problems.push(overlapping(document, table, row));
  return problems;
}

function repeated(document: RetentionDocument, table: RowTable, row: number): Problem {
  const first = table.rival[row]!;
  const segment = document.segment(row);
  const of = segment === '' ? '' : ` of ${segment}`;
  return problemAt(document, {
    code: 'R403',
    message:
      `${textOf(document, row, 'period')}${of} is already in row ${first + 1}: ` +
      'keep one of the two rows, or correct the period or the segment.',
    row,
    column: 'period',
  });
}

function otherGranularity(document: RetentionDocument, row: number): Problem {
  const own = document.period(row)?.granularity ?? 'custom';
  const period = textOf(document, row, 'period');
  const is = own === 'custom' ? 'has a length of its own' : `is a ${own}`;
  const { granularity } = document;
  return problemAt(document, {
    code: 'R404',
    message:
      `${period} ${is}, but ${document.settings.granularity === null ? 'most rows are' : 'the file is set to'} ` +
      `${PLURALS[granularity]}: rates of periods of different length cannot be compared. ` +
      `Write a ${granularity}, or set granularity to custom.`,
    row,
    column: 'period',
    fixes: [
      {
        title: 'Set granularity to custom',
        edits: setSetting(document, 'granularity', 'custom'),
        safe: false,
      },
    ],
  });
}

function outOfOrder(document: RetentionDocument, table: RowTable, row: number): Problem {
  const before = table.filePrevious[row]!;
  const target = laterRowBefore(table, row);
  const fix: Fix = {
    title: `Move the row above ${nameOfRow(document, target, row)}`,
    edits: moveRows(document, [row], target),
    // Behind a quote that is never closed, rows in another order may be read as one.
    safe: !document.hasOpenQuote,
  };
  return problemAt(document, {
    code: 'R405',
    message:
      `${textOf(document, row, 'period')} comes after ${nameOfRow(document, before, row)} (row ${before + 1}) in the ` +
      'file: results do not depend on the order, but diffs are easier to read when time runs downwards.',
    row,
    column: 'period',
    fixes: [fix],
  });
}

/** The row that follows in time where it stands above, else the one that is too early. */
function laterRowBefore(table: RowTable, row: number): number {
  const next = table.next[row]!;
  return next !== NONE && next < row ? next : table.filePrevious[row]!;
}

function overlapping(document: RetentionDocument, table: RowTable, row: number): Problem {
  const other = table.rival[row]!;
  const from = Math.max(table.first[row]!, table.first[other]!);
  const to = Math.min(table.last[row]!, table.last[other]!);
  const days = from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
  return problemAt(document, {
    code: 'R406',
    message:
      `${textOf(document, row, 'period')} overlaps ${nameOfRow(document, other, row)} (row ${other + 1}): ` +
      `${days} would count twice. Correct one of the two periods, or give the rows different segments.`,
    row,
    column: 'period',
  });
}
