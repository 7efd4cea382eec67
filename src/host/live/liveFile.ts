import { LiveNotebook } from '../../core';
import type { DocumentChange, TextEdit } from '../../core';

/** Parsing this many characters takes some milliseconds: more of them wait until the editor had its turn. */
const LARGE = 200_000;

/** Beyond this the host does not calculate a file. */
const TOO_LARGE = 32_000_000;

/** Whoever types in the settings of a large file, which are about all of it, has paused for so long. */
const PAUSE_MS = 200;

/**
 * A large file that is being opened is left alone for so long unless somebody waits for it: VS Code has the extension
 * open the editor only after it has told of the document, and to read it first would keep the user waiting for both.
 */
const OPENING_MS = 1000;

/** A text, read only when it is needed. */
export interface LiveSource {
  readonly isLongerThan: (length: number) => boolean;
  readonly text: () => string;
}

/** Runs something after the editor had its turn and so many milliseconds have gone; returns how to prevent it. */
export type Later = (run: () => void, milliseconds: number) => () => void;

/** What happened to a file: an edit of its rows, or `all` when it was read, or can no longer be. */
export type LiveChange = DocumentChange | 'all';

/**
 * The calculations of one open file, kept up to date edit by edit: one for all who want to know something of it. A
 * large file is read once its editor has had the time to open, as it is by then, and in parts with a yield between them.
 */
export class LiveFile {
  private notebook: LiveNotebook | null = null;
  /** Prevents the reading that is to come; null when none is. */
  private prevent: (() => void) | null = null;
  /** True while a large file is left alone because it is being opened. */
  private isOpening = false;
  private readonly waiting: ((notebook: LiveNotebook | null) => void)[] = [];
  private disposed = false;

  /**
   * @param today day number since 1970-01-01 after which periods are incomplete
   * @param changed told when there is something new to show
   */
  constructor(
    private readonly source: LiveSource,
    private today: number,
    private readonly changed: (change: LiveChange) => void,
    private readonly later: Later,
  ) {
    this.read(OPENING_MS);
    this.isOpening = this.isReading;
  }

  /** The calculations, or null while the file is being read or when it is too large. */
  get current(): LiveNotebook | null {
    return this.notebook;
  }

  /** True while a large file waits to be read. */
  get isReading(): boolean {
    return this.prevent !== null;
  }

  /** The calculations as soon as they are there; null when the file is too large or was closed. */
  ready(): LiveNotebook | null | Promise<LiveNotebook | null> {
    if (!this.isReading) return this.notebook;
    if (this.isOpening) this.read(0);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Follows a change of the text; `edits` are null when only the new text is certain. */
  edited(edits: readonly TextEdit[] | null): void {
    if (this.isReading) {
      this.read(PAUSE_MS);
      return;
    }
    if (this.notebook === null || edits === null) {
      this.read(0);
      return;
    }
    if (this.notebook.document.length > LARGE && concernsAll(this.notebook, edits)) {
      this.read(PAUSE_MS);
      return;
    }
    let change: DocumentChange;
    try {
      change = this.notebook.apply(edits);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // The edits are of another text than the one read: start anew.
      this.read(0);
      return;
    }
    this.changed(change.whole ? 'all' : change);
  }

  /** Another day has begun: other periods may be incomplete. */
  setToday(today: number): void {
    if (today === this.today) return;
    this.today = today;
    this.read(0);
  }

  dispose(): void {
    this.disposed = true;
    this.prevent?.();
    this.prevent = null;
    this.notebook = null;
    this.answer();
  }

  private read(pause: number): void {
    if (this.disposed) return;
    this.prevent?.();
    this.prevent = null;
    this.isOpening = false;
    if (!this.source.isLongerThan(LARGE)) {
      this.show(this.open());
      return;
    }
    this.notebook = null;
    this.prevent = this.later(() => {
      this.isOpening = false;
      if (this.source.isLongerThan(TOO_LARGE)) this.show(null);
      else this.compare(this.open());
    }, pause);
  }

  private open(): LiveNotebook {
    return LiveNotebook.open(this.source.text(), { today: this.today });
  }

  /** Part by part, so that the editor has its turn between them. */
  private compare(notebook: LiveNotebook): void {
    this.prevent = this.later(() => {
      if (notebook.compareStep()) this.show(notebook);
      else this.compare(notebook);
    }, 0);
  }

  private show(notebook: LiveNotebook | null): void {
    this.prevent = null;
    this.notebook = notebook;
    this.answer();
    this.changed('all');
  }

  private answer(): void {
    for (const resolve of this.waiting.splice(0)) resolve(this.notebook);
  }
}

/** True when an edit touches the settings or the header, so that the whole text would be read at every keystroke. */
function concernsAll({ document }: LiveNotebook, edits: readonly TextEdit[]): boolean {
  const rows = document.header?.end ?? Infinity;
  return edits.some(({ start }) => start <= rows);
}
