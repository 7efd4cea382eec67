import { describe, expect, it } from 'vitest';
import { fileOrder } from '../../../../../src/webview/page/order';
import { readState } from '../../../../../src/webview/page/state/readState';
import { initialState } from '../../../../../src/webview/page/state/state';

const lost = { id: 1, place: 'lost', typed: '5', reason: 'gone', cells: [] };
const sorted = { ...fileOrder, sort: [{ column: 'lost', descending: true }] };

describe('the state that a view begins with', () => {
  const told = JSON.stringify({ ...initialState, segment: 'told' });

  it('is that in which the tab was left, of a new tab that in which the last one of the file ended', () => {
    const own = { ...initialState, segment: 'own' };
    expect(readState({ getState: () => own }, told)).toEqual(own);
    expect(readState({ getState: () => undefined }, told).segment).toBe('told');
  });

  it('has of a long one the parts that the host had room for', () => {
    const { refused, order, ...rest } = { ...initialState, segment: 'told', refused: [lost], order: sorted };
    const parts = [rest, refused, order].map((part) => JSON.stringify(part));
    const read = (count: number) =>
      readState({ getState: () => undefined }, parts.slice(0, count).join('\n'));
    expect(read(3)).toEqual({ ...rest, refused, order });
    expect(read(2)).toEqual({ ...rest, refused, order: fileOrder });
    expect(read(1)).toEqual({ ...rest, refused: [], order: fileOrder });
  });

  it('is the first one where nothing of use was kept', () => {
    for (const nothing of [null, 'no JSON', '7']) {
      expect(readState({ getState: () => undefined }, nothing)).toEqual(initialState);
    }
  });
});
