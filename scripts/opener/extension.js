// A file that VS Code is told to open at its start opens as text, because no extension has registered its editor yet.
const vscode = require('vscode');

exports.activate = async function activate() {
  const folder = vscode.workspace.workspaceFolders?.[0];
  // After a reload there is what the user had open.
  const isEmpty = vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0);
  if (folder === undefined || !isEmpty) return;
  const uri = vscode.Uri.joinPath(folder.uri, 'online-retail.retention');
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
};
