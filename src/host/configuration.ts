import * as vscode from 'vscode';
import type { NotebookConfiguration } from '../protocol';

/** Where the settings of this extension live. */
export const CONFIGURATION_SECTION = 'retention';

/** The settings the notebook page needs. A value that is not one of those offered counts as the default. */
export function notebookConfiguration(resource: vscode.Uri): NotebookConfiguration {
  const settings = vscode.workspace.getConfiguration(CONFIGURATION_SECTION, resource);
  return { enterKey: settings.get<string>('enterKey') === 'down' ? 'down' : 'edit' };
}
