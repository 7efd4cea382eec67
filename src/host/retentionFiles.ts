import type * as vscode from 'vscode';

/** True for a document that is a `.retention` file, however it was opened. */
export function isRetentionFile(document: Pick<vscode.TextDocument, 'languageId' | 'uri'>): boolean {
  return document.languageId === 'retention' || hasRetentionName(document.uri);
}

/** True for a file that is called `….retention`. */
export function hasRetentionName(uri: vscode.Uri): boolean {
  return uri.path.endsWith('.retention');
}

/** The last part of a file's path. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
