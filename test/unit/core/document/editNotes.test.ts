import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument, setNotes } from '../../../../src/core';
import { wellFormedFile } from './arbitraries';

function set(text: string, markdown: string): string {
  return applyEdits(text, setNotes(parseDocument(text), markdown));
}

describe('setNotes', () => {
  it.each([
    ['period\n2024\n', 'a', 'period\n2024\n#\n#> a\n'],
    ['period\n2024', 'a\n\nb', 'period\n2024\n#\n#> a\n#>\n#> b'],
    ['period\r\n2024\r\n', 'a\nb', 'period\r\n2024\r\n#\r\n#> a\r\n#> b\r\n'],
    ['period\n2024\n# end\n', 'a', 'period\n2024\n# end\n#> a\n'],
    ['period\n2024\n#', 'a', 'period\n2024\n#\n#> a'],
    ['', 'a', '#> a\n'],
    ['\ufeff', 'a', '\ufeff#> a\n'],
    ['#---\n# goal: 1%', 'a', '#---\n# goal: 1%\n#---\n#> a'],
  ])('begins the notes of %j', (text, markdown, expected) => {
    expect(set(text, markdown)).toBe(expected);
    expect(parseDocument(expected).notes).toBe(markdown);
  });

  it.each([
    ['#> a\n#> b\n#> c\n', 'a\nx\nc', '#> a\n#> x\n#> c\n'],
    ['#> a\n#> c\n', 'a\nb\nc', '#> a\n#> b\n#> c\n'],
    ['#> b\n', 'a\nb', '#> a\n#> b\n'],
    ['#> a\n', 'a\nb', '#> a\n#> b\n'],
    ['#> a', 'a\nb', '#> a\n#> b'],
    ['#> a\n#> b\n#> c\n', 'a\nc', '#> a\n#> c\n'],
    ['#> a\n#> b\n#> c', 'a', '#> a'],
    ['#> a\r\n#> b\r\n#> c', 'a', '#> a'],
    ['#> a\n#> b\n', '', ''],
    ['#> a\n# comment\n#> b\n', 'a\nx', '#> a\n# comment\n#> x\n'],
    ['#>a\n#>  b\n', 'a\n b\nc', '#>a\n#>  b\n#> c\n'],
    ['#>\n', '', '#>\n'],
    ['#> - [ ] task\n', '- [x] task', '#> - [x] task\n'],
  ])('changes only the lines of %j that differ', (notes, markdown, expected) => {
    const table = 'period\n2024\n#\n';
    expect(set(table + notes, markdown)).toBe(table + expected);
    expect(set(table + notes, parseDocument(table + notes).notes)).toBe(table + notes);
  });

  it('leaves the other lines alone, and says the text', () => {
    const line = fc.constantFrom('', 'a', 'b', '- [ ] task', '  code', '#> x', '=======', 'é');
    const markdown = fc.array(line, { maxLength: 7 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(wellFormedFile, markdown, markdown, (text, first, second) => {
        const document = parseDocument(text);
        const once = set(text, first);
        expect(parseDocument(once).notes).toBe(first);
        const twice = set(once, second);
        const reread = parseDocument(twice);
        expect(reread.notes).toBe(second);
        expect(setNotes(reread, second)).toEqual([]);
        expect(reread.rowCount).toBe(document.rowCount);
        expect(/[\r\n]$/.test(once)).toBe(/[\r\n]$/.test(text));
        const rest = (whole: string): string[] =>
          whole.split(/\r\n?|\n/).filter((part) => !part.startsWith('#>') && part !== '#' && part !== '');
        expect(rest(twice)).toEqual(rest(text));
      }),
      { numRuns: 500 },
    );
  });
});
