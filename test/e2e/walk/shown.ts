import type { Notebook } from '../harness';

/** A row as the grid draws it. */
export interface ShownRow {
  /** Its number in the file, from 1. */
  readonly number: number;
  /** What stands in the columns of the file, in their order; calculated columns are left out. */
  readonly cells: readonly { readonly text: string; readonly typed: boolean }[];
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
        cells: [...row.querySelectorAll('[role=gridcell]:not(.is-computed)')].map((cell) => ({
          text: cell.textContent,
          typed: !cell.classList.contains('is-derived'),
        })),
      }));
  });
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
