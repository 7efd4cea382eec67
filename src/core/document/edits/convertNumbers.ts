import type { TextEdit } from '../../text/edit';
import { mayBeGrouped, parseNumber, readForeignNumber } from '../number';
import type { NumberReading } from '../number';
import { readPercent } from '../percent';
import type { Column, RetentionDocument } from '../types';
import { setCells } from './cells';
import type { CellChange } from './cells';

/** One way to read the numbers of a column that are not written as the file writes numbers. */
export interface NumberStyle {
  /** The decimal sign they are taken to have; the other one, spaces and apostrophes group digits then. */
  readonly sign: '.' | ',';
  /** How many cells it converts. */
  readonly count: number;
  /** One of them as it is written, and as it would be. */
  readonly from: string;
  readonly to: string;
}

/** The numbers of a column that are not written as the file writes numbers. */
export interface ForeignNumbers {
  /** How many there are. */
  readonly count: number;
  /** One style where the cells leave no doubt; two where the user has to say which one is meant. */
  readonly styles: readonly NumberStyle[];
}

/** What to look at in a column. */
export interface ForeignNumberOptions {
  /**
   * Rows that came together from elsewhere, ascending. Beside `1.234,56`, or for a number of customers,
   * their `1.234` is no number of a file with decimal points, though it looks like one.
   */
  readonly together?: readonly number[];
  /** Stop after so many such cells; default: none left out. */
  readonly limit?: number;
}

/**
 * The numbers with grouping or another decimal sign in a column of numbers, and how they can be read, or
 * null when there are none. Nothing is guessed: `1,234` in a column that says nothing else has two styles.
 *
 * Costs the rows that have problems, and those of `together`.
 *
 * @param column index of the column
 *
 * @example
 * foreignNumbers(parseDocument('period,lost\n2024,"1,234"\n'), 1)?.styles;
 * // [{ sign: '.', count: 1, from: '1,234', to: '1234' }, { sign: ',', count: 1, from: '1,234', to: '1.234' }]
 */
export function foreignNumbers(
  document: RetentionDocument,
  column: number,
  { together = [], limit = Infinity }: ForeignNumberOptions = {},
): ForeignNumbers | null {
  const tally = { '.': new Tally('.'), ',': new Tally(',') };
  let count = 0;
  for (const { text, readings, doubtful } of foreignCells(document, column, together)) {
    if (!doubtful) count++;
    tally['.'].add(text, readings, doubtful);
    tally[','].add(text, readings, doubtful);
    if (count >= limit) break;
  }
  if (count === 0) return null;
  const { '.': byPoint, ',': byComma } = tally;
  const sure = [byPoint, byComma].filter(({ alone }) => alone > 0);
  const chosen =
    sure.length > 0 ? sure : byPoint.differs ? [byPoint, byComma] : [tally[document.settings.decimal]];
  // A style that changes nothing is no choice: the cells are kept by leaving them.
  const styles = chosen.map((each) => each.style).filter((style) => style !== null);
  return styles.length === 0 ? null : { count, styles };
}

/**
 * The edits that write a column's numbers as the file writes numbers, read with a decimal sign: one step of
 * undo. What is a number of the file already stays, and so does what cannot be read with that sign, is
 * negative, or is no number. Doing it again changes nothing.
 *
 * @param together rows in which also cells that look like numbers of the file are read with the sign: see
 * `ForeignNumberOptions`
 *
 * @example
 * convertColumn(parseDocument('period,lost\n2024,1 234\n'), 1, '.'); // [{ start: 17, end: 22, text: '1234' }]
 */
export function convertColumn(
  document: RetentionDocument,
  column: number,
  sign: '.' | ',',
  together: readonly number[] = [],
): TextEdit[] {
  const changes: CellChange[] = [];
  for (const { row, text, readings } of foreignCells(document, column, together)) {
    const reading = readWith(readings, sign);
    if (reading !== null && reading.text !== text) changes.push({ row, column, text: reading.text });
  }
  return setCells(document, changes);
}

/**
 * The rows whose number of customers looks like a grouped number, such as 1.234 or 1.000: for
 * `together`, when somebody is to be asked about them.
 *
 * @param column index of the column
 */
