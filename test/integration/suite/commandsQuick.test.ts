import * as vscode from 'vscode';
import {
  api,
  changeElsewhere,
  check,
  closeAll,
  createFile,
  documentOf,
  equal,
  openNotebook,
  sample,
  tabsOf,
  turnToText,
  until,
} from './support';

/** What Enter does in a list or an input that VS Code shows. */
const ACCEPT = 'workbench.action.acceptSelectedQuickOpenItem';

/** Presses Enter until the clipboard holds a text: the list appears some time after its command. */
async function acceptUntilCopied(text: string): Promise<void> {
  await until(async () => {
    await vscode.commands.executeCommand(ACCEPT);
    return (await vscode.env.clipboard.readText()) === text;
  }, `${text} is copied`);
}

/** Opens a text file. Not an untitled one: VS Code may give the next of the same name the text of the last. */
async function showText(name: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await createFile(name, content));
}

/**
 * Selects, calculates and copies. VS Code may move the cursor of an editor that was just opened after a selection
 * was set, so all of it is repeated until the result is there.
 */
async function calculateSelected(
  editor: vscode.TextEditor,
  selections: readonly vscode.Selection[],
  text: string,
): Promise<void> {
  await until(async () => {
    editor.selections = selections;
    await vscode.commands.executeCommand('retention.calculateSelection');
    await vscode.commands.executeCommand(ACCEPT);
    const found = await vscode.env.clipboard.readText();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    return found === text;
  }, `${text} is copied`);
}

describe('quick calculation', () => {
  beforeEach(() => vscode.env.clipboard.writeText('nothing yet'));
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  });

  it('copies the retention rate with Enter', async () => {
    await vscode.commands.executeCommand('retention.quickCalculation', '500 +50 -100');
    await acceptUntilCopied('80.0%');
  });

  it('takes the likeliest reading with Enter, then copies', async () => {
    await vscode.commands.executeCommand('retention.quickCalculation', '50,000 +1,000 -11,000');
    await acceptUntilCopied('78.0%');
  });

  it('asks step by step and shows first what was asked for', async () => {
    // The command ends with the last answer.
    const asked = vscode.commands.executeCommand('retention.churnRate', { start: '500', lost: '100' });
    await acceptUntilCopied('20.0%');
    await asked;
  });

  it('calculates with the numbers selected in any editor', async () => {
    const editor = await showText('column.txt', 'Customers\n500\n50\n100\nend of the list\n');
    await calculateSelected(editor, [new vscode.Selection(1, 0, 4, 0)], '80.0%');
  });

  it('adds a row to a file that is open as text, and stays there, whether it was a notebook or not', async () => {
    const uri = await createFile('addRow.retention', sample);
    await openNotebook(uri, { preview: false });
    await turnToText(uri);
    const { window } = vscode;
    const { createQuickPick, showInputBox } = window;
    const lists: vscode.QuickPick<vscode.QuickPickItem>[] = [];
    window.createQuickPick = <T extends vscode.QuickPickItem>() => {
      const made = createQuickPick<T>();
      lists.push(made);
      return made;
    };
    window.showInputBox = () => Promise.resolve('2024-Q4');
    const rowAtCursor = () => {
      const { document, selection } = window.activeTextEditor ?? {};
      return selection === undefined ? undefined : document?.lineAt(selection.active.line).text;
    };
    try {
      await vscode.commands.executeCommand('retention.quickCalculation', '500 +50 -100');
      await until(async () => {
        await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
        return lists[0]?.activeItems[0]?.label.endsWith('Add as Row') === true;
      }, 'the item has the focus');
      await vscode.commands.executeCommand(ACCEPT);
      await until(() => documentOf(uri).getText().includes('2024-Q4'), 'the row is added');
      await until(() => rowAtCursor()?.startsWith('2024-Q4') === true, 'the cursor is in the new row');
      equal(tabsOf(uri), ['text'], 'what the file is open as');
    } finally {
      Object.assign(window, { createQuickPick, showInputBox });
    }
  });

  it('calculates with several selections', async () => {
    const editor = await showText('several.txt', 'start 500\nnoise 7\nlost 100\n');
    const selections = [new vscode.Selection(0, 0, 0, 9), new vscode.Selection(2, 0, 2, 8)];
    await calculateSelected(editor, selections, '80.0%');
  });

  it('calculates with the row of a file that the cursor is in', async () => {
    const uri = await createFile('row.retention', sample);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
    const editor = vscode.window.activeTextEditor;
    check(editor !== undefined, 'no text editor is active');
    const position = editor.document.positionAt(editor.document.getText().indexOf('2024-Q3') + 3);
    await calculateSelected(editor, [new vscode.Selection(position, position)], '78.0%');
  });
});

