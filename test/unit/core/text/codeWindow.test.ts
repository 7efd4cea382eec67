import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeWindow } from '../../../../src/core/text/codeWindow';

/** The codes in the window, as text. */
const textIn = ({ codes, start, end }: CodeWindow): string =>
  String.fromCharCode(...codes.subarray(0, end - start + 1));

describe('a window on the codes of a text', () => {
  it('has the codes of whole lines, whatever characters they are made of', () => {
    const characters = fc.constantFrom(
      ...['a', ',', '\n', '\r', '\0', '\u007f', '\u0080', 'é', '€', '😀', '\ud83d', '\ude00'],
    );
    const ending = fc.constantFrom('\n' as const, '\r' as const);
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 40 }), ending, fc.nat(40), (text, eol, place) => {
        const window = new CodeWindow(text, eol);
        const end = text.lastIndexOf(eol);
        expect(window.moveTo(place)).toBe(end >= place);
        if (end >= place) expect(textIn(window)).toBe(text.slice(place, end + 1));
        else expect(window).toMatchObject({ start: 0, end: 0 });
      }),
    );
  });

  it('walks over a text of any length, from window to window', () => {
    const lines = Array.from({ length: 60 }, (_, line) => `${'é,x'[line % 3]!.repeat(5000)}${line}\n`);
    const text = lines.join('');
    const window = new CodeWindow(text, '\n');
    const windows: string[] = [];
    for (let place = 0; place < text.length; place = window.end + 1) {
      expect(window.moveTo(place)).toBe(true);
      windows.push(textIn(window));
    }
    expect(windows.length).toBeGreaterThan(3);
    expect(windows.join('') === text).toBe(true);
  });

  it('passes over a line that is too long for it, and goes on behind', () => {
    const long = `${'x'.repeat(200_000)}\n`;
    const text = `a\n${long}b\n`;
    const window = new CodeWindow(text, '\n');
    expect(window.moveTo(0)).toBe(true);
    expect(textIn(window)).toBe('a\n');
    expect(window.moveTo(2)).toBe(false);
    expect(textIn(window)).toBe('a\n');
    expect(window.moveTo(2 + long.length)).toBe(true);
    expect(textIn(window)).toBe('b\n');
  });

  it('takes a byte for each character of plain text', () => {
    const window = new CodeWindow('period,start\npériode\n', '\n');
    window.moveTo(0);
    expect(window.codes).toBeInstanceOf(Uint16Array);
    const plain = new CodeWindow('period,start\n', '\n');
    plain.moveTo(0);
    expect(plain.codes).toBeInstanceOf(Uint8Array);
  });
});
