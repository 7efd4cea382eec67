import * as vscode from 'vscode';
import type { RevealTarget, Transport } from '../../protocol';
import { CONFIGURATION_SECTION } from '../configuration';
import { DisposableStore } from '../disposables';
import { ContextKeys } from './contextKeys';
import { NotebookPanel } from './notebookPanel';
import type { PanelServices } from './notebookPanel';
import { DocumentSession } from './session';
import { VSCodeDocument } from './textDocument';
import { createNonce, pageHtml, pageRoots } from './webviewHtml';
import { WebviewTransport } from './webviewTransport';

/** VS Code's name of the custom editor. */
export const VIEW_TYPE = 'retention.notebook';

/** A save waits this long for an open cell; VS Code itself gives up after 1.5 s. */
const FLUSH_LIMIT_MS = 1000;

/** Puts something between the host and a page, for tests. */
export type TransportWrapper = (uri: vscode.Uri, transport: Transport) => Transport;

interface OpenDocument {
  readonly session: DocumentSession;
  readonly panels: Set<NotebookPanel>;
}

/** All open notebooks: makes them, and leads VS Code's events to them. */
export class NotebookEditors implements vscode.CustomTextEditorProvider, vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly documents = new Map<vscode.TextDocument, OpenDocument>();
  private readonly reveals = new Map<string, RevealTarget>();
  private readonly activeChanged = this.store.add(new vscode.EventEmitter<void>());
  private readonly contextKeys = this.store.add(new ContextKeys());
  private readonly services: PanelServices;

  /** The active notebook became another one, or the user moved in it. */
  readonly onDidChangeActive = this.activeChanged.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    private readonly wrapTransport: TransportWrapper = (_uri, transport) => transport,
  ) {
    this.services = {
      log,
      openAsText: (document, offset, column) => void this.openAsText(document, offset, column),
      selectionChanged: () => this.updateActive(),
    };
    this.store.add(vscode.workspace.onDidChangeTextDocument((event) => this.documentChanged(event)));
    this.store.add(vscode.workspace.onWillSaveTextDocument((event) => this.willSave(event)));
    this.store.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(CONFIGURATION_SECTION)) return;
        for (const panel of this.panels()) panel.configurationChanged();
      }),
    );
    this.store.add(
      vscode.window.onDidChangeWindowState(() => {
        for (const panel of this.panels()) panel.checkToday();
      }),
    );
  }

  /** Registers the editor with VS Code. */
  register(): vscode.Disposable {
    return vscode.window.registerCustomEditorProvider(VIEW_TYPE, this, {
      supportsMultipleEditorsPerDocument: true,
      webviewOptions: { enableFindWidget: false },
    });
  }

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const transport = new WebviewTransport(panel.webview, (error) =>
      this.log.error(`A message did not reach the notebook: ${String(error)}`),
    );
    const notebook = this.connect(document, panel, this.wrapTransport(document.uri, transport));
    const reveal = this.reveals.get(document.uri.toString());
    if (reveal !== undefined) {
      this.reveals.delete(document.uri.toString());
      notebook.reveal(reveal);
    }
    panel.webview.options = { enableScripts: true, localResourceRoots: pageRoots(this.extensionUri) };
    panel.webview.html = pageHtml(panel.webview, this.extensionUri, createNonce());
  }

  /** The notebook the user is in, or null. */
  get active(): NotebookPanel | null {
    return this.panels().find(({ panel }) => panel.active) ?? null;
  }

  /** All open notebooks. */
  panels(): readonly NotebookPanel[] {
    return [...this.documents.values()].flatMap(({ panels }) => [...panels]);
  }

  /** The session of an open document, or undefined. */
  session(document: vscode.TextDocument): DocumentSession | undefined {
    return this.documents.get(document)?.session;
  }

  /** Opens a file as a notebook, or goes to the one that is open, and selects a place in it. */
  async openNotebook(
    uri: vscode.Uri,
    target: RevealTarget | null,
    column?: vscode.ViewColumn,
  ): Promise<void> {
    const key = uri.toString();
    const open = this.panels().find(({ document }) => document.uri.toString() === key);
    if (target !== null && open === undefined) this.reveals.set(key, target);
    try {
      await vscode.commands.executeCommand(
        'vscode.openWith',
        uri,
        VIEW_TYPE,
        column ?? open?.panel.viewColumn,
      );
    } finally {
      this.reveals.delete(key);
    }
    if (target !== null) open?.reveal(target);
  }

  /** Opens the text editor on a document with the cursor at an offset. */
  async openAsText(
    document: vscode.TextDocument,
    offset: number,
    column: vscode.ViewColumn | undefined,
  ): Promise<void> {
    // What the notebook has sent shall be in the text before the cursor goes to a place in it.
    await this.session(document)?.idle();
    const position = document.positionAt(offset);
    const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(position, position) };
    if (column !== undefined) options.viewColumn = column;
    await vscode.commands.executeCommand('vscode.openWith', document.uri, 'default', options);
  }

  dispose(): void {
    for (const panel of this.panels()) panel.dispose();
    this.documents.clear();
    this.store.dispose();
  }

  private connect(
    document: vscode.TextDocument,
    panel: vscode.WebviewPanel,
    transport: Transport,
  ): NotebookPanel {
    const open = this.open(document);
    const notebook = new NotebookPanel(document, panel, open.session, transport, this.services);
    open.panels.add(notebook);
    panel.onDidChangeViewState(() => this.updateActive());
    panel.onDidDispose(() => {
      notebook.dispose();
      open.panels.delete(notebook);
      if (open.panels.size === 0) this.documents.delete(document);
      this.updateActive();
    });
    this.updateActive();
    return notebook;
  }

  private open(document: vscode.TextDocument): OpenDocument {
    const open = this.documents.get(document);
    if (open !== undefined) return open;
    const fresh: OpenDocument = {
      session: new DocumentSession(new VSCodeDocument(document), this.log),
      panels: new Set(),
    };
    this.documents.set(document, fresh);
    return fresh;
  }

  private documentChanged({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const cause =
      reason === vscode.TextDocumentChangeReason.Undo
        ? 'undo'
        : reason === vscode.TextDocumentChangeReason.Redo
          ? 'redo'
          : null;
    this.session(document)?.documentChanged(contentChanges, cause);
  }

  private willSave(event: vscode.TextDocumentWillSaveEvent): void {
    // Half-typed text belongs into the file only when its author asks for it.
    if (event.reason !== vscode.TextDocumentSaveReason.Manual) return;
    const session = this.session(event.document);
    if (session !== undefined) event.waitUntil(flushWithin(session, FLUSH_LIMIT_MS));
  }

  private updateActive(): void {
    this.contextKeys.update(this.active?.selection ?? null);
    this.activeChanged.fire();
  }
}

async function flushWithin(session: DocumentSession, limit: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeLimit = new Promise<void>((resolve) => (timer = setTimeout(resolve, limit)));
  try {
    await session.flush(timeLimit);
  } finally {
    clearTimeout(timer);
  }
}
