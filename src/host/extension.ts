import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { NotebookEditors, ViewMemory } from './editor';
import { registerLanguage } from './language';
import { LiveFiles } from './live';
import { StatusBar } from './statusBar';
import { TransportTap, createTestApi } from './testApi';
import type { TestApi } from './testApi';

/** Composition root: registers everything, and does nothing else, so that activation is quick. */
export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  const log = vscode.window.createOutputChannel('Retention Notebook', { log: true });
  const tap = context.extensionMode === vscode.ExtensionMode.Test ? new TransportTap() : undefined;
  const editors = new NotebookEditors(
    context.extensionUri,
    log,
    new ViewMemory(
      context.workspaceState,
      ({ scheme }) => vscode.workspace.fs.isWritableFileSystem(scheme) === true,
    ),
    tap?.wrap.bind(tap),
  );
  context.subscriptions.push(log, editors, editors.register());
  registerCommands(context, { editors, log });
  const files = new LiveFiles();
  const statusBar = new StatusBar(editors, files);
  context.subscriptions.push(files, registerLanguage(files, context.extensionUri), statusBar);
  return tap === undefined ? undefined : createTestApi(editors, tap, statusBar);
}
