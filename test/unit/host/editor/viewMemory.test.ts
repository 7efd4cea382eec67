import { describe, expect, it } from 'vitest';
import { ViewMemory } from '../../../../src/host/editor/viewMemory';

const uri = (name: string) => ({ toString: () => `file:///${name}` });

function memento(kept?: unknown) {
  const store = { value: kept };
  return {
    store,
    get: () => store.value as undefined,
    update: (_key: string, value: unknown) => {
      // As VS Code does it: what is kept is JSON.
      store.value = JSON.parse(JSON.stringify(value));
      return Promise.resolve();
    },
  };
}

describe('what is remembered of views', () => {
  it('is there again in another window, once saved', async () => {
    const kept = memento();
    const memory = new ViewMemory(kept);
    memory.set(uri('a'), '{"a":1}');
    expect(memory.get(uri('a'))).toBe('{"a":1}');
    expect(new ViewMemory(kept).get(uri('a'))).toBeNull();
    await memory.save();
    expect(new ViewMemory(kept).get(uri('a'))).toBe('{"a":1}');
    expect(new ViewMemory(kept).get(uri('b'))).toBeNull();
  });

  it('is of the files that were used last, and of no size that grows for ever', async () => {
    const kept = memento();
    const memory = new ViewMemory(kept);
    for (let file = 0; file < 150; file++) memory.set(uri(String(file)), 'view');
    memory.set(uri('0'), 'used again');
    memory.set(uri('149'), 'x'.repeat(1_000_000));
    await memory.save();
    const later = new ViewMemory(kept);
    expect(later.get(uri('0'))).toBe('used again');
    expect(later.get(uri('148'))).toBe('view');
    expect(later.get(uri('1'))).toBeNull();
    expect(later.get(uri('149'))).toBeNull();
  });

  it('is nothing where something else is kept', () => {
    for (const value of [null, 'x', { a: 1 }, [1, ['a'], ['b', 2]]]) {
      expect(new ViewMemory(memento(value)).get(uri('b'))).toBeNull();
    }
  });
});
