import { describe, expect, it } from 'vitest';
import { placeByKey } from '../../../../../src/webview/page/widgets/moveAlong';

const bar = { arrows: 'horizontal', round: true } as const;
const menu = { arrows: 'vertical', round: true } as const;
const spots = { arrows: 'both', round: false } as const;

describe('the keys along a line', () => {
  it('lead from one to the next, and round the end where that is wanted', () => {
    expect(['ArrowRight', 'ArrowLeft', 'Home', 'End'].map((key) => placeByKey(key, 1, 3, bar))).toEqual([
      2, 0, 0, 2,
    ]);
    expect(placeByKey('ArrowRight', 2, 3, bar)).toBe(0);
    expect(placeByKey('ArrowLeft', 0, 3, bar)).toBe(2);
  });

  it('end at the ends where going round would lead astray', () => {
    expect(['ArrowRight', 'ArrowDown'].map((key) => placeByKey(key, 2, 3, spots))).toEqual([2, 2]);
    expect(['ArrowLeft', 'ArrowUp'].map((key) => placeByKey(key, 0, 3, spots))).toEqual([0, 0]);
  });

  it('lead into the line from outside it, to the nearer end', () => {
    expect(placeByKey('ArrowDown', -1, 3, menu)).toBe(0);
    expect(placeByKey('ArrowUp', -1, 3, menu)).toBe(2);
  });

  it('leave other keys, the arrows across and an empty line alone', () => {
    expect(placeByKey('ArrowDown', 1, 3, bar)).toBeNull();
    expect(placeByKey('ArrowRight', 1, 3, menu)).toBeNull();
    expect(placeByKey('Enter', 1, 3, spots)).toBeNull();
    expect(placeByKey('Home', -1, 0, menu)).toBeNull();
  });
});
