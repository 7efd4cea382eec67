import { parsePeriod } from '../document/period';
import { meaningOf } from './words';

/** Part of a selection that is one calculation, as quick input. */
export interface SelectedCalculation {
  /** What tells it from the others: its period or its first cell, else null. */
  readonly label: string | null;
  readonly text: string;
}

/** A selection of more lines is somebody's whole file, not some calculations to choose from. */
const MOST_LINES = 500;

/**
 * The calculations in selected text, as quick input for `parseQuickInput`:
 *
 * - a table with a header line of names (`start,new,lost` above `500,50,100`): one for each row
 * - several lines of several numbers each: one for each line
 * - anything else, such as a column of numbers: one
 *
 * @param selections the selected texts in the order of the document
 *
 * @example
 * readSelection(['500\n50\n100']); // [{ label: null, text: '500 50 100' }]
 */
export function readSelection(selections: readonly string[]): readonly SelectedCalculation[] {
  const lines = selections
    .flatMap((selection) => selection.split(/\r\n|\r|\n/))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
  if (lines.length === 0) return [];
  const table = readTable(lines);
  if (table) return table;
  const numbersEach = lines.map((line) => line.match(/\d[\d.'’_\u00a0\u202f]*/g)?.length ?? 0);
  const named = lines.some((line) => namesIn(splitCells(line)) > 0);
  if (lines.length > 1 && !named && numbersEach.every((numbers) => numbers > 1)) {
    return lines.map((line) => ({
      label: /^\S*\d-[\dQW]\S*?(?=[,;\s]|$)/.exec(line)?.[0] ?? null,
      text: oneLine(line),
    }));
  }
  const separator = lines.some((line) => /\p{L}/u.test(line)) ? '; ' : ' ';
  return [{ label: null, text: lines.map(oneLine).join(separator) }];
}

function readTable(lines: readonly string[]): readonly SelectedCalculation[] | null {
  const [first = '', ...rest] = lines;
  const header = splitCells(first);
  if (rest.length === 0 || namesIn(header) < 2 || header.some((cell) => /^\d/.test(cell))) return null;
  const found: SelectedCalculation[] = [];
  for (const line of rest) {
    const cells = splitCells(line);
    const words: string[] = [];
    let label: string | null = null;
    for (const [index, cell] of cells.entries()) {
      const name = header[index] ?? '';
      const meaning = meaningOf(name);
      if (cell === '') continue;
      if (
        meaning?.type !== 'period' &&
        label === null &&
        /^\d{4}-/.test(cell) &&
        parsePeriod(cell) !== null
      ) {
        // Whatever its column is called (`month`, `kwartaal`), this is the period.
        label = cell;
        words.push(`period=${cell}`);
      }
      if (!meaning) continue;
      if (meaning.type === 'period') label = cell;
      if (
        meaning.type === 'count' ||
        meaning.type === 'goal' ||
        meaning.type === 'period' ||
        meaning.type === 'part'
      ) {
        words.push(`${name}=${cell}`);
      }
    }
    if (words.length > 0) found.push({ label: label ?? cells[0] ?? null, text: words.join(' ') });
  }
  return found.length > 0 ? found : null;
}

function namesIn(cells: readonly string[]): number {
  return cells.filter((cell) => {
    const type = meaningOf(cell)?.type;
    return type === 'count' || type === 'goal' || type === 'part' || type === 'rate';
  }).length;
}

/** The cells of one line; the delimiter is the one there is most of, or space. */
function splitCells(line: string): string[] {
  const counts = ['\t', ';', ','].map((delimiter) => [delimiter, line.split(delimiter).length - 1] as const);
  const [delimiter, most] = counts.reduce((best, next) => (next[1] > best[1] ? next : best));
  const cells = most > 0 ? line.split(delimiter) : line.split(/\s+/);
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

function oneLine(line: string): string {
  return line.replace(/"/g, '').replace(/\t/g, ' ').trim();
}
