import type * as vscode from 'vscode';
import type { Disposable, ToWebview, Transport } from '../protocol';
import type { NotebookEditors } from './editor';
import type { StatusBar, StatusBarState } from './statusBar';

/**
 * What `activate` returns when, and only when, VS Code runs the extension's tests. It can do nothing that a
 * page can't: it sends messages as one, and sees what the host says to one.
 */
export interface TestApi {
  /** Takes a message as if the page of the open notebook had sent it, whatever it is. */
  postFromWebview(uri: vscode.Uri, message: unknown): void;
  /** What the host has said so far to the pages of a file, oldest first. */
  sent(uri: vscode.Uri): readonly ToWebview[];
  /** Connects one more page to an open notebook. */
  connect(uri: vscode.Uri, transport: Transport): Disposable;
  /** Number of open notebooks of a file. */
  count(uri: vscode.Uri): number;
  /** True as long as the host keeps what belongs to the open notebooks of a document. */
  keeps(document: vscode.TextDocument): boolean;
  /** What the status bar item shows, or null when it is hidden. */
  statusBar(): StatusBarState | null;
}

/** Listens in on the transports of all pages. */
export class TransportTap {
  private readonly listeners = new Map<string, Set<(message: unknown) => void>>();
  private readonly messages = new Map<string, ToWebview[]>();

  /** A transport that also takes messages from a test and remembers what went out. */
  wrap(uri: vscode.Uri, transport: Transport): Transport {
    const key = uri.toString();
    const listeners = this.listenersOf(key);
    const messages = this.sent(uri);
    return {
      post: (message) => {
        messages.push(message as ToWebview);
        transport.post(message);
      },
      listen: (listener) => {
        listeners.add(listener);
        const subscription = transport.listen(listener);
        return {
          dispose: () => {
            listeners.delete(listener);
            subscription.dispose();
          },
        };
      },
    };
  }

  /** Gives a message to all pages' listeners of a file. */
  post(uri: vscode.Uri, message: unknown): void {
    for (const listener of this.listenersOf(uri.toString())) listener(message);
  }

  sent(uri: vscode.Uri): ToWebview[] {
    const key = uri.toString();
    const messages = this.messages.get(key) ?? [];
    this.messages.set(key, messages);
    return messages;
  }

  private listenersOf(key: string): Set<(message: unknown) => void> {
    const listeners = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, listeners);
    return listeners;
  }
}

/** The test's view of the editors, whose transports go through `tap`. */
export function createTestApi(editors: NotebookEditors, tap: TransportTap, statusBar: StatusBar): TestApi {
  return {
    postFromWebview: (uri, message) => tap.post(uri, message),
    sent: (uri) => [...tap.sent(uri)],
    count: (uri) => editors.panelsOf(uri).length,
    keeps: (document) => editors.session(document) !== undefined,
    statusBar: () => statusBar.state,
    connect: (uri, transport) => {
      const panel = editors.panelsOf(uri)[0];
      if (panel === undefined) throw new Error(`No notebook shows ${uri.toString()}.`);
      return panel.session.attach(transport, panel);
    },
  };
}
