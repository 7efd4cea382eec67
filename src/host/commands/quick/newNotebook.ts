import * as vscode from 'vscode';
import type { QuickInterpretation, SpanUnit } from '../../../core';
import type { NotebookPanel } from '../../editor';
import { dayNumber } from '../../today';
import type { CommandServices } from '../services';
import { newFilePeriod, newFileText } from './newFileText';

/**
 * Opens an untitled notebook with one row: of a calculation, or blank and ready to be filled.
 *
 * @param unit length of the periods; a calculation that says its own length wins
 * @returns the notebook, or null when VS Code did not open it
 */
export async function openNewFile(
  { editors }: CommandServices,
  interpretation: QuickInterpretation | null,
  unit: SpanUnit = 'month',
): Promise<NotebookPanel | null> {
  const { t } = vscode.l10n;
  const { granularity, period } = newFilePeriod(interpretation, unit, dayNumber(new Date()));
  const content = newFileText({ title: t('Customer retention'), granularity, period, interpretation });
  const document = await vscode.workspace.openTextDocument({ language: 'retention', content });
  // Where the first number goes.
  await editors.openNotebook(document.uri, { kind: 'cell', row: 0, column: 1 });
  return editors.panelsOf(document.uri)[0] ?? null;
}
