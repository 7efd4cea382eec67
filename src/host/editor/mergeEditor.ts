import * as vscode from 'vscode';

/** By then VS Code has opened its merge editor, or does not. */
const LIMIT_MS = 3000;

/**
 * Opens VS Code's merge editor for a file that is being merged, and says whether it did. It does not without VS Code's
 * Git, without a merge, and in earlier versions of VS Code (1.100, for one), where a file with an editor of its own has
 * no merge editor; of these the command tells only the first.
 */
export async function openMergeEditor(uri: vscode.Uri): Promise<boolean> {
  const { tabGroups } = vscode.window;
  const before = tabGroups.activeTabGroup.activeTab;
  const isElsewhere = (): boolean => tabGroups.activeTabGroup.activeTab !== before;
  try {
    await vscode.commands.executeCommand('git.openMergeEditor', uri);
  } catch {
    return false;
  }
  // The command is done before the tab is there.
  if (isElsewhere()) return true;
  return new Promise((resolve) => {
    const settle = (): void => {
      clearTimeout(timer);
      subscription.dispose();
      resolve(isElsewhere());
    };
    const timer = setTimeout(settle, LIMIT_MS);
    const subscription = tabGroups.onDidChangeTabs(() => {
      if (isElsewhere()) settle();
    });
  });
}
