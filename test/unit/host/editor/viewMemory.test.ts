import { describe, expect, it } from 'vitest';
import { ToldView, ViewMemory } from '../../../../src/host/editor/viewMemory';

const uri = (name: string, scheme = 'file') => ({ scheme, toString: () => `${scheme}:///${name}` });

const always = () => true;

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
    const memory = new ViewMemory(kept, always);
    memory.set(uri('a'), ['{"a":1}']);
    expect(memory.get(uri('a'))).toBe('{"a":1}');
    expect(new ViewMemory(kept, always).get(uri('a'))).toBeNull();
    await memory.save();
    expect(new ViewMemory(kept, always).get(uri('a'))).toBe('{"a":1}');
    expect(new ViewMemory(kept, always).get(uri('b'))).toBeNull();
  });

  it('is of the files that were used last, and of no size that grows for ever', async () => {
    const kept = memento();
    const memory = new ViewMemory(kept, always);
    for (let file = 0; file < 150; file++) memory.set(uri(String(file)), ['view']);
    memory.set(uri('0'), ['used again']);
    memory.set(uri('149'), ['x'.repeat(1_000_000)]);
    await memory.save();
    const later = new ViewMemory(kept, always);
    expect(later.get(uri('0'))).toBe('used again');
    expect(later.get(uri('148'))).toBe('view');
    expect(later.get(uri('1'))).toBeNull();
    expect(later.get(uri('149'))).toBeNull();
  });

  it('is the first parts where all of them are too long', () => {
    const memory = new ViewMemory(memento(), always);
    memory.set(uri('a'), ['draft', 'refused', 'order']);
    expect(memory.get(uri('a'))).toBe('draft\nrefused\norder');
    memory.set(uri('a'), ['draft', 'refused', 'x'.repeat(200_000)]);
    expect(memory.get(uri('a'))).toBe('draft\nrefused');
    memory.set(uri('a'), ['draft', 'x'.repeat(200_000), 'order']);
    expect(memory.get(uri('a'))).toBe('draft');
  });

  it('has a size that does not grow with what each file says', async () => {
    const kept = memento();
    const memory = new ViewMemory(kept, always);
    for (let file = 0; file < 50; file++) memory.set(uri(String(file)), ['x'.repeat(100_000)]);
    // The same file again takes no further room.
    for (let time = 0; time < 50; time++) memory.set(uri('49'), ['y'.repeat(100_000)]);
    await memory.save();
    const remembered = Array.from({ length: 50 }, (_, file) => file).filter(
      (file) => memory.get(uri(String(file))) !== null,
    );
    expect(remembered).toEqual([40, 41, 42, 43, 44, 45, 46, 47, 48, 49]);
    expect(kept.store.value).toHaveLength(10);
  });

  it('is not of what has its name for a moment only', async () => {
    const kept = memento();
    const memory = new ViewMemory(kept, ({ scheme }) => scheme === 'file');
    memory.set(uri('kept'), ['view']);
    for (let version = 0; version < 150; version++) memory.set(uri(String(version), 'git'), ['view']);
    expect(memory.get(uri('0', 'git'))).toBeNull();
    await memory.save();
    expect(kept.store.value).toEqual([['file:///kept', 'view']]);
  });

  it('is nothing where something else is kept', () => {
    for (const value of [null, 'x', { a: 1 }, [1, ['a'], ['b', 2]]]) {
      expect(new ViewMemory(memento(value), always).get(uri('b'))).toBeNull();
    }
  });
});

describe('what a page tells of its view', () => {
  it('is what it told before where it does not tell it again', () => {
    const view = new ToldView();
    expect(view.take(['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    expect(view.take(['d', null, null])).toEqual(['d', 'b', 'c']);
    expect(view.take([null, 'e', null])).toEqual(['d', 'e', 'c']);
  });
});
