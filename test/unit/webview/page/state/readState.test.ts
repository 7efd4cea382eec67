import { describe, expect, it } from 'vitest';
import { readState } from '../../../../../src/webview/page/state/readState';
import { initialState } from '../../../../../src/webview/page/state/state';

describe('the state that a view begins with', () => {
  const told = JSON.stringify({ ...initialState, segment: 'told' });

  it('is that in which the tab was left, of a new tab that in which the last one of the file ended', () => {
    const own = { ...initialState, segment: 'own' };
    expect(readState({ getState: () => own }, told)).toEqual(own);
    expect(readState({ getState: () => undefined }, told).segment).toBe('told');
  });

  it('is the first one where nothing of use was kept', () => {
    for (const nothing of [null, 'no JSON', '7']) {
      expect(readState({ getState: () => undefined }, nothing)).toEqual(initialState);
    }
  });
});
