import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Positions } from '../../../src/core';

describe('Positions', () => {
  it.each([
    ['a\nbc', 0, 1, 1],
    ['a\nbc', 1, 1, 2],
    ['a\nbc', 2, 2, 1],
    ['a\nbc', 4, 2, 3],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\n\nb', 2, 2, 1],
    ['', 0, 1, 1],
    ['😀b', 2, 1, 3],
  ])('%j at %i is line %i, column %i', (text, offset, line, column) => {
    expect(new Positions(text).at(offset)).toEqual({ line, column });
  });

  it('counts the line endings and the characters before an offset', () => {
    const text = fc.array(fc.constantFrom('\r\n', '\n', '\r', 'a', 'é', '😀')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(), (value, place) => {
        const offset = place % (value.length + 1);
        // Between \r and \n there is no place for a cursor.
        fc.pre(value.slice(offset - 1, offset + 1) !== '\r\n');
        const lines = value.slice(0, offset).split(/\r\n|\n|\r/);
        expect(new Positions(value).at(offset)).toEqual({
          line: lines.length,
          column: lines.at(-1)!.length + 1,
        });
      }),
    );
  });
});
