import * as vscode from 'vscode';
import type { SelectionMessage } from '../../protocol';

/** True while the active notebook has a data row selected; `enablement` in the manifest uses it. */
const ROW_SELECTED = 'retention.rowSelected';

/** Keeps VS Code's context key equal to the selection of the active notebook. */
export class ContextKeys implements vscode.Disposable {
  private rowSelected = false;

  update(selection: SelectionMessage | null): void {
    const rowSelected = selection !== null && selection.rows > 0;
    if (rowSelected === this.rowSelected) return;
    this.rowSelected = rowSelected;
    void vscode.commands.executeCommand('setContext', ROW_SELECTED, rowSelected);
  }

  dispose(): void {
    this.update(null);
  }
}
