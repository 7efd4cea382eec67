import * as vscode from 'vscode';

const SCHEME = 'retention-git';

/**
 * Shows a text that nobody can edit beside a question, and takes it away again when the question is answered.
 *
 * @param name the title of its tab
 */
export async function withPreview<T>(name: string, text: string, ask: () => Thenable<T>): Promise<T> {
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: () => text,
  });
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, 'diff');
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
    return await ask();
  } finally {
    await vscode.window.tabGroups.close(tabsOf(uri));
    provider.dispose();
  }
}

function tabsOf(uri: vscode.Uri): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}
