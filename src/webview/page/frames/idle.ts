/** Time per slice: short enough for a key pressed meanwhile to be painted in its frame. */
const SLICE_MS = 6;

/** Runs one long calculation at a time in slices between frames; starting another drops the first. */
export interface IdleTask<T> {
  /**
   * Runs `steps` to its end and hands its result over. What is done within the first slice is handed over
   * at once; only what takes longer is reported as `unfinished` first and goes on in idle time.
   */
  run(steps: Generator<T, T>, report: (result: T) => void): void;
  cancel(): void;
}

/** @param now milliseconds, for tests */
export function idleTask<T>(
  whenIdle: (callback: () => void) => void = defaultIdle,
  now: () => number = () => performance.now(),
): IdleTask<T> {
  let current = 0;
  const advance = (id: number, steps: Generator<T, T>, report: (result: T) => void, first: boolean): void => {
    if (id !== current) return;
    const until = now() + SLICE_MS;
    let step = steps.next();
    while (step.done !== true && now() < until) step = steps.next();
    if (step.done === true || first) report(step.value);
    if (step.done !== true) whenIdle(() => advance(id, steps, report, false));
  };
  return {
    run: (steps, report) => advance(++current, steps, report, true),
    cancel: () => {
      current++;
    },
  };
}

function defaultIdle(callback: () => void): void {
  // WebKit, where a browser-hosted editor may run, has no idle callbacks.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, { timeout: 200 });
  else setTimeout(callback, 0);
}

/** One thing to be done once the browser is idle; asking again replaces what was asked before. */
export class Later {
  #asked = 0;

  constructor(private readonly whenIdle: (callback: () => void) => void = defaultIdle) {}

  ask(callback: () => void): void {
    const id = ++this.#asked;
    this.whenIdle(() => {
      if (id === this.#asked) callback();
    });
  }

  cancel(): void {
    this.#asked++;
  }
}
