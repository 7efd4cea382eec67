import type * as vscode from 'vscode';
import { registerCompareAsTable } from './compareAsTable';
import { registerExportFile, registerImportCsv } from './convert';
import { registerCopySummary } from './copySummary';
import { registerGridCommands } from './gridCommands';
import { registerOpenAsText } from './openAsText';
import { registerOpenInNotebook } from './openInNotebook';
import { registerQuickCommands } from './quick';
import type { CommandServices } from './services';
import { registerGitSetUp } from './setUpGit';
import { registerShowHistory } from './showHistory';
import { registerShowLog } from './showLog';

export type { CommandServices } from './services';

/** Registers every command of the manifest. */
export function registerCommands(context: vscode.ExtensionContext, services: CommandServices): void {
  context.subscriptions.push(
    ...registerGridCommands(services),
    ...registerQuickCommands(services),
    registerCompareAsTable(services),
    registerCopySummary(services),
    registerImportCsv(services),
    registerExportFile(services),
    registerOpenAsText(services),
    registerOpenInNotebook(services),
    registerGitSetUp(services, context),
    registerShowHistory(services),
    registerShowLog(services),
  );
}
