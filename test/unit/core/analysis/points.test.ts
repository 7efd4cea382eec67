import { describe, expect, it } from 'vitest';
import { pointsBetween } from '../../../../src/core';

describe('pointsBetween', () => {
  it('is the exact difference of the rates', () => {
    expect(pointsBetween({ held: 85, start: 100 }, { held: 80, start: 100 })).toBe(-5);
    // 7/10 − 2/3 = 1/30 of a share, 3.333… points.
    expect(pointsBetween({ held: 2, start: 3 }, { held: 7, start: 10 })).toBe(10 / 3);
  });

  it('is a number for counts whose products no double holds', () => {
    expect(pointsBetween({ held: 9e199, start: 1e200 }, { held: 8e199, start: 1e200 })).toBeCloseTo(-10, 9);
  });
});
