import * as vscode from 'vscode';
import { showInformation } from '../messages';
import type { CommandServices } from './services';

/**
 * `retention.openAsText`: from the notebook to the text editor, to the same row. Menus pass the file; from
 * the palette it is the active notebook's.
 */
export function registerOpenAsText({ editors }: CommandServices): vscode.Disposable {
  return vscode.commands.registerCommand('retention.openAsText', async (uri?: unknown) => {
    const { activePanel } = editors;
    if (activePanel !== null && (!(uri instanceof vscode.Uri) || sameFile(uri, activePanel.uri))) {
      await editors.openAsText(activePanel, activePanel.selection?.offset ?? 0);
    } else if (uri instanceof vscode.Uri) {
      await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
    } else {
      void showInformation(
        vscode.l10n.t('Open a .retention file as a notebook first, then open it as text.'),
      );
    }
  });
}

function sameFile(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
