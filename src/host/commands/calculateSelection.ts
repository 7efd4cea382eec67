import * as vscode from 'vscode';
import { showInformation } from '../messages';
import { labelText } from '../plainText';
import { isRetentionFile } from '../retentionFiles';
import { openCalculator } from './quick/calculator';
import type { CalculatorStart } from './quick/calculator';
import { selectedCalculations } from './quick/selected';
import type { Selected, SelectedSource } from './quick/selected';
import type { CommandServices } from './services';

/**
 * `retention.calculateSelection`: calculates with the numbers selected in any text editor, or with the rows
 * that are selected in a `.retention` file, as text or as a notebook.
 */
export function registerCalculateSelection(services: CommandServices): vscode.Disposable {
  return vscode.commands.registerCommand('retention.calculateSelection', async () => {
    const { t } = vscode.l10n;
    const source = await activeSource(services);
    const found = source === null ? [] : selectedCalculations(source, t);
    if (found.length === 0) {
      void showInformation(
        t('Select the numbers to calculate with in an editor first, for example 500 50 100.'),
      );
      return;
    }
    const chosen = found.length === 1 ? found[0] : await choose(found);
    if (chosen === undefined) return;
    const start: CalculatorStart = { title: t('Calculate Selection'), value: chosen.text, ...chosen.file };
    openCalculator(services, start);
  });
}

async function activeSource({ editors }: CommandServices): Promise<SelectedSource | null> {
  const notebook = editors.active;
  if (notebook !== null) {
    // The row typed in last shall be calculated with what was typed.
    await editors.session(notebook.document)?.idle();
    const offset = notebook.selection?.offset ?? 0;
    return { kind: 'file', text: notebook.document.getText(), ranges: [{ start: offset, end: offset }] };
  }
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return null;
  const { document } = editor;
  if (isRetentionFile(document)) {
    const ranges = editor.selections.map((selection) => ({
      start: document.offsetAt(selection.start),
      end: document.offsetAt(selection.end),
    }));
    return { kind: 'file', text: document.getText(), ranges };
  }
  const selected = editor.selections.filter((selection) => !selection.isEmpty);
  const texts =
    selected.length > 0
      ? selected.map((selection) => document.getText(selection))
      : [document.lineAt(editor.selection.active.line).text];
  return { kind: 'text', texts };
}

async function choose(found: readonly Selected[]): Promise<Selected | undefined> {
  const { t } = vscode.l10n;
  const items = found.map((selected, index) => ({
    label: selected.label === null ? t('Line {0}', index + 1) : labelText(selected.label),
    description: labelText(selected.summary),
    selected,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('Several calculations are selected'),
    matchOnDescription: true,
  });
  return chosen?.selected;
}
