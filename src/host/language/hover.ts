import * as vscode from 'vscode';
import { hoverAt } from '../../language';
import type { LiveFiles } from '../live';
import { rangeOf } from './convert';
import { SELECTOR } from './selector';

/** What rows, columns and settings say under the mouse. */
export function registerHover(files: LiveFiles): vscode.Disposable {
  return vscode.languages.registerHoverProvider(SELECTOR, {
    provideHover: async (document, position, token) => {
      const notebook = await files.notebook(document);
      if (notebook === null || token.isCancellationRequested) return null;
      const hover = hoverAt(notebook, document.offsetAt(position));
      if (hover === null) return null;
      return new vscode.Hover(new vscode.MarkdownString(hover.markdown), rangeOf(document, hover.range));
    },
  });
}
