import * as vscode from 'vscode';
import { api, check, closeAll, createFile, equal, openNotebook, sample, until } from './support';

/** Opens a file as text. */
async function openText(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = await createFile(name, text);
  await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
  await until(
    () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString(),
    `${name} is open as text`,
  );
  return vscode.window.activeTextEditor!;
}

/** The problems of a file as `code line:column-column`, lines and columns from 1. */
function problemsOf(uri: vscode.Uri): readonly string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code, range: { start, end } }) => {
    const value = typeof code === 'object' ? code.value : code;
    return `${String(value)} ${start.line + 1}:${start.character + 1}-${end.character + 1}`;
  });
}

async function actionsAt(
  { document }: vscode.TextEditor,
  place: string,
  kind?: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  const start = document.positionAt(document.getText().indexOf(place));
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(start, start),
    kind?.value,
    100,
  );
}

function take(actions: readonly vscode.CodeAction[], title: RegExp): Thenable<boolean> {
  const action = actions.find((each) => title.test(each.title));
  check(
    action?.edit !== undefined,
    `no action ${String(title)} with an edit: ${actions.map((each) => each.title).join(', ')}`,
  );
  return vscode.workspace.applyEdit(action.edit);
}

async function hoverText(document: vscode.TextDocument, place: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(place));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts
    .map((part) => (part instanceof vscode.MarkdownString ? part.value : ''))
    .join('\n')
    .replaceAll('\u202f', ' ');
}

async function hintsOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const end = document.lineAt(document.lineCount - 1).range.end;
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(new vscode.Position(0, 0), end),
  );
  return hints.map(({ label, position }) => {
    const text = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
    return `${position.line + 1}: ${text.replaceAll('\u202f', ' ')}`;
  });
}

const spoilt = sample.replace('500,50,100,450', '500,50,100,451').replace('2024-Q1,', '2024-1,');

describe('the text view', () => {
  afterEach(closeAll);

  it('lists problems at their cells, follows what is typed, and forgets a closed file', async () => {
    const editor = await openText('problems.retention', spoilt);
    const { uri } = editor.document;
    await until(
      () => problemsOf(uri).some((problem) => problem === 'R501 7:20-23'),
      'the row that does not balance is listed',
    );
    const found = vscode.languages
      .getDiagnostics(uri)
      .find(({ code }) => typeof code === 'object' && code.value === 'R501');
    check(found?.source === 'retention', 'it says where it comes from');
    check(
      typeof found.code === 'object' && /problems\.md/.test(String(found.code.target)),
      'it leads to the documentation',
    );
    await editor.edit((edit) => edit.replace(found.range, '450'));
    await until(() => !problemsOf(uri).some((problem) => problem.startsWith('R501')), 'the problem is gone');
    await editor.edit((edit) => edit.insert(new vscode.Position(6, 0), 'nonsense\n'));
    await until(
      () => problemsOf(uri).some((problem) => problem.startsWith('R401 7:')),
      'the new row is marked',
    );
    await closeAll();
    await until(() => problemsOf(uri).length === 0, 'nothing is listed of a closed file');
  });

  it('lists problems while the notebook is open', async () => {
    const uri = await createFile('problems-notebook.retention', spoilt);
    await openNotebook(uri);
    await until(() => problemsOf(uri).includes('R501 7:20-23'), 'the problem is listed');
  });

  it('fixes one problem, all of a kind, and all that is safe', async () => {
    const editor = await openText(
      'fixes.retention',
      'period,start,lost,goal\n2024-1,10,1,80\n2024-2,9,1,90\n',
    );
    const { document } = editor;
    check(await take(await actionsAt(editor, '2024-1'), /^Write 2024-01$/), 'the fix is made');
    equal(document.lineAt(1).text, '2024-01,10,1,80');
    check(
      await take(await actionsAt(editor, '80'), /^Fix all in the file: .*R422/),
      'all of a kind are fixed',
    );
    equal(document.lineAt(2).text, '2024-2,9,1,90%');
    const all = await actionsAt(editor, 'period', vscode.CodeActionKind.SourceFixAll);
    check(await take(all, /without changing a number/), 'the rest is fixed');
    equal(document.getText(), 'period,start,lost,goal\n2024-01,10,1,80%\n2024-02,9,1,90%\n');
  });

  it('writes the calculation out on hover, and tells what columns and settings mean', async () => {
    const editor = await openText('hover.retention', sample);
    check(
      (await hoverText(editor.document, '500,')).includes('(450 − 50) / 500 = **80.0 %**'),
      await hoverText(editor.document, '500,'),
    );
    check((await hoverText(editor.document, 'lost')).includes('Customers who left'), 'a column is explained');
    check((await hoverText(editor.document, 'goal')).includes('per period'), 'a setting is explained');
  });

  it('shows results at line ends unless that is turned off', async () => {
    const editor = await openText('hints.retention', sample);
    equal(await hintsOf(editor.document), [
      '6: 90.0 % · +5.0 pt',
      '7: 80.0 % · −5.0 pt · 25 short',
      '8: 78.0 % · −7.0 pt · 3 500 short',
    ]);
    await editor.edit((edit) => edit.replace(new vscode.Range(2, 8, 2, 10), '80'));
    equal((await hintsOf(editor.document))[1], '7: 80.0 % · 0.0 pt');
    const settings = vscode.workspace.getConfiguration('retention');
    await settings.update('inlayHints.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      equal(await hintsOf(editor.document), []);
    } finally {
      await settings.update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('works in a file that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'retention', content: spoilt });
    const editor = await vscode.window.showTextDocument(document);
    await until(() => problemsOf(document.uri).includes('R501 7:20-23'), 'problems are listed');
    check((await hoverText(editor.document, '50000,')).includes('= **78.0 %**'), 'hover works');
  });

  it('explains an old version in a diff, but lists its problems only once', async () => {
    const { uri } = (await openText('diff.retention', spoilt)).document;
    const content: vscode.TextDocumentContentProvider = { provideTextDocumentContent: () => spoilt };
    const provider = vscode.workspace.registerTextDocumentContentProvider('retention-test', content);
    try {
      const old = vscode.Uri.from({ scheme: 'retention-test', path: '/diff.retention' });
      await vscode.commands.executeCommand('vscode.diff', old, uri);
      await until(() => problemsOf(uri).includes('R501 7:20-23'), 'the problems of the file are listed');
      const document = await vscode.workspace.openTextDocument(old);
      equal(document.languageId, 'retention');
      check((await hoverText(document, '50000,')).includes('= **78.0 %**'), 'hover works in the old version');
      equal((await hintsOf(document))[2], '8: 78.0 % · −7.0 pt · 3 500 short');
      equal(problemsOf(old), []);
    } finally {
      provider.dispose();
    }
  });

  it('opens the notebook at the row whose line number was clicked', async () => {
    const { document } = await openText('at-row.retention', sample);
    const { uri } = document;
    await vscode.commands.executeCommand('retention.openInNotebookAtRow', { uri, lineNumber: 8 });
    const { sent } = await api();
    const expected = JSON.stringify({ kind: 'offset', offset: sample.indexOf('2024-Q3') });
    const revealed = (): boolean =>
      sent(uri).some((message) => message.type === 'init' && JSON.stringify(message.reveal) === expected);
    await until(revealed, 'the notebook is told the row');
  });
});
