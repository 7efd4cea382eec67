import type { GridColumn } from '../types';

/** Tells our own tables, whose cells hold their text exactly, white space included. */
export const EXACT_CELLS = 'data-exact-cells';

/** What decides how a column's cells are written. */
export type HtmlColumn = Pick<GridColumn, 'kind'>;

/** More significant digits than this no spreadsheet keeps. */
const DIGITS = 15;
const numericKinds: ReadonlySet<string> = new Set(['count', 'money', 'percent', 'number']);

/** Whether a column holds numbers. */
export function isNumeric({ kind }: HtmlColumn): boolean {
  return numericKinds.has(kind);
}

/**
 * Cells as an HTML table that spreadsheets take over exactly.
 *
 * A number of a numeric column goes with its value and its format, so that `1.10` is 1.1 shown as 1.10 in
 * whatever locale. Everything else is text (`00123`, 19 digits, `2024-01`, `=1+1`), which each program is
 * told in its own way: Excel by `mso-number-format`, LibreOffice by `sdnum`, Sheets by `data-sheets-…`.
 *
 * @param decimal the decimal sign of the numbers
 */
export function formatHtml(
  rows: readonly (readonly string[])[],
  columns: readonly HtmlColumn[],
  decimal: '.' | ',' = '.',
): string {
  const numeric = columns.map(isNumeric);
  const body = rows
    .map((cells) => `<tr>${cells.map((text, i) => cellOf(text, numeric[i] ?? false, decimal)).join('')}</tr>`)
    .join('');
  return (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>' +
    `<body><table ${EXACT_CELLS}>${body}</table></body></html>`
  );
}

function cellOf(text: string, numeric: boolean, decimal: '.' | ','): string {
  if (text === '') return '<td></td>';
  const number = numeric ? numberOf(text, decimal) : null;
  if (number === null) {
    const style = `mso-number-format:"\\@"${/^\s|\s$|\s\s/.test(text) ? ';white-space:pre' : ''}`;
    const attributes = `style='${style}' sdnum="1033;0;@" data-sheets-numberformat='{"1":1}'`;
    return `<td ${attributes}>${escaped(text)}</td>`;
  }
  const { value, format } = number;
  // A whole number without grouping is read alike everywhere.
  if (format === null) return `<td x:num>${text}</td>`;
  const sheets = `data-sheets-value='{"1":3,"3":${value}}' data-sheets-numberformat='{"1":2,"2":"${format}"}'`;
  const excel = `x:num="${value}" style='mso-number-format:"${format.replace('.', '\\.')}"'`;
  return `<td ${excel} sdval="${value}" sdnum="1033;0;${format}" ${sheets}>${text}</td>`;
}

/** Value and display format (null: as it is) of a number that every spreadsheet can hold, or null. */
function numberOf(text: string, decimal: '.' | ','): { value: string; format: string | null } | null {
  const match = /^(-?)(0|[1-9]\d*)(?:([.,])(\d+))?(%?)$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', point, fraction = '', percent = ''] = match;
  if ((point !== undefined && point !== decimal) || whole.length + fraction.length > DIGITS) return null;
  if (percent === '' && fraction === '') return { value: sign + whole, format: null };
  const places = fraction === '' ? '0' : `0.${'0'.repeat(fraction.length)}`;
  if (percent === '') return { value: `${sign}${whole}${fraction && `.${fraction}`}`, format: places };
  const digits = (whole + fraction).padStart(fraction.length + 3, '0');
  const at = digits.length - fraction.length - 2;
  return { value: `${sign}${digits.slice(0, at)}.${digits.slice(at)}`, format: `${places}%` };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n?|\n/g, '<br style="mso-data-placement:same-cell">');
}
