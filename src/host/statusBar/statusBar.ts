import * as vscode from 'vscode';
import { printQuick } from '../../core';
import type { LiveNotebook } from '../../core';
import { interpretationOf } from '../commands/quick/selected';
import { DisposableStore } from '../disposables';
import type { NotebookEditors } from '../editor';
import type { LiveFiles } from '../live';
import { fileName } from '../retentionFiles';
import { activeFile } from './activeFile';
import type { ActiveFile } from './activeFile';
import { statusText } from './statusText';

/** Rows looked back at for the one that is shown. */
const LOOK_BACK = 1000;

/** What the item shows, for tests. */
export interface StatusBarState {
  readonly text: string;
  readonly tooltip: string;
}

/** The status bar item with the last retention rate and goal gap of the file in the active tab. */
export class StatusBar implements vscode.Disposable {
  private readonly store = new DisposableStore();
  private item: vscode.StatusBarItem | null = null;
  private active: ActiveFile | null = null;
  private shown: StatusBarState | null = null;

  constructor(
    editors: NotebookEditors,
    private readonly files: LiveFiles,
  ) {
    const { window, workspace } = vscode;
    const refresh = (): void => this.refresh();
    this.store.add(window.tabGroups.onDidChangeTabs(refresh));
    this.store.add(window.tabGroups.onDidChangeTabGroups(refresh));
    this.store.add(window.onDidChangeActiveTextEditor(refresh));
    this.store.add(editors.onDidChangeActive(refresh));
    this.store.add(workspace.onDidOpenTextDocument(refresh));
    this.store.add(workspace.onDidCloseTextDocument(refresh));
    this.store.add(
      files.onDidChange(({ document }) => {
        if (document === this.active?.document) this.render();
      }),
    );
    // Reading the file is no part of the activation.
    setTimeout(refresh);
  }

  /** What is shown now, or null when the item is hidden. */
  get state(): StatusBarState | null {
    return this.shown;
  }

  dispose(): void {
    this.item?.dispose();
    this.store.dispose();
  }

  private refresh(): void {
    if (this.store.isDisposed) return;
    const next = activeFile();
    const same = next?.document === this.active?.document;
    if (same && next?.view === this.active?.view) return;
    this.active = next;
    if (!same) this.hide();
    this.render();
  }

  private render(): void {
    const file = this.active === null ? null : this.files.of(this.active.document);
    const notebook = file?.current ?? null;
    if (this.active === null || notebook === null) {
      // While the file is read again, what was there stays.
      if (file?.isReading !== true) this.hide();
      return;
    }
    const { t } = vscode.l10n;
    const { document, view } = this.active;
    const summary = notebook.summary(null);
    const action = view === 'notebook' ? t('Click for a quick calculation') : t('Click to open the notebook');
    const { text, tooltip, label } = statusText(summary, fileName(document.uri), action, t);
    this.item ??= this.createItem();
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label, role: 'button' };
    this.item.command =
      view === 'notebook'
        ? {
            command: 'retention.quickCalculation',
            title: t('Quick Calculation'),
            arguments: [quickInputOf(notebook, summary.period), notebook.document.settings.method],
          }
        : { command: 'retention.openInNotebook', title: t('Open in Notebook'), arguments: [document.uri] };
    this.item.show();
    this.shown = { text, tooltip };
  }

  private hide(): void {
    this.shown = null;
    this.item?.hide();
  }

  private createItem(): vscode.StatusBarItem {
    const item = vscode.window.createStatusBarItem('retention.status', vscode.StatusBarAlignment.Right, 100);
    item.name = vscode.l10n.t('Retention');
    return item;
  }
}

/** The row of a period for all customers as quick input; '' when there is none near the end. */
function quickInputOf({ document }: LiveNotebook, period: string | null): string {
  const column = document.column('period');
  if (period === null || column === null) return '';
  for (let row = document.rowCount - 1; row >= Math.max(0, document.rowCount - LOOK_BACK); row--) {
    if (document.segment(row) === '' && document.cellText(row, column.index).trim() === period.trim()) {
      return printQuick(interpretationOf(document, row));
    }
  }
  return '';
}
