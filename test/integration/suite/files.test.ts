import * as vscode from 'vscode';
import type { ToWebview } from '../../../src/protocol';
import { ReadOnlyFiles } from './readOnlyFiles';
import {
  TestPage,
  VIEW_TYPE,
  api,
  bytesOf,
  check,
  closeAll,
  createFile,
  diskText,
  documentOf,
  equal,
  openNotebook,
  sample,
  tabsOf,
  until,
} from './support';

describe('opening', () => {
  afterEach(closeAll);

  it('shows the first rows of a large file before the page is brought all of it', async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `2024-01,segment ${row},100,1`);
    const text = `period,segment,start,new\n${rows.join('\n')}\n`;
    const uri = await createFile('large.retention', text);
    await openNotebook(uri);
    const { sent } = await api();
    const started = (): readonly ToWebview[] =>
      sent(uri).filter(({ type }) => type === 'preview' || type === 'init');
    await until(() => started().some(({ type }) => type === 'init'), 'the page has the text');
    const [preview, init, ...more] = started();
    check(preview?.type === 'preview' && init?.type === 'init', 'first rows come first, and then the text');
    check(text.startsWith(preview.text) && preview.text.length < text.length, 'the first rows');
    equal(init.text === text, true, 'the whole text');
    equal(more, []);
  });
});

