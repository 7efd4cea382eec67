import type { VSCodeApi } from '../../sync';
import type { PageState } from './state';

/** Scrolling changes the state with every frame; VS Code is told at most this often while it goes on. */
const PAUSE_MS = 250;

/**
 * Keeps the view's state where it outlasts a hidden tab and a reload, and tells it to the host, for later tabs: what
 * changes seldom and may be long in parts of its own, behind what is half-typed.
 */
export class StateKeeper {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #dirty = false;
  /** The parts of the state as they are written. */
  #written: readonly string[] = [];
  readonly #refusedText = lastText();
  readonly #orderText = lastText();

  constructor(
    private readonly api: Pick<VSCodeApi, 'setState'>,
    private readonly current: () => PageState,
    private readonly tell: (parts: readonly (string | null)[]) => void,
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

  /** The user typed, chose or went somewhere: that is written at once, since the tab may be left by the next key. */
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
    const { refused, order, ...rest } = this.current();
    const seldom = { refused: this.#refusedText(refused), order: this.#orderText(order) };
    const parts = [JSON.stringify(rest), seldom.refused, seldom.order];
    const news = parts.map((part, index) => (part === this.#written[index] ? null : part));
    if (news.every((part) => part === null)) return;
    this.#written = parts;
    this.api.setState({ ...rest, ...seldom });
    this.tell(news);
  }
}

/**
 * Writes a value as JSON, and one and the same value once: a filter may hold half the notes of a large file, and the
 * state is written with each key.
 */
function lastText(): (value: unknown) => string {
  let last: unknown;
  let text = '';
  return (value) => {
    if (value !== last) text = JSON.stringify(value);
    last = value;
    return text;
  };
}
