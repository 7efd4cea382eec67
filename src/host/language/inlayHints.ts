import * as vscode from 'vscode';
import { rowHints, rowHover } from '../../language';
import { CONFIGURATION_SECTION } from '../configuration';
import type { LiveFiles } from '../live';
import { offsetsOf } from './convert';
import { SELECTOR } from './selector';

const SETTING = 'inlayHints.enabled';

/** A row's results behind its line; what they are made of is written out when the mouse asks for it. */
class RowResults extends vscode.InlayHint {
  constructor(
    position: vscode.Position,
    label: string,
    readonly document: vscode.TextDocument,
    readonly row: number,
    readonly version: number,
  ) {
    super(position, label);
    this.paddingLeft = true;
  }
}

/** Retention, gap and missing customers at the end of each line, for those who do not turn it off. */
export function registerInlayHints(files: LiveFiles): vscode.Disposable {
  const { workspace } = vscode;
  const refresh = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: refresh.event,
    provideInlayHints: async (document, range, token) => {
      if (!isEnabled(document.uri)) return [];
      const notebook = await files.notebook(document);
      if (notebook === null || token.isCancellationRequested) return [];
      return rowHints(notebook, offsetsOf(document, range)).map(
        ({ row, offset, label }) =>
          new RowResults(document.positionAt(offset), label, document, row, document.version),
      );
    },
    resolveInlayHint: async (hint) => {
      if (!(hint instanceof RowResults)) return hint;
      const { document, row, version } = hint;
      const notebook = await files.notebook(document);
      // After an edit VS Code asks for new hints; this one may be of another row by now.
      if (notebook === null || document.version !== version) return hint;
      hint.tooltip = new vscode.MarkdownString(rowHover(notebook, row, null));
      return hint;
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerInlayHintsProvider(SELECTOR, provider),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${CONFIGURATION_SECTION}.${SETTING}`)) refresh.fire();
    }),
    files.onDidChangeToday(() => refresh.fire()),
    refresh,
  );
}

function isEnabled(resource: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(CONFIGURATION_SECTION, resource).get(SETTING, true);
}
