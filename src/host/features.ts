import type * as vscode from 'vscode';
import { registerCommands } from './commands';
import type { CommandServices } from './commands';
import { registerLanguage } from './language';
import { LiveFiles } from './live';
import { StatusBar } from './statusBar';

/** What others need of the features that come later. */
export interface Features {
  readonly statusBar: StatusBar;
}

/** Registers everything but the notebook: commands, text view and status bar. */
export function registerFeatures(context: vscode.ExtensionContext, services: CommandServices): Features {
  registerCommands(context, services);
  const files = new LiveFiles();
  const statusBar = new StatusBar(services.editors, files);
  context.subscriptions.push(files, registerLanguage(files, context.extensionUri), statusBar);
  return { statusBar };
}
