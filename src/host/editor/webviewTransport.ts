import type * as vscode from 'vscode';
import type { Disposable, Transport } from '../../protocol';

/** Messages to and from a webview. */
export class WebviewTransport implements Transport {
  constructor(
    private readonly webview: vscode.Webview,
    private readonly undeliverable: (error: unknown) => void,
  ) {}

  post(message: unknown): void {
    this.webview.postMessage(message).then(undefined, this.undeliverable);
  }

  listen(listener: (message: unknown) => void): Disposable {
    return this.webview.onDidReceiveMessage(listener);
  }
}
