import * as vscode from 'vscode';
import type { TestApi } from '../../../src/host/testApi';
import type { Disposable, FromWebview, InitMessage, RefusedEdit, Transport } from '../../../src/protocol';
import { SyncClient } from '../../../src/webview/sync';
import type { SyncHandler } from '../../../src/webview/sync';
import { applyEdits } from '../../../src/core';

export const VIEW_TYPE = 'retention.notebook';

export const sample = [
  '#---',
  '# retention: 1',
  '# goal: 85%',
  '#---',
  'period,start,new,lost,end,note',
  '2024-Q1,100,15,10,105,"quoted, kept"',
  '2024-Q2,500,50,100,450,',
  '2024-Q3,50000,1000,11000,40000,  spaces kept ',
  '',
].join('\n');

/** What the extension gives to its tests. */
export async function api(): Promise<TestApi> {
  const extension = vscode.extensions.getExtension('retention-notebook.retention-notebook');
  check(extension !== undefined, 'the extension is not there');
  const exported: unknown = await extension.activate();
  check(exported !== undefined, 'the extension was not started in test mode');
  return exported as TestApi;
}

/** Fails the test unless the condition holds. */
export function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Fails the test unless both are the same as JSON, which all that is compared here survives. */
export function equal(actual: unknown, expected: unknown, what = 'values'): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what} differ:\n  actual   ${a}\n  expected ${b}`);
}

/** Resolves as soon as a condition holds; the runner's time limit ends the wait when it never does. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const started = Date.now();
  while (!(await condition())) {
    if (Date.now() - started > 25_000) throw new Error(`Never happened: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A new file in the workspace. */
export async function createFile(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  check(folder !== undefined, 'no folder is open');
  const uri = vscode.Uri.joinPath(folder.uri, 'integration', name);
  await vscode.workspace.fs.writeFile(uri, bytesOf(content));
  return uri;
}

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** The bytes of a file as text, so that a difference can be read; the BOM stays visible. */
export async function diskText(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Opens a file as VS Code does from the explorer and waits until the notebook's page has its text. */
export async function openNotebook(
  uri: vscode.Uri,
  options: vscode.TextDocumentShowOptions = {},
): Promise<vscode.TextDocument> {
  const { sent } = await api();
  const inits = () => sent(uri).filter(({ type }) => type === 'init').length;
  const before = inits();
  await vscode.commands.executeCommand('vscode.open', uri, options);
  await until(() => inits() > before, `the page of ${uri.path} said it is ready`);
  return documentOf(uri);
}

export function documentOf(uri: vscode.Uri): vscode.TextDocument {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  check(document !== undefined, `${uri.path} is not open`);
  return document;
}

/** Closes everything without saving. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.commands.executeCommand('vscode.open', document.uri);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until(
    () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0),
    'all editors are closed',
  );
}

/** Opens a notebook's file as text, closes the notebook, and waits until the text alone is left. */
export async function turnToText(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('retention.openAsText');
  await until(() => tabsOf(uri).includes('text'), 'the text is open');
  const notebooks = vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof vscode.TabInputCustom && input.viewType === VIEW_TYPE),
  );
  await vscode.window.tabGroups.close(notebooks);
  await until(() => tabsOf(uri).join() === 'text', 'the notebook is closed');
}

/** The kinds of the tabs that show a file, in all groups. */
export function tabsOf(uri: vscode.Uri): readonly ('notebook' | 'snapshot' | 'text' | 'diff')[] {
  const key = uri.toString();
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap(({ input }) => {
      if (input instanceof vscode.TabInputCustom && input.uri.toString() === key) {
        return input.viewType === VIEW_TYPE ? ['notebook' as const] : ['snapshot' as const];
      }
      if (input instanceof vscode.TabInputText && input.uri.toString() === key) return ['text' as const];
      if (input instanceof vscode.TabInputTextDiff && input.modified.toString() === key) {
        return ['diff' as const];
      }
      return [];
    }),
  );
}

