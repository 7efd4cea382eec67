import * as vscode from 'vscode';
import {
  TestPage,
  api,
  changeElsewhere,
  check,
  closeAll,
  createFile,
  diskText,
  documentOf,
  equal,
  openNotebook,
  sample,
  tabsOf,
  turnToText,
  until,
} from './support';

describe('editing', () => {
  afterEach(closeAll);

  it('opens a .retention file as a notebook', async () => {
    const uri = await createFile('open.retention', sample);
    const document = await openNotebook(uri);
    equal(tabsOf(uri), ['notebook']);
    equal(document.languageId, 'retention');
    const { sent } = await api();
    const init = sent(uri).find((message) => message.type === 'init');
    check(init?.type === 'init', 'the page was started');
    equal(init.text, document.getText());
    equal(init.fileName, 'open.retention');
    equal(init.readOnly, null);
  });

  it('makes no edit by opening, looking at and closing a file', async () => {
    const uri = await createFile('untouched.retention', `\ufeff${sample.replace(/\n/g, '\r\n')}ragged,,`);
    const before = await diskText(uri);
    const document = await openNotebook(uri);
    const { version } = document;
    const page = await TestPage.connect(uri);
    page.client.tell({ type: 'selection', offset: 30, row: 1, column: 2, rows: 1, editing: false });
    await vscode.commands.executeCommand('retention.nextProblem');
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    await until(() => tabsOf(uri).length === 2, 'the notebook is split');
    equal([document.version, document.isDirty], [version, false], 'version and dirty state');
    page.dispose();
    await closeAll();
    equal(await diskText(uri), before);
  });

  it('puts an edit of the page into the document and, saved, changes only its bytes', async () => {
    const uri = await createFile('edit.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    page.replace(['2024-Q1,100', '2024-Q1,120']);
    await page.settled();
    const expected = sample.replace('2024-Q1,100', '2024-Q1,120');
    equal(document.getText(), expected);
    await until(() => document.isDirty, 'the document is dirty');
    equal(page.causes, ['local']);
    check(await document.save(), 'VS Code saved');
    equal(await diskText(uri), expected);
    equal(document.isDirty, false, 'dirty state');
  });

  it('makes each action one undo step, also one of 500 cells', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `${2000 + i},#${i}#\n`).join('');
    const uri = await createFile('undo.retention', `period,start\n${rows}`);
    const document = await openNotebook(uri);
    const original = document.getText();
    const page = await TestPage.connect(uri);
    page.replace(['#7#', '7']);
    page.replace(['#8#', '8']);
    await page.settled();
    const both = document.getText();
    page.replace(...Array.from({ length: 490 }, (_, i) => [`#${i + 9}#`, String(i + 9)] as const), [
      '#499#',
      '499',
    ]);
    await page.settled();
    const all = document.getText();
    check(all !== both && !all.includes('#100#'), 'the block was written');
    page.client.undo();
    await until(() => document.getText() === both, 'the block is undone by one step');
    page.client.undo();
    await until(() => document.getText() === original.replace('#7#', '7'), 'the second edit is undone alone');
    page.client.undo();
    await until(() => document.getText() === original, 'the first edit is undone alone');
    await until(() => !document.isDirty, 'the document is clean after undoing everything');
    for (let step = 0; step < 3; step++) page.client.redo();
    await until(() => document.getText() === all, 'everything is done again');
    await until(() => page.text === all, 'the page shows it');
    equal(page.refused, []);
  });

  it('takes a block of more than a thousand cells, which VS Code tells as one change', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `${2000 + i},#${i}#\n`).join('');
    const uri = await createFile('block.retention', `period,start\n${rows}`);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    const other = await TestPage.connect(uri);
    page.replace(...Array.from({ length: 1500 }, (_, i) => [`#${i}#`, String(i)] as const));
    await page.settled();
    equal(document.getText(), page.text);
    equal(page.causes, ['local']);
    await until(() => other.text === page.text, 'the other page shows it');
    page.client.undo();
    await until(() => document.getText().includes('#1499#'), 'it is undone');
    await until(() => page.text === document.getText(), 'the page shows that');
  });

  it('undoes after the edits that are still under way', async () => {
    const uri = await createFile('undo-race.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    page.replace(['Q1,100', 'Q1,1']);
    page.replace(['Q2,500', 'Q2,5']);
    page.client.undo();
    await until(() => document.getText() === sample.replace('Q1,100', 'Q1,1'), 'the last edit is undone');
    await until(() => page.text === document.getText(), 'the page shows it');
  });

  it('undoes by VS Code’s own command too', async () => {
    const uri = await createFile('undo-command.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    page.replace(['Q1,100', 'Q1,1']);
    await page.settled();
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), sample);
    await vscode.commands.executeCommand('redo');
    equal(document.getText(), sample.replace('Q1,100', 'Q1,1'));
    await until(() => page.text === document.getText(), 'the page shows it');
    equal(page.causes, ['local', 'undo', 'redo']);
  });

  it('keeps CRLF, BOM and a missing final newline', async () => {
    const text = `\ufeff${sample.replace(/\n/g, '\r\n').trimEnd()}`;
    const uri = await createFile('crlf.retention', text);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    equal(page.init?.eol, '\r\n');
    check(!page.text.startsWith('\ufeff'), 'VS Code keeps the BOM to itself');
    page.replace(['Q2,500', 'Q2,501']);
    const end = page.text.length;
    page.client.edit([{ start: end, end, text: '\n2024-Q4,1,1,1,1,' }], 'Add row');
    await page.settled();
    equal(page.text, document.getText());
    check(await document.save(), 'VS Code saved');
    equal(await diskText(uri), `${text.replace('Q2,500', 'Q2,501')}\r\n2024-Q4,1,1,1,1,`);
  });

  it('follows when all line breaks of the document are changed', async () => {
    const uri = await createFile('eol.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.set(uri, [vscode.TextEdit.setEndOfLine(vscode.EndOfLine.CRLF)]);
    check(await vscode.workspace.applyEdit(edit), 'VS Code changed the line breaks');
    await until(() => page.text === document.getText() && page.text.includes('\r\n'), 'the page follows');
    page.replace(['Q1,100', 'Q1,1']);
    await page.settled();
    equal(page.text, document.getText());
    equal(page.refused, []);
  });

  it('refuses malformed messages, writes them down, and goes on', async () => {
    const uri = await createFile('malformed.retention', sample);
    const document = await openNotebook(uri);
    const { postFromWebview } = await api();
    const edit = { type: 'edit', id: 1, epoch: 1, baseVersion: 1, label: 'x' };
    for (const message of [
      null,
      'edit',
      { type: 'eval', code: '1' },
      { ...edit, edits: [{ start: 0, end: 9e9, text: '' }] },
      { ...edit, edits: [{ start: 5, end: 1, text: 'x' }] },
      { ...edit, edits: [{ start: 0, end: document.getText().length + 10, text: 'x' }] },
      { ...edit, epoch: 99, edits: [{ start: 0, end: 1, text: 'x' }] },
      { type: 'action', name: 'workbench.action.quit' },
    ]) {
      postFromWebview(uri, message);
    }
    const page = await TestPage.connect(uri);
    page.replace(['Q1,100', 'Q1,1']);
    await page.settled();
    equal(document.getText(), sample.replace('Q1,100', 'Q1,1'));
  });

  it('does not lose what is typed into several cells without waiting', async () => {
    const uri = await createFile('fast.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    for (let value = 100; value < 130; value++) page.replace([`Q1,${value}`, `Q1,${value + 1}`]);
    await page.settled();
    equal(document.getText(), sample.replace('Q1,100', 'Q1,130'));
    equal(page.refused, []);
  });
});

