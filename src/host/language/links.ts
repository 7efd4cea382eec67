import * as vscode from 'vscode';
import { ticketLinks } from '../../language';
import { CONFIGURATION_SECTION } from '../configuration';
import type { LiveFiles } from '../live';
import { rangeOf } from './convert';
import { SELECTOR } from './selector';

/** Tickets in notes are links where a setting says to which address; addresses are links in any case (VS Code's own). */
export function registerLinks(files: LiveFiles): vscode.Disposable {
  const provider: vscode.DocumentLinkProvider = {
    provideDocumentLinks: async (document, token) => {
      const settings = vscode.workspace.getConfiguration(CONFIGURATION_SECTION, document.uri);
      const pattern = settings.get<unknown>('ticketUrl');
      if (typeof pattern !== 'string' || pattern === '') return [];
      const notebook = await files.notebook(document);
      if (notebook === null || token.isCancellationRequested) return [];
      return ticketLinks(notebook.document, pattern).map(({ range, url }) => {
        return new vscode.DocumentLink(rangeOf(document, range), vscode.Uri.parse(url));
      });
    },
  };
  return vscode.languages.registerDocumentLinkProvider(SELECTOR, provider);
}
