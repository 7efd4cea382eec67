import * as vscode from 'vscode';
import { exportTable, LiveNotebook } from '../../../core';
import type { ExportOptions, Translate } from '../../../core';
import { html, markdown, reportPage } from '../../../report';
import { showError } from '../../messages';
import { fileName } from '../../retentionFiles';
import { dayNumber } from '../../today';
import { activeText } from '../activeText';
import { say } from '../say';
import type { CommandServices } from '../services';

/** What a file can be exported as. */
interface ExportKind {
  readonly label: string;
  readonly detail: string;
  readonly ending: 'csv' | 'md' | 'html';
  write(notebook: LiveNotebook, name: string): string;
}

/**
 * `retention.exportFile`: the `.retention` file in the active tab as CSV, or its report as Markdown or HTML, where the user
 * wants it. What is not saved is part of it.
 */
export function registerExportFile(services: CommandServices): vscode.Disposable {
  return vscode.commands.registerCommand('retention.exportFile', async () => {
    const { t } = vscode.l10n;
    const file = await activeText(services);
    if (file === null) {
      say(t('Open a .retention file first, then export it.'));
      return;
    }
    const name = fileName(file.uri);
    const kind = await vscode.window.showQuickPick(exportKinds(t), {
      title: t('Export {0}', name),
      matchOnDetail: true,
      // The notebook may take the focus back only after the list has opened.
      ignoreFocusOut: true,
    });
    if (kind === undefined) return;
    const target = await vscode.window.showSaveDialog({
      title: t('Export {0}', name),
      saveLabel: t('Export'),
      defaultUri: besides(file.uri, kind.ending),
      filters: { [kind.label]: [kind.ending] },
    });
    if (target === undefined) return;
    const notebook = LiveNotebook.open(file.text, { today: dayNumber(new Date()) });
    try {
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(kind.write(notebook, name)));
      say(t('{0} is written.', fileName(target)));
    } catch (error) {
      services.log.error(`Could not export to ${target.toString()}: ${String(error)}`);
      void showError(t('The export could not be written to {0}. Choose another place.', target.fsPath));
    }
  });
}

function exportKinds(t: Translate): readonly ExportKind[] {
  const csv = (label: string, detail: string, options: ExportOptions): ExportKind => ({
    label,
    detail,
    ending: 'csv',
    write: (notebook) => exportTable(notebook, options).text,
  });
  return [
    csv(t('CSV'), t('The table as it is. CSV has no place for settings and notes.'), {}),
    csv(
      t('CSV with calculated columns'),
      t('Rates are shares such as 0.8; a missing number is blank, with its reason.'),
      {
        figures: true,
      },
    ),
    csv(
      t('CSV with semicolons and decimal commas'),
      t('With calculated columns, for spreadsheets that write 0,8.'),
      {
        figures: true,
        delimiter: ';',
        decimal: ',',
      },
    ),
    {
      label: t('Markdown report'),
      detail: t('The page to read in a minute, for a mail, an issue or a wiki.'),
      ending: 'md',
      write: (notebook, file) => markdown([reportPage(notebook, { file })]),
    },
    {
      label: t('HTML report'),
      detail: t('The same page with charts, to open, mail or print.'),
      ending: 'html',
      write: (notebook, file) => html([reportPage(notebook, { file })]),
    },
  ];
}

/** A file with another ending beside a file; in the folder that is open for one that was never saved. */
function besides(uri: vscode.Uri, ending: string): vscode.Uri {
  const name = `${fileName(uri).replace(/\.[^.]+$/, '')}.${ending}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return uri.scheme === 'untitled' && folder !== undefined
    ? vscode.Uri.joinPath(folder, name)
    : vscode.Uri.joinPath(uri, '..', name);
}
