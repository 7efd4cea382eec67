/** Compare as Table: the tab, what it says of two files, and of a file and its last commit. */
import * as vscode from 'vscode';
import { hasGit, repositoryWith } from './repository';
import { check, closeAll, createFile, sample, until } from './support';

/** What a comparison shows, caught where it is handed to VS Code. */
async function compared(...places: readonly unknown[]): Promise<string> {
  const { window } = vscode;
  const create = window.createWebviewPanel;
  let panel: vscode.WebviewPanel | null = null;
  window.createWebviewPanel = (...how: Parameters<typeof create>) => (panel = create(...how));
  try {
    await vscode.commands.executeCommand('retention.compareAsTable', ...places);
  } finally {
    window.createWebviewPanel = create;
  }
  const shown = panel as vscode.WebviewPanel | null;
  check(shown !== null, 'no comparison was shown');
  await until(() => shown.visible, 'the comparison is in front');
  check(!shown.webview.options.enableScripts, 'scripts can run in it');
  return shown.webview.html.replaceAll(/<style>[^]*<\/style>|<[^>]*>/g, '');
}

describe('Compare as Table', () => {
  afterEach(closeAll);

  it('shows two files chosen in the explorer', async () => {
    const first = await createFile('compare-a.retention', sample);
    const second = await createFile('compare-b.retention', sample.replace('500,50,100,450', '500,50,75,475'));
    const text = await compared(second, [first, second]);
    check(text.includes('1 row changed, 2 rows unchanged.'), text);
    check(text.includes('was 100 → , now 75'), text);
    check(text.includes('+5.0 pt'), text);
  });

  it('shows a file of the source control view beside its last commit', async function () {
    if (!hasGit()) this.skip();
    const { file } = await repositoryWith('compared', [sample]);
    const edited = sample.replace('2024-Q1,100,15,10,105', '2024-Q1,100,15,20,95');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(edited));
    const text = await compared({ resourceUri: file });
    check(text.includes('From HEAD to the file now'), text);
    check(text.includes('was 10 → , now 20'), text);
  });
});
