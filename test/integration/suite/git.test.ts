/**
 * History and set-up with a real repository. The server build has VS Code's Git extension and git; the web build has
 * neither, and says so.
 */
import * as vscode from 'vscode';
import {
  api,
  changeElsewhere,
  check,
  closeAll,
  createFile,
  diskText,
  equal,
  openNotebook,
  until,
} from './support';
import { hasGit, repositoryWith } from './repository';

const text = (lost: number, other = 0) =>
  `#---\n# retention: 1\n# goal: 85%\n#---\nperiod,start,new,lost,end\n2024-01,${100 + other},0,10,90\n2024-02,90,0,${lost},${90 - lost}\n`;

/** The sentences VS Code is asked to show while something runs. */
async function said(run: () => Thenable<unknown>): Promise<readonly string[]> {
  const messages: string[] = [];
  const { window } = vscode;
  const show = window.showInformationMessage;
  window.showInformationMessage = (message: string) => {
    messages.push(message);
    return Promise.resolve(undefined);
  };
  try {
    await run();
  } finally {
    window.showInformationMessage = show;
  }
  return messages;
}

/** Chooses the first item of the lists that open, one after the other, until a condition holds. */
async function acceptUntil(condition: () => Promise<boolean>, what: string): Promise<void> {
  await until(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return condition();
  }, what);
}

const exists = async (uri: vscode.Uri) => {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
};

/** Opens a file as text with the cursor in the row of a period. */
async function goTo(file: vscode.Uri, period: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.openWith', file, 'default');
  const editor = vscode.window.activeTextEditor;
  check(editor !== undefined, 'no text editor is active');
  const { document } = editor;
  const place = document.positionAt(document.getText().indexOf(period));
  // VS Code may move the cursor of an editor that was just opened.
  await until(() => {
    editor.selection = new vscode.Selection(place, place);
    return editor.selection.active.isEqual(place) && vscode.window.activeTextEditor === editor;
  }, 'the cursor is there');
  return document;
}

/** Runs the command and returns its list when it is complete. */
async function history(): Promise<vscode.QuickPick<vscode.QuickPickItem>> {
  const { window } = vscode;
  const create = window.createQuickPick;
  const lists: vscode.QuickPick<vscode.QuickPickItem>[] = [];
  window.createQuickPick = <T extends vscode.QuickPickItem>() => {
    const list = create<T>();
    lists.push(list);
    return list;
  };
  try {
    await vscode.commands.executeCommand('retention.showHistory');
  } finally {
    window.createQuickPick = create;
  }
  const [list] = lists;
  check(list !== undefined, 'no list opened');
  equal(list.busy, false, 'busy');
  return list;
}

const shown = (list: vscode.QuickPick<vscode.QuickPickItem>) =>
  list.items.map(({ label, detail }) => [label.replaceAll('\u202f', ' '), detail]);

function openDiff(): vscode.TabInputTextDiff | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs.map(({ input }) => input))
    .find((input) => input instanceof vscode.TabInputTextDiff);
}

describe('Show History of This Period', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  });

  it('lists what changed the row, and opens the diff of a commit', async function () {
    if (!hasGit()) return this.skip();
    const { file, repository } = await repositoryWith('history', [text(10), text(20), text(20, 5), text(30)]);
    const commits = (await repository.log({ maxEntries: 9 })).map(({ hash }) => hash);
    await goTo(file, '2024-02');
    const list = await history();
    equal(shown(list), [
      ['66.7 % · −18.3 pt · 17 short', 'lost 20 → 30, end 70 → 60'],
      ['77.8 % · −7.2 pt · 7 short', 'lost 10 → 20, end 80 → 70'],
      ['88.9 % · +3.9 pt', 'row added: start 90, new 0, lost 10, end 80'],
    ]);
    check(/^Ann, \d{4}-\d\d-\d\d · version 3$/.test(list.items[0]?.description ?? ''), 'who, when and what');
    await acceptUntil(() => Promise.resolve(openDiff() !== undefined), 'the diff opens');
    equal(
      [openDiff()!.original, openDiff()!.modified].map(
        ({ query }) => (JSON.parse(query) as { ref: string }).ref,
      ),
      [commits[1], commits[0]],
      'the versions compared',
    );
  });

  it('puts what is not committed first, from the notebook too', async function () {
    if (!hasGit()) return this.skip();
    const { file } = await repositoryWith('uncommitted', [text(10)]);
    const document = await openNotebook(file);
    await changeElsewhere(document, '90,0,10,80', '90,0,45,45');
    const { postFromWebview } = await api();
    const offset = document.getText().indexOf('2024-02');
    postFromWebview(file, { type: 'selection', offset, row: 1, column: 0, rows: 1, editing: false });
    const list = await history();
    equal(shown(list), [
      ['50.0 % · −35.0 pt · 32 short', 'lost 10 → 45, end 80 → 45'],
      ['88.9 % · +3.9 pt', 'row added: start 90, new 0, lost 10, end 80'],
    ]);
    equal(list.items[0]?.description, 'not committed');
  });

  it('says in one sentence what is missing', async () => {
    await goTo(await createFile('no-repository/a.retention', text(10)), '2024-02');
    const messages = await said(() => vscode.commands.executeCommand('retention.showHistory'));
    check(messages.length === 1, messages.join());
    check(messages[0]!.includes(hasGit() ? 'not in a git repository' : 'Git extension'), messages.join());
  });
});

describe('Set Up Git', () => {
  afterEach(closeAll);

  it('writes the lines it has shown, and takes them away byte for byte', async function () {
    if (!hasGit()) return this.skip();
    const { file } = await repositoryWith('set-up', [text(10)]);
    const at = (path: string) => vscode.Uri.joinPath(file, '..', path);
    const before = await diskText(at('.git/config'));
    const messages = await said(async () => {
      const done = vscode.commands.executeCommand('retention.setUpGit', file);
      await acceptUntil(async () => (await diskText(at('.git/config'))) !== before, 'the lines are written');
      await done;
    });
    check(messages.length === 1 && messages[0]!.includes('Commit .gitattributes'), messages.join());
    const after = await diskText(at('.git/config'));
    check(after.startsWith(before), after);
    check(/\[merge "retention"\][^]*dist\/git\.js[^]*%O %A %B/.test(after), after);
    check(
      (await diskText(at('.gitattributes'))).includes(
        '\n*.retention text=auto eol=lf diff=retention merge=retention\n',
      ),
      'attributes',
    );

    const undone = vscode.commands.executeCommand('retention.undoGitSetUp', file);
    await acceptUntil(async () => (await diskText(at('.git/config'))) === before, 'the lines are gone');
    await undone;
    equal(await exists(at('.gitattributes')), false, 'there is .gitattributes');
    const nothing = await said(() => vscode.commands.executeCommand('retention.undoGitSetUp', file));
    check(nothing.length === 1 && nothing[0]!.includes('nothing to undo'), nothing.join());
  });

  it('says in one sentence what is missing', async () => {
    const file = await createFile('no-set-up/a.retention', text(10));
    const messages = await said(() => vscode.commands.executeCommand('retention.setUpGit', file));
    check(messages.length === 1, messages.join());
    check(messages[0]!.includes(hasGit() ? 'in no git repository' : 'on a disk only'), messages.join());
  });
});
