import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../src/host/today';

describe('dayNumber', () => {
  it.each([
    [new Date(1970, 0, 1, 0, 0), 0],
    [new Date(1970, 0, 2, 23, 59), 1],
    [new Date(1969, 11, 31, 12), -1],
    [new Date(2024, 1, 29, 0, 1), 19_782],
    [new Date(2024, 2, 31, 2, 30), 19_813],
  ])('counts the local calendar day of %s', (moment, day) => {
    expect(dayNumber(moment)).toBe(day);
  });
});
