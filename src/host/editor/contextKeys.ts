import * as vscode from 'vscode';
import type { SelectionMessage } from '../../protocol';

/** The keys that `when` clauses of the manifest may use. */
type Key = 'retention.cellOpen' | 'retention.rowSelected';

/** Keeps VS Code's context keys equal to the selection of the active notebook. */
export class ContextKeys implements vscode.Disposable {
  private readonly set = new Map<Key, boolean>();

  update(selection: SelectionMessage | null): void {
    this.put('retention.cellOpen', selection?.editing ?? false);
    this.put('retention.rowSelected', (selection?.rows ?? 0) > 0);
  }

  dispose(): void {
    this.update(null);
  }

  private put(key: Key, value: boolean): void {
    if (this.set.get(key) === value) return;
    this.set.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
