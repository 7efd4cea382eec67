import type { VSCodeApi } from '../../sync';
import type { PageState } from './state';

/** Scrolling changes the state with every frame; VS Code is told at most this often while it goes on. */
const PAUSE_MS = 250;

/** Keeps the view's state where it outlasts a hidden tab and a reload, and tells it to the host, for later tabs. */
export class StateKeeper {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #dirty = false;
  #written = '';

  constructor(
    private readonly api: Pick<VSCodeApi, 'setState'>,
    private readonly current: () => PageState,
    private readonly tell: (state: string) => void,
  ) {
    // A tab that is closed or hidden gets no other chance.
    window.addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => this.flush());
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

  /** The user typed, or went somewhere: that is written at once, since the tab may be left by the next key. */
  acted(): void {
    this.#dirty = true;
    queueMicrotask(() => this.flush());
  }

  /** Writes at once what is still to be written. */
  flush(): void {
    if (this.#dirty) this.write();
  }

  /** Writes at once what is not written yet. */
  write(): void {
    this.#dirty = false;
    const state = this.current();
    const text = JSON.stringify(state);
    if (text === this.#written) return;
    this.#written = text;
    this.api.setState(state);
    this.tell(text);
  }
}
