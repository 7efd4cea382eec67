import * as vscode from 'vscode';
import { LiveNotebook } from '../../core';
import { markdown, reportPage } from '../../report';
import { fileName, isRetentionFile } from '../retentionFiles';
import { dayNumber } from '../today';
import type { CommandServices } from './services';

/**
 * `retention.copySummary`: the page a manager reads in a minute, of the `.retention` file in the active tab, as Markdown
 * on the clipboard.
 */
export function registerCopySummary(services: CommandServices): vscode.Disposable {
  return vscode.commands.registerCommand('retention.copySummary', async () => {
    const { t } = vscode.l10n;
    const file = await activeText(services);
    if (file === null) {
      void vscode.window.showInformationMessage(t('Open a .retention file first, then copy its summary.'));
      return;
    }
    const notebook = LiveNotebook.open(file.text, { today: dayNumber(new Date()) });
    await vscode.env.clipboard.writeText(markdown([reportPage(notebook, { file: file.name })]));
    void vscode.window.showInformationMessage(
      t('The summary of {0} is on the clipboard, as Markdown.', file.name),
    );
  });
}

async function activeText({
  editors,
}: CommandServices): Promise<{ readonly name: string; readonly text: string } | null> {
  const { activePanel } = editors;
  if (activePanel !== null) {
    // What was typed last is part of it.
    await activePanel.session.idle();
    return { name: fileName(activePanel.uri), text: activePanel.session.text };
  }
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isRetentionFile(document)) return null;
  return { name: fileName(document.uri), text: document.getText() };
}
