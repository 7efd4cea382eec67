import type * as vscode from 'vscode';
import { activateWith } from './activation';
import type { TestApi } from './testApi';

/**
 * The extension on the desktop and on servers, without the greater part of it: that is in the bundle of `whole.ts`, which
 * is read after the activation.
 */
export function activate(context: vscode.ExtensionContext): Promise<TestApi> | undefined {
  return activateWith(context, async () => (await import('./whole')).registerFeatures);
}
