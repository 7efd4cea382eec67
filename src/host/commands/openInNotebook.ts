import * as vscode from 'vscode';
import { showInformation } from '../messages';
import type { CommandServices } from './services';

/**
 * `retention.openInNotebook`, and `…AtRow` for menus that are about a row: from the text editor to the notebook, to
 * the same row. Menus pass the file, that of the line numbers the line too; from the palette it is the active text
 * editor's.
 */
export function registerOpenInNotebook({ editors }: CommandServices): vscode.Disposable {
  const open = async (place?: unknown): Promise<void> => {
    const text = vscode.window.activeTextEditor;
    const line = clickedLine(place);
    const file = line?.uri ?? (place instanceof vscode.Uri ? place : text?.document.uri);
    if (file === undefined) {
      void showInformation(
        vscode.l10n.t('Open a .retention file as text first, then open it in the notebook.'),
      );
      return;
    }
    const here = text !== undefined && text.document.uri.toString() === file.toString() ? text : null;
    const position = line === null ? here?.selection.active : new vscode.Position(line.lineNumber - 1, 0);
    const target =
      here === null || position === undefined
        ? null
        : { kind: 'offset' as const, offset: here.document.offsetAt(position) };
    await editors.openNotebook(file, target, here?.viewColumn);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('retention.openInNotebook', open),
    vscode.commands.registerCommand('retention.openInNotebookAtRow', open),
  );
}

/** What VS Code's menu of the line numbers passes, or null for anything else. Lines count from 1. */
function clickedLine(place: unknown): { readonly uri: vscode.Uri; readonly lineNumber: number } | null {
  if (typeof place !== 'object' || place === null || !('lineNumber' in place) || !('uri' in place))
    return null;
  const { uri, lineNumber } = place;
  return uri instanceof vscode.Uri && typeof lineNumber === 'number' ? { uri, lineNumber } : null;
}
