import type { Keyed } from './keys';

/**
 * The order of everything that either side has: ours, with what only they have behind their left neighbour. Where they
 * alone put things in another order, it is theirs, with what only we have behind our left neighbour.
 *
 * Where both added at the same place, ours come first; `precedes` may put one of the others before one of the leading
 * side's.
 *
 * @example
 * mergeOrder(keyed('a', 'b'), keyed('a', 'x', 'b'), keyed('a', 'b', 'y')); // ['a', 'x', 'b', 'y']
 */
export function mergeOrder<Key>(
  base: Keyed<Key>,
  ours: Keyed<Key>,
  theirs: Keyed<Key>,
  precedes: (added: Key, leading: Key) => boolean = () => false,
): readonly Key[] {
  const theyLead = keepsOrder(base, ours) && !keepsOrder(base, theirs);
  const [lead, other] = theyLead ? [theirs, ours] : [ours, theirs];
  const added = additions(lead, other);
  if (added.size === 0) return lead.keys;
  const order: Key[] = [];
  let waiting = added.get(null) ?? [];
  let next = 0;
  for (const key of lead.keys) {
    const isShared = other.at.has(key);
    while (next < waiting.length && (isShared || precedes(waiting[next]!, key))) order.push(waiting[next++]!);
    order.push(key);
    if (!isShared) continue;
    waiting = added.get(key) ?? [];
    next = 0;
  }
  for (; next < waiting.length; next++) order.push(waiting[next]!);
  return order;
}

/** What only the other side has, by its nearest left neighbour that both have (null: before all of those). */
function additions<Key>(lead: Keyed<Key>, other: Keyed<Key>): ReadonlyMap<Key | null, readonly Key[]> {
  const added = new Map<Key | null, Key[]>();
  let neighbour: Key | null = null;
  for (const key of other.keys) {
    if (lead.at.has(key)) neighbour = key;
    else if (added.get(neighbour)?.push(key) === undefined) added.set(neighbour, [key]);
  }
  return added;
}

/** True when what is left of the base stands in the base's order. */
export function keepsOrder<Key>(base: Keyed<Key>, side: Keyed<Key>): boolean {
  let last = -1;
  for (const key of side.keys) {
    const place = base.at.get(key);
    if (place === undefined) continue;
    if (place < last) return false;
    last = place;
  }
  return true;
}