export function groupedCounts(document: RetentionDocument, column: number): number[] {
  const rows: number[] = [];
  if (document.columns[column]?.kind !== 'count') return rows;
  for (let row = 0; row < document.rowCount; row++) {
    if (!document.hasRowProblems(row)) continue;
    const text = document.cellText(row, column).trim();
    if (looksGrouped(text, document.settings.decimal)) rows.push(row);
  }
  return rows;
}

/** True for a number of the file that would be a thousand times as large with the other sign. */
function looksGrouped(text: string, decimal: '.' | ','): boolean {
  return parseNumber(text, decimal) !== null && mayBeGrouped(text, 0, text.length);
}

interface ForeignCell {
  readonly row: number;
  /** Without white space around it. */
  readonly text: string;
  readonly readings: readonly NumberReading[];
  /** A number of the file to look at; another one only in the company of others. */
  readonly doubtful: boolean;
}

function* foreignCells(
  document: RetentionDocument,
  index: number,
  together: readonly number[],
): Generator<ForeignCell> {
  const column = document.columns[index];
  if (column === undefined) return;
  let next = 0;
  for (let row = 0; row < document.rowCount; row++) {
    while (next < together.length && together[next]! < row) next++;
    const arrived = together[next] === row;
    if (!arrived && !document.hasRowProblems(row)) continue;
    const text = document.cellText(row, index).trim();
    const found = readingsOf(text, column, document.settings.decimal, arrived);
    if (found !== null) yield { row, text, ...found };
  }
}

/** How a cell can be read, or null when it is fine, blank, or not to be helped. */
function readingsOf(
  text: string,
  { kind }: Column,
  decimal: '.' | ',',
  arrived: boolean,
): Pick<ForeignCell, 'readings' | 'doubtful'> | null {
  switch (kind) {
    case 'count':
    case 'money': {
      if (parseNumber(text, decimal) === null) {
        const found = readForeignNumber(text, decimal);
        return found.kind === 'grouping' ? { readings: found.readings, doubtful: false } : null;
      }
      if (!arrived || !looksGrouped(text, decimal)) return null;
      const grouped = { text: text.replace(/\D/, ''), sign: decimal === '.' ? ',' : '.' } as const;
      return { readings: [grouped, { text, sign: decimal }], doubtful: kind !== 'count' };
    }
    case 'percent': {
      if (readPercent(text, decimal).kind !== 'grouping') return null;
      const { readings } = readForeignNumber(text.replace(/\s*%$/, ''), decimal);
      const percents = readings.map((each) => ({ ...each, text: `${each.text}%` }));
      return {
        readings: percents.filter((each) => readPercent(each.text, decimal).kind === 'plain'),
        doubtful: false,
      };
    }
    case 'period':
    case 'segment':
    case 'text':
      return null;
  }
}

function readWith(readings: readonly NumberReading[], sign: '.' | ','): NumberReading | null {
  return readings.find((reading) => reading.sign === sign || reading.sign === null) ?? null;
}

/** Counts what one decimal sign would make of a column. */
class Tally {
  /** Cells that can be read with this sign only. */
  alone = 0;
  /** Whether a cell says something else with the other sign. */
  differs = false;
  #count = 0;
  #example: { readonly from: string; readonly to: string } | null = null;
  /** A cell that can be read two ways shows best what the styles differ in; one that is only doubted, least. */
  #rank = 0;

  constructor(readonly sign: '.' | ',') {}

  add(text: string, readings: readonly NumberReading[], doubtful: boolean): void {
    const reading = readWith(readings, this.sign);
    if (reading === null) return;
    if (!doubtful) {
      if (reading.sign !== null && readings.length === 1) this.alone++;
      if (readings.length > 1) this.differs = true;
    }
    if (reading.text === text) return;
    this.#count++;
    const rank = doubtful ? 0 : readings.length;
    if (rank > this.#rank || this.#example === null) {
      this.#example = { from: text, to: reading.text };
      this.#rank = rank;
    }
  }

  get style(): NumberStyle | null {
    return this.#example === null ? null : { sign: this.sign, count: this.#count, ...this.#example };
  }
}
