import type * as vscode from 'vscode';
import type { NotebookEditors } from '../editor';

/** What commands work on. */
export interface CommandServices {
  readonly editors: NotebookEditors;
  readonly log: vscode.LogOutputChannel;
}
