import * as vscode from 'vscode';
import type { DocumentDiff } from '../../core';
import { diffInParts } from '../../core';
import { compareHtml } from '../../report';
import { inParts, later } from '../live';
import { messageText } from '../plainText';
import { dayNumber } from '../today';
import type { Version } from './versions';

/** VS Code's name of the panel. */
export const COMPARE_VIEW = 'retention.compare';

/** Comparing so many characters takes a while that one has to be told of. */
const LARGE = 500_000;

/**
 * Shows two versions as a table beside each other, read-only, in a tab of its own that nothing runs in. Large files are
 * compared in parts, under a notification that cancels it.
 */
export async function showComparison(file: string, before: Version, after: Version): Promise<void> {
  const diff = await compare(file, before.text, after.text);
  if (diff === null) return;
  const title = vscode.l10n.t('{0} (table)', file);
  const panel = vscode.window.createWebviewPanel(COMPARE_VIEW, title, vscode.ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  panel.webview.html = compareHtml(diff, { file, before: before.name, after: after.name });
}

/** Null: the user gave up. */
function compare(file: string, before: string, after: string): Thenable<DocumentDiff | null> {
  const parts = diffInParts(before, after, { today: dayNumber(new Date()) });
  if (before.length + after.length < LARGE) return inParts(parts, later, () => false);
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: messageText(vscode.l10n.t('Comparing two versions of {0}', file)),
    cancellable: true,
  };
  return vscode.window.withProgress(progress, (_, token) =>
    inParts(parts, later, () => token.isCancellationRequested),
  );
}
