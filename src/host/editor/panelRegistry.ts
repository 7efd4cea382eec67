import * as vscode from 'vscode';
import { CONFIGURATION_SECTION } from '../configuration';
import { DisposableStore } from '../disposables';
import { ContextKeys } from './contextKeys';
import type { NotebookPanel } from './notebookPanel';

/** All open notebooks, editable or not: which one the user is in, and what is told to all of them. */
export class PanelRegistry implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly panels = new Set<NotebookPanel>();
  private readonly activeChanged = this.store.add(new vscode.EventEmitter<void>());
  private readonly contextKeys = this.store.add(new ContextKeys());

  /** The active notebook became another one, or the user moved in it. */
  readonly onDidChangeActive = this.activeChanged.event;

  constructor() {
    this.store.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(CONFIGURATION_SECTION)) return;
        for (const panel of this.panels) panel.configurationChanged();
      }),
    );
    this.store.add(
      vscode.window.onDidChangeWindowState(() => {
        for (const panel of this.panels) panel.checkToday();
      }),
    );
  }

  /** The notebook the user is in, or null. */
  get active(): NotebookPanel | null {
    return [...this.panels].find(({ panel }) => panel.active) ?? null;
  }

  /** The notebook that was opened last, or null. */
  get latest(): NotebookPanel | null {
    return [...this.panels].at(-1) ?? null;
  }

  /** The notebooks that show a file. */
  of(uri: vscode.Uri): readonly NotebookPanel[] {
    return [...this.panels].filter((panel) => panel.uri.toString() === uri.toString());
  }

  /** Keeps a notebook until its tab is closed, and disposes of it then. */
  add(notebook: NotebookPanel): void {
    this.panels.add(notebook);
    const { panel } = notebook;
    panel.onDidChangeViewState(() => this.update());
    panel.onDidDispose(() => {
      this.panels.delete(notebook);
      notebook.dispose();
      this.update();
    });
    this.update();
  }

  /** To be called when the user has moved in a notebook. */
  update(): void {
    this.contextKeys.update(this.active?.selection ?? null);
    this.activeChanged.fire();
  }

  dispose(): void {
    for (const panel of this.panels) panel.dispose();
    this.panels.clear();
    this.store.dispose();
  }
}
