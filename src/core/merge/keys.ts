import type { RetentionDocument } from '../document/types';

/** Things in an order, each found by its key. */
export interface Keyed {
  readonly keys: readonly string[];
  /** Place of each key in `keys`. */
  readonly at: ReadonlyMap<string, number>;
}

/** Stands between the parts of a key; a text that holds it is no file of ours. */
const SEPARATOR = '\0';

/** Keys with the places they are at: the second thing of a name gets a key of its own, and so on. */
export class KeyList implements Keyed {
  readonly keys: string[] = [];
  readonly at = new Map<string, number>();
  private readonly repeats = new Map<string, number>();

  /** Adds a thing; returns false when its name was there before. */
  add(name: string): boolean {
    const isNew = !this.at.has(name);
    let key = name;
    if (!isNew) {
      const count = (this.repeats.get(name) ?? 1) + 1;
      this.repeats.set(name, count);
      key = `${name}${SEPARATOR}${count}`;
    }
    this.at.set(key, this.keys.length);
    this.keys.push(key);
    return isNew;
  }
}

/**
 * What makes two rows the same one: the days of the period, however it is written, and the segment. A cell that is no
 * period counts as it is written.
 */
export function rowName(document: RetentionDocument, row: number, periodColumn: number): string {
  const period = document.period(row);
  const when =
    period === null
      ? `?${document.cellText(row, periodColumn).trim()}`
      : `${period.firstDay}:${period.lastDay}`;
  return when + SEPARATOR + document.segment(row);
}

/** A row's name for people: `2024-01 · SMB`. */
export function rowTitle(period: string, segment: string): string {
  const when = period === '' ? 'a row without a period' : period;
  return segment === '' ? when : `${when} · ${segment}`;
}

/** The columns of a document by name, in any case; columns without one count as the first, second … such column. */
export function columnKeys(document: RetentionDocument): KeyList {
  const list = new KeyList();
  for (const { name } of document.columns) list.add(name.trim().toLowerCase());
  return list;
}
