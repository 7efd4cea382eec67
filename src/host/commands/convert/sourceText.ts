import * as vscode from 'vscode';
import { decodeTable, oneLine } from '../../../core';
import { labelText } from '../../plainText';
import { fileName } from '../../retentionFiles';

/** A table from another program. */
export interface SourceText {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** Encodings that spreadsheets write besides UTF-8 and UTF-16, with where they do. */
const ENCODINGS = ['windows-1252', 'windows-1250', 'macintosh'] as const;

/** So much of a text shows whether its letters are the right ones. */
const SHOWN = 80;

/** True for files that an import reads: comma or tab separated values. */
export function isTable(uri: vscode.Uri): boolean {
  return /\.(?:csv|tsv|tab)$/i.test(uri.path);
}

/** The table in the active editor, else one that the user chooses; undefined when none is chosen. */
export async function chooseTable(): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const active = vscode.window.activeTextEditor?.document;
  if (active !== undefined && (isTable(active.uri) || active.languageId === 'csv')) return active.uri;
  const chosen = await vscode.window.showOpenDialog({
    title: t('Import CSV'),
    openLabel: t('Import'),
    filters: { [t('Comma or tab separated values')]: ['csv', 'tsv', 'tab', 'txt'], [t('All files')]: ['*'] },
  });
  return chosen?.[0];
}

/**
 * The text of a table as it is in its editor, where it has unsaved changes, else on the disk. Bytes that are not UTF-8 are
 * read as the user says; undefined when nothing is said.
 *
 * @throws Error when the file cannot be read
 */
export async function readTable(uri: vscode.Uri): Promise<SourceText | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined && (open.isDirty || open.isUntitled)) return { uri, text: open.getText() };
  const bytes = await vscode.workspace.fs.readFile(uri);
  const text = decodeTable(bytes) ?? (await decodeAsSaid(bytes, uri));
  return text === undefined ? undefined : { uri, text };
}

async function decodeAsSaid(bytes: Uint8Array, uri: vscode.Uri): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const regions = [t('Western Europe'), t('Central Europe'), t('Mac')];
  const items = ENCODINGS.flatMap((encoding, index) => {
    const text = decodeTable(bytes, encoding);
    if (text === null) return [];
    return [{ label: regions[index]!, description: encoding, detail: letters(text), text }];
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('{0} is not UTF-8. Which letters are right?', fileName(uri)),
    ignoreFocusOut: true,
  });
  return chosen?.text;
}

/** The part of a text around its first letter that encodings differ in. */
function letters(text: string): string {
  const at = Math.max(0, text.search(/[^\0-\x7f]/) - SHOWN / 4);
  return labelText(oneLine(text.slice(at, at + SHOWN)));
}
