import { describe, expect, it } from 'vitest';
import { Waiting } from '../../../../../src/webview/page/find/waiting';

describe('what is asked of a search before it has ended', () => {
  function search() {
    const state = { ready: true, log: [] as string[] };
    const waiting = new Waiting(() => state.ready);
    const say = (word: string) => () => void state.log.push(word);
    /** Replaces, which has all searched again, and goes on to the next. */
    const replace = (searches: boolean) => () => {
      state.log.push('replace');
      state.ready = !searches;
      // A search that ends at once says so before the action is over.
      if (state.ready) waiting.run();
      waiting.then(say('next'));
    };
    const end = () => {
      state.ready = true;
      waiting.run();
    };
    return { state, waiting, say, replace, end };
  }

  it('is done at once when all is found, else when the search ends', () => {
    const { state, waiting, say, end } = search();
    waiting.ask(say('a'));
    expect(state.log).toEqual(['a']);
    state.ready = false;
    waiting.ask(say('b'));
    expect(state.log).toEqual(['a']);
    end();
    end();
    expect(state.log).toEqual(['a', 'b']);
  });

  it.each([true, false])('goes on to the next match before it replaces again (sliced search: %s)', (slow) => {
    const { state, waiting, replace, end } = search();
    waiting.ask(replace(slow));
    waiting.ask(replace(slow));
    end();
    end();
    expect(state.log).toEqual(['replace', 'next', 'replace', 'next']);
  });

  it('is not more than two things, and nothing when nobody wants it any more', () => {
    const { state, waiting, say, end } = search();
    state.ready = false;
    for (const word of ['a', 'b', 'c']) waiting.ask(say(word));
    end();
    expect(state.log).toEqual(['a', 'b']);
    state.ready = false;
    waiting.ask(say('d'));
    waiting.clear();
    end();
    expect(state.log).toEqual(['a', 'b']);
  });
});
