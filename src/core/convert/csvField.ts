import { uncalculated } from '../document/formula';

/** What a table for other programs may be separated by. */
export type CsvDelimiter = ',' | ';' | '\t';

/**
 * A CSV field; quoted where it has to be, whatever separates the fields, and no formula of a spreadsheet.
 *
 * @param decimal the decimal sign of numbers
 * @example
 * csvField('=1+1'); // "'=1+1"
 * csvField(0.5, ','); // '"0,5"'
 */
export function csvField(value: string | number | boolean | null, decimal: '.' | ',' = '.'): string {
  if (value === null) return '';
  if (typeof value === 'number' && decimal === '.') return String(value);
  const text = typeof value === 'string' ? uncalculated(value) : String(value).replace('.', decimal);
  return /[",;#\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
