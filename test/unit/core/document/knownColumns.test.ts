import { describe, expect, it } from 'vitest';
import { nearest } from '../../../../src/core/document/knownColumns';

const NAMES = ['end', 'start', 'period', 'segment'];

describe('nearest', () => {
  it.each<[string, string | null, string]>([
    ['segmnt', 'segment', 'a letter is missing'],
    ['peeriod', 'period', 'one is too many'],
    ['perxod', 'period', 'one is another'],
    ['pxriyd', 'period', 'two are others, in six'],
    ['peirdo', 'period', 'two pairs of neighbours are swapped, in six'],
    ['satrt', 'start', 'neighbours are swapped, in five'],
    ['edn', 'end', 'the last two are swapped'],
    ['ned', 'end', 'the first two are swapped'],
    ['sxaxt', null, 'two are others, in five'],
    ['pxrxyd', null, 'three are others'],
    ['nd', null, 'two letters say too little'],
  ])('%s → %s: %s', (name, column, _why) => {
    expect(nearest(name, NAMES)).toBe(column);
  });

  it('does not choose between two that are as near', () => {
    expect(nearest('stark', ['start', 'stars'])).toBeNull();
    expect(nearest('stark', ['stars', 'stark', 'start'])).toBe('stark');
  });
});
