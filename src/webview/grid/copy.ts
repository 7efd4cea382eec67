import { clipToRows } from './range';
import { formatTsv } from './tsv';
import type { CellRange, GridColumn, GridModel } from './types';

/** More cells than this are copied without HTML, which takes ten times their size. */
const htmlCellLimit = 50_000;

/** What goes on the clipboard. */
export interface Copied {
  readonly text: string;
  /** An HTML table, or null when it would be too large. */
  readonly html: string | null;
  readonly rows: number;
  readonly columns: number;
}

/**
 * The selected cells as TSV and as an HTML table, or null when ranges of different shapes are selected,
 * which have no common rectangle.
 *
 * @param options `headers`: the columns' labels as a first line
 */
export function copyRanges(
  model: GridModel,
  ranges: readonly CellRange[],
  { headers = false }: { readonly headers?: boolean } = {},
): Copied | null {
  const block = blockOf(ranges, model.rowCount);
  if (block === null) return null;
  const cells = block.rows.map((row) => block.columns.map((column) => model.cell(row, column).editText));
  const columns = block.columns.map((column) => model.columns[column]!);
  if (headers) cells.unshift(columns.map(({ label }) => label));
  const small = block.rows.length * block.columns.length <= htmlCellLimit;
  return {
    text: formatTsv(cells),
    html: small ? formatHtml(cells, columns) : null,
    rows: block.rows.length,
    columns: block.columns.length,
  };
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

const numericKinds: ReadonlySet<string> = new Set(['count', 'money', 'percent', 'number']);

/**
 * Cells as an HTML table. Columns that are not numbers carry Excel's text format, so that it turns
 * neither `2024-01` into a date nor `=1+1` into a formula.
 */
export function formatHtml(
  rows: readonly (readonly string[])[],
  columns: readonly Pick<GridColumn, 'kind'>[],
): string {
  const style = columns.map(({ kind }) => (numericKinds.has(kind) ? '' : ` style='mso-number-format:"\\@"'`));
  const body = rows
    .map(
      (cells) => `<tr>${cells.map((text, i) => `<td${style[i] ?? ''}>${htmlOf(text)}</td>`).join('')}</tr>`,
    )
    .join('');
  return `<meta charset="utf-8"><table>${body}</table>`;
}

function htmlOf(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n?|\n/g, '<br style="mso-data-placement:same-cell">');
}
