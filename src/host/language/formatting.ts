import * as vscode from 'vscode';
import type { TextRange } from '../../core';
import { formatEdits } from '../../language';
import type { LiveFiles } from '../live';
import { offsetsOf, textEditsOf } from './convert';
import { SELECTOR } from './selector';

/** Format Document, Format Selection and format on paste; what the text says never changes. */
export function registerFormatting(files: LiveFiles): vscode.Disposable {
  const format = async (
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    range?: TextRange,
  ): Promise<vscode.TextEdit[]> => {
    const notebook = await files.notebook(document);
    if (notebook === null || token.isCancellationRequested) return [];
    return textEditsOf(document, formatEdits(notebook.document, range));
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentFormattingEditProvider(SELECTOR, {
      provideDocumentFormattingEdits: (document, _options, token) => format(document, token),
    }),
    vscode.languages.registerDocumentRangeFormattingEditProvider(SELECTOR, {
      provideDocumentRangeFormattingEdits: (document, range, _options, token) =>
        format(document, token, offsetsOf(document, range)),
    }),
  );
}
