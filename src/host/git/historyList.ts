import * as vscode from 'vscode';
import { showError } from '../messages';
import { labelText } from '../plainText';
import { fileName } from '../retentionFiles';
import { dayNumber } from '../today';
import type { GitApi, GitRepository } from './gitApi';
import type { RowCommit } from './rowHistory';
import { rowHistory } from './rowHistory';
import type { CellChange, RowKey, RowVersion } from './rowVersion';
import { changedCells, countsText, figuresText, rowVersion } from './rowVersion';

/** More commits of one file than anybody looks through. */
const MOST_COMMITS = 10_000;

/** One line of the list: a version of the row, and what it opens. */
interface HistoryItem extends vscode.QuickPickItem {
  readonly open: () => Thenable<unknown>;
}

/** A list of versions of a row that fills while it is open. */
export class HistoryList {
  private readonly list = vscode.window.createQuickPick<HistoryItem>();
  private readonly today = dayNumber(new Date());
  private closed = false;

  constructor(
    private readonly api: GitApi,
    private readonly repository: GitRepository,
    private readonly file: { readonly uri: vscode.Uri; readonly text: string },
    private readonly key: RowKey,
  ) {
    const { list } = this;
    list.placeholder = vscode.l10n.t('Choose a commit to see what it changed');
    // The notebook may take the focus back only after the list has opened.
    list.ignoreFocusOut = true;
    list.matchOnDescription = true;
    list.matchOnDetail = true;
    list.onDidAccept(() => {
      const [chosen] = list.selectedItems;
      // Enter before anything is found.
      if (chosen === undefined) return;
      list.hide();
      void chosen.open();
    });
    list.onDidHide(() => {
      this.closed = true;
      list.dispose();
    });
  }

  /** Fills the list until every commit is read or the list is closed. */
  async show(): Promise<void> {
    const { list, repository, file, key, today } = this;
    const { t } = vscode.l10n;
    list.title = this.title(null);
    list.busy = true;
    list.show();
    try {
      const commits = await repository.log({ path: file.uri.fsPath, maxEntries: MOST_COMMITS });
      const show = (ref: string) => repository.show(ref, file.uri.fsPath).catch(() => null);
      const head = commits.length === 0 ? null : await show('HEAD');
      if (!this.isClosed()) this.addUncommitted(head);
      for await (const { read, found } of rowHistory({ commits, show }, key, today)) {
        if (this.isClosed()) return;
        list.title = this.title(t('{0} of {1} commits read', read, commits.length));
        if (found !== null) this.add(this.commitItem(found));
      }
      list.title = this.title(null);
      if (list.items.length === 0) list.placeholder = t('No commit has this row');
    } catch (error) {
      if (this.isClosed()) return;
      list.hide();
      const reason = error instanceof Error ? error.message : String(error);
      void showError(t('Git could not read the history: {0}', reason));
    } finally {
      if (!this.isClosed()) list.busy = false;
    }
  }

  /** Read anew after each wait, which is when lists are closed. */
  private isClosed(): boolean {
    return this.closed;
  }

  private title(progress: string | null): string {
    const title = vscode.l10n.t('History of {0}', this.key.title);
    return progress === null ? title : `${title} (${progress})`;
  }

  /** Adds an item below the others and leaves the user where they are in the list. */
  private add(item: HistoryItem): void {
    const { list } = this;
    const active = list.activeItems;
    list.keepScrollPosition = true;
    list.items = [...list.items, item];
    if (active.length > 0) list.activeItems = active;
  }

  /** What the file has that the last commit has not, as the first item. */
  private addUncommitted(head: string | null): void {
    const { file, key, today } = this;
    const now = rowVersion(file.text, key, today);
    const before = head === null ? null : rowVersion(head, key, today);
    const changes = changedCells(before, now);
    if (now === null || changes.length === 0) return;
    const { t } = vscode.l10n;
    this.add({
      label: figuresText(now),
      description: t('not committed'),
      detail: labelText(details(before, now, changes)),
      open: () => this.openDiff(head === null ? null : 'HEAD', null, now, t('not committed')),
    });
  }

  private commitItem({ commit, before, after, changes, parent }: RowCommit): HistoryItem {
    const subject = commit.message.split('\n', 1)[0] ?? '';
    const who = [commit.authorName, commit.authorDate && dateText(commit.authorDate)]
      .filter(Boolean)
      .join(', ');
    return {
      label: after === null ? vscode.l10n.t('row removed') : figuresText(after),
      description: labelText(`${who} · ${subject}`),
      detail: labelText(details(before, after, changes)),
      open: () => this.openDiff(parent, commit.hash, after ?? before, subject),
    };
  }

  /** Opens the difference of two versions at the row; where the earlier one has no such file, the later one. */
  private openDiff(
    from: string | null,
    to: string | null,
    row: RowVersion | null,
    what: string,
  ): Thenable<unknown> {
    const { api, file } = this;
    const { uri } = file;
    const after = to === null ? uri : api.toGitUri(uri, to);
    const line = row?.line ?? 0;
    const options = { preview: true, selection: new vscode.Range(line, 0, line, 0) };
    if (from === null) return vscode.commands.executeCommand('vscode.openWith', after, 'default', options);
    const title = `${fileName(uri)} (${to === null ? what : `${to.slice(0, 7)} ${what}`})`;
    return vscode.commands.executeCommand('vscode.diff', api.toGitUri(uri, from), after, title, options);
  }
}

/** What became of the cells; of an added row its counts. */
function details(
  before: RowVersion | null,
  after: RowVersion | null,
  changes: readonly CellChange[],
): string {
  if (before === null && after !== null) return vscode.l10n.t('row added: {0}', countsText(after));
  if (after === null && before !== null) return vscode.l10n.t('it was: {0}', countsText(before));
  return changes.map((cell) => `${cell.column} ${shown(cell.before)} → ${shown(cell.after)}`).join(', ');
}

const LONGEST_CELL = 40;

function shown(text: string): string {
  if (text === '') return '–';
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
}

/** `2024-06-03`: the same for every reader. */
function dateText(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
