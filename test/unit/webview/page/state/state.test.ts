import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageState } from '../../../../../src/webview/page/state/state';
import { initialState, parseState } from '../../../../../src/webview/page/state/state';

const state: PageState = {
  grid: {
    top: { row: 12, offset: 3 },
    left: 40,
    active: { row: 14, column: 2 },
    ranges: [{ top: 14, left: 2, bottom: 16, right: 3 }],
    widths: [['note', 400]],
    draft: { row: 14, column: 2, text: '12', mode: 'enter' },
  },
  order: {
    sort: [{ column: '__proto__', descending: true }],
    filters: [
      { type: 'values', column: 'segment', keep: false, values: ['', 'SMB'] },
      { type: 'range', column: '=crr', min: 0.8, max: null },
    ],
    conditions: ['hasProblem'],
  },
  typed: { period: '2024-Q2', segment: 'SMB', column: 'lost', text: '12' },
  segment: 'SMB',
  problemsOpen: true,
  columns: { order: ['note', '__proto__'], hidden: ['constructor'] },
  panels: { open: ['trend', 'flow'], height: 300, options: { trend: { range: '24' } } },
  conflictHand: { key: 'row 2024-02 1', texts: { lost: '11', constructor: 'x' }, error: null },
  refused: [
    {
      id: 1,
      place: 'Edit lost of row 2',
      typed: '110',
      reason: 'The file changed.',
      cells: [{ period: '2024-Q2', segment: '', column: 'lost', text: '110' }],
    },
  ],
  underway: [
    {
      place: 'Edit new of row 1',
      cells: [{ period: '2024-Q1', segment: '', column: 'new', text: '7' }],
      before: 90,
      after: 89,
      written: [{ start: 41, text: '7' }],
    },
  ],
};

describe('the state of the view', () => {
  it('comes back as it was after a round trip through JSON', () => {
    expect(parseState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it('starts afresh from anything else', () => {
    for (const value of [undefined, null, 'x', 7, [], { grid: 'wide' }]) {
      expect(parseState(value)).toEqual(initialState);
    }
  });

  it('keeps the parts that fit', () => {
    const damaged = {
      ...state,
      grid: { ...state.grid, top: null },
      refused: [...state.refused, { id: 2 }],
      underway: [{ ...state.underway[0], before: '90' }, ...state.underway, { place: 'x' }],
    };
    expect(parseState(damaged)).toEqual({ ...state, grid: null });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        parseState(a);
        parseState({
          grid: a,
          refused: b,
          underway: b,
          segment: a,
          problemsOpen: b,
          order: a,
          conflictHand: b,
        });
        parseState({ order: { sort: [a, b], filters: [b, a], conditions: a } });
        parseState({
          refused: [a, b],
          grid: { top: a, left: 1, active: b, ranges: [a], widths: [b], draft: a },
        });
      }),
    );
  });
});
