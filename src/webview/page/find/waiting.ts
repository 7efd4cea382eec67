/** More that is asked for in advance would go on long after the key was let go. */
const MOST = 2;

/**
 * What is asked of a search before it has ended: where the next match is, is not known before.
 *
 * @example
 * const waiting = new Waiting(() => !search.isSearching);
 * waiting.ask(() => goToNext()); // at once, or when `run` is called and the search has ended
 */
export class Waiting {
  #actions: (() => void)[] = [];
  #isRunning = false;

  /** @param ready whether the search has ended */
  constructor(private readonly ready: () => boolean) {}

  /** Does something as soon as it can be done. */
  ask(action: () => void): void {
    if (this.#actions.length < MOST) this.#actions.push(action);
    this.run();
  }

  /** Within an action: what it goes on with when the search that it causes has ended, before all else. */
  then(action: () => void): void {
    this.#actions.unshift(action);
  }

  /** Does in turn what waits, until one of them has caused another search. */
  run(): void {
    // An action may cause a search that ends at once: what follows is done when the action itself is over.
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      while (this.ready()) {
        const action = this.#actions.shift();
        if (action === undefined) return;
        action();
      }
    } finally {
      this.#isRunning = false;
    }
  }

  /** Nobody wants any of it any more. */
  clear(): void {
    this.#actions = [];
  }
}
