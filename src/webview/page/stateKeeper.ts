import type { VSCodeApi } from '../sync';
import type { PageState } from './state';
import { parseState } from './state';

/** Scrolling changes the state with every frame; VS Code is told at most this often. */
const PAUSE_MS = 250;

/** Keeps the view's state where it outlasts a hidden tab and a reload. */
export class StateKeeper {
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly api: VSCodeApi,
    private readonly current: () => PageState,
  ) {
    // A tab that is closed or hidden gets no other chance.
    window.addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => this.flush());
  }

  read(): PageState {
    return parseState(this.api.getState());
  }

  /** The state changed; it is written soon. */
  changed(): void {
    this.#timer ??= setTimeout(() => this.write(), PAUSE_MS);
  }

  /** Writes at once what is still to be written. */
  flush(): void {
    if (this.#timer !== null) this.write();
  }

  /** Writes at once. */
  write(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.api.setState(this.current());
  }
}
