import * as vscode from 'vscode';
import { isRetentionFile } from '../retentionFiles';
import { anyNotebook } from './anyNotebook';
import type { CommandServices } from './services';

/**
 * `retention.openInNotebook`, and `…AtRow` for menus that are about a row: from the text editor to the notebook, to
 * the same row. Menus pass the file, that of the line numbers the line too; from the palette it is the active text
 * editor's. In the walkthrough, where there is neither, it is any notebook.
 */
export function registerOpenInNotebook(services: CommandServices): vscode.Disposable {
  const { editors } = services;
  const open = async (place?: unknown): Promise<void> => {
    const text = vscode.window.activeTextEditor;
    const line = clickedLine(place);
    const inFront = text !== undefined && isRetentionFile(text.document) ? text.document.uri : undefined;
    const file = line?.uri ?? (place instanceof vscode.Uri ? place : inFront);
    if (file === undefined) {
      await anyNotebook(services);
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
