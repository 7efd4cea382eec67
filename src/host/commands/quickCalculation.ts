import * as vscode from 'vscode';
import { openCalculator } from './quick/calculator';
import type { CommandServices } from './services';

/**
 * `retention.quickCalculation`: one input that computes while you type. A keybinding may pass what is in it
 * at first.
 */
export function registerQuickCalculation(services: CommandServices): vscode.Disposable {
  return vscode.commands.registerCommand('retention.quickCalculation', (value?: unknown) =>
    openCalculator(services, {
      title: vscode.l10n.t('Quick Calculation'),
      value: typeof value === 'string' ? value : '',
    }),
  );
}
