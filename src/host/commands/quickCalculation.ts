import * as vscode from 'vscode';
import { METHODS } from '../../core';
import type { Method } from '../../core';
import { openCalculator } from './quick/calculator';
import type { CommandServices } from './services';

/**
 * `retention.quickCalculation`: one input that computes while you type. A keybinding may pass what is in it at
 * first, and the method of the retention rate.
 */
export function registerQuickCalculation(services: CommandServices): vscode.Disposable {
  return vscode.commands.registerCommand('retention.quickCalculation', (value?: unknown, method?: unknown) =>
    openCalculator(services, {
      title: vscode.l10n.t('Quick Calculation'),
      value: typeof value === 'string' ? value : '',
      ...(isMethod(method) ? { method } : {}),
    }),
  );
}

function isMethod(value: unknown): value is Method {
  return METHODS.some((method) => method === value);
}
