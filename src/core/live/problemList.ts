import type { Problem } from '../document/problem';
import type { ProblemCounts, RetentionDocument } from '../document/types';
import { SEVERITIES } from './problemRows';
import type { ProblemRows } from './problemRows';

/** A problem as a list shows it, without what would remove it. */
export type ListedProblem = Omit<Problem, 'fixes'>;

/** What is listed. */
interface Source {
  readonly document: Pick<RetentionDocument, 'rowRange'>;
  readonly problemCounts: ProblemCounts;
  problemsOutsideRows(): readonly Problem[];
}

/** The first problems in the order of their places; those of a row as `ofRow` says them. */
export function firstProblems<T extends ListedProblem>(
  source: Source,
  rows: ProblemRows,
  limit: number,
  ofRow: (row: number) => readonly T[],
): readonly (T | Problem)[] {
  const outside = source.problemsOutsideRows();
  const problems: (T | Problem)[] = [];
  let next = 0;
  for (const row of rows.rows()) {
    if (problems.length >= limit) break;
    const { start, end } = source.document.rowRange(row);
    while (next < outside.length && outside[next]!.range.start < start) problems.push(outside[next++]!);
    const inside: (T | Problem)[] = [...ofRow(row)];
    // What is wrong with the file may lie in a row: a NUL, the first other line ending.
    const first = next;
    while (next < outside.length && outside[next]!.range.start < end) inside.push(outside[next++]!);
    problems.push(...(next > first ? inside.sort(byPlace) : inside));
  }
  while (next < outside.length && problems.length < limit) problems.push(outside[next++]!);
  return problems.length > limit ? problems.slice(0, limit) : problems;
}

/**
 * How many problems come before one in the order of their places: its index among `firstProblems`, without making them.
 * Costs the rows with problems before it, and of each only how many it has.
 *
 * @param countOf how many `ofRow` says
 */
export function countBefore(
  source: Source,
  rows: ProblemRows,
  problem: ListedProblem,
  countOf: (row: number) => number,
  ofRow: (row: number) => readonly ListedProblem[],
): number {
  const isBefore = (other: ListedProblem): boolean => byPlace(other, problem) < 0;
  const place = problem.range.start;
  let count = source.problemsOutsideRows().filter(isBefore).length;
  for (const row of rows.rows()) {
    const { start, end } = source.document.rowRange(row);
    if (start > place) break;
    count += end <= place ? countOf(row) : ofRow(row).filter(isBefore).length;
  }
  return count;
}

/** Errors before warnings before hints, as many as there is room for; then in the order of their places. */
export function worstProblems<T extends ListedProblem>(
  source: Source,
  rows: ProblemRows,
  limit: number,
  ofRow: (row: number) => readonly T[],
): readonly (T | Problem)[] {
  const { error, warning, info } = source.problemCounts;
  if (error + warning + info <= limit) return firstProblems(source, rows, limit, ofRow);
  const worst: (T | Problem)[] = [];
  for (const severity of SEVERITIES) {
    const isSo = (problem: ListedProblem): boolean => problem.severity === severity;
    worst.push(...source.problemsOutsideRows().filter(isSo));
    for (const row of rows.rows(severity)) {
      if (worst.length >= limit) break;
      worst.push(...ofRow(row).filter(isSo));
    }
    if (worst.length >= limit) break;
  }
  return worst.slice(0, limit).sort(byPlace);
}

/** Problems at the same place by their codes. */
export function byPlace(a: ListedProblem, b: ListedProblem): number {
  return (
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}
