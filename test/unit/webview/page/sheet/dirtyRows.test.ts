import { describe, expect, it } from 'vitest';
import { DirtyRows } from '../../../../../src/webview/page/sheet/dirtyRows';

describe('rows to be drawn', () => {
  it('are gathered, each once, until they are drawn', () => {
    const dirty = new DirtyRows();
    dirty.add([3, 4]);
    dirty.add([4, 9]);
    expect(dirty.take()).toEqual([3, 4, 9].map((at) => ({ at, count: 1 })));
    expect(dirty.take()).toEqual([]);
  });

  it('are all as soon as one change may have touched all, or they are many', () => {
    const dirty = new DirtyRows();
    dirty.add([1]);
    dirty.add('all');
    dirty.add([2]);
    expect(dirty.take()).toBe('all');
    dirty.add(Array.from({ length: 100_000 }, (_, row) => row));
    expect(dirty.take()).toBe('all');
  });
});
