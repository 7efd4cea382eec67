import { editDistance } from '../text/editDistance';
import { COLUMN_OF_WORDS } from './columnWords';
import type { ColumnId, ColumnKind } from './types';

/** The columns the format knows, in its order. */
export const KNOWN_COLUMNS: ReadonlyMap<ColumnId, ColumnKind> = new Map<ColumnId, ColumnKind>([
  ['period', 'period'],
  ['segment', 'segment'],
  ['start', 'count'],
  ['new', 'count'],
  ['lost', 'count'],
  ['end', 'count'],
  ['reactivated', 'count'],
  ['new_lost', 'count'],
  ['returning', 'count'],
  ['inactive', 'count'],
  ['start_mrr', 'money'],
  ['new_mrr', 'money'],
  ['reactivated_mrr', 'money'],
  ['expansion', 'money'],
  ['contraction', 'money'],
  ['churned_mrr', 'money'],
  ['goal', 'percent'],
  ['promoters', 'count'],
  ['passives', 'count'],
  ['detractors', 'count'],
  ['note', 'text'],
]);

/** The known column of a name in any case, or null. */
export function knownColumn(name: string): ColumnId | null {
  const lower = name.trim().toLowerCase() as ColumnId;
  return KNOWN_COLUMNS.has(lower) ? lower : null;
}

/** `price` for `reason_price`, else null. */
export function reasonSlug(name: string): string | null {
  const match = /^reason_([a-z0-9_-]+)$/.exec(name.trim().toLowerCase());
  return match === null ? null : match[1]!;
}

/** What an unknown name may have been meant to be. */
export interface LikelyColumn {
  readonly name: string;
  /** Another name of the column, in English or one of the other languages. */
  readonly alias: boolean;
  /** Nothing else can be meant: another name, or its own with spaces, hyphens or small and large letters. */
  readonly certain: boolean;
}

/**
 * The column that an unknown name may have been meant to be, or null when none is likely.
 *
 * @example
 * likelyColumn('Nieuwe klanten'); // { name: 'new', alias: true, certain: true }
 * likelyColumn('reasonn_price'); // null
 */
export function likelyColumn(name: string): LikelyColumn | null {
  const words = name
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  const alias = COLUMN_OF_WORDS.get(words);
  if (alias !== undefined) return { name: alias, alias: true, certain: true };
  const plain = words.replaceAll(' ', '_');
  const isReason = reasonSlug(plain) !== null;
  if (isReason && plain !== name.trim().toLowerCase()) return { name: plain, alias: false, certain: true };
  const near = nearest(plain, KNOWN_COLUMNS.keys());
  return near === null ? null : { name: near, alias: false, certain: near === plain };
}

/**
 * The candidate that differs from a name in one letter (two, from six letters on; two neighbours swapped
 * count as one), or null when none or more than one does.
 */
export function nearest<T extends string>(name: string, candidates: Iterable<T>): T | null {
  const allowed = name.length >= 6 ? 2 : name.length >= 3 ? 1 : 0;
  let best: T | null = null;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > allowed) continue;
    const distance = editDistance(name, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    } else if (distance === bestDistance) {
      best = null;
    }
  }
  return best;
}
