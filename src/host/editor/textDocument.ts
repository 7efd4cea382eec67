import * as vscode from 'vscode';
import type { TextEdit } from '../../core';
import type { SessionDocument } from './sessionTypes';

/** A session's view of VS Code's document. */
export class VSCodeDocument implements SessionDocument {
  constructor(private readonly document: vscode.TextDocument) {}

  get version(): number {
    return this.document.version;
  }

  get eol(): '\n' | '\r\n' {
    return this.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  }

  text(): string {
    return this.document.getText();
  }

  slice(start: number, end: number): string {
    return start === end ? '' : this.document.getText(this.range(start, end));
  }

  length(): number {
    const lastLine = this.document.lineAt(this.document.lineCount - 1);
    return this.document.offsetAt(lastLine.range.end);
  }

  apply(edits: readonly TextEdit[]): Promise<boolean> {
    const edit = new vscode.WorkspaceEdit();
    for (const { start, end, text } of edits) {
      edit.replace(this.document.uri, this.range(start, end), text);
    }
    // VS Code puts the version the ranges were made for into the edit and refuses it when the document has
    // changed before it arrives, so that it never lands in the wrong place.
    return Promise.resolve(vscode.workspace.applyEdit(edit));
  }

  private range(start: number, end: number): vscode.Range {
    return new vscode.Range(this.document.positionAt(start), this.document.positionAt(end));
  }
}
