import { applyEdits } from '../../src/core';
import type { RetentionDocument, TextEdit } from '../../src/core';

/** The signs a file is written with. */
export interface Signs {
  readonly delimiter: ',' | ';' | '\t';
  readonly decimal: '.' | ',';
}

export const SIGNS: readonly Signs[] = [
  { delimiter: ';', decimal: ',' },
  { delimiter: '\t', decimal: ',' },
  { delimiter: ';', decimal: '.' },
  { delimiter: ',', decimal: '.' },
];

const NUMERIC = /^(?:goal|gross_margin|discount_rate|acquisition_cost|revenue_per_customer)/;

/** The same file written with other signs; null where that would not be the same file for certain. */
export function inSigns(document: RetentionDocument, signs: Signs): string | null {
  const { text, header, columns, rowCount, readOnly, hasOpenQuote, headerCellCount } = document;
  if (header === null || readOnly !== null || hasOpenQuote || headerCellCount > columns.length) return null;
  const names = columns.map(({ name, range }) => cell(name, text[range.start] === '"', document, signs));
  const edits: TextEdit[] = [{ ...header, text: record(names, signs) }, ...settings(document, signs)];
  for (let row = 0; row < rowCount; row++) {
    const cells: string[] = [];
    for (let column = 0; column < document.cellCount(row); column++) {
      const said = document.cellText(row, column);
      const isText = ['text', 'period', 'segment'].includes(columns[column]?.kind ?? 'text');
      const now = isText ? said : number(said, document, signs);
      if (now === null) return null;
      cells.push(cell(now, document.cellIsQuoted(row, column), document, signs));
    }
    edits.push({ ...document.rowRange(row), text: record(cells, signs) });
  }
  return applyEdits(text, edits);
}

function settings({ text, front, hasBom, eol }: RetentionDocument, signs: Signs): TextEdit[] {
  const delimiter = signs.delimiter === '\t' ? 'tab' : `'${signs.delimiter}'`;
  const lines = [`# delimiter: ${delimiter}${eol}`, `# decimal: '${signs.decimal}'${eol}`].join('');
  const start = hasBom ? 1 : 0;
  if (front === null)
    return [{ start, end: start, text: `#---${eol}# retention: 1${eol}${lines}#---${eol}` }];
  // Line endings may be mixed.
  const at = front.open.end + (text.startsWith('\r\n', front.open.end) ? 2 : 1);
  const edits: TextEdit[] = [{ start: at, end: at, text: lines }];
  for (const { key, style, valueRange, range, text: said } of front.entries) {
    if (key === 'delimiter' || key === 'decimal') edits.push({ ...range, text: `# # ${key}` });
    else if (NUMERIC.test(key) && style === 'plain' && /^\d+[.,]\d+ ?%?$/.test(said))
      edits.push({
        ...valueRange,
        text: text.slice(valueRange.start, valueRange.end).replace(/[.,]/, signs.decimal),
      });
  }
  return edits;
}

/** A number with the other decimal sign; null for what may be read otherwise then. */
function number(text: string, { settings: { decimal } }: RetentionDocument, signs: Signs): string | null {
  if (!/[.,]/.test(text)) return text;
  return /^\d+[.,]\d+ ?%?$/.test(text) && text.includes(decimal)
    ? text.replace(decimal, signs.decimal)
    : null;
}

function cell(text: string, isQuoted: boolean, { eol }: RetentionDocument, { delimiter }: Signs): string {
  const needsQuotes = /^[\s\u00a0\u202f]|[\s\u00a0\u202f]$|["#\r\n]/.test(text) || text.includes(delimiter);
  if (!isQuoted && !needsQuotes) return text;
  return `"${text.replaceAll('"', '""').replaceAll('\n', eol)}"`;
}

function record(cells: readonly string[], { delimiter }: Signs): string {
  const line = cells.join(delimiter);
  return line.trim() === '' ? `""${line}` : line;
}
