import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DisposableStore } from '../../../../src/host/disposables';
import { becomeActive } from '../../../../src/host/editor/becomeActive';
import { TaskQueue } from '../../../../src/host/editor/taskQueue';

/** A panel like VS Code's, which can't be asked anything once its tab is closed. */
class FakePanel {
  readonly open = new DisposableStore();
  readonly viewColumn = 2;
  readonly revealed: unknown[] = [];
  private readonly listeners = new Set<() => void>();
  private isActive = false;

  get active(): boolean {
    if (this.open.isDisposed) throw new Error('Webview is disposed');
    return this.isActive;
  }

  get listenerCount(): number {
    return this.listeners.size;
  }

  reveal(column?: number): void {
    if (this.open.isDisposed) throw new Error('Webview is disposed');
    this.revealed.push(column);
  }

  onDidChangeViewState(listener: () => void) {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /** VS Code notices which editor is active. */
  notice(active: boolean): void {
    this.isActive = active;
    for (const listener of this.listeners) listener();
  }
}

const activate = (panel: FakePanel) => becomeActive(panel as never, panel.open);

describe('becomeActive', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('has nothing to do where the panel is active', async () => {
    const panel = new FakePanel();
    panel.notice(true);
    expect(await activate(panel)).toBe(true);
    expect(panel.revealed).toEqual([]);
  });

  it('shows the panel in its column and waits until VS Code has noticed', async () => {
    const panel = new FakePanel();
    const done = vi.fn();
    const waiting = activate(panel).then(done);
    panel.notice(false);
    await Promise.resolve();
    expect(done).not.toHaveBeenCalled();
    panel.notice(true);
    await waiting;
    expect(done).toHaveBeenCalledWith(true);
    expect(panel.revealed).toEqual([2]);
    expect([panel.listenerCount, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('gives up after a while', async () => {
    const panel = new FakePanel();
    const waiting = activate(panel);
    vi.advanceTimersByTime(60_000);
    expect(await waiting).toBe(false);
    expect(panel.listenerCount).toBe(0);
  });

  it('gives up when the tab is closed meanwhile, and keeps nobody behind it waiting', async () => {
    const panel = new FakePanel();
    const queue = new TaskQueue();
    const undo = queue.run(() => activate(panel));
    const next = queue.run(() => 'next');
    await vi.waitUntil(() => panel.listenerCount === 1);
    panel.open.dispose();
    expect(await undo).toBe(false);
    expect(await next).toBe('next');
    expect([panel.listenerCount, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('asks nothing of a panel whose tab was closed before', async () => {
    const panel = new FakePanel();
    panel.open.dispose();
    expect(await activate(panel)).toBe(false);
  });
});
