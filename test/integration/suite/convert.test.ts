import * as vscode from 'vscode';
import {
  api,
  bytesOf,
  check,
  closeAll,
  createFile,
  diskText,
  documentOf,
  openNotebook,
  sample,
  until,
} from './support';

/** What Enter does in a list or an input that VS Code shows. */
const ACCEPT = 'workbench.action.acceptSelectedQuickOpenItem';

/** Presses Enter until something has happened: a list appears some time after its command. */
async function acceptUntil(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  await until(async () => {
    await vscode.commands.executeCommand(ACCEPT);
    return condition();
  }, what);
}

/** The untitled notebook in front, or undefined. */
function untitled(): vscode.Uri | undefined {
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  return input instanceof vscode.TabInputCustom && input.uri.scheme === 'untitled' ? input.uri : undefined;
}

async function importAndOpen(uri: vscode.Uri): Promise<string> {
  const imported = vscode.commands.executeCommand('retention.importCsv', uri);
  await acceptUntil(() => untitled() !== undefined, 'the imported table is open');
  await imported;
  const notebook = untitled();
  check(notebook !== undefined, 'no notebook is open');
  const { sent } = await api();
  await until(() => sent(notebook).some(({ type }) => type === 'init'), 'the page has the text');
  return documentOf(notebook).getText();
}

describe('Import CSV', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  });

  it('opens a table of another program as an untitled notebook, and leaves its file alone', async () => {
    const source = '\ufeffMaand;Nieuw;MRR\r\nJan-24;12;"5,5"\r\nFeb-24;7;\r\n';
    const uri = await createFile('klanten.csv', source);
    const text = await importAndOpen(uri);
    check(
      text ===
        '#---\n# retention: 1\n# title: \'klanten\'\n#---\nperiod,new,MRR\n2024-01,12,"5,5"\n2024-02,7,\n',
      text,
    );
    check((await diskText(uri)) === source, 'the file was changed');
  });

  it('asks for the letters of a file that is not UTF-8', async () => {
    const latin = Uint8Array.from('Mål;kausi\n85%;2024\n', (letter) => letter.charCodeAt(0));
    const text = await importAndOpen(await createFile('latin.csv', latin));
    check(text.endsWith('goal,period\n85%,2024\n'), text);
  });
});

describe('Export', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  });

  it('writes the table beside the file, with what is not saved', async () => {
    const uri = await createFile('exported.retention', sample);
    await openNotebook(uri);
    const target = vscode.Uri.joinPath(uri, '..', 'exported.csv');
    const exported = vscode.commands.executeCommand('retention.exportFile');
    const isWritten = async () => {
      const names = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, '..'));
      return names.some(([name]) => name === 'exported.csv');
    };
    await acceptUntil(isWritten, 'the table is written');
    await exported;
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    check(text.startsWith('period,start,new,lost,end,note\n2024-Q1,100,15,10,105,"quoted, kept"\n'), text);
    check((await diskText(uri)) === new TextDecoder().decode(bytesOf(sample)), 'the file was changed');
    await vscode.workspace.fs.delete(target);
  });
});
