import { uncalculated } from '../../../core';
import { clipToRows } from '../range';
import type { CellRange, GridColumn, GridModel } from '../types';
import { formatCsv } from './csv';
import { formatHtml, isNumeric } from './html';
import { formatMarkdown } from './markdown';
import { formatTsv } from './tsv';

/** More cells than this are copied without HTML, which takes ten times their size. */
const htmlCellLimit = 200_000;

/** How cells are copied: as spreadsheets exchange them, or as text for another program, with headers. */
export type CopyFormat = 'cells' | 'cellsWithHeaders' | 'csv' | 'markdown';

/** What goes on the clipboard. */
export interface Copied {
  readonly text: string;
  /** An HTML table, or null when it would be too large, or another format was asked for. */
  readonly html: string | null;
  readonly rows: number;
  readonly columns: number;
}

/**
 * The selected cells as they go on the clipboard, or null when ranges of different shapes are selected,
 * which have no common rectangle.
 *
 * @example
 * copyRanges(model, [{ top: 0, left: 0, bottom: 1, right: 1 }], 'csv')?.text; // 'period,start\r\n2024-Q1,…'
 */
export function copyRanges(
  model: GridModel,
  ranges: readonly CellRange[],
  format: CopyFormat = 'cells',
): Copied | null {
  const block = blockOf(ranges, model.rowCount);
  if (block === null) return null;
  const columns = block.columns.map((column) => model.columns[column]!);
  const cells = block.rows.map((row) => block.columns.map((column) => model.cell(row, column).editText));
  const size = { rows: block.rows.length, columns: block.columns.length };
  return { ...written(cells, columns, format, model.decimal ?? '.'), ...size };
}

function written(
  cells: readonly (readonly string[])[],
  columns: readonly GridColumn[],
  format: CopyFormat,
  decimal: '.' | ',',
): Pick<Copied, 'text' | 'html'> {
  const labels = columns.map(({ label }) => label);
  switch (format) {
    case 'csv':
      // Its next reader may be a spreadsheet, which has no other way to know what is text; our own cells stay exact.
      return { text: formatCsv([labels, ...cells].map((line) => line.map(uncalculated))), html: null };
    case 'markdown':
      return { text: formatMarkdown(labels, cells, columns.map(isNumeric)), html: null };
    case 'cells':
    case 'cellsWithHeaders': {
      const all = format === 'cells' ? cells : [labels, ...cells];
      const small = cells.length * columns.length <= htmlCellLimit;
      return { text: formatTsv(all), html: small ? formatHtml(all, columns, decimal) : null };
    }
  }
}

/** Rows and columns of several ranges that lie beside or below each other. */
function blockOf(
  ranges: readonly CellRange[],
  rowCount: number,
): { readonly rows: readonly number[]; readonly columns: readonly number[] } | null {
  const inside = ranges.map((range) => clipToRows(range, rowCount)).filter((range) => range !== null);
  const first = inside[0];
  if (first === undefined) return { rows: [], columns: [] };
  const sameColumns = inside.every(({ left, right }) => left === first.left && right === first.right);
  const sameRows = inside.every(({ top, bottom }) => top === first.top && bottom === first.bottom);
  if (!sameColumns && !sameRows) return null;
  return {
    rows: union(inside.map(({ top, bottom }) => [top, bottom])),
    columns: union(inside.map(({ left, right }) => [left, right])),
  };
}

function union(spans: readonly (readonly [number, number])[]): number[] {
  const all = new Set<number>();
  for (const [from, to] of spans) for (let index = from; index <= to; index++) all.add(index);
  return [...all].sort((a, b) => a - b);
}
