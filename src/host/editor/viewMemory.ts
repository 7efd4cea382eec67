import type * as vscode from 'vscode';

/** What names a file. */
type FileName = Pick<vscode.Uri, 'scheme' | 'toString'>;

const KEY = 'retention.views';

/** Files whose view is remembered; the one that was looked at longest ago is forgotten first. */
const MOST_FILES = 100;

/** A view of a size no person makes is not worth keeping. */
const LONGEST_VIEW = 200_000;

/** All views together have at most so many characters: VS Code reads them whenever it opens the window. */
const MOST_CHARACTERS = 1_000_000;

/** What one page tells of its view. */
export class ToldView {
  private parts: readonly string[] = [];

  /**
   * @param told null: a part as the page told it last
   * @returns all parts
   */
  take(told: readonly (string | null)[]): readonly string[] {
    this.parts = told.map((part, index) => part ?? this.parts[index] ?? '');
    return this.parts;
  }
}

/**
 * What pages say of their view, by file, beyond the life of a tab: a file that is opened again looks as it did, with
 * the text in a cell that was still open. What a view says is the page's business alone.
 */
export class ViewMemory {
  private readonly views: Map<string, string>;
  private characters = 0;

  /**
   * @param comesBack false for what has its name for a moment only, as the old version of a file in a comparison or a
   * file that was never saved: to remember it would put out what is worth remembering.
   */
  constructor(
    private readonly memento: Pick<vscode.Memento, 'get' | 'update'>,
    private readonly comesBack: (uri: FileName) => boolean,
  ) {
    this.views = new Map(readViews(memento.get(KEY)));
    for (const view of this.views.values()) this.characters += view.length;
    this.forgetOldest();
  }

  /** The last view of a file, a part a line, or null. */
  get(uri: FileName): string | null {
    return this.views.get(uri.toString()) ?? null;
  }

  /**
   * Remembers a view until the window is closed, or longer after `save`.
   *
   * @param parts what is worth most first: of a view that is too long, as many as there is room for
   */
  set(uri: FileName, parts: readonly string[]): void {
    const key = uri.toString();
    this.forget(key);
    const view = shortened(parts);
    if (view === '' || !this.comesBack(uri)) return;
    this.views.set(key, view);
    this.characters += view.length;
    this.forgetOldest();
  }

  /** Keeps what is remembered for other windows and days. To be called when a tab is closed. */
  async save(): Promise<void> {
    await this.memento.update(KEY, [...this.views]);
  }

  private forgetOldest(): void {
    for (const key of this.views.keys()) {
      if (this.views.size <= MOST_FILES && this.characters <= MOST_CHARACTERS) return;
      this.forget(key);
    }
  }

  private forget(key: string): void {
    this.characters -= this.views.get(key)?.length ?? 0;
    this.views.delete(key);
  }
}

function shortened(parts: readonly string[]): string {
  let view = '';
  for (const part of parts) {
    const longer = view === '' ? part : `${view}\n${part}`;
    if (longer.length > LONGEST_VIEW) break;
    view = longer;
  }
  return view;
}

function readViews(value: unknown): (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (pair): pair is [string, string] =>
      Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string',
  );
}
