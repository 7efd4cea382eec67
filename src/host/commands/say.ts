import * as vscode from 'vscode';

/** Tells the user something in one sentence, without waiting for an answer. */
export function say(message: string): void {
  void vscode.window.showInformationMessage(message);
}
