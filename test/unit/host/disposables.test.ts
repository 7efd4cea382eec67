import { describe, expect, it } from 'vitest';
import { DisposableStore } from '../../../src/host/disposables';

describe('DisposableStore', () => {
  it('lets go of everything once, the last first', () => {
    const store = new DisposableStore();
    const order: number[] = [];
    for (const n of [1, 2, 3]) store.add({ dispose: () => order.push(n) });
    store.dispose();
    store.dispose();
    expect(order).toEqual([3, 2, 1]);
    expect(store.isDisposed).toBe(true);
  });

  it('lets go at once of what comes too late', () => {
    const store = new DisposableStore();
    store.dispose();
    let gone = false;
    store.add({ dispose: () => (gone = true) });
    expect(gone).toBe(true);
  });

  it('lets go of one thing before its time, and only once', () => {
    const store = new DisposableStore();
    let times = 0;
    const item = store.add({ dispose: () => times++ });
    store.release(item);
    store.release(item);
    store.dispose();
    expect(times).toBe(1);
  });
});
