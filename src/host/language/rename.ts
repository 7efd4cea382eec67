import * as vscode from 'vscode';
import { sortEdits } from '../../core';
import { rename, renameTarget } from '../../language';
import { joinMany } from '../editor/changes';
import { VSCodeDocument } from '../editor/textDocument';
import type { LiveFiles } from '../live';
import { rangeOf, workspaceEditOf } from './convert';
import { SELECTOR } from './selector';

/** Rename Symbol for segments and columns. VS Code shows the message of an error to the user. */
export function registerRename(files: LiveFiles): vscode.Disposable {
  const provider: vscode.RenameProvider = {
    prepareRename: async (document, position) => {
      const notebook = await files.notebook(document);
      if (notebook === null) return undefined;
      const target = renameTarget(notebook.document, document.offsetAt(position));
      if ('message' in target) throw new Error(target.message);
      return { range: rangeOf(document, target.range), placeholder: target.name };
    },
    provideRenameEdits: async (document, position, name) => {
      const notebook = await files.notebook(document);
      if (notebook === null) return undefined;
      const edits = rename(notebook.document, document.offsetAt(position), name);
      if ('message' in edits) throw new Error(edits.message);
      const text = new VSCodeDocument(document);
      const joined = joinMany(sortEdits(edits), (start, end) => text.slice(start, end));
      return workspaceEditOf(document, joined);
    },
  };
  return vscode.languages.registerRenameProvider(SELECTOR, provider);
}
