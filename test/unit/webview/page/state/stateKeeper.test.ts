import { afterEach, describe, expect, it, vi } from 'vitest';
import { fileOrder, type ViewCriteria } from '../../../../../src/webview/page/order';
import { readState } from '../../../../../src/webview/page/state/readState';
import { initialState } from '../../../../../src/webview/page/state/state';
import { StateKeeper } from '../../../../../src/webview/page/state/stateKeeper';

const filtered = (values: readonly string[]): ViewCriteria => ({
  ...fileOrder,
  filters: [{ type: 'values', column: 'note', keep: true, values }],
});

describe('keeping the state of the view', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function keeper() {
    const page = new EventTarget();
    vi.stubGlobal('window', page);
    vi.stubGlobal('document', new EventTarget());
    vi.useFakeTimers();
    const setState = vi.fn();
    const tell = vi.fn<(parts: readonly (string | null)[]) => void>();
    let state = initialState;
    return {
      keeper: new StateKeeper({ setState }, () => state, tell),
      /** Something of the view becomes another. */
      alter: () => (state = { ...state, segment: `${state.segment ?? ''}x` }),
      filter: (values: readonly string[]) => (state = { ...state, order: filtered(values) }),
      current: () => state,
      setState,
      tell,
      hide: () => page.dispatchEvent(new Event('pagehide')),
    };
  }

  it('writes a first change at once, and those that follow closely together', async () => {
    const { keeper: state, setState, tell, alter } = keeper();
    state.changed();
    await Promise.resolve();
    expect(setState).toHaveBeenCalledTimes(1);
    expect(readState({ getState: () => setState.mock.lastCall?.[0] as unknown }, null)).toEqual(initialState);
    expect(readState({ getState: () => undefined }, tell.mock.lastCall?.[0].join('\n') ?? null)).toEqual(
      initialState,
    );
    for (let frame = 0; frame < 10; frame++) {
      alter();
      state.changed();
    }
    await Promise.resolve();
    expect(setState).toHaveBeenCalledTimes(1);
    vi.runAllTimers();
    expect(setState).toHaveBeenCalledTimes(2);
    vi.runAllTimers();
    expect(setState).toHaveBeenCalledTimes(2);
  });

  it('writes what the user does at once, every time', async () => {
    const { keeper: state, setState, alter } = keeper();
    for (let character = 1; character <= 5; character++) {
      alter();
      state.changed();
      state.acted();
      await Promise.resolve();
      expect(setState).toHaveBeenCalledTimes(character);
    }
  });

  it('writes nothing that is written already', async () => {
    const { keeper: state, setState, tell, alter } = keeper();
    for (let key = 0; key < 5; key++) {
      state.acted();
      await Promise.resolve();
    }
    expect(setState).toHaveBeenCalledTimes(1);
    expect(tell).toHaveBeenCalledTimes(1);
    alter();
    state.write();
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('does not write a long filter again for each key, nor send it', async () => {
    const { keeper: state, setState, tell, alter, filter, current } = keeper();
    const values = Array.from({ length: 20_000 }, (_, note) => `note ${note}`);
    const toJSON = vi.fn(() => [...values]);
    filter(Object.assign([...values], { toJSON }));
    state.write();
    for (let key = 0; key < 5; key++) {
      alter();
      state.acted();
      await Promise.resolve();
    }
    expect(toJSON).toHaveBeenCalledTimes(1);
    expect(setState).toHaveBeenCalledTimes(6);
    // The page and the tab keep all of it nevertheless.
    const kept = readState({ getState: () => setState.mock.lastCall?.[0] as unknown }, null);
    expect(kept).toEqual({ ...current(), order: filtered(values) });
    const [all, ...news] = tell.mock.calls.map(([parts]) => parts);
    expect(all?.join('')).toContain('note 19999');
    for (const parts of news) expect(parts).toEqual([expect.stringContaining('x'), null, null]);
    filter(['one']);
    state.write();
    expect(tell.mock.lastCall?.[0]).toEqual([null, null, JSON.stringify(filtered(['one']))]);
  });

  it('writes what is left when the page goes away', async () => {
    const { keeper: state, setState, hide, alter } = keeper();
    state.changed();
    await Promise.resolve();
    alter();
    state.changed();
    hide();
    expect(setState).toHaveBeenCalledTimes(2);
    hide();
    expect(setState).toHaveBeenCalledTimes(2);
  });
});
