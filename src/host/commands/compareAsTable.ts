import * as vscode from 'vscode';
import { chooseVersions, showComparison, sinceLastCommit, twoFiles } from '../compare';
import { showError } from '../messages';
import { fileName, hasRetentionName } from '../retentionFiles';
import { activeText } from './activeText';
import { say } from './say';
import type { CommandServices } from './services';

/**
 * `retention.compareAsTable`: two versions of a file as one read-only table. Two files chosen in the explorer are
 * compared with each other, a file of the source control view with the last commit; else it asks.
 */
export function registerCompareAsTable(services: CommandServices): vscode.Disposable {
  // The menu of the source control view knows nothing of the file, and so lists this for every one, but only where
  // somebody works with such files.
  void vscode.commands.executeCommand('setContext', 'retention.isActive', true);
  return vscode.commands.registerCommand(
    'retention.compareAsTable',
    async (place?: unknown, all?: unknown) => {
      const { t } = vscode.l10n;
      const changed = resourceOf(place);
      const [first, second] = Array.isArray(all) ? all.filter((each) => each instanceof vscode.Uri) : [];
      const uri =
        second ?? changed ?? (place instanceof vscode.Uri ? place : (await activeText(services))?.uri);
      if (uri === undefined) {
        say(t('Open a .retention file first, or choose one or two in the explorer, then compare.'));
        return;
      }
      if (changed !== undefined && !hasRetentionName(changed)) {
        say(
          t(
            '{0} is no .retention file: Compare as Table compares the rows of such files.',
            fileName(changed),
          ),
        );
        return;
      }
      try {
        const pair = await (first !== undefined && second !== undefined
          ? twoFiles(first, second)
          : changed !== undefined
            ? sinceLastCommit(changed)
            : chooseVersions(uri));
        if (pair !== null) await showComparison(fileName(uri), pair[0], pair[1]);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        void showError(t('The versions could not be read: {0}', reason));
      }
    },
  );
}

/** The file of an entry of the source control view, or undefined for anything else. */
function resourceOf(place: unknown): vscode.Uri | undefined {
  if (typeof place !== 'object' || place === null || !('resourceUri' in place)) return undefined;
  return place.resourceUri instanceof vscode.Uri ? place.resourceUri : undefined;
}
