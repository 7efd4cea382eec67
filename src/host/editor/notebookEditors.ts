import * as vscode from 'vscode';
import type { RevealTarget, Transport } from '../../protocol';
import { DisposableStore } from '../disposables';
import { NotebookPanel } from './notebookPanel';
import type { PanelServices } from './notebookPanel';
import { PanelRegistry } from './panelRegistry';
import { DocumentSession } from './session';
import { SnapshotEditors } from './snapshotEditors';
import { VSCodeDocument } from './textDocument';
import { UnopenableFiles } from './unopenableFiles';
import type { ViewMemory } from './viewMemory';
import { WebviewTransport } from './webviewTransport';

/** VS Code's name of the custom editor. */
export const VIEW_TYPE = 'retention.notebook';

/** A save waits this long for an open cell; VS Code itself gives up after 1.5 s. */
const FLUSH_LIMIT_MS = 1000;

/** Puts something between the host and a page, for tests. */
export type TransportWrapper = (uri: vscode.Uri, transport: Transport) => Transport;

/** A notebook whose text can be edited. */
export type EditablePanel = NotebookPanel & { readonly document: vscode.TextDocument };

/** All open notebooks: makes them, and leads VS Code's events to them. */
export class NotebookEditors implements vscode.CustomTextEditorProvider, vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly registry = this.store.add(new PanelRegistry());
  private readonly sessions = new Map<vscode.TextDocument, DocumentSession>();
  private readonly reveals = new Map<string, RevealTarget>();
  private readonly services: PanelServices;

  private readonly startedPage = this.store.add(new vscode.EventEmitter<void>());

  /** The active notebook became another one, or the user moved in it. */
  readonly onDidChangeActive = this.registry.onDidChangeActive;
  /** A page has been given the whole text. */
  readonly onDidStartPage = this.startedPage.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    views: ViewMemory,
    private readonly wrapTransport: TransportWrapper = (_uri, transport) => transport,
  ) {
    this.services = {
      log,
      openAsText: (panel, offset) => this.openAsText(panel, offset),
      selectionChanged: () => this.registry.update(),
      // A second tab of a file would repeat what is half-typed in the first.
      viewFor: ({ uri }) => (this.registry.of(uri).length > 1 ? null : views.get(uri)),
      viewChanged: ({ uri }, parts) => views.set(uri, parts),
      started: () => this.startedPage.fire(),
      closed: (panel) => {
        void this.letGo(panel);
        void views.save();
      },
    };
    this.store.add(vscode.workspace.onDidChangeTextDocument((event) => this.documentChanged(event)));
    this.store.add(vscode.workspace.onWillSaveTextDocument((event) => this.willSave(event)));
  }

  /** Registers the editors with VS Code. */
  register(): vscode.Disposable {
    const { extensionUri, services, registry } = this;
    const snapshots = new SnapshotEditors(extensionUri, services, registry, this.wrapTransport);
    return vscode.Disposable.from(
      vscode.window.registerCustomEditorProvider(VIEW_TYPE, this, {
        supportsMultipleEditorsPerDocument: true,
      }),
      snapshots.register(),
      new UnopenableFiles(VIEW_TYPE, snapshots, this.log),
    );
  }

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const { uri } = document;
    const transport = this.wrapTransport(uri, new WebviewTransport(panel.webview, this.log));
    const writable = vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
    const subject = { uri, document, readOnly: writable ? null : ('file' as const) };
    const notebook = new NotebookPanel(subject, panel, this.open(document), transport, this.services);
    const reveal = this.reveals.get(uri.toString());
    if (reveal !== undefined) {
      this.reveals.delete(uri.toString());
      notebook.reveal(reveal);
    }
    // The page first: VS Code loads it while the others are told.
    notebook.load(this.extensionUri);
    this.registry.add(notebook);
  }

  /** The notebook the user is in, whether it can be edited or not, or null. */
  get activePanel(): NotebookPanel | null {
    return this.registry.active;
  }

  /** The notebook the user is in, if it can be edited, or null. */
  get active(): EditablePanel | null {
    const { active } = this.registry;
    return active !== null && isEditable(active) ? active : null;
  }

  /** Brings a notebook to the front where the user is in none; null where none is open. */
  showOpen(): NotebookPanel | null {
    const { active, latest } = this.registry;
    if (active === null) latest?.panel.reveal(latest.panel.viewColumn);
    return active ?? latest;
  }

  /** The open notebooks of a file. */
  panelsOf(uri: vscode.Uri): readonly NotebookPanel[] {
    return this.registry.of(uri);
  }

  /** The session of a document that a notebook is open on, or undefined. */
  session(document: vscode.TextDocument): DocumentSession | undefined {
    return this.sessions.get(document);
  }

  /** Opens a file as a notebook, or goes to the one that is open, and selects a place in it. */
  async openNotebook(
    uri: vscode.Uri,
    target: RevealTarget | null,
    column?: vscode.ViewColumn,
  ): Promise<void> {
    const key = uri.toString();
    const open = this.registry.of(uri)[0];
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

  /** Opens the text editor on a notebook's file, with the cursor at an offset of the text. */
  async openAsText({ uri, document, panel }: NotebookPanel, offset: number): Promise<void> {
    const options: vscode.TextDocumentShowOptions = {};
    if (panel.viewColumn !== undefined) options.viewColumn = panel.viewColumn;
    if (document !== null) {
      // What the notebook has sent shall be in the text before the cursor goes to a place in it.
      await this.session(document)?.idle();
      const position = document.positionAt(offset);
      options.selection = new vscode.Range(position, position);
    }
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', options);
  }

  dispose(): void {
    this.store.dispose();
    this.sessions.clear();
  }

  private open(document: vscode.TextDocument): DocumentSession {
    const session = this.session(document) ?? new DocumentSession(new VSCodeDocument(document), this.log);
    this.sessions.set(document, session);
    return session;
  }

  /** Forgets the session of a closed notebook, as soon as what it has sent is in the document, for which others wait. */
  private async letGo({ document, session }: NotebookPanel): Promise<void> {
    await session.idle();
    if (document !== null && session.pageCount === 0) this.sessions.delete(document);
  }

  private documentChanged({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const { Undo, Redo } = vscode.TextDocumentChangeReason;
    const cause = reason === Undo ? 'undo' : reason === Redo ? 'redo' : null;
    this.session(document)?.documentChanged(contentChanges, cause);
  }

  private willSave(event: vscode.TextDocumentWillSaveEvent): void {
    // Half-typed text belongs into the file only when its author asks for it.
    if (event.reason !== vscode.TextDocumentSaveReason.Manual) return;
    const session = this.session(event.document);
    if (session !== undefined) event.waitUntil(flushWithin(session, FLUSH_LIMIT_MS));
  }
}

function isEditable(panel: NotebookPanel): panel is EditablePanel {
  return panel.document !== null;
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
