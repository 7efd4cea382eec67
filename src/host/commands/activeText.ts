import * as vscode from 'vscode';
import { isRetentionFile } from '../retentionFiles';
import type { CommandServices } from './services';

/** The `.retention` file in front, as a notebook or as text. */
export interface ActiveText {
  readonly uri: vscode.Uri;
  /** With what is not saved. */
  readonly text: string;
  /** Where the user is. */
  readonly offset: number;
}

/** The `.retention` file the user is in, or null. */
export async function activeText({ editors }: CommandServices): Promise<ActiveText | null> {
  const { activePanel } = editors;
  if (activePanel !== null) {
    // What was typed last is part of it.
    await activePanel.session.idle();
    return {
      uri: activePanel.uri,
      text: activePanel.session.text,
      offset: activePanel.selection?.offset ?? 0,
    };
  }
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isRetentionFile(editor.document)) return null;
  const { document, selection } = editor;
  return { uri: document.uri, text: document.getText(), offset: document.offsetAt(selection.active) };
}