describe('saving', () => {
  afterEach(closeAll);

  it('commits the open cell first when a person saves', async () => {
    const uri = await createFile('flush.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    page.openCell = { find: 'Q1,100', typed: 'Q1,123' };
    await vscode.commands.executeCommand('workbench.action.files.save');
    equal(await diskText(uri), sample.replace('Q1,100', 'Q1,123'));
    equal(document.isDirty, false, 'dirty state');
    equal(page.refused, []);
  });

  it('never commits half-typed text when VS Code saves by itself', async () => {
    const uri = await createFile('autosave.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    let saved = false;
    const watch = vscode.workspace.onDidSaveTextDocument((each) => (saved ||= each === document));
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSaveDelay', 50, vscode.ConfigurationTarget.Global);
    await files.update('autoSave', 'afterDelay', vscode.ConfigurationTarget.Global);
    try {
      page.openCell = { find: 'Q2,500', typed: 'Q2,5' };
      page.replace(['Q1,100', 'Q1,123']);
      await until(() => saved, 'VS Code saved by itself');
      equal(await diskText(uri), sample.replace('Q1,100', 'Q1,123'));
      equal(page.openCell, { find: 'Q2,500', typed: 'Q2,5' }, 'the open cell');
    } finally {
      watch.dispose();
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
      await files.update('autoSaveDelay', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('saves in time although a page does not answer', async () => {
    const uri = await createFile('silent.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    page.replace(['Q1,100', 'Q1,123']);
    await page.settled();
    const silent = (await api()).connect(uri, {
      post: () => undefined,
      listen: (listener) => {
        listener({ type: 'ready', protocol: 1, preview: false });
        return { dispose: () => undefined };
      },
    });
    try {
      await vscode.commands.executeCommand('workbench.action.files.save');
      equal(await diskText(uri), sample.replace('Q1,100', 'Q1,123'));
      equal(document.isDirty, false, 'dirty state');
    } finally {
      silent.dispose();
    }
  });

  it('shows what another program wrote to the disk', async () => {
    const uri = await createFile('disk.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    const changed = sample.replace('Q1,100', 'Q1,321');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(changed));
    await until(() => page.text === changed, 'the page shows it');
    equal(document.isDirty, false, 'dirty state');
    page.replace(['Q2,500', 'Q2,5']);
    await page.settled();
    check(await document.save(), 'VS Code saved');
    equal(await diskText(uri), changed.replace('Q2,500', 'Q2,5'));
  });

  it('keeps unsaved edits when another program writes the file, and reverts on request', async () => {
    const uri = await createFile('disk-dirty.retention', sample);
    const document = await openNotebook(uri);
    const page = await TestPage.connect(uri);
    page.replace(['Q1,100', 'Q1,1']);
    await page.settled();
    const elsewhere = sample.replace('Q2,500', 'Q2,5');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(elsewhere));
    page.replace(['Q3,50000', 'Q3,3']);
    await page.settled();
    equal(document.getText(), sample.replace('Q1,100', 'Q1,1').replace('Q3,50000', 'Q3,3'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(() => page.text === elsewhere, 'the page shows what is on the disk');
    equal(document.isDirty, false, 'dirty state');
  });
});

describe('renaming', () => {
  afterEach(closeAll);

  it('keeps unsaved edits when the file is renamed', async () => {
    const uri = await createFile('before.retention', sample);
    const target = vscode.Uri.joinPath(uri, '..', 'after.retention');
    await openNotebook(uri);
    const page = await TestPage.connect(uri);
    page.replace(['Q1,100', 'Q1,1']);
    await page.settled();
    page.dispose();
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(uri, target, { overwrite: true });
    check(await vscode.workspace.applyEdit(rename), 'VS Code renamed the file');
    await until(() => tabsOf(target).length === 1, 'the tab has the new name');
    equal(tabsOf(target), ['notebook']);
    const { count } = await api();
    await until(() => count(target) === 1 && count(uri) === 0, 'the notebook shows the new file');
    const document = documentOf(target);
    equal(document.getText(), sample.replace('Q1,100', 'Q1,1'));
    equal(document.isDirty, true, 'dirty state');
    const after = await TestPage.connect(target);
    after.replace(['Q2,500', 'Q2,5']);
    await after.settled();
    check(await document.save(), 'VS Code saved');
    equal(await diskText(target), sample.replace('Q1,100', 'Q1,1').replace('Q2,500', 'Q2,5'));
  });
});

describe('coming back', () => {
  afterEach(closeAll);

  it('starts from the document again after its tab was hidden', async () => {
    const uri = await createFile('hidden.retention', sample);
    const other = await createFile('other.retention', sample);
    await openNotebook(uri);
    const page = await TestPage.connect(uri);
    page.replace(['Q1,100', 'Q1,1']);
    await page.settled();
    page.dispose();
    await openNotebook(other, { preview: false });
    await openNotebook(uri);
    const { sent } = await api();
    const inits = sent(uri).filter((message) => message.type === 'init');
    const last = inits[inits.length - 1];
    equal(last?.type === 'init' && last.text, documentOf(uri).getText());
    equal(tabsOf(uri), ['notebook']);
  });

  it('goes to the text and back, to the same place', async () => {
    const uri = await createFile('switch.retention', sample);
    const document = await openNotebook(uri);
    const { postFromWebview, sent } = await api();
    const offset = sample.indexOf('2024-Q2');
    postFromWebview(uri, { type: 'selection', offset, row: 1, column: 0, rows: 1, editing: false });
    await vscode.commands.executeCommand('retention.openAsText');
    await until(
      () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString(),
      'the text editor is active',
    );
    equal(document.offsetAt(vscode.window.activeTextEditor!.selection.active), offset, 'offset in the text');
    const target = document.positionAt(sample.indexOf('2024-Q3'));
    vscode.window.activeTextEditor!.selection = new vscode.Selection(target, target);
    await vscode.commands.executeCommand('retention.openInNotebook', uri);
    const reveals = () =>
      sent(uri).flatMap((message) =>
        message.type === 'reveal' ? [message.target] : message.type === 'init' ? [message.reveal] : [],
      );
    const expected = JSON.stringify({ kind: 'offset', offset: sample.indexOf('2024-Q3') });
    await until(() => reveals().some((reveal) => JSON.stringify(reveal) === expected), 'the row is revealed');
    check(tabsOf(uri).includes('notebook'), 'the notebook is open');
  });

  it('opens as text when asked, and as a notebook again', async () => {
    const uri = await createFile('open-with.retention', sample);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
    equal(tabsOf(uri), ['text']);
    await vscode.commands.executeCommand('vscode.openWith', uri, VIEW_TYPE);
    check(tabsOf(uri).includes('notebook'), 'the notebook is open');
  });
});

describe('odd files', () => {
  afterEach(closeAll);

  const half = sample.slice(0, sample.indexOf('11000') + 2);
  const merged = sample.replace(
    '2024-Q2,500,50,100,450,\n',
    '<<<<<<< ours\n2024-Q2,500,50,100,450,\n=======\n2024-Q2,500,50,90,460,\n>>>>>>> theirs\n',
  );
  const cases: readonly (readonly [string, string | Uint8Array])[] = [
    ['empty', ''],
    ['one-line', 'period'],
    ['only-breaks', '\n\n\n'],
    ['truncated', half],
    ['open-quote', sample.replace('"quoted, kept"', '"quoted, kept')],
    ['conflict', merged],
    ['newer', sample.replace('retention: 1', 'retention: 99')],
    ['latin-1', new Uint8Array([...new TextEncoder().encode('period,note\n2024,caf'), 0xe9, 0x0a])],
    ['script', sample.replace('quoted', '<script>alert(1)</script>')],
  ];
  for (const [name, content] of cases) {
    it(`shows a file that is ${name}, and leaves it as it is`, async () => {
      const uri = await createFile(`${name}.retention`, content);
      const before = await vscode.workspace.fs.readFile(uri);
      const document = await openNotebook(uri);
      const page = await TestPage.connect(uri);
      equal(page.text, document.getText());
      equal(document.isDirty, false, 'dirty state');
      page.dispose();
      await closeAll();
      equal([...(await vscode.workspace.fs.readFile(uri))], [...before], 'bytes');
    });
  }

  const line = '2024-Q1,100,15,10,105,abcdefghijklmnopqrstuvwxyz\n';
  const kept: readonly (readonly [string, string, () => Uint8Array])[] = [
    ['binary', 'binary', () => new Uint8Array(3000).map((_, i) => (i * 131 + (i >> 3)) % 256)],
    [
      'too-large',
      'larger than what VS Code gives to extensions',
      () => bytesOf(`period,start,new,lost,end,note\n${line.repeat(Math.ceil((51 << 20) / line.length))}`),
    ],
  ];
  for (const [cause, what, content] of kept) {
    it(`shows a file that is ${what}, and does not let it be edited`, async function () {
      this.timeout(90_000);
      const bytes = content();
      const uri = await createFile(`${cause}.retention`, bytes);
      const { sent } = await api();
      // Settles late or never: the tab it opens is replaced while VS Code still loads the file.
      void vscode.commands.executeCommand('vscode.open', uri);
      await until(() => sent(uri).some(({ type }) => type === 'init'), 'the page has the text');
      const init = sent(uri).find((message) => message.type === 'init');
      check(init?.type === 'init', 'the page was started');
      equal(init.readOnly, cause);
      check(init.text === new TextDecoder().decode(bytes), 'the text is what the bytes say');
      await until(() => tabsOf(uri).length === 1, 'the tab that failed is closed');
      equal(tabsOf(uri), ['snapshot']);
      void vscode.commands.executeCommand('retention.openAsText');
      await until(() => tabsOf(uri).includes('text'), 'it is open as text');
    });
  }

  it('shows the new content when such a file changes on the disk', async () => {
    const uri = await createFile('rewritten.retention', new Uint8Array([0, 1, 2]));
    const { sent } = await api();
    await vscode.commands.executeCommand('vscode.openWith', uri, 'retention.snapshot');
    await until(() => sent(uri).some(({ type }) => type === 'init'), 'the page has the text');
    await vscode.workspace.fs.writeFile(uri, bytesOf(sample));
    await until(
      () => sent(uri).some((message) => message.type === 'resync' && message.text === sample),
      'the page shows the new text',
    );
  });

  it('tells the page that a file can not be written, and takes no edit', async () => {
    const files = new ReadOnlyFiles('/a.retention', sample);
    const registration = vscode.workspace.registerFileSystemProvider('retention-read-only', files, {
      isReadonly: true,
    });
    try {
      const uri = vscode.Uri.parse('retention-read-only:/a.retention');
      const document = await openNotebook(uri);
      const page = await TestPage.connect(uri);
      equal(page.init?.readOnly, 'file');
      equal(page.client.canEdit, false);
      (await api()).postFromWebview(uri, {
        type: 'edit',
        id: 1,
        epoch: 1,
        baseVersion: document.version,
        edits: [{ start: 0, end: 1, text: 'x' }],
        label: 'Forced',
      });
      await vscode.commands.executeCommand('retention.showLog');
      equal(document.getText(), sample);
      page.dispose();
      await closeAll();
    } finally {
      registration.dispose();
    }
  });

  it('takes no edit of a file that a setting makes read-only', async () => {
    const uri = await createFile('locked.retention', sample);
    const files = vscode.workspace.getConfiguration('files');
    await files.update('readonlyInclude', { '**/locked.retention': true }, vscode.ConfigurationTarget.Global);
    try {
      const document = await openNotebook(uri);
      const page = await TestPage.connect(uri);
      page.replace(['Q1,100', 'Q1,1']);
      await page.settled();
      await until(() => page.init?.readOnly === 'file', 'the page knows that the file is read-only');
      equal([document.getText(), page.text], [sample, sample], 'texts');
      equal(document.isDirty, false, 'dirty state');
      equal(
        page.refused.map(({ texts }) => texts),
        [['Q1,1']],
        'what was shown as refused',
      );
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('opens diffs of git’s files as text', async () => {
    const files = new ReadOnlyFiles('/diff.retention', sample.replace('Q1,100', 'Q1,99'));
    const registration = vscode.workspace.registerFileSystemProvider('gitlens', files, { isReadonly: true });
    try {
      const uri = await createFile('diff.retention', sample);
      const original = vscode.Uri.parse('gitlens:/diff.retention');
      await vscode.commands.executeCommand('vscode.diff', original, uri, 'diff');
      equal(tabsOf(uri), ['diff']);
      await closeAll();
      await vscode.commands.executeCommand('vscode.open', original);
      equal(tabsOf(original), ['text']);
      await closeAll();
    } finally {
      registration.dispose();
    }
  });
});
