/** Which rows may say something else when a row changes. */
import { Flag } from './flags';
import type { RowTable } from './rowTable';
import { NONE } from './rowTable';

/** The row, those that it is compared with, and its total. */
export function touchAround(table: RowTable, row: number, touched: Set<number>): void {
  const { previous, next, total, rival, flags } = table;
  touched.add(row);
  if (previous[row] !== NONE) touched.add(previous[row]!);
  if (next[row] !== NONE) touched.add(next[row]!);
  if (total[row] !== NONE) touched.add(total[row]!);
  if (flags[row]! & Flag.repeats) touched.add(rival[row]!);
}

/**
 * The rows whose messages name this one's period as it is spelled: the one that comes too late after it, and those
 * that overlap it, which follow it in time, with rows between that only repeat one of them.
 */
export function touchReferring(table: RowTable, row: number, touched: Set<number>): void {
  const { fileNext, sortNext, rival, flags } = table;
  if (fileNext[row] !== NONE) touched.add(fileNext[row]!);
  for (let after = sortNext[row]!; after !== NONE; after = sortNext[after]!) {
    if (flags[after]! & Flag.repeats) continue;
    if ((flags[after]! & Flag.overlap) === 0 || rival[after] !== row) return;
    touched.add(after);
  }
}
