import * as vscode from 'vscode';
import type { CommandServices } from './services';

/** `retention.showLog`: what went wrong, and what was refused. */
export function registerShowLog({ log }: CommandServices): vscode.Disposable {
  return vscode.commands.registerCommand('retention.showLog', () => log.show());
}
