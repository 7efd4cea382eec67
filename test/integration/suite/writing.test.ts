import * as vscode from 'vscode';
import { api, check, closeAll, createFile, equal, until } from './support';

const text = [
  '#---',
  '# retention: 1',
  '# segments: [SMB, Enterprise]',
  '#---',
  'period,segment,start,new,lost,end,note',
  '2023-Q4,SMB,100,15,10,105,see #482',
  '2024-Q1,SMB,105,15,10,110,',
  '2024-Q1,Enterprise,50,5,1,54,',
  '#',
  '#> ## Playbook',
  '#> - [ ] Call them {segment=SMB }',
  '',
].join('\n');

/** A file as a text, and the place behind some text of it. */
async function open(
  name: string,
  content: string,
): Promise<{ document: vscode.TextDocument; behind: (found: string) => vscode.Position }> {
  // VS Code starts the extension because of the file, and answers without it until it runs.
  await api();
  const document = await vscode.workspace.openTextDocument(await createFile(name, content));
  const behind = (found: string): vscode.Position => {
    const at = document.getText().indexOf(found);
    check(at !== -1, `“${found}” is not in the text`);
    return document.positionAt(at + found.length);
  };
  return { document, behind };
}

async function suggested(uri: vscode.Uri, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return list.items;
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

describe('writing in the text view', () => {
  afterEach(closeAll);

  it('completes keys, values, columns, rows and attributes', async () => {
    const { document, behind } = await open('complete.retention', text);
    const labelsAt = async (position: vscode.Position): Promise<string[]> =>
      (await suggested(document.uri, position)).map(labelOf);
    check((await labelsAt(behind('# retention'))).includes('granularity'), 'no key is suggested');
    check(
      (await labelsAt(behind('#> - ['))).some((label) => label.includes('done')),
      'no status is suggested',
    );
    equal((await labelsAt(behind('2024-Q1,Ent'))).slice(0, 2), ['Enterprise', 'SMB'], 'segments');
    check((await labelsAt(behind('period'))).includes('reactivated'), 'no column is suggested');
    check((await labelsAt(behind('{segment=SMB '))).includes('strategy'), 'no attribute is suggested');
  });

  it('writes the next row of a segment', async () => {
    const { document, behind } = await open('next.retention', text.replace('54,\n', '54,\n\n'));
    const items = await suggested(document.uri, behind('54,\n'));
    equal(items.map(labelOf), ['2024-Q2 · SMB', '2024-Q2 · Enterprise']);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(behind('54,\n'), behind('54,\n'));
    const snippet = items[1]?.insertText;
    check(snippet instanceof vscode.SnippetString, 'the row is no snippet');
    await editor.insertSnippet(snippet);
    check(document.getText().includes('\n2024-Q2,Enterprise,54,,,,\n'), document.getText());
  });

  it('renames a segment in rows, settings and tasks as one edit, and says why not', async () => {
    const { document, behind } = await open('rename.retention', text);
    const position = behind('2023-Q4,SM');
    const target = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
      'vscode.prepareRename',
      document.uri,
      position,
    );
    equal([document.getText(target.range), target.placeholder], ['SMB', 'SMB']);
    const provide = (name: string): Thenable<vscode.WorkspaceEdit> =>
      vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, position, name);
    check(await vscode.workspace.applyEdit(await provide('Small, local')), 'the edit was refused');
    equal(
      document.getText(),
      text
        .replace('[SMB', "['Small, local'")
        .replaceAll(',SMB,', ',"Small, local",')
        .replace('=SMB', '="Small, local"'),
    );
    let message = '';
    try {
      await provide('Enterprise');
    } catch (error) {
      message = String(error);
    }
    check(message.includes('There is a segment “Enterprise” already'), message);
  });

  it('lists symbols and folds', async () => {
    const { document } = await open('symbols.retention', text);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    equal(
      symbols.map(({ name, children }) => [name, ...children.map((child) => child.name)]),
      [
        ['Settings', 'retention', 'segments'],
        ['Columns', 'period', 'segment', 'start', 'new', 'lost', 'end', 'note'],
        ['2023', '2023-Q4 · SMB'],
        ['2024', '2024-Q1 · SMB', '2024-Q1 · Enterprise'],
        ['Playbook', 'Call them'],
      ],
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    equal(
      folds.map(({ start, end }) => [start, end]),
      [
        [0, 3],
        [6, 7],
        [9, 10],
      ],
    );
  });

  it('formats what is only written otherwise', async () => {
    const messy = text
      .replace('# retention: 1', '# retention :   1')
      .replace('2023-Q4,SMB', '2023/Q4,SMB')
      .replace('110,\n', '110\n');
    const { document } = await open('format.retention', messy);
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    check(await vscode.workspace.applyEdit(edit), 'the edit was refused');
    equal(document.getText(), text.replace('see #482', '"see #482"'));
  });

  it('leads to tickets only where a setting says how', async () => {
    const { document } = await open('tickets.retention', text);
    const targets = async (): Promise<string[]> => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return links.map(({ target }) => String(target));
    };
    equal(await targets(), []);
    const settings = vscode.workspace.getConfiguration('retention');
    const { Workspace } = vscode.ConfigurationTarget;
    try {
      await settings.update('ticketUrl', 'https://tickets.example/{ticket}', Workspace);
      await until(async () => (await targets()).length > 0, 'the ticket is a link');
      equal(await targets(), ['https://tickets.example/482']);
    } finally {
      await settings.update('ticketUrl', undefined, Workspace);
    }
  });
});
