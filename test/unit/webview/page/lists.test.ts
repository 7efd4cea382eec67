import { afterEach, describe, expect, it, vi } from 'vitest';
import { Later } from '../../../../src/webview/page/idle';
import { visibleItems } from '../../../../src/webview/page/problemList';
import { initialState } from '../../../../src/webview/page/state';
import { StateKeeper } from '../../../../src/webview/page/stateKeeper';

describe('the list of all problems', () => {
  it('draws what is seen and little more, however many there are', () => {
    expect(visibleItems(0, 240, 100_000)).toEqual({ first: 0, last: 18 });
    const middle = visibleItems(24 * 50_000, 240, 100_000);
    expect(middle).toEqual({ first: 49_992, last: 50_018 });
    expect(visibleItems(24 * 99_990, 240, 100_000).last).toBe(100_000);
  });

  it('draws nothing beyond its end', () => {
    expect(visibleItems(0, 240, 3)).toEqual({ first: 0, last: 3 });
    expect(visibleItems(5000, 240, 0)).toEqual({ first: 200, last: 200 });
  });
});

describe('one thing for later', () => {
  it('is the last one asked for, unless it was cancelled', () => {
    const waiting: (() => void)[] = [];
    const later = new Later((callback) => void waiting.push(callback));
    const [first, second, third] = [vi.fn(), vi.fn(), vi.fn()];
    later.ask(first);
    later.ask(second);
    for (const run of waiting.splice(0)) run();
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
    later.ask(third);
    later.cancel();
    for (const run of waiting.splice(0)) run();
    expect(third).not.toHaveBeenCalled();
  });
});

describe('keeping the state of the view', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function keeper(kept?: unknown) {
    const page = new EventTarget();
    vi.stubGlobal('window', page);
    vi.stubGlobal('document', new EventTarget());
    vi.useFakeTimers();
    const setState = vi.fn();
    const api = { postMessage: vi.fn(), getState: () => kept, setState };
    const tell = vi.fn();
    return {
      keeper: new StateKeeper(api, () => initialState, tell),
      setState,
      tell,
      hide: () => page.dispatchEvent(new Event('pagehide')),
    };
  }

  it('writes a first change at once, and those that follow closely together', async () => {
    const { keeper: state, setState, tell } = keeper();
    state.changed();
    await Promise.resolve();
    expect(setState).toHaveBeenCalledTimes(1);
    expect(tell).toHaveBeenCalledWith(JSON.stringify(initialState));
    for (let frame = 0; frame < 10; frame++) state.changed();
    await Promise.resolve();
    expect(setState).toHaveBeenCalledTimes(1);
    vi.runAllTimers();
    expect(setState).toHaveBeenCalledTimes(2);
    vi.runAllTimers();
    expect(setState).toHaveBeenCalledTimes(2);
  });

  it('writes what is left when the page goes away', async () => {
    const { keeper: state, setState, hide } = keeper();
    state.changed();
    await Promise.resolve();
    state.changed();
    hide();
    expect(setState).toHaveBeenCalledTimes(2);
    hide();
    expect(setState).toHaveBeenCalledTimes(2);
  });

  it('begins as the tab was left, a new tab as the last one of the file ended', () => {
    const told = JSON.stringify({ ...initialState, segment: 'told' });
    expect(keeper({ ...initialState, segment: 'own' }).keeper.read(told).segment).toBe('own');
    vi.unstubAllGlobals();
    expect(keeper().keeper.read(told).segment).toBe('told');
    for (const nothing of [null, 'no JSON', '7']) {
      vi.unstubAllGlobals();
      expect(keeper().keeper.read(nothing)).toEqual(initialState);
    }
  });
});
