import * as vscode from 'vscode';
import { outlineOf } from '../../language';
import type { OutlineItem, OutlineKind } from '../../language';
import type { LiveFiles } from '../live';
import { rangeOf } from './convert';
import { SELECTOR } from './selector';

const { SymbolKind } = vscode;

const KINDS: Readonly<Record<OutlineKind, vscode.SymbolKind>> = {
  settings: SymbolKind.Module,
  setting: SymbolKind.Property,
  columns: SymbolKind.Array,
  column: SymbolKind.Field,
  group: SymbolKind.Namespace,
  row: SymbolKind.Number,
  section: SymbolKind.String,
  task: SymbolKind.Event,
};

/** Outline, breadcrumbs and Go to Symbol. */
export function registerSymbols(files: LiveFiles): vscode.Disposable {
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols: async (document, token) => {
      const notebook = await files.notebook(document);
      if (notebook === null || token.isCancellationRequested) return [];
      return outlineOf(notebook).map((item) => symbolOf(document, item));
    },
  };
  return vscode.languages.registerDocumentSymbolProvider(SELECTOR, provider);
}

function symbolOf(document: vscode.TextDocument, item: OutlineItem): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    item.name,
    item.detail,
    KINDS[item.kind],
    rangeOf(document, item.range),
    rangeOf(document, item.nameRange),
  );
  symbol.children = item.children.map((child) => symbolOf(document, child));
  return symbol;
}
