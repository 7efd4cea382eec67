import type * as vscode from 'vscode';
import type { Disposable, Transport } from '../../protocol';
import type { SessionLog } from './sessionTypes';

/** Messages to and from a webview. */
export class WebviewTransport implements Transport {
  constructor(
    private readonly webview: vscode.Webview,
    private readonly log: SessionLog,
  ) {}

  post(message: unknown): void {
    this.webview.postMessage(message).then(undefined, (error: unknown) => {
      this.log.error(`A message did not reach the notebook: ${String(error)}`);
    });
  }

  listen(listener: (message: unknown) => void): Disposable {
    return this.webview.onDidReceiveMessage(listener);
  }
}