/** Replaces text of a document as another extension, or a person in a text editor, would. */
export async function changeElsewhere(
  document: vscode.TextDocument,
  find: string,
  replacement: string,
): Promise<void> {
  const start = document.getText().indexOf(find);
  check(start !== -1, `"${find}" is not in the document`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + find.length));
  edit.replace(document.uri, range, replacement);
  // VS Code refuses an edit when the text has changed on its way.
  if (!(await vscode.workspace.applyEdit(edit))) await changeElsewhere(document, find, replacement);
}

/** One more page on an open notebook: the real client over a transport in memory, with a text for a model. */
export class TestPage {
  text = '';
  readonly refused: RefusedEdit[] = [];
  readonly causes: string[] = [];
  init: InitMessage | null = null;
  /** What is typed into the open cell, as a replacement; null when no cell is open. */
  openCell: { readonly find: string; readonly typed: string } | null = null;
  readonly client: SyncClient;
  private readonly connection: Disposable;
  private readonly toHost = new Set<(message: unknown) => void>();
  private readonly toPage = new Set<(message: unknown) => void>();

  private constructor(testApi: TestApi, uri: vscode.Uri) {
    this.connection = testApi.connect(uri, this.end(this.toPage, this.toHost));
    this.client = new SyncClient(this.end(this.toHost, this.toPage), this.handler());
    this.client.start();
  }

  /** Connects a page to the open notebook of a file and waits until it has the text. */
  static async connect(uri: vscode.Uri): Promise<TestPage> {
    const page = new TestPage(await api(), uri);
    await until(() => page.init !== null, 'the page has the text');
    return page;
  }

  /** Replaces the first occurrences of some texts, as one action. */
  replace(...replacements: readonly (readonly [find: string, replacement: string])[]): void {
    const edits = replacements.map(([find, replacement]) => {
      const start = this.text.indexOf(find);
      check(start !== -1, `"${find}" is not in the page's text`);
      return { start, end: start + find.length, text: replacement };
    });
    check(this.client.edit(edits, 'Test edit'), 'the page took no edit');
  }

  /** Waits until the host has dealt with all edits of this page. */
  async settled(): Promise<void> {
    await until(() => this.client.pendingCount === 0, 'all edits are acknowledged or refused');
  }

  post(message: FromWebview): void {
    for (const listener of this.toHost) listener(message);
  }

  dispose(): void {
    this.client.dispose();
    this.connection.dispose();
  }

  /**
   * One end of a pair of transports that deliver later, in order, as windows do. (Timers alone would not:
   * browsers hold back those that were set by timers.)
   */
  private end(out: Set<(message: unknown) => void>, into: Set<(message: unknown) => void>): Transport {
    const waiting: unknown[] = [];
    return {
      post: (message) => {
        waiting.push(message);
        setTimeout(() => {
          const oldest = waiting.shift();
          for (const listener of out) listener(oldest);
        });
      },
      listen: (listener) => {
        into.add(listener);
        return { dispose: () => into.delete(listener) };
      },
    };
  }

  private handler(): SyncHandler {
    return {
      start: (init) => {
        this.init = init;
        this.text = init.text;
      },
      reset: (text, reason) => {
        this.text = text;
        this.causes.push(reason);
      },
      apply: (edits, cause) => {
        this.text = applyEdits(this.text, edits);
        this.causes.push(cause);
      },
      refused: (edits) => this.refused.push(...edits),
      acknowledged: () => undefined,
      silent: () => undefined,
      commitOpenCell: () => {
        if (this.openCell === null) return;
        const { find, typed } = this.openCell;
        this.openCell = null;
        this.replace([find, typed]);
      },
      reveal: () => undefined,
      command: () => undefined,
      paste: () => undefined,
      configure: () => undefined,
      today: () => undefined,
    };
  }
}
