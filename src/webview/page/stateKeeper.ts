import type { VSCodeApi } from '../sync';
import type { PageState } from './state';
import { parseState } from './state';

/** Scrolling changes the state with every frame; VS Code is told at most this often while it goes on. */
const PAUSE_MS = 250;

/** Keeps the view's state where it outlasts a hidden tab and a reload. */
export class StateKeeper {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #dirty = false;

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

  /**
   * The state changed. The first change is written at once, because a tab may be hidden right after it, and
   * then nothing sent arrives any more; those that follow closely are written together.
   */
  changed(): void {
    this.#dirty = true;
    if (this.#timer !== null) return;
    // After the action that changed it is complete.
    queueMicrotask(() => this.flush());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.flush();
    }, PAUSE_MS);
  }

  /** Writes at once what is still to be written. */
  flush(): void {
    if (this.#dirty) this.write();
  }

  /** Writes at once. */
  write(): void {
    this.#dirty = false;
    this.api.setState(this.current());
  }
}
