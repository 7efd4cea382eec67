import type { ColumnId, RetentionDocument } from '../document/types';
import type { Fix, Problem, ProblemCode } from '../document/problem';
import { severityOf } from '../document/reportProblem';
import { formatCount } from '../format';

/** Where and how a check reports, without the text. */
interface Report {
  readonly code: ProblemCode;
  readonly message: string;
  readonly row: number;
  /** The column whose cell is meant. */
  readonly column: ColumnId;
  readonly fixes?: readonly Fix[];
}

/** A problem at a cell of a known column; at the whole row where the row or the file has no such cell. */
export function problemAt(document: RetentionDocument, report: Report): Problem {
  const column = document.column(report.column);
  const range = column === null ? null : document.cellRange(report.row, column.index);
  return {
    code: report.code,
    severity: severityOf(report.code),
    message: report.message,
    range: range ?? document.rowRange(report.row),
    row: report.row,
    column: column?.index ?? null,
    fixes: report.fixes ?? [],
  };
}

/**
 * What people call a row: its period, with the segment or the row's number where that is needed to tell it from another.
 *
 * @example
 * nameOfRow(document, 1, 0); // '2024-Q2', or 'row 2' when both rows have the same period
 */
export function nameOfRow(document: RetentionDocument, row: number, seenFrom: number): string {
  const period = textOf(document, row, 'period');
  return period === '' || period === textOf(document, seenFrom, 'period') ? `row ${row + 1}` : period;
}

/** Text of a known column's cell without spaces around it; '' when there is none. */
export function textOf(document: RetentionDocument, row: number, id: ColumnId): string {
  const column = document.column(id);
  return column === null ? '' : document.cellText(row, column.index).trim();
}

/** True when the row itself gives a value in this column, so that it does not follow from others. */
export function isGiven(document: RetentionDocument, row: number, id: ColumnId): boolean {
  return document.number(row, id) !== null;
}

/** `5 more`, `5 fewer`. */
export function moreOrFewer(difference: number): string {
  return `${formatCount(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} or ${items[items.length - 1]!}`;
}
