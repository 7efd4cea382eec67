import * as vscode from 'vscode';
import { importTable } from '../../../core';
import type { ImportedTable, ImportOptions } from '../../../core';
import { showError } from '../../messages';
import { fileName } from '../../retentionFiles';
import type { CommandServices } from '../services';
import { columnAnswers, dateAnswers, decimalAnswers, delimiterAnswers, previewItems } from './importPreview';
import type { Answer, ImportQuestion } from './importPreview';
import { chooseTable, readTable } from './sourceText';

/**
 * `retention.importCsv`: shows what a table of another program would become, lets the user say what it cannot tell, and
 * opens the result as an untitled notebook: nothing is written before the user saves. Menus pass the file.
 */
export function registerImportCsv({ editors }: CommandServices): vscode.Disposable {
  return vscode.commands.registerCommand('retention.importCsv', async (file?: unknown) => {
    const { t } = vscode.l10n;
    const uri = file instanceof vscode.Uri ? file : await chooseTable();
    if (uri === undefined) return;
    try {
      const source = await readTable(uri);
      if (source === undefined) return;
      const table = await preview(source.text, fileName(uri));
      if (table === undefined) return;
      const document = await vscode.workspace.openTextDocument({
        language: 'retention',
        content: table.text,
      });
      const first = table.rowCount > 0 ? { kind: 'cell' as const, row: 0, column: 0 } : null;
      await editors.openNotebook(document.uri, first);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void showError(t('{0} could not be imported: {1}', fileName(uri), reason));
    }
  });
}

/** Shows the preview until the user opens the notebook (the table as it is then) or gives up (undefined). */
async function preview(text: string, name: string): Promise<ImportedTable | undefined> {
  const { t } = vscode.l10n;
  let options: ImportOptions = { title: name.replace(/\.[^.]+$/, '') };
  for (;;) {
    const table = importTable(text, options);
    const chosen = await vscode.window.showQuickPick(previewItems(table, t), {
      title: t('Import {0}', name),
      placeHolder: t('Open the notebook, or choose a line to change it'),
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (chosen === undefined) return undefined;
    if (chosen.choice?.about === 'open') return table;
    if (chosen.choice !== null) options = (await answered(chosen.choice, table, options)) ?? options;
  }
}

/** The options with an answer; undefined when there is none. */
async function answered(
  question: ImportQuestion,
  table: ImportedTable,
  options: ImportOptions,
): Promise<ImportOptions | undefined> {
  const { t } = vscode.l10n;
  switch (question.about) {
    case 'delimiter': {
      const delimiter = await ask(t('What stands between the cells?'), delimiterAnswers(table, t));
      // Other cells are other columns.
      return delimiter && { ...options, delimiter: delimiter.value, columns: new Map() };
    }
    case 'decimal': {
      const decimal = await ask(t('Which decimal sign do the numbers have?'), decimalAnswers(table, t));
      return decimal && { ...options, decimal: decimal.value };
    }
    case 'dates': {
      const dates = await ask(t('What comes first in a date?'), dateAnswers(table, t));
      return dates && { ...options, dates: dates.value };
    }
    case 'column': {
      const column = table.columns[question.index]!;
      const title = t('What is the column {0}?', column.source === '' ? column.name : column.source);
      const name = await ask(title, columnAnswers(column, t));
      return (
        name && { ...options, columns: new Map([...(options.columns ?? []), [question.index, name.value]]) }
      );
    }
  }
}

function ask<T>(title: string, answers: readonly Answer<T>[]): Thenable<Answer<T> | undefined> {
  return vscode.window.showQuickPick(answers, {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
}
