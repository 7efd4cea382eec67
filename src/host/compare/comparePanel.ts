import * as vscode from 'vscode';
import { diffDocuments } from '../../core';
import { compareHtml } from '../../report';
import { dayNumber } from '../today';
import type { Version } from './versions';

/** VS Code's name of the panel. */
export const COMPARE_VIEW = 'retention.compare';

/** Shows two versions as a table beside each other, read-only, in a tab of its own that nothing runs in. */
export function showComparison(file: string, before: Version, after: Version): vscode.WebviewPanel {
  const title = vscode.l10n.t('{0} (table)', file);
  const panel = vscode.window.createWebviewPanel(COMPARE_VIEW, title, vscode.ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  const diff = diffDocuments(before.text, after.text, { today: dayNumber(new Date()) });
  panel.webview.html = compareHtml(diff, { file, before: before.name, after: after.name });
  return panel;
}
