import { LiveNotebook } from '../../core';
import type { TextEdit } from '../../core';

/** Parsing this many characters takes some milliseconds: more of them wait until the editor had its turn. */
const LARGE = 200_000;

/** Beyond this the file is not calculated for a line in the status bar. */
const TOO_LARGE = 32_000_000;

/** A text with its length, read only when it is needed. */
export interface LiveSource {
  readonly length: () => number;
  readonly text: () => string;
}

/**
 * The calculations of one open file, kept up to date edit by edit. A large file is read after a yield, and then
 * as it is by that time.
 */
export class LiveFile {
  private notebook: LiveNotebook | null = null;
  private pending = false;
  private disposed = false;

  /**
   * @param changed told when there is something new to show
   * @param later runs something after the editor had its turn
   */
  constructor(
    private readonly source: LiveSource,
    private readonly today: number,
    private readonly changed: () => void,
    private readonly later: (run: () => void) => void,
  ) {
    this.read();
  }

  /** The calculations, or null while the file is being read or when it is too large. */
  get current(): LiveNotebook | null {
    return this.notebook;
  }

  /** Follows a change of the text; `edits` are null when only the new text is certain. */
  edited(edits: readonly TextEdit[] | null): void {
    if (this.pending) return;
    if (this.notebook === null || edits === null) {
      this.read();
      return;
    }
    try {
      this.notebook.apply(edits);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // The edits are of another text than the one read: start anew.
      this.read();
      return;
    }
    this.changed();
  }

  dispose(): void {
    this.disposed = true;
  }

  private read(): void {
    const length = this.source.length();
    if (length > TOO_LARGE) {
      this.notebook = null;
      this.changed();
    } else if (length > LARGE) {
      this.notebook = null;
      this.pending = true;
      this.later(() => {
        this.pending = false;
        if (!this.disposed) this.open();
      });
    } else {
      this.open();
    }
  }

  private open(): void {
    this.notebook = LiveNotebook.open(this.source.text(), { today: this.today });
    this.changed();
  }
}
