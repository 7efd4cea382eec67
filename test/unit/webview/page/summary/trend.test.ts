import { describe, expect, it } from 'vitest';
import type { TrendPoint } from '../../../../../src/webview/page/summary/trend';
import { trendShape } from '../../../../../src/webview/page/summary/trend';

const at = (crr: number | null, incomplete = false): TrendPoint => ({
  period: '2024-Q1',
  incomplete,
  crr:
    crr === null
      ? { value: null, reason: 'start-is-zero', message: 'No customers at the start.' }
      : { value: crr },
});

describe('the small trend line', () => {
  it('draws higher rates higher and later periods further right', () => {
    const { dots, runs } = trendShape([at(0.8), at(0.9), at(0.7)], null, 100, 40);
    expect(dots.map(({ x }) => x)).toEqual([4, 50, 96]);
    expect(dots.map(({ y }) => y)).toEqual([20, 4, 36]);
    expect(runs).toEqual(['4,20 50,4 96,36']);
  });

  it('breaks at a period without a rate', () => {
    const { runs, dots } = trendShape([at(0.8), at(0.9), at(null), at(0.7), at(0.8)], null, 100, 40);
    expect(runs).toHaveLength(2);
    expect(dots).toHaveLength(4);
  });

  it('draws an incomplete period hollow, with a dashed way to it', () => {
    const { runs, tail, dots } = trendShape([at(0.8), at(0.9), at(0.95, true)], null, 100, 40);
    expect(runs).toEqual([expect.stringMatching(/^\S+ \S+$/)]);
    expect(tail).toMatch(/^50,\S+ 96,\S+$/);
    expect(dots.map(({ hollow, last }) => [hollow, last])).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ]);
  });

  it('keeps the goal inside the box and in scale', () => {
    const { goal, dots } = trendShape([at(0.8), at(0.9)], 1, 100, 40);
    expect(goal).toBe(4);
    expect(dots[0]?.y).toBe(36);
    expect(dots[1]?.y).toBe(20);
  });

  it('does not blow up small differences', () => {
    const { dots } = trendShape([at(0.85), at(0.851)], null, 100, 40);
    expect(Math.abs((dots[0]?.y ?? 0) - (dots[1]?.y ?? 0))).toBeLessThan(1);
  });

  it('has nothing to draw without a rate, and centres a single one', () => {
    expect(trendShape([at(null)], null, 100, 40)).toMatchObject({ runs: [], dots: [], goal: null });
    expect(trendShape([], 0.8, 100, 40).dots).toEqual([]);
    expect(trendShape([at(0.8)], null, 100, 40).dots).toEqual([{ x: 50, y: 20, hollow: false, last: true }]);
  });
});
