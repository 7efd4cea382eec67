import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLines } from '../../../../src/core';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });

describe('mergeLines', () => {
  const base = ['one', 'two', 'three', 'four'];

  it('takes what each of them changed', () => {
    expect(mergeLines(base, ['One', 'two', 'three', 'four'], ['one', 'two', 'four', 'five'])).toEqual([
      'One',
      'two',
      'four',
      'five',
    ]);
  });

  it('takes once what both changed alike', () => {
    const changed = ['one', 'TWO', 'three', 'four'];
    expect(mergeLines(base, [...changed, 'five'], changed)).toEqual([...changed, 'five']);
  });

  it.each([
    ['the same line', ['one', '2', 'three', 'four'], ['one', 'II', 'three', 'four']],
    ['adjoining lines', ['one', '2', 'three', 'four'], ['one', 'two', '3', 'four']],
    ['more at the end', [...base, 'five'], [...base, 'six']],
    ['a line one of them removed', ['one', 'three', 'four'], ['one', 'II', 'three', 'four']],
  ])('decides nothing about %s', (_, ours, theirs) => {
    expect(mergeLines(base, ours, theirs)).toBeNull();
  });

  it('leaves alone what one of them did not touch, and does not care who comes first', () => {
    fc.assert(
      fc.property(lines, lines, lines, (from, ours, theirs) => {
        expect(mergeLines(from, ours, from)).toEqual(ours);
        expect(mergeLines(from, from, theirs)).toEqual(theirs);
        expect(mergeLines(from, ours, ours)).toEqual(ours);
        expect(mergeLines(from, ours, theirs)).toEqual(mergeLines(from, theirs, ours));
      }),
    );
  });
});
