import * as vscode from 'vscode';
import { COMPLETION_TRIGGERS, completionsAt } from '../../language';
import type { Completion, CompletionKind } from '../../language';
import type { LiveFiles } from '../live';
import { SELECTOR } from './selector';

const { CompletionItemKind } = vscode;

const KINDS: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  setting: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  column: CompletionItemKind.Field,
  period: CompletionItemKind.Event,
  row: CompletionItemKind.Struct,
  segment: CompletionItemKind.EnumMember,
  status: CompletionItemKind.EnumMember,
  attribute: CompletionItemKind.Property,
  strategy: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
};

/** What can stand at the cursor: keys, values, columns, periods, segments, tasks and their attributes. */
export function registerCompletion(files: LiveFiles): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems: async (document, position, token) => {
      const notebook = await files.notebook(document);
      if (notebook === null || token.isCancellationRequested) return [];
      const { text, range } = document.lineAt(position);
      const line = { start: document.offsetAt(range.start), text };
      const found = completionsAt(notebook, line, document.offsetAt(position));
      return found.map((one, index) => itemOf(document, position, one, index));
    },
  };
  return vscode.languages.registerCompletionItemProvider(SELECTOR, provider, ...COMPLETION_TRIGGERS);
}

function itemOf(
  document: vscode.TextDocument,
  position: vscode.Position,
  found: Completion,
  index: number,
): vscode.CompletionItem {
  const { detail, documentation, filter, label, more, range, snippet, text } = found;
  // Beside a key there is no room for what its value must be.
  const beside = detail !== '' && found.kind !== 'setting';
  const item = new vscode.CompletionItem(beside ? { label, description: detail } : label, KINDS[found.kind]);
  if (!beside && detail !== '') item.detail = detail;
  const start = document.positionAt(range.start);
  item.range = {
    inserting: new vscode.Range(start, position),
    replacing: new vscode.Range(start, document.positionAt(range.end)),
  };
  item.insertText = snippet ? new vscode.SnippetString(text) : text;
  item.filterText = filter;
  item.sortText = String(index).padStart(5, '0');
  if (documentation !== '') item.documentation = new vscode.MarkdownString(documentation);
  if (more) item.command = { command: 'editor.action.triggerSuggest', title: label };
  return item;
}
