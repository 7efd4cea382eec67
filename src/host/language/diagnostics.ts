import * as vscode from 'vscode';
import type { Severity } from '../../core';
import { diagnosticsOf, problemsPageLine } from '../../language';
import type { Diagnostic } from '../../language';
import { DisposableStore } from '../disposables';
import { Debounce, later } from '../live';
import type { LiveFiles } from '../live';
import { rangeOf } from './convert';
import { SELECTOR } from './selector';

/** VS Code takes no more of a file. */
const MOST = 1000;

/** Whoever types has paused for so long, or has typed for so long, when the problems are listed anew. */
const TIMES = { quiet: 150, limit: 1000 };

/** Name of the collection, and what VS Code shows beside each problem. */
export const SOURCE = 'retention';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Lists the problems of all open files, as text or as notebook, for VS Code's Problems panel. */
export function registerDiagnostics(files: LiveFiles, extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(new Diagnostics(files, vscode.Uri.joinPath(extension, 'docs/problems.md')));
}

class Diagnostics implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly collection = this.store.add(vscode.languages.createDiagnosticCollection(SOURCE));
  private readonly waiting = new Map<vscode.TextDocument, Debounce>();
  /** What was last listed, to tell VS Code only what is new. */
  private readonly listed = new Map<vscode.TextDocument, string>();

  constructor(
    private readonly files: LiveFiles,
    private readonly page: vscode.Uri,
  ) {
    const { workspace } = vscode;
    this.store.add(workspace.onDidOpenTextDocument((document) => this.follow(document)));
    this.store.add(workspace.onDidCloseTextDocument((document) => this.leave(document)));
    this.store.add(files.onDidChange(({ document }) => this.waiting.get(document)?.call()));
    // Reading the files that are open is no part of the activation.
    setTimeout(() => {
      if (!this.store.isDisposed) workspace.textDocuments.forEach((document) => this.follow(document));
    });
  }

  dispose(): void {
    for (const debounce of this.waiting.values()) debounce.dispose();
    this.waiting.clear();
    this.store.dispose();
  }

  private follow(document: vscode.TextDocument): void {
    if (this.waiting.has(document) || !isListed(document)) return;
    const debounce = new Debounce(() => this.list(document), TIMES, later);
    this.waiting.set(document, debounce);
    this.files.of(document);
    debounce.call();
  }

  private leave(document: vscode.TextDocument): void {
    const debounce = this.waiting.get(document);
    if (debounce === undefined) return;
    debounce.dispose();
    this.waiting.delete(document);
    this.listed.delete(document);
    this.collection.delete(document.uri);
  }

  private list(document: vscode.TextDocument): void {
    const file = this.files.of(document);
    // What is listed stays until the file has been read again.
    if (file.isReading) return;
    const notebook = file.current;
    const diagnostics = notebook === null ? [] : diagnosticsOf(notebook, MOST);
    const shown = diagnostics.map((diagnostic) => this.shown(document, diagnostic));
    const key = JSON.stringify(shown.map(({ range, message }) => [range, message]));
    if (this.listed.get(document) === key) return;
    this.listed.set(document, key);
    this.collection.set(document.uri, shown);
  }

  private shown(
    document: vscode.TextDocument,
    { range, message, severity, code }: Diagnostic,
  ): vscode.Diagnostic {
    const diagnostic = new vscode.Diagnostic(rangeOf(document, range), message, SEVERITIES[severity]);
    diagnostic.source = SOURCE;
    if (code !== null) {
      const target = this.page.with({ fragment: `L${problemsPageLine(code)}` });
      diagnostic.code = { value: code, target };
    }
    return diagnostic;
  }
}

/**
 * True for files that can be edited: the old side of a diff, and whatever else is a version of a file, would list each
 * problem once more.
 */
function isListed(document: vscode.TextDocument): boolean {
  if (vscode.languages.match(SELECTOR, document) === 0) return false;
  const { scheme } = document.uri;
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}
