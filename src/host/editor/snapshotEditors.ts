import * as vscode from 'vscode';
import type { ReadOnlyCause } from '../../protocol';
import { DisposableStore } from '../disposables';
import type { TransportWrapper } from './notebookEditors';
import { NotebookPanel } from './notebookPanel';
import type { PanelServices } from './notebookPanel';
import type { PanelRegistry } from './panelRegistry';
import { DocumentSession } from './session';
import { LARGEST_DOCUMENT } from './sessionTypes';
import { SnapshotDocument } from './snapshotDocument';
import { WebviewTransport } from './webviewTransport';

/** VS Code's name of the editor for files that can only be shown. */
export const SNAPSHOT_VIEW_TYPE = 'retention.snapshot';

/** Beyond this a page would need more memory than a browser has. */
const LARGEST_SNAPSHOT = 256 * 1024 * 1024;

/**
 * Shows files that VS Code does not give to extensions as documents, because they are too large or do not
 * look like text: the bytes on the disk, read as UTF-8, in a notebook that can't be edited.
 */
export class SnapshotEditors implements vscode.CustomReadonlyEditorProvider<Snapshot> {
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly services: PanelServices,
    private readonly registry: PanelRegistry,
    private readonly wrapTransport: TransportWrapper,
  ) {}

  register(): vscode.Disposable {
    return vscode.window.registerCustomEditorProvider(SNAPSHOT_VIEW_TYPE, this, {
      supportsMultipleEditorsPerDocument: true,
    });
  }

  /** Opens a file in a column. */
  async show(uri: vscode.Uri, column: vscode.ViewColumn): Promise<void> {
    await vscode.commands.executeCommand('vscode.openWith', uri, SNAPSHOT_VIEW_TYPE, column);
  }

  async openCustomDocument(uri: vscode.Uri): Promise<Snapshot> {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_SNAPSHOT) {
      throw new Error(
        vscode.l10n.t(
          'The file has {0} MB; the notebook shows files of up to {1} MB. Open it as text, or split it.',
          Math.round(size / 1024 / 1024),
          LARGEST_SNAPSHOT / 1024 / 1024,
        ),
      );
    }
    return new Snapshot(
      uri,
      size > LARGEST_DOCUMENT ? 'too-large' : 'binary',
      await read(uri),
      this.services.log,
    );
  }

  resolveCustomEditor(snapshot: Snapshot, panel: vscode.WebviewPanel): void {
    const { uri, readOnly, session } = snapshot;
    const transport = this.wrapTransport(uri, new WebviewTransport(panel.webview, this.services.log));
    const subject = { uri, document: null, readOnly };
    const notebook = new NotebookPanel(subject, panel, session, transport, this.services);
    this.registry.add(notebook);
    notebook.load(this.extensionUri);
  }
}

/** One file that can only be shown; follows the disk as long as it is open. */
class Snapshot implements vscode.CustomDocument {
  readonly session: DocumentSession;
  private readonly document: SnapshotDocument;
  private readonly store = new DisposableStore();

  constructor(
    readonly uri: vscode.Uri,
    readonly readOnly: ReadOnlyCause,
    text: string,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.document = new SnapshotDocument(text);
    this.session = new DocumentSession(this.document, log);
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = uri.path.split('/').pop() ?? '';
    const pattern = new vscode.RelativePattern(folder, name.replace(/[[\]{}*?]/g, '?'));
    const watcher = this.store.add(vscode.workspace.createFileSystemWatcher(pattern));
    const reload = (): void => void this.reload();
    this.store.add(watcher.onDidChange(reload));
    this.store.add(watcher.onDidCreate(reload));
  }

  dispose(): void {
    this.store.dispose();
  }

  private async reload(): Promise<void> {
    try {
      const text = await read(this.uri);
      if (text === this.document.text()) return;
      this.document.replace(text);
      this.session.documentChanged([], null);
    } catch (error) {
      this.log.warn(`Could not read ${this.uri.toString()} again: ${String(error)}`);
    }
  }
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(uri));
}
