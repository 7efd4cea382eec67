import type { PageColumn } from '../columns';
import type { ColumnFilter, RowCondition, ViewCriteria } from './criteria';
import type { TableSource } from './values';
import { textRanks } from './sort';
import { numbersOf, textsOf } from './values';

/** Whether a row of the file is shown. */
export type RowTest = (row: number) => boolean;

/** The test that rows have to pass, or null when all do. Filters of columns that do not exist are passed over. */
export function rowTest(source: TableSource, { filters, conditions }: ViewCriteria): RowTest | null {
  const tests = [
    ...filters.flatMap((filter) => {
      const column = source.columns.find(({ key }) => key === filter.column);
      return column === undefined ? [] : [columnTest(source, column, filter)];
    }),
    ...conditions.map((condition) => conditionTest(source, condition)),
  ];
  const [only, second] = tests;
  if (only === undefined) return null;
  return second === undefined ? only : (row) => tests.every((test) => test(row));
}

function columnTest(source: TableSource, column: PageColumn, filter: ColumnFilter): RowTest {
  if (filter.type === 'range') {
    const numberAt = numbersOf(source, column);
    const { min, max } = filter;
    return (row) => {
      const value = numberAt(row);
      return !Number.isNaN(value) && (min === null || value >= min) && (max === null || value <= max);
    };
  }
  const textAt = textsOf(source, column);
  const values = new Set(filter.values);
  return (row) => values.has(textAt(row)) === filter.keep;
}

function conditionTest({ notebook }: TableSource, condition: RowCondition): RowTest {
  if (condition === 'hasProblem') return (row) => notebook.hasProblems(row);
  return (row) => {
    const gap = notebook.figure(row, 'gapPoints');
    return gap !== null && gap < 0;
  };
}

/** A value of a column and the number of rows that have it. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/**
 * The different values of a column and how often they occur, among the rows that the other filters show:
 * in the order of the alphabet, numbers by size, blank last.
 */
export function valueCounts(source: TableSource, column: PageColumn, criteria: ViewCriteria): ValueCount[] {
  const others = {
    ...criteria,
    filters: criteria.filters.filter((filter) => filter.column !== column.key || filter.type !== 'values'),
  };
  const shown = rowTest(source, others);
  const textAt = textsOf(source, column);
  const counts = new Map<string, number>();
  const { rowCount } = source.notebook.document;
  for (let row = 0; row < rowCount; row++) {
    if (shown !== null && !shown(row)) continue;
    const value = textAt(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const ranks = textRanks([...counts.keys()], source.numbers.locale);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => (ranks.get(a.value) ?? Infinity) - (ranks.get(b.value) ?? Infinity));
}
