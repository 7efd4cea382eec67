import type { PageColumn } from '../columns';
import type { SortKey } from './criteria';
import type { TableSource } from './values';
import { isNumberColumn, numbersOf, textsOf } from './values';

/** Behind all periods of the calendar. */
const BEHIND_PERIODS = 1e15;
/** More different texts than this are compared by their characters: a collator would take seconds. */
const MOST_COLLATED = 20_000;

/**
 * A number for each row, in the order of the column's values: numbers by size, periods by their first day
 * (then by their last), texts by the reader's alphabet with numbers inside by size. NaN is blank, or no
 * value of the column.
 */
export function sortKeys(source: TableSource, column: PageColumn): Float64Array {
  const { document } = source.notebook;
  const { computed } = column.source;
  if (computed !== null) return source.notebook.rates()[computed];
  const keys = new Float64Array(document.rowCount);
  if (isNumberColumn(column)) {
    const numberAt = numbersOf(source, column);
    for (let row = 0; row < keys.length; row++) keys[row] = numberAt(row);
    return keys;
  }
  const isPeriod = column.source.file.id === 'period';
  const textAt = textsOf(source, column);
  const texts: string[] = [];
  for (let row = 0; row < keys.length; row++) {
    const key = isPeriod ? periodKey(source, row) : Number.NaN;
    texts.push(Number.isNaN(key) ? textAt(row) : '');
    keys[row] = key;
  }
  const ranks = textRanks(texts, source.numbers.locale);
  for (let row = 0; row < keys.length; row++) {
    const rank = ranks.get(texts[row]!);
    if (rank !== undefined) keys[row] = rank + (isPeriod ? BEHIND_PERIODS : 0);
  }
  return keys;
}

/** The place of each text among all of them; none for blank ones. */
export function textRanks(texts: readonly string[], locale: string): ReadonlyMap<string, number> {
  const distinct = [...new Set(texts)].filter((text) => text !== '');
  const ranks = new Map<string, number>();
  if (distinct.length > MOST_COLLATED) {
    const byKey = distinct.map((text) => [plainKey(text), text] as const);
    byKey.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    byKey.forEach(([, text], rank) => ranks.set(text, rank));
    return ranks;
  }
  const { compare } = new Intl.Collator(locale, { numeric: true });
  distinct.sort(compare);
  let rank = 0;
  distinct.forEach((text, index) => {
    // Texts that the alphabet does not tell apart leave the decision to the next key.
    if (index > 0 && compare(distinct[index - 1]!, text) !== 0) rank++;
    ranks.set(text, rank);
  });
  return ranks;
}

function plainKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(16, '0'));
}

/** Compares two rows of the file. */
export type RowComparison = (a: number, b: number) => number;

/**
 * Compares rows by the keys given, then by their place in the file. Blank is last in both directions.
 * Columns that do not exist are passed over.
 */
export function rowComparison(source: TableSource, sort: readonly SortKey[]): RowComparison {
  const parts = sort.flatMap(({ column: key, descending }) => {
    const column = source.columns.find((candidate) => candidate.key === key);
    return column === undefined ? [] : [{ keys: sortKeys(source, column), sign: descending ? -1 : 1 }];
  });
  const [only, second] = parts;
  if (only === undefined) return (a, b) => a - b;
  if (second === undefined) {
    const { keys, sign } = only;
    return (a, b) => compareKeys(keys[a]!, keys[b]!, sign) || a - b;
  }
  return (a, b) => {
    for (const { keys, sign } of parts) {
      const difference = compareKeys(keys[a]!, keys[b]!, sign);
      if (difference !== 0) return difference;
    }
    return a - b;
  };
}

/**
 * The same comparison for a few rows: it reads their values when it is asked, and prepares nothing.
 */
export function rowComparator(source: TableSource, sort: readonly SortKey[]): RowComparison {
  const parts = sort.flatMap(({ column: key, descending }) => {
    const column = source.columns.find((candidate) => candidate.key === key);
    return column === undefined ? [] : [valueComparison(source, column, descending ? -1 : 1)];
  });
  return (a, b) => {
    for (const compare of parts) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  };
}

function valueComparison(source: TableSource, column: PageColumn, sign: number): RowComparison {
  if (isNumberColumn(column)) {
    const numberAt = numbersOf(source, column);
    return (a, b) => compareKeys(numberAt(a), numberAt(b), sign);
  }
  const textAt = textsOf(source, column);
  const isPeriod = column.source.file?.id === 'period';
  const { compare } = new Intl.Collator(source.numbers.locale, { numeric: true });
  return (a, b) => {
    const first = isPeriod ? periodKey(source, a) : Number.NaN;
    const second = isPeriod ? periodKey(source, b) : Number.NaN;
    if (!Number.isNaN(first) && !Number.isNaN(second)) return compareKeys(first, second, sign);
    const [one, other] = [textAt(a), textAt(b)];
    if (one === '' || other === '') return Number(one === '') - Number(other === '');
    // Periods of the calendar before those that only their users know.
    if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) ? sign : -sign;
    return sign * compare(one, other);
  };
}

function periodKey({ notebook }: TableSource, row: number): number {
  const period = notebook.document.period(row);
  return period === null ? Number.NaN : period.firstDay * 1e7 + (period.lastDay - period.firstDay);
}

function compareKeys(a: number, b: number, sign: number): number {
  if (a < b) return -sign;
  if (a > b) return sign;
  if (a === b) return 0;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}
