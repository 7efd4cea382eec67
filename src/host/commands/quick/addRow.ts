import * as vscode from 'vscode';
import { parseDocument, parsePeriod } from '../../../core';
import type { QuickInterpretation, RetentionDocument } from '../../../core';
import { VSCodeDocument } from '../../editor/textDocument';
import { showError, showWarning } from '../../messages';
import { labelText, messageText } from '../../plainText';
import { fileName, isRetentionFile } from '../../retentionFiles';
import { dayNumber } from '../../today';
import type { CommandServices } from '../services';
import { planRow, proposePeriod, whyNotAt } from './rowEdit';
import type { RowKey } from './rowEdit';

/** The open files a row could be added to, the active one first. */
export function openRetentionFiles(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter((document) => !document.isClosed && isRetentionFile(document));
}

/** Adds a calculation to an open file: asks which one, which segment and which period, and shows the new row. */
export async function addRow(services: CommandServices, interpretation: QuickInterpretation): Promise<void> {
  const { t } = vscode.l10n;
  const file = await chooseFile(services);
  if (file === undefined) return;
  // What a notebook has sent shall be in the text before a row is put after it.
  await services.editors.session(file)?.idle();
  const document = parseDocument(file.getText());
  if (document.readOnly !== null) {
    void showWarning(
      t('{0} cannot be changed until its problems are solved; open it to see them.', fileName(file.uri)),
    );
    return;
  }
  const segment = await chooseSegment(document);
  if (segment === undefined) return;
  const period = await askPeriod(document, interpretation, segment, file);
  if (period === undefined) return;

  const { version } = file;
  const plan = planRow(document, interpretation, { period, segment }, t);
  if ('message' in plan) {
    void showWarning(plan.message);
    return;
  }
  const done = version === file.version && (await new VSCodeDocument(file).apply(plan.edits));
  if (!done) {
    void showError(t('{0} changed meanwhile; nothing was added. Try again.', fileName(file.uri)));
    return;
  }
  await show(services, file, plan.row, plan.column);
}

async function chooseFile({ editors }: CommandServices): Promise<vscode.TextDocument | undefined> {
  const files = openRetentionFiles();
  const active = editors.active?.document ?? vscode.window.activeTextEditor?.document;
  if (files.length <= 1) return files[0];
  const ordered = [...files].sort((a, b) => Number(b === active) - Number(a === active));
  const items = ordered.map((file) => ({
    label: labelText(fileName(file.uri)),
    description: labelText(vscode.workspace.asRelativePath(file.uri)),
    file,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Add the row to which file?'),
  });
  return chosen?.file;
}

/** '' for all customers; undefined when the user changed their mind. */
async function chooseSegment(document: RetentionDocument): Promise<string | undefined> {
  const { t } = vscode.l10n;
  if (document.column('segment') === null) return '';
  const known = new Set<string>();
  for (let row = 0; row < document.rowCount; row++) known.add(document.segment(row));
  const segments = [...known];
  if (segments.length === 0) return '';
  if (segments.length === 1) return segments[0];
  const items = segments.map((segment) => ({
    label: segment === '' ? t('All customers') : labelText(segment),
    segment,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: t('Of which segment are the numbers?') });
  return chosen?.segment;
}

async function askPeriod(
  document: RetentionDocument,
  interpretation: QuickInterpretation,
  segment: string,
  file: vscode.TextDocument,
): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const check = (period: string): string | null => {
    if (parsePeriod(period) === null)
      return t('Write the period as 2024, 2024-Q1, 2024-01, 2024-W05 or 2024-01-15.');
    const key: RowKey = { period: period.trim(), segment };
    const why = whyNotAt(document, key, t);
    return why === null ? null : messageText(why);
  };
  const typed = await vscode.window.showInputBox({
    title: t('Add as Row to {0}', fileName(file.uri)),
    prompt: t('The period the numbers are about'),
    value: proposePeriod(document, interpretation, segment, dayNumber(new Date())),
    validateInput: check,
  });
  return typed?.trim();
}

async function show(
  { editors }: CommandServices,
  file: vscode.TextDocument,
  row: number,
  column: string,
): Promise<void> {
  const document = parseDocument(file.getText());
  const text = vscode.window.visibleTextEditors.find((editor) => editor.document === file);
  if (text === undefined || editors.panelsOf(file.uri).length > 0) {
    const index = document.columns.find(({ name }) => name === column)?.index ?? 0;
    await editors.openNotebook(file.uri, { kind: 'cell', row, column: index });
    return;
  }
  const position = file.positionAt(document.rowRange(row).start);
  await vscode.window.showTextDocument(file, {
    selection: new vscode.Range(position, position),
    ...(text.viewColumn === undefined ? {} : { viewColumn: text.viewColumn }),
  });
}
