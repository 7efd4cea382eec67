import * as vscode from 'vscode';
import { harmless } from '../../core';
import type { SavePictureMessage } from '../../protocol';
import { showError } from '../messages';

/**
 * Asks where to save a chart of a notebook, next to the notebook's file to begin with, and writes it there: as PNG
 * where the name says so, else as SVG. What goes wrong is said.
 */
export async function savePicture(
  { name, svg, png }: SavePictureMessage,
  notebook: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(notebook, '..', `${fileNameOf(notebook)} ${asFileName(name)}.svg`),
    filters: { [vscode.l10n.t('SVG picture')]: ['svg'], [vscode.l10n.t('PNG picture')]: ['png'] },
    title: vscode.l10n.t('Save Picture'),
  });
  if (target === undefined) return;
  const asPng = target.path.toLowerCase().endsWith('.png');
  try {
    await vscode.workspace.fs.writeFile(target, asPng ? bytesOf(png) : new TextEncoder().encode(svg));
  } catch (error) {
    log.error(`Could not save ${target.toString()}: ${String(error)}`);
    void showError(
      vscode.l10n.t('The picture could not be saved as {0}. Choose another place.', target.fsPath),
    );
  }
}

/** The name of the notebook's file without its ending. */
function fileNameOf(uri: vscode.Uri): string {
  return (uri.path.split('/').pop() ?? '').replace(/\.[^.]+$/, '');
}

/** A name that is no way to another folder, and that every system takes. */
function asFileName(name: string): string {
  return harmless(name).replaceAll(/[\\/:*?"<>|]/g, '-');
}

/** @throws Error when it is no Base64. */
function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
