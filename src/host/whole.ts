import type * as vscode from 'vscode';
import { activateWith } from './activation';
import { registerFeatures } from './features';
import type { TestApi } from './testApi';

export { registerFeatures };

/** The extension in VS Code for the Web, which reads one file of an extension and no other. */
export function activate(context: vscode.ExtensionContext): Promise<TestApi> | undefined {
  return activateWith(context, () => Promise.resolve(registerFeatures));
}
