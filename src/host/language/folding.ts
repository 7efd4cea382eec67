import * as vscode from 'vscode';
import { foldsOf } from '../../language';
import type { Fold } from '../../language';
import type { LiveFiles } from '../live';
import { rangeOf } from './convert';
import { SELECTOR } from './selector';

/** What VS Code's commands “Fold All Block Comments” and “Fold All Regions” mean here. */
const KINDS: Readonly<Record<Fold['kind'], vscode.FoldingRangeKind | undefined>> = {
  settings: vscode.FoldingRangeKind.Comment,
  rows: vscode.FoldingRangeKind.Region,
  notes: undefined,
};

/** Settings, years or segments of rows, and sections of the notes can be folded. */
export function registerFolding(files: LiveFiles): vscode.Disposable {
  const provider: vscode.FoldingRangeProvider = {
    provideFoldingRanges: async (document, _context, token) => {
      const notebook = await files.notebook(document);
      if (notebook === null || token.isCancellationRequested) return [];
      return foldsOf(notebook.document).map(({ range, kind }) => {
        const { start, end } = rangeOf(document, range);
        return new vscode.FoldingRange(start.line, end.line, KINDS[kind]);
      });
    },
  };
  return vscode.languages.registerFoldingRangeProvider(SELECTOR, provider);
}
