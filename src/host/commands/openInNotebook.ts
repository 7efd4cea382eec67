import * as vscode from 'vscode';
import type { CommandServices } from './services';

/**
 * `retention.openInNotebook`: from the text editor to the notebook, to the same row. Menus pass the file;
 * from the palette it is the active text editor's.
 */
export function registerOpenInNotebook({ editors }: CommandServices): vscode.Disposable {
  return vscode.commands.registerCommand('retention.openInNotebook', async (uri?: unknown) => {
    const text = vscode.window.activeTextEditor;
    const file = uri instanceof vscode.Uri ? uri : text?.document.uri;
    if (file === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a .retention file as text first, then open it in the notebook.'),
      );
      return;
    }
    const here = text !== undefined && text.document.uri.toString() === file.toString() ? text : null;
    const target =
      here === null
        ? null
        : { kind: 'offset' as const, offset: here.document.offsetAt(here.selection.active) };
    await editors.openNotebook(file, target, here?.viewColumn);
  });
}
