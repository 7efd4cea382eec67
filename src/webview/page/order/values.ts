import type { LiveNotebook, RowFigure } from '../../../core';
import type { PageColumn } from '../columns';
import type { NumberDisplay } from '../numbers';
import { results } from '../columns';

/** What sorting, filtering and searching read of a notebook. */
export interface TableSource {
  readonly notebook: LiveNotebook;
  readonly columns: readonly PageColumn[];
  readonly numbers: NumberDisplay;
}

/** Reads the number of a row in a column; NaN where there is none. */
export type NumberReader = (row: number) => number;
/** Reads what a row shows in a column, '' where that is nothing. */
export type TextReader = (row: number) => string;

/** True for columns whose values are numbers: those can be filtered by a range. */
export function isNumberColumn({ source, kind }: PageColumn): boolean {
  return source.computed !== null || kind === 'count' || kind === 'money' || kind === 'percent';
}

/** The numbers of a column as shown: typed, derived from other cells, or calculated. Rows are the file's. */
export function numbersOf({ notebook }: TableSource, column: PageColumn): NumberReader {
  const { document } = notebook;
  const { file, computed } = column.source;
  if (computed !== null) return (row) => notebook.figure(row, computed) ?? Number.NaN;
  const { id, index, kind } = file;
  if (kind === 'percent') return (row) => document.goal(row)?.share ?? Number.NaN;
  if (!isFigure(id)) return (row) => document.numberAt(row, index) ?? Number.NaN;
  return (row) => {
    const typed = document.numberAt(row, index);
    if (typed !== null) return typed;
    if (document.cellText(row, index) !== '') return Number.NaN;
    return notebook.figure(row, id) ?? Number.NaN;
  };
}

/** The texts of a column: of the file as typed, of a calculated one as shown. Rows are the file's. */
export function textsOf({ notebook, numbers }: TableSource, column: PageColumn): TextReader {
  const { document } = notebook;
  const { file, computed } = column.source;
  if (computed === null) {
    const { index } = file;
    return (row) => document.cellText(row, index).trim();
  }
  const { write } = results[computed];
  // Writing a number for people costs far more than calculating it, and many rows share their rate.
  const written = new Map<number, string>();
  return (row) => {
    const value = notebook.figure(row, computed);
    if (value === null) return '';
    let shown = written.get(value);
    if (shown === undefined) {
      shown = write(value, numbers);
      written.set(value, shown);
    }
    return shown;
  };
}

function isFigure(id: string | null): id is RowFigure & ('start' | 'new' | 'lost' | 'end') {
  return id === 'start' || id === 'new' || id === 'lost' || id === 'end';
}
