import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf } from '../../../../src/core/text/codes';

describe('codesOf', () => {
  it('has the codes of the text, whatever characters it is made of', () => {
    const characters = fc.constantFrom(
      'a',
      ',',
      '\n',
      '\0',
      '\u007f',
      '\u0080',
      'é',
      '€',
      '😀',
      '\ud83d',
      '\ude00',
    );
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 40 }), (text) => {
        expect([...codesOf(text)]).toEqual(Array.from(text.split(''), (unit) => unit.charCodeAt(0)));
      }),
    );
  });

  it('takes a byte for each character of plain text', () => {
    expect(codesOf('period,start')).toBeInstanceOf(Uint8Array);
    expect(codesOf('période')).toBeInstanceOf(Uint16Array);
  });
});
