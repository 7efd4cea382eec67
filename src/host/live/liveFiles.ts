import * as vscode from 'vscode';
import type { LiveNotebook } from '../../core';
import { DisposableStore } from '../disposables';
import { editsOfChanges } from '../editor/changes';
import { isLongerThan } from '../editor/firstLines';
import { VSCodeDocument } from '../editor/textDocument';
import { dayNumber } from '../today';
import { LiveFile } from './liveFile';
import type { LiveChange } from './liveFile';
import { later } from './timers';

/** A file that has something new to show. */
export interface LiveFileEvent {
  readonly document: vscode.TextDocument;
  readonly file: LiveFile;
  readonly change: LiveChange;
}

interface Entry {
  readonly file: LiveFile;
  eol: vscode.EndOfLine;
}

/**
 * The live notebooks of VS Code's open documents, each made when it is first asked for and let go of when its document
 * is closed. Status bar, diagnostics and all features of the text view share them.
 */
export class LiveFiles implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly entries = new Map<vscode.TextDocument, Entry>();
  private readonly changes = this.store.add(new vscode.EventEmitter<LiveFileEvent>());
  private readonly days = this.store.add(new vscode.EventEmitter<number>());
  private day = dayNumber(new Date());

  /** A file that somebody asked for was read or edited. Comes in the very event of the edit. */
  readonly onDidChange = this.changes.event;
  /** Another day has begun; the files that are open have been read anew, or are about to be. */
  readonly onDidChangeToday = this.days.event;

  constructor() {
    const { window, workspace } = vscode;
    this.store.add(workspace.onDidChangeTextDocument((event) => this.documentChanged(event)));
    this.store.add(workspace.onDidCloseTextDocument((document) => this.close(document)));
    // Periods become complete at midnight; the next look at the window shows it.
    this.store.add(window.onDidChangeWindowState(() => this.checkToday()));
  }

  /** The present day as the files count it. */
  get today(): number {
    return this.day;
  }

  /** The live file of an open document. */
  of(document: vscode.TextDocument): LiveFile {
    return (this.entries.get(document) ?? this.open(document)).file;
  }

  /**
   * The live notebook of an open document, for a feature that VS Code waits for: with a large file that has just been
   * opened it comes later. Null when the file is too large or was closed meanwhile.
   */
  notebook(document: vscode.TextDocument): LiveNotebook | null | Promise<LiveNotebook | null> {
    return document.isClosed ? null : this.of(document).ready();
  }

  dispose(): void {
    for (const { file } of this.entries.values()) file.dispose();
    this.entries.clear();
    this.store.dispose();
  }

  private open(document: vscode.TextDocument): Entry {
    const text = new VSCodeDocument(document);
    const source = {
      isLongerThan: (length: number) => isLongerThan(text.lines(), length),
      text: () => text.text(),
    };
    let entry: Entry | null = null;
    const file = new LiveFile(
      source,
      this.day,
      (change) => {
        if (entry !== null) this.changes.fire({ document, file: entry.file, change });
      },
      later,
    );
    entry = { file, eol: document.eol };
    if (!document.isClosed) this.entries.set(document, entry);
    return entry;
  }

  private close(document: vscode.TextDocument): void {
    this.entries.get(document)?.file.dispose();
    this.entries.delete(document);
  }

  private documentChanged({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = this.entries.get(document);
    if (entry === undefined) return;
    if (entry.eol !== document.eol) {
      // Every line has changed, and the offsets of the changes say nothing.
      entry.eol = document.eol;
      entry.file.edited(null);
    } else if (contentChanges.length > 0) {
      entry.file.edited(editsOfChanges(contentChanges));
    }
  }

  private checkToday(): void {
    const today = dayNumber(new Date());
    if (today === this.day) return;
    this.day = today;
    for (const { file } of this.entries.values()) file.setToday(today);
    this.days.fire(today);
  }
}
