import * as vscode from 'vscode';
import { check, closeAll, createFile, openNotebook, sample } from './support';

/** The summary as it is copied, with plain spaces. */
async function copied(): Promise<string> {
  await vscode.env.clipboard.writeText('nothing yet');
  await vscode.commands.executeCommand('retention.copySummary');
  return (await vscode.env.clipboard.readText()).replaceAll('\u202f', ' ');
}

/** Everything a summary of the sample must say, wherever it was copied. */
function checkSummary(text: string, name: string): void {
  check(text.startsWith(`# Customer retention: ${name}\n`), text);
  check(text.includes('% of the customers stayed'), text);
  check(text.includes('## What changed\n'), text);
  check(text.includes('| 2024-Q1 | 100 | 15 | 10 | 105 | 90.0 % |'), text);
}

describe('Copy Summary', () => {
  afterEach(closeAll);

  it('copies the page of the notebook in front', async () => {
    await openNotebook(await createFile('summary.retention', sample));
    checkSummary(await copied(), 'summary.retention');
  });

  it('copies the page of a file that is open as text, with what is not saved', async () => {
    const uri = await createFile('summary-text.retention', sample);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
    const editor = vscode.window.activeTextEditor;
    check(editor !== undefined, 'no text editor is active');
    const at = editor.document.positionAt(sample.indexOf('2024-Q1'));
    await editor.edit((edit) => edit.insert(at, '2023-Q4,100,0,0,100,\n'));
    const text = await copied();
    checkSummary(text, 'summary-text.retention');
    check(text.includes('| 2023-Q4 | 100 |'), text);
  });

  it('says what to do where there is no such file', async () => {
    await vscode.window.showTextDocument(await createFile('no-summary.txt', '500 50 100'));
    check((await copied()) === 'nothing yet', 'something was copied');
  });
});
