import * as vscode from 'vscode';

/** A version of a file: what it is called, and what it says. */
export interface Version {
  readonly name: string;
  readonly text: string;
}

/** What a file says now, with what is not saved. Rejects when it cannot be read. */
export async function textNow(uri: vscode.Uri): Promise<string> {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
  return open?.getText() ?? textOnDisk(uri);
}

/** What was saved last. Rejects when it cannot be read. */
export async function textOnDisk(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
