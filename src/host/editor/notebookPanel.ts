import * as vscode from 'vscode';
import type {
  GridCommand,
  HostAction,
  LogMessage,
  ReadOnlyCause,
  RevealTarget,
  SelectionMessage,
  ToWebview,
  Transport,
} from '../../protocol';
import { notebookConfiguration } from '../configuration';
import { DisposableStore } from '../disposables';
import { showInformation, showWarning } from '../messages';
import { dayNumber } from '../today';
import { becomeActive } from './becomeActive';
import { openMergeEditor } from './mergeEditor';
import type { PreviewSurroundings } from './pageLink';
import { savePicture } from './savePicture';
import type { DocumentSession } from './session';
import type { OtherMessage, PageHandler, SessionPage } from './sessionTypes';
import { ToldView } from './viewMemory';
import { loadPage } from './webviewHtml';

/** What a panel needs from its surroundings. */
export interface PanelServices {
  readonly log: vscode.LogOutputChannel;
  openAsText(panel: NotebookPanel, offset: number): Promise<void>;
  selectionChanged(): void;
  /** The view a new tab of the file begins with, or null. */
  viewFor(panel: NotebookPanel): string | null;
  viewChanged(panel: NotebookPanel, parts: readonly string[]): void;
  /** The page is given the whole text. */
  started(): void;
  /** The tab was closed. */
  closed(panel: NotebookPanel): void;
}

/** What a panel shows. */
export interface PanelSubject {
  readonly uri: vscode.Uri;
  /** VS Code's document, or null when what is shown can't be edited. */
  readonly document: vscode.TextDocument | null;
  readonly readOnly: ReadOnlyCause | null;
}

/** One open notebook: a tab, its page, and where the user is in it. */
export class NotebookPanel implements PageHandler, vscode.Disposable {
  private readonly store = new DisposableStore();
  private readonly page: SessionPage;
  private pendingReveal: RevealTarget | null = null;
  private pendingCommand: GridCommand | null = null;
  private today = dayNumber(new Date());
  private lastSelection: SelectionMessage | null = null;
  private readonly toldView = new ToldView();
  private turnedOutReadOnly = false;

  constructor(
    private readonly subject: PanelSubject,
    readonly panel: vscode.WebviewPanel,
    readonly session: DocumentSession,
    transport: Transport,
    private readonly services: PanelServices,
  ) {
    this.page = this.store.add(session.attach(transport, this));
    this.store.add(
      panel.onDidChangeViewState(() => {
        // VS Code throws a hidden page away and loads it again when it is shown.
        if (!panel.visible) this.page.hide();
      }),
    );
  }

  get uri(): vscode.Uri {
    return this.subject.uri;
  }

  get document(): vscode.TextDocument | null {
    return this.subject.document;
  }

  /** Where the user is, or null as long as the page has not said. */
  get selection(): SelectionMessage | null {
    return this.lastSelection;
  }

  load(extension: vscode.Uri): void {
    loadPage(this.panel.webview, extension, this.session.isLarge && this.preview() !== null);
  }

  preview(): PreviewSurroundings | null {
    return this.pendingReveal === null ? this.about() : null;
  }

  surroundings(): ReturnType<PageHandler['surroundings']> {
    const reveal = this.pendingReveal;
    this.pendingReveal = null;
    return { ...this.about(), configuration: notebookConfiguration(this.uri), reveal };
  }

  started(): void {
    this.services.started();
    const command = this.pendingCommand;
    this.pendingCommand = null;
    if (command !== null) this.runGridCommand(command);
  }

  private about(): PreviewSurroundings {
    this.today = dayNumber(new Date());
    return {
      fileName: this.uri.path.split('/').pop() ?? '',
      readOnly: this.turnedOutReadOnly ? 'file' : this.subject.readOnly,
      today: this.today,
      locale: vscode.env.language,
      view: this.services.viewFor(this),
    };
  }

  foundReadOnly(): void {
    this.turnedOutReadOnly = true;
  }

  foundOutdated(): void {
    const reload = vscode.l10n.t('Reload Window');
    const why = vscode.l10n.t('The extension was updated meanwhile. Reload the window to see this notebook.');
    void showWarning(why, reload).then((chosen) => {
      if (chosen === reload) void vscode.commands.executeCommand('workbench.action.reloadWindow');
    });
  }

  undo(): Promise<void> {
    return this.runOnActive('undo');
  }

  redo(): Promise<void> {
    return this.runOnActive('redo');
  }

  other(message: OtherMessage): void {
    switch (message.type) {
      case 'selection':
        this.lastSelection = message;
        this.services.selectionChanged();
        return;
      case 'view':
        this.services.viewChanged(this, this.toldView.take(message.parts));
        return;
      case 'openAsText':
        void this.services.openAsText(this, message.offset);
        return;
      case 'copy':
        void vscode.env.clipboard.writeText(message.text);
        return;
      case 'requestPaste':
        void vscode.env.clipboard.readText().then((text) => this.send({ type: 'paste', text }));
        return;
      case 'savePicture':
        void savePicture(message, this.uri, this.services.log);
        return;
      case 'action':
        this.act(message.name);
        return;
      case 'log':
        this.write(message);
        return;
      default:
        message satisfies never;
    }
  }

  /** Scrolls to a place and selects it, at once or as soon as the page has loaded. */
  reveal(target: RevealTarget): void {
    if (this.page.isLive) this.page.send({ type: 'reveal', target });
    else this.pendingReveal = target;
  }

  /** Has the page carry out a command, at once or as soon as it has loaded. */
  runGridCommand(name: GridCommand): void {
    if (this.page.isLive) this.page.send({ type: 'command', name });
    else this.pendingCommand = name;
  }

  configurationChanged(): void {
    this.send({ type: 'configuration', configuration: notebookConfiguration(this.uri) });
  }

  /** Tells the page when another day has begun since it was last told. */
  checkToday(): void {
    const today = dayNumber(new Date());
    if (today === this.today) return;
    this.today = today;
    this.send({ type: 'today', today });
  }

  dispose(): void {
    this.store.dispose();
    this.services.closed(this);
  }

  private send(message: ToWebview): void {
    this.page.send(message);
  }

  /** VS Code's undo acts on the active editor: it must be this one, lest it undoes in another file. */
  private async runOnActive(command: 'undo' | 'redo'): Promise<void> {
    if (!(await becomeActive(this.panel, this.store))) {
      this.services.log.warn(`Did not ${command}: the notebook could not become the active editor.`);
      return;
    }
    await vscode.commands.executeCommand(command);
  }

  private act(name: HostAction): void {
    switch (name) {
      case 'openMergeEditor':
        void openMergeEditor(this.uri).then((isOpen) => (isOpen ? undefined : this.openConflictAsText()));
        return;
      case 'openSettings':
        void vscode.commands.executeCommand('workbench.action.openSettings', 'retention.');
        return;
      case 'showLog':
        this.services.log.show();
        return;
      default:
        name satisfies never;
    }
  }

  /** The text view marks the conflicts, too. */
  private openConflictAsText(): Promise<void> {
    void showInformation(
      vscode.l10n.t(
        'VS Code opened no merge editor: it needs Git and a file that is being merged in its repository, and earlier versions have none for files that open as a table. Here is the text instead.',
      ),
    );
    const at = this.document?.getText().search(/^<{7}(?: |$)/m) ?? -1;
    return this.services.openAsText(this, Math.max(0, at));
  }

  private write({ level, message }: LogMessage): void {
    const { log } = this.services;
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.info(message);
  }
}