describe('a new file', () => {
  afterEach(closeAll);

  it('opens as an untitled notebook with a row that is ready to be filled', async () => {
    await vscode.commands.executeCommand('retention.newFile', 'quarter');
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    check(input instanceof vscode.TabInputCustom, 'no notebook is open');
    const { sent } = await api();
    await until(() => sent(input.uri).some(({ type }) => type === 'init'), 'the page has the text');
    const text = documentOf(input.uri).getText();
    check(/\n# granularity: quarter\n/.test(text), text);
    check(/\nperiod,start,new,lost,end,reactivated,goal,note\n\d{4}-Q[1-4],,,,,,,\n$/.test(text), text);
  });
});

describe('an untitled document', () => {
  afterEach(closeAll);

  it('goes to the text and back to the notebook', async () => {
    await vscode.commands.executeCommand('retention.newFile', 'quarter');
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    check(input instanceof vscode.TabInputCustom, 'no notebook is open');
    const { uri } = input;
    const { sent } = await api();
    const inits = () => sent(uri).flatMap((message) => (message.type === 'init' ? [message] : []));
    await until(() => inits().length > 0, 'the page has the text');
    await vscode.commands.executeCommand('retention.openAsText');
    await until(() => vscode.window.activeTextEditor !== undefined, 'the text is in front');
    const before = inits().length;
    const document = documentOf(uri);
    await changeElsewhere(document, 'Customer retention', 'Loyal customers');
    const text = document.getText();
    // As the button in the title of the editor does.
    await vscode.commands.executeCommand('retention.openInNotebook', uri);
    await until(() => inits().length > before, 'the page has the text again');
    equal(inits().at(-1)!.text, text, 'the text of the notebook');
  });
});

describe('the status bar', () => {
  afterEach(closeAll);

  it('shows the last rate and gap of a notebook, and follows edits', async () => {
    const { statusBar } = await api();
    const uri = await createFile('status.retention', sample);
    const document = await openNotebook(uri);
    await until(() => statusBar()?.text === 'CRR 78.0 % · −7.0 pt', 'the rate of the last period');
    check(
      statusBar()?.tooltip.includes('3\u202f500 customers short') ?? false,
      statusBar()?.tooltip ?? 'hidden',
    );
    await changeElsewhere(document, '11000,40000', '1000,50000');
    await until(() => statusBar()?.text === 'CRR 98.0 % · +13.0 pt', 'the rate after the edit');
    await changeElsewhere(document, '# goal: 85%\n', '');
    await until(() => statusBar()?.text === 'CRR 98.0 %', 'no gap without a goal');
  });

  it('shows the same in the text view, and nothing for other files', async () => {
    const { statusBar } = await api();
    const uri = await createFile('statusText.retention', sample);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
    await until(() => statusBar()?.text === 'CRR 78.0 % · −7.0 pt', 'the rate in the text view');
    await showText('other.txt', '500 50 100');
    await until(() => statusBar() === null, 'the item is hidden');
    await openNotebook(uri);
    await until(() => statusBar() !== null, 'the item is back');
    await closeAll();
    await until(() => statusBar() === null, 'the item is hidden when nothing is open');
  });

  it('follows the tab in front', async () => {
    const { statusBar } = await api();
    const first = await createFile('first.retention', 'period,start,new,lost\n2024,100,0,50\n');
    const second = await createFile('second.retention', 'period,start,new,lost\n2024,100,0,40\n');
    await openNotebook(first, { preview: false });
    await openNotebook(second, { preview: false });
    await until(() => statusBar()?.text === 'CRR 60.0 %', 'the second file');
    await vscode.commands.executeCommand('workbench.action.previousEditor');
    await until(() => statusBar()?.text === 'CRR 50.0 %', 'the first file');
    equal(statusBar()?.tooltip.split('\n')[0], 'first.retention · 2024', 'the first line of the tooltip');
  });
});
