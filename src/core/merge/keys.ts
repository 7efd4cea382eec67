import type { RetentionDocument } from '../document/types';

/** Things in an order, each found by its key. */
export interface Keyed<Key = string> {
  readonly keys: readonly Key[];
  /** Place of each key in `keys`. */
  readonly at: ReadonlyMap<Key, number>;
}

/** Keys with the places they are at: the second thing of a name gets a key of its own, and so on. */
export class KeyList<Key = string> implements Keyed<Key> {
  readonly keys: Key[] = [];
  readonly at = new Map<Key, number>();
  private readonly repeats = new Map<Key, number>();

  /** @param another the key of the second, third … thing of a name */
  constructor(private readonly another: (name: Key, count: number) => Key) {}

  /** Adds a thing; returns false when its name was there before. */
  add(name: Key): boolean {
    const isNew = !this.at.has(name);
    let key = name;
    if (!isNew) {
      const count = (this.repeats.get(name) ?? 1) + 1;
      this.repeats.set(name, count);
      key = this.another(name, count);
    }
    this.at.set(key, this.keys.length);
    this.keys.push(key);
    return isNew;
  }
}

/** A list of names. */
export function nameList(): KeyList {
  return new KeyList((name, count) => `${name}\0${count}`);
}

/** Periods of fewer days have a number of their own, which is found much faster than a text. */
const MOST_DAYS = 4096;
const LATEST_DAY = 2 ** 18;

/**
 * Gives rows that are the same one in several versions the same number. What makes two rows the same are the days of the
 * period, however it is written, and the segment; a cell that is no period counts as it is written. Other lines are the
 * same when they are equal.
 */
export class RowNumbers {
  private readonly bySegment = new Map<string, Map<number | string, number>>();
  private readonly others = new Map<string, number>();
  private next = 0;

  /** The number of a row. */
  of(document: RetentionDocument, row: number, periodColumn: number): number {
    const segment = document.segment(row);
    let periods = this.bySegment.get(segment);
    if (periods === undefined) this.bySegment.set(segment, (periods = new Map<number | string, number>()));
    return this.find(periods, whenOf(document, row, periodColumn));
  }

  /** The number of a line that is no row. */
  ofLine(line: string): number {
    return this.find(this.others, line);
  }

  /** An empty list of such numbers. */
  list(): KeyList<number> {
    return new KeyList((number, count) => this.find(this.others, `\0${number}\0${count}`));
  }

  private find<Name>(numbers: Map<Name, number>, name: Name): number {
    let number = numbers.get(name);
    if (number === undefined) numbers.set(name, (number = this.next++));
    return number;
  }
}

/**
 * What makes two rows of any versions the same one, as a text: the days of the period, however it is written, and the
 * segment.
 */
export function rowName(document: RetentionDocument, row: number, periodColumn: number): string {
  return `${whenOf(document, row, periodColumn)}\0${document.segment(row)}`;
}

function whenOf(document: RetentionDocument, row: number, periodColumn: number): number | string {
  const period = document.period(row);
  if (period === null) return `?${document.cellText(row, periodColumn).trim()}`;
  const { firstDay, lastDay } = period;
  const days = lastDay - firstDay;
  if (days < 0 || days >= MOST_DAYS || Math.abs(firstDay) >= LATEST_DAY) return `${firstDay}:${lastDay}`;
  return firstDay * MOST_DAYS + days;
}

/** A row's name for people: `2024-01 · SMB`. */
export function rowTitle(period: string, segment: string): string {
  const when = period === '' ? 'a row without a period' : period;
  return segment === '' ? when : `${when} · ${segment}`;
}

/** The columns of a document by name, in any case; columns without one count as the first, second … such column. */
export function columnKeys(document: RetentionDocument): KeyList {
  const list = nameList();
  for (const { name } of document.columns) list.add(name.trim().toLowerCase());
  return list;
}
