import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesIn, marked, withLines, withoutLines } from '../../../../src/host/git/markedLines';

/** Texts of files as they come, with every kind of line ending, and none at the end. */
const text = fc
  .array(
    fc.constantFrom(
      '[core]',
      '\tbare = false',
      '* text=auto',
      '# comment',
      '',
      ' ',
      'é',
      '\ufeff',
      '# >>> Retention Notebook',
      'a\r',
    ),
  )
  .chain((lines) =>
    fc
      .array(fc.constantFrom('\n', '\r\n'), { minLength: lines.length, maxLength: lines.length })
      .map((eols) => lines.map((line, index) => line + eols[index]!).join('')),
  )
  .chain((whole) => fc.constantFrom(whole, whole.replace(/\r?\n$/, ''), `${whole}end`, `${whole}end\r`));
const lines = fc.array(
  fc.constantFrom('*.retention merge=retention', '[merge "retention"]', '\tdriver = "a\\', ''),
);

describe('lines between marks', () => {
  it('leave the text byte for byte as it was when they are taken out', () => {
    fc.assert(
      fc.property(text, lines, (before, added) => {
        const after = withLines(before, added);
        expect(withoutLines(after)).toBe(before);
        expect(linesIn(after)).toEqual(marked(added));
        expect(after).toContain(before);
      }),
    );
  });

  it('are replaced where they are, and putting them in again changes nothing', () => {
    fc.assert(
      fc.property(text, text, lines, lines, (before, behind, first, second) => {
        const once = withLines(before, first);
        // What git or a person writes behind them later.
        const whole = once.endsWith('\n') ? once + behind : once;
        expect(withLines(withLines(whole, second), second)).toBe(withLines(whole, second));
        expect(withoutLines(withLines(whole, second))).toBe(withoutLines(whole));
      }),
    );
  });

  it('are only those between two marks', () => {
    const open = '# >>> Retention Notebook\nmine\n';
    expect(withoutLines(open)).toBe(open);
    expect(linesIn(open)).toBeNull();
    const after = withLines(open, ['ours']);
    expect(withoutLines(after)).toBe(open);
  });

  it('use the line endings of the file', () => {
    expect(withLines('* text=auto\r\n', ['a', 'b']).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
