/** Compare as Table: the tab, and what it says of the versions one can choose. */
import * as vscode from 'vscode';
import { hasGit, repositoryWith } from './repository';
import { check, closeAll, changeElsewhere, createFile, equal, sample, until } from './support';

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

/**
 * The same where it asks: with answers by their labels, one a list.
 *
 * @returns what was shown, and the labels of the first list
 */
async function comparedBy(uri: vscode.Uri, ...answers: readonly string[]) {
  const { window } = vscode;
  const pick = window.showQuickPick;
  const lists: string[][] = [];
  const answer = (items: readonly vscode.QuickPickItem[]) => {
    const wanted = answers[lists.length];
    lists.push(items.map(({ label }) => label));
    const item = items.find(({ label }) => label === wanted);
    check(item !== undefined, `${wanted ?? 'nothing'} is not among ${String(lists.at(-1))}`);
    return Promise.resolve(item);
  };
  window.showQuickPick = answer as unknown as typeof pick;
  try {
    return { text: await compared(uri), first: lists[0] ?? [] };
  } finally {
    window.showQuickPick = pick;
  }
}

const earlier = sample.replace('500,50,100,450', '500,50,75,475');

describe('Compare as Table', () => {
  afterEach(closeAll);

  it('shows two files chosen in the explorer', async () => {
    const first = await createFile('compare-a.retention', sample);
    const second = await createFile('compare-b.retention', earlier);
    const text = await compared(second, [first, second]);
    check(text.includes('1 row changed, 2 rows unchanged.'), text);
    check(text.includes('was 100 → , now 75'), text);
    check(text.includes('+5.0 pt'), text);
  });

  it('shows what is saved beside what is not, and another file beside this one', async () => {
    const uri = await createFile('compare-open.retention', sample);
    const document = await vscode.workspace.openTextDocument(uri);
    await changeElsewhere(document, '500,50,100,450', '500,50,75,475');
    const saved = await comparedBy(uri, 'What is saved with the file now');
    equal(saved.first, ['What is saved with the file now', 'Another file…'], 'the choices');
    check(saved.text.includes('From what is saved to the file now'), saved.text);
    check(saved.text.includes('was 100 → , now 75'), saved.text);

    const other = await createFile('compare-other.retention', sample.replace('50000', '50100'));
    const { window } = vscode;
    const dialog = window.showOpenDialog;
    window.showOpenDialog = () => Promise.resolve([other]);
    try {
      const { text } = await comparedBy(uri, 'Another file…');
      check(/From \S*compare-other.retention to \S*compare-open.retention/.test(text), text);
      check(text.includes('was 50100 → , now 50000'), text);
      check(text.includes('was 100 → , now 75'), text);
    } finally {
      window.showOpenDialog = dialog;
    }
  });

  it('shows an untitled document beside a file, and offers nothing that was saved of it', async () => {
    const { uri } = await vscode.workspace.openTextDocument({ language: 'retention', content: sample });
    const other = await createFile('compare-untitled.retention', earlier);
    const { window } = vscode;
    const dialog = window.showOpenDialog;
    const folders: unknown[] = [];
    window.showOpenDialog = (options) => {
      folders.push(options?.defaultUri);
      return Promise.resolve([other]);
    };
    try {
      const { text, first } = await comparedBy(uri, 'Another file…');
      equal([first, folders], [['Another file…'], [undefined]], 'the choices, and where the dialog begins');
      check(text.includes('was 75 → , now 100'), text);
    } finally {
      window.showOpenDialog = dialog;
    }
  });

  it('shows two commits, the earlier one first', async function () {
    if (!hasGit()) this.skip();
    const { file } = await repositoryWith('commits', [earlier, sample, sample.replace('85%', '90%')]);
    const { text, first } = await comparedBy(file, 'Two commits…', 'version 1', 'version 0');
    equal(first, ['Last commit with the file now', 'Two commits…', 'Another file…'], 'the choices');
    check(/From [0-9a-f]{7} version 0 to [0-9a-f]{7} version 1/.test(text), text);
    check(text.includes('was 75 → , now 100'), text);
    check(!text.includes('goal:'), text);
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

  it('says what it is for when it is chosen on another file of the source control view', async () => {
    const uri = await createFile('compare.txt', '500 50 100');
    const { window } = vscode;
    const show = window.showInformationMessage;
    const messages: string[] = [];
    window.showInformationMessage = (message: string) => {
      messages.push(message);
      return Promise.resolve(undefined);
    };
    try {
      await vscode.commands.executeCommand('retention.compareAsTable', { resourceUri: uri });
    } finally {
      window.showInformationMessage = show;
    }
    equal(messages, ['compare.txt is no .retention file: Compare as Table compares the rows of such files.']);
  });

  it('can be cancelled while it compares large versions', async () => {
    const rows = '2024-Q1,100,15,10,105,\n'.repeat(60_000);
    const [first, second] = [
      await createFile('compare-large-a.retention', sample + rows),
      await createFile('compare-large-b.retention', earlier + rows),
    ];
    const { window } = vscode;
    const { withProgress, createWebviewPanel } = window;
    const progress: (string | undefined)[] = [];
    let cancelled = new vscode.CancellationTokenSource();
    let turns = 0;
    let shown = 0;
    window.withProgress = (options, task) => {
      progress.push(options.title);
      return task({ report: () => undefined }, cancelled.token);
    };
    window.createWebviewPanel = (...how: Parameters<typeof createWebviewPanel>) => {
      shown++;
      return createWebviewPanel(...how);
    };
    const compare = () => vscode.commands.executeCommand('retention.compareAsTable', second, [first, second]);
    const timer = setInterval(() => turns++);
    try {
      const running = compare();
      await until(() => progress.length > 0, 'the comparison begins');
      cancelled.cancel();
      await running;
      equal(
        [progress, shown],
        [['Comparing two versions of compare-large-b.retention'], 0],
        'the notification',
      );
      cancelled = new vscode.CancellationTokenSource();
      turns = 0;
      await compare();
      check(turns > 3, `others had ${turns} turns meanwhile`);
      equal(shown, 1, 'comparisons shown');
    } finally {
      clearInterval(timer);
      Object.assign(window, { withProgress, createWebviewPanel });
    }
  });
});