describe('several editors', () => {
  afterEach(closeAll);

  it('shows an edit of one notebook in the others', async () => {
    const uri = await createFile('split.retention', sample);
    await openNotebook(uri);
    const [one, two] = [await TestPage.connect(uri), await TestPage.connect(uri)];
    one.replace(['Q1,100', 'Q1,1']);
    two.replace(['Q2,500', 'Q2,5']);
    await one.settled();
    await two.settled();
    const expected = sample.replace('Q1,100', 'Q1,1').replace('Q2,500', 'Q2,5');
    await until(() => one.text === expected && two.text === expected, 'both show both edits');
    equal(documentOf(uri).getText(), expected);
    equal([...one.refused, ...two.refused], []);
  });

  it('lets go of a document when its last notebook is closed, though it stays open as text', async () => {
    const uri = await createFile('closed.retention', sample);
    const document = await openNotebook(uri);
    const { keeps } = await api();
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    await until(() => tabsOf(uri).length === 2, 'the notebook is split');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until(() => tabsOf(uri).length === 1, 'one of them is closed');
    check(keeps(document), 'the other one is still open');
    await turnToText(uri);
    await until(() => !keeps(document), 'nothing is kept of it');
  });

  it('works beside a text editor of the same file, whichever is active', async () => {
    const uri = await createFile('beside.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    const text = await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    equal(tabsOf(uri), ['notebook', 'text']);
    const typed = await text.edit((edit) => edit.insert(new vscode.Position(0, 0), '# typed\n'));
    check(typed, 'the text editor took the edit');
    await until(() => page.text === `# typed\n${sample}`, 'the page shows it');
    // While a text editor is active VS Code shortens edits to what they change.
    page.replace(['Q1,100', 'Q1,10'], ['Q2,500', 'Q2,5001']);
    await page.settled();
    const expected = `# typed\n${sample}`.replace('Q1,100', 'Q1,10').replace('Q2,500', 'Q2,5001');
    equal(text.document.getText(), expected);
    equal(page.text, expected);
    equal(page.causes, ['external', 'local']);
  });

  it('maps an edit through a change made elsewhere meanwhile', async () => {
    const uri = await createFile('mapped.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    const elsewhere = changeElsewhere(document, '#---', '# a line above\n#---');
    page.replace(['Q3,50000', 'Q3,60000']);
    await elsewhere;
    await page.settled();
    const expected = `# a line above\n${sample}`.replace('Q3,50000', 'Q3,60000');
    await until(() => page.text === expected, 'the page shows both');
    equal(document.getText(), expected);
    equal(page.refused, []);
  });

  it('refuses an edit of a cell that was changed elsewhere meanwhile, and shows what was typed', async () => {
    const uri = await createFile('conflict.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    const elsewhere = changeElsewhere(document, 'Q1,100', 'Q1,777');
    page.replace(['Q1,100', 'Q1,888']);
    await elsewhere;
    await until(() => page.text === document.getText(), 'page and document are equal');
    const text = document.getText();
    const theirs = text.includes('Q1,777');
    const ours = text.includes('Q1,888');
    check(theirs !== ours, `exactly one of both edits won: ${text}`);
    if (theirs) equal(page.refused[0]?.texts, ['Q1,888'], 'what was shown as refused');
    page.replace(['Q2,500', 'Q2,5']);
    await page.settled();
    check(document.getText().includes('Q2,5,'), 'the next edit is taken');
  });

  it('keeps every edit under a storm of changes elsewhere', async () => {
    const uri = await createFile('storm.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    const elsewhere = (async () => {
      for (let i = 0; i < 40; i++) await changeElsewhere(document, '#---\nperiod', `# ${i}\n#---\nperiod`);
    })();
    for (let value = 100; value < 140; value++) {
      page.replace([`Q2,${value === 100 ? 500 : value}`, `Q2,${value + 1}`]);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await elsewhere;
    await page.settled();
    await until(() => page.text === document.getText(), 'page and document are equal');
    check(document.getText().includes('Q2,140,'), 'the last value is there');
    check(document.getText().includes('# 39\n'), 'the last line from elsewhere is there');
    equal(page.refused, []);
  });
});
