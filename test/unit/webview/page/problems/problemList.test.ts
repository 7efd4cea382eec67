import { describe, expect, it } from 'vitest';
import { visibleItems } from '../../../../../src/webview/page/problems/problemList';

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
