import * as vscode from 'vscode';
import { isRetentionFile } from '../retentionFiles';
import { VIEW_TYPE } from '../editor';

/** The `.retention` file in the active tab, and how it is shown there. */
export interface ActiveFile {
  readonly document: vscode.TextDocument;
  readonly view: 'notebook' | 'text';
}

/** The `.retention` file of the active tab, as notebook or as text; null for anything else, diffs included. */
export function activeFile(): ActiveFile | null {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  let view: ActiveFile['view'];
  if (input instanceof vscode.TabInputCustom && input.viewType === VIEW_TYPE) view = 'notebook';
  else if (input instanceof vscode.TabInputText) view = 'text';
  else return null;
  const key = input.uri.toString();
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === key);
  return document !== undefined && isRetentionFile(document) ? { document, view } : null;
}
