/** Elements `from`–`fromEnd` of the old list become elements `to`–`toEnd` of the new one. */
export interface Hunk {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

/** Lists that differ in more elements are not compared further; the differing middle is one hunk. */
const MOST_DIFFERENCES = 400;

/**
 * The fewest replacements that make one list of texts of another (E. W. Myers, "An O(ND) Difference
 * Algorithm", 1986), in order.
 *
 * @example
 * diffTexts(['a', 'b'], ['a', 'c', 'b']); // [{ from: 1, fromEnd: 1, to: 1, toEnd: 2 }]
 */
export function diffTexts(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const old = before.slice(start, before.length - same);
  const now = after.slice(start, after.length - same);
  if (old.length === 0 && now.length === 0) return [];
  const hunks = old.length === 0 || now.length === 0 ? null : shortestScript(old, now);
  const found = hunks ?? [{ from: 0, fromEnd: old.length, to: 0, toEnd: now.length }];
  return found.map(({ from, fromEnd, to, toEnd }) => ({
    from: from + start,
    fromEnd: fromEnd + start,
    to: to + start,
    toEnd: toEnd + start,
  }));
}

function shortestScript(old: readonly string[], now: readonly string[]): Hunk[] | null {
  const most = Math.min(old.length + now.length, MOST_DIFFERENCES);
  const furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const history: Int32Array[] = [];
  for (let depth = 0; depth <= most; depth++) {
    history.push(furthest.slice());
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      const down =
        diagonal === -depth ||
        (diagonal !== depth && furthest[middle + diagonal - 1]! < furthest[middle + diagonal + 1]!);
      let x = down ? furthest[middle + diagonal + 1]! : furthest[middle + diagonal - 1]! + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++;
      furthest[middle + diagonal] = x;
      if (x >= old.length && x - diagonal >= now.length)
        return traceBack(history, middle, old.length, now.length);
    }
  }
  return null;
}

function traceBack(
  history: readonly Int32Array[],
  middle: number,
  oldLength: number,
  nowLength: number,
): Hunk[] {
  const hunks: Hunk[] = [];
  let x = oldLength;
  let y = nowLength;
  for (let depth = history.length - 1; depth > 0; depth--) {
    const furthest = history[depth]!;
    const diagonal = x - y;
    const down =
      diagonal === -depth ||
      (diagonal !== depth && furthest[middle + diagonal - 1]! < furthest[middle + diagonal + 1]!);
    const previous = down ? diagonal + 1 : diagonal - 1;
    const fromX = furthest[middle + previous]!;
    const fromY = fromX - previous;
    const step = down
      ? { from: fromX, fromEnd: fromX, to: fromY, toEnd: fromY + 1 }
      : { from: fromX, fromEnd: fromX + 1, to: fromY, toEnd: fromY };
    const next = hunks.at(-1);
    if (next !== undefined && next.from === step.fromEnd && next.to === step.toEnd) {
      hunks[hunks.length - 1] = { ...next, from: step.from, to: step.to };
    } else {
      hunks.push(step);
    }
    x = fromX;
    y = fromY;
  }
  return hunks.reverse();
}
