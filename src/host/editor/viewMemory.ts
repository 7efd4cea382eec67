import type * as vscode from 'vscode';

/** What names a file. */
type FileName = Pick<vscode.Uri, 'toString'>;

const KEY = 'retention.views';

/** Files whose view is remembered; the one that was closed longest ago is forgotten first. */
const MOST_FILES = 100;

/** A view of a size no person makes is not worth keeping. */
const LONGEST_VIEW = 200_000;

/**
 * What pages say of their view, by file, beyond the life of a tab: a file that is opened again looks as it did, with
 * the text in a cell that was still open. What a view says is the page's business alone.
 */
export class ViewMemory {
  private readonly views: Map<string, string>;

  constructor(private readonly memento: Pick<vscode.Memento, 'get' | 'update'>) {
    this.views = new Map(readViews(memento.get(KEY)));
  }

  /** The last view of a file, or null. */
  get(uri: FileName): string | null {
    return this.views.get(uri.toString()) ?? null;
  }

  /** Remembers a view until the window is closed, or longer after `save`. */
  set(uri: FileName, view: string): void {
    const key = uri.toString();
    this.views.delete(key);
    if (view.length <= LONGEST_VIEW) this.views.set(key, view);
  }

  /** Keeps what is remembered for other windows and days. To be called when a tab is closed. */
  async save(): Promise<void> {
    await this.memento.update(KEY, [...this.views].slice(-MOST_FILES));
  }
}

function readViews(value: unknown): (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (pair): pair is [string, string] =>
      Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string',
  );
}
