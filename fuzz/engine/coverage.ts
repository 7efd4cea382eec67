import { Session } from 'node:inspector';
import type { Profiler } from 'node:inspector';

/**
 * Which code an input reached: V8 counts how often each block of the bundle ran, and an input is of use as the beginning
 * of others when it reached a block that none before it did, or ran one many more times (4, 16, 64 …).
 *
 * V8 counts in the whole process and makes code slow for good: a process that does so does nothing else. It counts blocks
 * of functions that run for the first time after the start.
 */
export class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<number>();
  readonly #url: string;

  /** @param url of the bundle; other code does not count */
  constructor(url: string) {
    this.#url = url;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** How many blocks ran since the last call as often as in no case before. */
  news(): number {
    let found: readonly Profiler.ScriptCoverage[] = [];
    this.#session.post('Profiler.takePreciseCoverage', (_, answer) => (found = answer.result));
    const before = this.#seen.size;
    for (const { url, functions } of found) {
      if (url !== this.#url) continue;
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          if (count > 0) this.#seen.add(keyOf(startOffset, endOffset, count));
        }
      }
    }
    return this.#seen.size - before;
  }
}

/** A block and about how often it ran, as one number: a bundle has less than 2²² characters. */
function keyOf(start: number, end: number, count: number): number {
  return (start * 2 ** 22 + end) * 4 + Math.min(3, Math.floor(Math.log2(count) / 2));
}
