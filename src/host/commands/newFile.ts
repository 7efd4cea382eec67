import * as vscode from 'vscode';
import type { SpanUnit } from '../../core';
import { openNewFile } from './quick/newNotebook';
import type { CommandServices } from './services';

/** `retention.newFile`: an untitled notebook whose first row is ready to be filled. */
export function registerNewFile(services: CommandServices): vscode.Disposable {
  return vscode.commands.registerCommand('retention.newFile', async (unit?: unknown) => {
    const known = units().find((item) => item.unit === unit);
    const chosen =
      known ??
      (await vscode.window.showQuickPick(units(), { title: vscode.l10n.t('How long are the periods?') }));
    if (chosen !== undefined) await openNewFile(services, null, chosen.unit);
  });
}

function units(): readonly {
  readonly label: string;
  readonly description: string;
  readonly unit: SpanUnit;
}[] {
  const { t } = vscode.l10n;
  return [
    { label: t('Months'), description: '2024-01', unit: 'month' },
    { label: t('Quarters'), description: '2024-Q1', unit: 'quarter' },
    { label: t('Years'), description: '2024', unit: 'year' },
    { label: t('Weeks'), description: '2024-W05', unit: 'week' },
    { label: t('Days'), description: '2024-01-15', unit: 'day' },
  ];
}
