import { parseNumber } from '../document/number';
import { readPercent } from '../document/percent';
import type { ColumnKind, RetentionDocument } from '../document/types';
import type { RowResult } from '../metrics/evaluation';
import { uniqueName } from './columns';
import { csvField } from './csvField';
import type { CsvDelimiter } from './csvField';
import { isNumeric } from './numbers';
import { FIGURE_COLUMNS } from './figureColumns';

/** A file with what is calculated of its rows; a `LiveNotebook` is one. */
export interface ExportSource {
  readonly document: RetentionDocument;
  row(row: number): RowResult;
}

export interface ExportOptions {
  /** Default: comma. */
  readonly delimiter?: CsvDelimiter;
  /** The decimal sign of the numbers, whatever the file writes; default: point. */
  readonly decimal?: '.' | ',';
  /** Whether what is calculated stands behind the columns of the file. */
  readonly figures?: boolean;
}

/** A table for other programs, and what of the file it has no place for. */
export interface ExportedTable {
  readonly text: string;
  readonly settings: number;
  readonly noteLines: number;
}

/**
 * Writes the table of a file as CSV: all of its columns as they are called and as they stand there, also unknown ones and
 * cells beyond the header. Numbers keep their digits and get the decimal sign asked for; a text that a spreadsheet would
 * calculate gets an apostrophe in front. Of the figures, a missing number is blank, and the last column says why there is
 * no retention rate. Lines end with \n.
 *
 * @example
 * exportTable(LiveNotebook.open('period,start,lost\n2024,100,10\n'), { figures: true }).text;
 * // 'period,start,lost,derived,incomplete,crr,…\n2024,100,10,,false,0.9,…\n'
 */
export function exportTable(source: ExportSource, options: ExportOptions = {}): ExportedTable {
  const { delimiter = ',', decimal = '.', figures = false } = options;
  const { document } = source;
  const { columns, rowCount, settings } = document;
  const extra = widthOf(document) - columns.length;
  const taken = new Set(columns.map(({ name }) => name.trim().toLowerCase()));
  const names = columns.map(({ name }) => name);
  for (let index = 0; index < extra; index++)
    names.push(uniqueName(`column_${columns.length + index + 1}`, taken));
  const kinds = columns.map(({ kind }) => kind);
  const asked = figures ? FIGURE_COLUMNS : [];
  const lines = [
    [...names, ...asked.map(({ name }) => uniqueName(name, taken))].map((name) => csvField(name)),
  ];
  for (let row = 0; row < rowCount; row++) {
    const cells = names.map((_, column) => {
      const text = document.cellText(row, column);
      return csvField(written(text, kinds[column] ?? 'text', settings.decimal, decimal));
    });
    if (figures) {
      const result = source.row(row);
      for (const { value } of asked) cells.push(csvField(value(result), decimal));
    }
    lines.push(cells);
  }
  const text = names.length === 0 ? '' : lines.map((fields) => `${lineOf(fields, delimiter)}\n`).join('');
  return { text, settings: settingCount(document), noteLines: document.noteLines.length };
}

/** A line of one blank field would be none. */
function lineOf(fields: readonly string[], delimiter: CsvDelimiter): string {
  return fields.length === 1 && fields[0] === '' ? '""' : fields.join(delimiter);
}

/** The version of the format is no setting that somebody made. */
function settingCount({ front }: RetentionDocument): number {
  return front?.entries.filter(({ key }) => key !== 'retention').length ?? 0;
}

/** Cells of the longest record. */
function widthOf(document: RetentionDocument): number {
  let width = document.columns.length;
  for (let row = 0; row < document.rowCount; row++) width = Math.max(width, document.cellCount(row));
  return width;
}

/** A number of the file with another decimal sign; anything else as it is. */
function written(text: string, kind: ColumnKind, from: '.' | ',', to: '.' | ','): string {
  if (from === to || !isNumeric(kind) || !text.includes(from)) return text;
  const isNumber =
    kind === 'percent' ? readPercent(text, from).value !== null : parseNumber(text, from) !== null;
  return isNumber ? text.replace(from, to) : text;
}
