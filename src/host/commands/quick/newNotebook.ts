import * as vscode from 'vscode';
import { formatPeriod, lastCompletePeriod, spanOfPeriod } from '../../../core';
import type { QuickInterpretation, SpanUnit } from '../../../core';
import { VIEW_TYPE } from '../../editor';
import { dayNumber } from '../../today';
import { newFileText } from './newFileText';

/**
 * Opens an untitled notebook with one row: of a calculation, or blank and ready to be filled.
 *
 * @param unit length of the periods; a calculation that says its own length wins
 */
export async function openNewFile(
  interpretation: QuickInterpretation | null,
  unit: SpanUnit = 'month',
): Promise<void> {
  const { t } = vscode.l10n;
  const said = interpretation?.period ?? null;
  const span = said === null ? interpretation?.span : spanOfPeriod(said);
  const granularity = span?.count === 1 ? span.unit : unit;
  const period = said ?? formatPeriod(lastCompletePeriod(granularity, dayNumber(new Date())));
  const content = newFileText({ title: t('Customer retention'), granularity, period, interpretation });
  const document = await vscode.workspace.openTextDocument({ language: 'retention', content });
  await vscode.commands.executeCommand('vscode.openWith', document.uri, VIEW_TYPE);
}
