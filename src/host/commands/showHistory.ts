import * as vscode from 'vscode';
import { parseDocument } from '../../core';
import { gitApi, repositoryOf } from '../git/gitApi';
import { HistoryList } from '../git/historyList';
import { rowKeyAt } from '../git/rowVersion';
import { fileName } from '../retentionFiles';
import { activeText } from './activeText';
import { say } from './say';
import type { CommandServices } from './services';

/**
 * `retention.showHistory`: the commits that changed the row the user is in, with the figures each left, newest first;
 * choosing one opens its diff of the file. The list fills while older versions are read, and closing it stops that.
 */
export function registerShowHistory(services: CommandServices): vscode.Disposable {
  return vscode.commands.registerCommand('retention.showHistory', async () => {
    const { t } = vscode.l10n;
    const file = await activeText(services);
    const key = file === null ? null : rowKeyAt(parseDocument(file.text), file.offset);
    if (file === null || key === null) {
      say(t('Go to a row of a .retention file first, then ask for the history of its period.'));
      return;
    }
    const api = await gitApi();
    if (api === null) {
      say(t('The history is read by VS Code’s Git extension, which is not available here.'));
      return;
    }
    // A version of the file, beside another in a diff, has the path of the file itself.
    const uri = file.uri.scheme === 'git' ? vscode.Uri.file(file.uri.path) : file.uri;
    const repository = uri.scheme === 'file' ? await repositoryOf(api, uri) : null;
    if (repository === null) {
      say(t('{0} is not in a git repository, so there is no history to show.', fileName(uri)));
      return;
    }
    await new HistoryList(api, repository, { uri, text: file.text }, key).show();
  });
}
