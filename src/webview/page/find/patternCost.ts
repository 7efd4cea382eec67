/** What has been read of a group so far. */
interface Group {
  /** Repetitions without an end inside it. */
  repeats: number;
  /** It can match the same text in several ways: alternatives, or parts that may be left out. */
  varies: boolean;
}

/** A repetition this often or without an end multiplies the ways to match. */
const MANY = 10;

/**
 * How many repetitions follow each other in a regular expression, or null when one holds another one (as in
 * `(a+)+`), or alternatives, or when it refers back to a group: such an expression may take longer than the
 * universe will last. It is a cautious guess, made without running anything; the count bounds the exponent
 * of the time that the others need.
 */
export function repetitionsOf(source: string): number | null {
  const groups: Group[] = [{ repeats: 0, varies: false }];
  let closed: Group | null = null;
  for (let at = 0; at < source.length; at++) {
    const top = groups.at(-1)!;
    const before = closed;
    closed = null;
    switch (source[at]) {
      case '\\':
        if (/[1-9k]/.test(source[at + 1] ?? '')) return null;
        at++;
        break;
      case '[':
        for (at++; at < source.length && source[at] !== ']'; at++) if (source[at] === '\\') at++;
        break;
      case '(':
        groups.push({ repeats: 0, varies: false });
        break;
      case ')': {
        if (groups.length === 1) break;
        closed = groups.pop()!;
        const outer = groups.at(-1)!;
        outer.repeats += closed.repeats;
        outer.varies ||= closed.varies;
        break;
      }
      case '|':
        top.varies = true;
        break;
      case '?':
        // Behind another quantifier or `(` it is something else.
        if (!/[*+?}(]/.test(source[at - 1] ?? '')) top.varies = true;
        break;
      case '*':
      case '+':
      case '{': {
        const count = source[at] === '{' ? countAt(source, at) : Infinity;
        if (count < MANY) break;
        if (before !== null && (before.repeats > 0 || before.varies)) return null;
        top.repeats++;
        break;
      }
      default:
    }
  }
  return groups.reduce((sum, { repeats }) => sum + repeats, 0);
}

/** The most that `{2}`, `{2,}` or `{2,5}` allows; 1 when it is no quantifier. */
function countAt(source: string, at: number): number {
  const found = /^\{(\d+)(,(\d*))?\}/.exec(source.slice(at, at + 24));
  if (found === null) return 1;
  if (found[2] === undefined) return Number(found[1]);
  return found[3] === '' ? Infinity : Number(found[3]);
}
