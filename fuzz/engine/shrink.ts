import type { Data } from './target';

/** Stops looking for something smaller after so many tries, or so many milliseconds. */
const MOST_TRIES = 3000;
const LONGEST = 10_000;

/**
 * The smallest input found that still fails: as long as it fails, lists lose items, texts lose pieces (halves first,
 * then ever smaller ones), numbers get nearer to 0.
 *
 * @param fails tells whether an input breaks the promise in the same way
 */
export async function shrunk(input: Data, fails: (candidate: Data) => Promise<boolean>): Promise<Data> {
  let best = input;
  let tries = 0;
  const started = performance.now();
  for (;;) {
    let found = false;
    for (const candidate of smaller(best)) {
      if (++tries > MOST_TRIES || performance.now() - started > LONGEST) return best;
      if (!(await fails(candidate))) continue;
      best = candidate;
      found = true;
      break;
    }
    if (!found) return best;
  }
}

/** Inputs that are a little smaller, the much smaller ones first. */
function* smaller(data: Data): Generator<Data> {
  if (Array.isArray(data)) {
    const items = data as readonly Data[];
    yield* without(items.length, (from, to) => [...items.slice(0, from), ...items.slice(to)]);
    for (const [index, item] of items.entries()) {
      for (const less of smaller(item)) yield [...items.slice(0, index), less, ...items.slice(index + 1)];
    }
  } else if (typeof data === 'string') {
    yield* without(data.length, (from, to) => data.slice(0, from) + data.slice(to));
  } else if (typeof data === 'number') {
    if (data > 0) yield 0;
    if (data > 2) yield Math.floor(data / 2);
    if (data > 1) yield data - 1;
  } else if (data === true) {
    yield false;
  } else if (typeof data === 'object' && data !== null) {
    const fields = data as Readonly<Record<string, Data>>;
    for (const [name, value] of Object.entries(fields)) {
      if (name === 'kind') continue;
      for (const less of smaller(value)) yield { ...fields, [name]: less };
    }
  }
}

/** Everything without one piece: halves, quarters and so on down to single items. */
function* without<T>(length: number, cut: (from: number, to: number) => T): Generator<T> {
  for (let size = length; size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < length; from += size) yield cut(from, Math.min(length, from + size));
  }
}
