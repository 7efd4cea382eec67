import * as vscode from 'vscode';
import { DisposableStore } from '../disposables';
import { LARGEST_DOCUMENT } from './sessionTypes';
import type { SnapshotEditors } from './snapshotEditors';

/**
 * Looks after notebooks that VS Code can't open. It gives extensions no document of more than 50 MB and none
 * that looks binary, and tells the extension nothing about it: the tab just fails. Their tabs are replaced
 * by ones that show what is on the disk.
 */
export class UnopenableFiles implements vscode.Disposable {
  private readonly store = new DisposableStore();

  constructor(
    private readonly viewType: string,
    private readonly snapshots: SnapshotEditors,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const { tabGroups } = vscode.window;
    this.store.add(tabGroups.onDidChangeTabs(({ opened }) => this.check(opened)));
    this.check(tabGroups.all.flatMap(({ tabs }) => tabs));
  }

  dispose(): void {
    this.store.dispose();
  }

  private check(tabs: readonly vscode.Tab[]): void {
    const uris = new Map<string, vscode.Uri>();
    for (const { input } of tabs) {
      if (this.isNotebook(input)) uris.set(input.uri.toString(), input.uri);
    }
    for (const [key, uri] of uris) {
      this.checkFile(uri).catch((error: unknown) => {
        this.log.error(`Could not show ${key}: ${String(error)}`);
      });
    }
  }

  private async checkFile(uri: vscode.Uri): Promise<void> {
    if (!(await isTooLarge(uri)) && !(await isBinary(uri))) return;
    // VS Code makes new objects for tabs that are still there, so they are looked for only now.
    const failing = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => this.isNotebook(input) && input.uri.toString() === uri.toString());
    // They must be gone before VS Code has found out that it can't open them: else it puts up a dialog.
    const closed = vscode.window.tabGroups.close(failing, true);
    for (const column of new Set(failing.map(({ group }) => group.viewColumn))) {
      await this.snapshots.show(uri, column);
    }
    await closed;
  }

  private isNotebook(input: unknown): input is vscode.TabInputCustom {
    return input instanceof vscode.TabInputCustom && input.viewType === this.viewType;
  }
}

async function isTooLarge(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size > LARGEST_DOCUMENT;
  } catch {
    // A file that isn't there, or not saved yet, is VS Code's to talk about.
    return false;
  }
}

/**
 * True when VS Code can't make a document of the file because of its bytes. It may fail for other reasons that pass,
 * while a window starts on a busy machine for example; then the tab, which may hold unsaved work, stays.
 */
async function isBinary(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.openTextDocument(uri);
    return false;
  } catch {
    try {
      return looksBinary(await vscode.workspace.fs.readFile(uri));
    } catch {
      return false;
    }
  }
}

/** VS Code's own test: a zero byte near the beginning. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).includes(0);
}
