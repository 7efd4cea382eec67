import { afterEach, describe, expect, it, vi } from 'vitest';
import { initialState } from '../../../../../src/webview/page/state/state';
import { StateKeeper } from '../../../../../src/webview/page/state/stateKeeper';

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
    const tell = vi.fn();
    let state = initialState;
    return {
      keeper: new StateKeeper({ setState }, () => state, tell),
      /** Something of the view becomes another. */
      alter: () => (state = { ...state, segment: `${state.segment ?? ''}x` }),
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
    expect(tell).toHaveBeenCalledWith(JSON.stringify(initialState));
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
