import * as vscode from 'vscode';
import { messageText } from './plainText';

/*
 * The only way to a notification: what a message names may come from strangers and must not become a link in it.
 * Each resolves to the action that was chosen, or to undefined.
 */

/** Tells something in one sentence. */
export function showInformation(
  message: string,
  ...actions: readonly string[]
): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(messageText(message), ...actions);
}

/** Tells why something was not done. */
export function showWarning(message: string, ...actions: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(messageText(message), ...actions);
}

/** Tells what went wrong. */
export function showError(message: string, ...actions: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(messageText(message), ...actions);
}
