import Papa from 'papaparse';
import type { Notebook } from '../harness';

/** A row as the grid draws it. */
export interface ShownRow {
  /** Its number in the file, from 1. */
  readonly number: number;
  /** What stands in the columns of the file, in their order; calculated columns are left out. */
  readonly cells: readonly ShownCell[];
}

export interface ShownCell {
  /** Its place among all cells of the row, the calculated ones included. */
  readonly place: number;
  readonly text: string;
  /** False for a value that is calculated since the file leaves it out. */
  readonly typed: boolean;
}

/** The rows that are drawn, without the one for a new row. */
export function shownRows(notebook: Notebook): Promise<ShownRow[]> {
  return notebook.grid.evaluate((grid) => {
    const rows = [...grid.querySelectorAll('[role=row]:not([hidden])')].filter(
      (row) => row.querySelector('[role=gridcell]') !== null && !row.classList.contains('is-new'),
    );
    return rows
      .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
      .map((row) => ({
        number: Number(row.querySelector('[role=rowheader]')?.textContent),
        cells: [...row.querySelectorAll('[role=gridcell]')].flatMap((cell, place) => {
          const typed = !cell.classList.contains('is-derived');
          return cell.classList.contains('is-computed') ? [] : [{ place, text: cell.textContent, typed }];
        }),
      }));
  });
}

/** Records of a file as another parser sees them, without the header. */
export function recordsOf(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { comments: '#', skipEmptyLines: true });
  return data.slice(1);
}

/** Where a copy of all rows, as tab-separated text, says something else than the rows. */
export function differencesOfCopy(copy: string, shown: readonly ShownRow[]): string[] {
  const { data } = Papa.parse<string[]>(copy.replace(/\r?\n$/, ''), { delimiter: '\t' });
  if (data.length !== shown.length) return [`${data.length} rows are copied of ${shown.length}`];
  return shown.flatMap(({ number, cells }, index) =>
    cells.flatMap(({ place, text, typed }) => {
      const copied = (data[index]?.[place] ?? '').replaceAll(/\r?\n/g, ' ↵ ');
      return !typed || copied === text ? [] : [`row ${number}: “${copied}” is copied of “${text}”`];
    }),
  );
}

/** Where the grid shows something else than the records of the file. */
export function differences(records: readonly (readonly string[])[], shown: readonly ShownRow[]): string[] {
  const numbers = new Set(shown.map(({ number }) => number));
  return [
    ...(numbers.size === shown.length ? [] : ['a row is drawn twice']),
    ...shown.flatMap(({ number, cells }) => {
      const record = records[number - 1];
      if (record === undefined) return [`row ${number} is drawn and not in the file`];
      return cells.flatMap(({ text, typed }, column) => {
        const expected = (record[column] ?? '').replaceAll('\n', ' ↵ ');
        const agrees = typed ? text === expected : expected === '';
        return agrees ? [] : [`row ${number}, column ${column}: “${text}” instead of “${expected}”`];
      });
    }),
  ];
}
