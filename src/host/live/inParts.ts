import type { Later } from './liveFile';

/** Whoever types meanwhile does not notice so many milliseconds. */
const TURN_MS = 30;

/**
 * Does work that comes in parts, with a turn for the editor whenever it has taken a while.
 *
 * @returns what the work returns at its end; null when it was cancelled before
 *
 * @example
 * const diff = await inParts(diffInParts(before, after), later, () => token.isCancellationRequested);
 */
export function inParts<Result>(
  work: Iterator<void, Result>,
  later: Later,
  isCancelled: () => boolean,
): Promise<Result | null> {
  return new Promise((resolve, reject) => {
    const turn = (): void => {
      try {
        const end = performance.now() + TURN_MS;
        while (!isCancelled()) {
          const part = work.next();
          if (part.done === true) {
            resolve(part.value);
            return;
          }
          if (performance.now() < end) continue;
          later(turn, 0);
          return;
        }
        resolve(null);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    turn();
  });
}
