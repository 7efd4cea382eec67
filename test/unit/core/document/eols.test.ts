import { describe, expect, it } from 'vitest';
import { countEols, deviatingRange, hasOtherEol } from '../../../../src/core/document/eols';

describe('the line ending of a text', () => {
  it.each([
    ['', '\n', 0],
    ['a\nb\r\nc\n', '\n', 1],
    ['a\r\nb\r\nc\n', '\r\n', 1],
    ['a\rb\rc\n', '\r', 1],
    ['a\nb\r', '\n', 1],
    ['a\r\nb\n', '\r\n', 1],
    ['a\r\nb\r', '\r\n', 1],
    ['\r\n\r\r\n\n', '\r\n', 2],
  ] as const)('of %j is %j, but for %i', (text, eol, deviating) => {
    expect(countEols(text)).toEqual({ eol, mixed: deviating > 0, deviating });
  });
});

describe('hasOtherEol', () => {
  it.each([
    ['a\nb', '\n', false],
    ['a\r\nb', '\n', true],
    ['a\rb', '\n', true],
    ['a\r\nb\r\n', '\r\n', false],
    ['a\r\nb\n', '\r\n', true],
    ['a\r\nb\r', '\r\n', true],
    ['a\r\r\n', '\r\n', true],
    ['a\rb\r\r', '\r', false],
    ['a\rb\n', '\r', true],
    ['a\rb\r\n', '\r', true],
    ['ab', '\r', false],
  ] as const)('in %j beside %j: %s', (text, eol, has) => {
    expect(hasOtherEol(text, eol)).toBe(has);
  });
});

describe('deviatingRange', () => {
  it.each([
    ['a\nb\r\nc\nd\re\n', '\n', [3, 9, 5]],
    ['a\r\nb\nc\r\n', '\r\n', [4, 5, 5]],
    ['a\rb\r\nc\r', '\r', [3, 5, 5]],
    ['a\nb\n', '\n', null],
  ] as const)('of %j beside %j', (text, eol, expected) => {
    const range = deviatingRange(text, eol);
    expect(range && [range.start, range.end, range.firstEnd]).toEqual(expected);
  });
});
