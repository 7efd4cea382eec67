import * as vscode from 'vscode';
import { LiveNotebook } from '../../core';
import { markdown, reportPage } from '../../report';
import { fileName } from '../retentionFiles';
import { dayNumber } from '../today';
import { activeText } from './activeText';
import { say } from './say';
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
      say(t('Open a .retention file first, then copy its summary.'));
      return;
    }
    const name = fileName(file.uri);
    const notebook = LiveNotebook.open(file.text, { today: dayNumber(new Date()) });
    await vscode.env.clipboard.writeText(markdown([reportPage(notebook, { file: name })]));
    say(t('The summary of {0} is on the clipboard, as Markdown.', name));
  });
}
