import type * as vscode from 'vscode';
import type { DisposableStore } from '../disposables';

/** How long to wait: on a busy machine VS Code needs seconds. */
const LIMIT_MS = 5000;

/** What of a panel says, and changes, which editor is active. In a closed tab each of these throws. */
type Activatable = Pick<vscode.WebviewPanel, 'active' | 'viewColumn' | 'reveal' | 'onDidChangeViewState'>;

/**
 * Makes a panel the active editor and waits for VS Code to notice, which it does up to a quarter of a second late when a
 * page takes the focus.
 *
 * @param open lives as long as the panel's tab
 * @returns whether it is the active editor now; false, too, as soon as its tab is closed
 */
export function becomeActive(panel: Activatable, open: DisposableStore): Promise<boolean> {
  if (open.isDisposed) return Promise.resolve(false);
  if (panel.active) return Promise.resolve(true);
  return new Promise((resolve) => {
    const settle = (): void => {
      resolve(panel.active);
      open.release(waiting);
    };
    const timer = setTimeout(settle, LIMIT_MS);
    const subscription = panel.onDidChangeViewState(() => {
      if (panel.active) settle();
    });
    const waiting = open.add({
      dispose: () => {
        clearTimeout(timer);
        subscription.dispose();
        resolve(false);
      },
    });
    panel.reveal(panel.viewColumn);
  });
}
