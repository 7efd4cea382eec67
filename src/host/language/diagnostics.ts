import * as vscode from 'vscode';
import type { Severity } from '../../core';
import { DiagnosticList, problemsPageLine } from '../../language';
import type { Diagnostic } from '../../language';
import { DisposableStore } from '../disposables';
import { Debounce, later } from '../live';
import type { LiveFileEvent, LiveFiles } from '../live';
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

/** An open file whose problems are listed. */
interface Followed {
  readonly debounce: Debounce;
  /** Null when the file has not been read since it was opened, or since all of it changed. */
  list: DiagnosticList | null;
  /** What VS Code was last told, so that it is told only what is new. */
  told: string;
}

class Diagnostics implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly collection = this.store.add(vscode.languages.createDiagnosticCollection(SOURCE));
  private readonly followed = new Map<vscode.TextDocument, Followed>();

  constructor(
    private readonly files: LiveFiles,
    private readonly page: vscode.Uri,
  ) {
    const { workspace } = vscode;
    this.store.add(workspace.onDidOpenTextDocument((document) => this.follow(document)));
    this.store.add(workspace.onDidCloseTextDocument((document) => this.leave(document)));
    this.store.add(files.onDidChange((event) => this.changed(event)));
    // Reading the files that are open is no part of the activation.
    setTimeout(() => {
      if (!this.store.isDisposed) workspace.textDocuments.forEach((document) => this.follow(document));
    });
  }

  dispose(): void {
    for (const { debounce } of this.followed.values()) debounce.dispose();
    this.followed.clear();
    this.store.dispose();
  }

  private follow(document: vscode.TextDocument): void {
    if (this.followed.has(document) || !isListed(document)) return;
    const debounce = new Debounce(() => this.list(document, followed), TIMES, later);
    const followed: Followed = { debounce, list: null, told: '' };
    this.followed.set(document, followed);
    this.files.of(document);
    debounce.call();
  }

  private changed({ document, change }: LiveFileEvent): void {
    const followed = this.followed.get(document);
    if (followed === undefined) return;
    if (change === 'all') followed.list = null;
    else followed.list?.update(change);
    followed.debounce.call();
  }

  private leave(document: vscode.TextDocument): void {
    const followed = this.followed.get(document);
    if (followed === undefined) return;
    followed.debounce.dispose();
    this.followed.delete(document);
    this.collection.delete(document.uri);
  }

  private list(document: vscode.TextDocument, followed: Followed): void {
    const file = this.files.of(document);
    // What is listed stays until the file has been read again.
    if (file.isReading) return;
    if (file.current !== null) followed.list ??= new DiagnosticList(file.current);
    const diagnostics = followed.list?.list(MOST) ?? [];
    const shown = diagnostics.map((diagnostic) => this.shown(document, diagnostic));
    const told = JSON.stringify(shown.map(({ range, message }) => [range, message]));
    if (followed.told === told) return;
    followed.told = told;
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
