import * as vscode from 'vscode';
import type { TextEdit } from '../../core';
import { inverseEdits, joinMany } from './changes';
import { ReadOnlyError } from './sessionTypes';
import type { SessionDocument } from './sessionTypes';

/** A document that is not dirty so long after an edit can't be saved. */
const DIRTY_LIMIT_MS = 2000;

/** A session's view of VS Code's document. */
export class VSCodeDocument implements SessionDocument {
  constructor(private readonly document: vscode.TextDocument) {}

  get version(): number {
    return this.document.version;
  }

  get eol(): '\n' | '\r\n' {
    return this.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  }

  get lineCount(): number {
    return this.document.lineCount;
  }

  text(): string {
    return this.document.getText();
  }

  slice(start: number, end: number): string {
    return start === end ? '' : this.document.getText(this.range(start, end));
  }

  *lines(): Iterable<string> {
    const { lineCount } = this.document;
    for (let line = 0; line < lineCount - 1; line++) yield this.document.lineAt(line).text + this.eol;
    yield this.document.lineAt(lineCount - 1).text;
  }

  length(): number {
    const lastLine = this.document.lineAt(this.document.lineCount - 1);
    return this.document.offsetAt(lastLine.range.end);
  }

  async apply(wanted: readonly TextEdit[]): Promise<boolean> {
    const { document } = this;
    const { version, isDirty } = document;
    const slice = (start: number, end: number): string => this.slice(start, end);
    const edits = joinMany(wanted, slice);
    const inverse = inverseEdits(edits, slice);
    let becameDirty = isDirty || document.isUntitled;
    let tellDirty = (): void => {};
    let limit: ReturnType<typeof setTimeout> | undefined;
    const watch = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || !document.isDirty) return;
      becameDirty = true;
      tellDirty();
    });
    try {
      if (!(await this.write(edits))) return false;
      if (becameDirty || document.isDirty || document.version === version) return true;
      // On a busy machine VS Code says so some time after it has made the edit.
      const isDirtyAtLast = await new Promise<boolean>((resolve) => {
        tellDirty = () => resolve(true);
        limit = setTimeout(() => resolve(document.isDirty), DIRTY_LIMIT_MS);
      });
      if (isDirtyAtLast) return true;
    } finally {
      clearTimeout(limit);
      watch.dispose();
    }
    // VS Code changes the text of a read-only file when an extension asks for it, but never saves it. (No
    // part of the API tells beforehand that a setting or the user has made a file read-only.)
    await this.write(inverse);
    throw new ReadOnlyError();
  }

  private async write(edits: readonly TextEdit[]): Promise<boolean> {
    const edit = new vscode.WorkspaceEdit();
    for (const { start, end, text } of edits) {
      edit.replace(this.document.uri, this.range(start, end), text);
    }
    // VS Code puts the version the ranges were made for into the edit and refuses it when the document has
    // changed before it arrives, so that it never lands in the wrong place.
    return vscode.workspace.applyEdit(edit);
  }

  private range(start: number, end: number): vscode.Range {
    return new vscode.Range(this.document.positionAt(start), this.document.positionAt(end));
  }
}
