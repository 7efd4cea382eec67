import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument } from '../../../src/core';
import { formatEdits } from '../../../src/language';
import { meaning } from '../../../fuzz/oracles/meaning';
import { nastyText, wellFormedFile } from '../core/document/arbitraries';

function formatted(text: string, range?: { readonly start: number; readonly end: number }): string {
  return applyEdits(text, formatEdits(parseDocument(text), range));
}

describe('format', () => {
  it.each([
    [
      'spaces around a colon',
      '#---\n# retention: 1\n# goal :   85%  \n#---\nperiod\n',
      '#---\n# retention: 1\n# goal: 85%\n#---\nperiod\n',
    ],
    [
      'a value without quotes',
      '#---\n# retention: 1\n# title: a: b\n#---\nperiod\n',
      "#---\n# retention: 1\n# title: 'a: b'\n#---\nperiod\n",
    ],
    [
      'a version that is missing',
      '#---\n# goal: 85\n#---\nperiod\n',
      '#---\n# retention: 1\n# goal: 85%\n#---\nperiod\n',
    ],
    ['spaces behind a number', 'period,start\n2024,5 \t\n', 'period,start\n2024,5 \t\n'],
    ['spaces behind a count', 'period,start\n2024,5  \n', 'period,start\n2024,5\n'],
    ['a period written otherwise', 'period,start\n2024/1,5\n', 'period,start\n2024-01,5\n'],
    [
      'delimiters that are missing or too many',
      'period,start,new\n2024\n2025,1,2 ,,\n',
      'period,start,new\n2024,,\n2025,1,2\n',
    ],
    ['a blank row of one column', 'period\n,\n', 'period\n""\n'],
    ['a hash without quotes', 'period,note\n2024,see #5\n', 'period,note\n2024,"see #5"\n'],
    ['spaces behind quotes', 'period,note\n2024,"a" \n', 'period,note\n2024,"a"\n'],
    ['a percentage without its sign', 'period,goal\n2024,85\n', 'period,goal\n2024,85%\n'],
    ['surplus delimiters behind what would be a marker', 'period\n=======,\n', 'period\n"======="\n'],
    ['spaces of comments and blank lines', 'period\n2024\n  \n# end  \n', 'period\n2024\n\n# end\n'],
    [
      'line endings of two kinds',
      'period,start\r\n2024,5\n2025,6\r\n',
      'period,start\r\n2024,5\r\n2025,6\r\n',
    ],
  ])('writes %s as the format does', (_, before, after) => {
    expect(formatted(before)).toBe(after);
  });

  it.each([
    ['spaces of a text', 'period,note\n2024, kept  \n'],
    ['line breaks of notes', 'period\n2024\n#> a  \n#> b\n'],
    ['line breaks of notes behind a byte order mark', '\ufeff#> a  \n#> b\nperiod\n2024\n'],
    ['an open quote', 'period,note,start\n2024,"a,5 \n'],
    ['what may mean two things', 'period,start,goal\n03/04/2024,1.000,1\n'],
    ['lines that would have to be moved or deleted', 'period,start\n2024,1\n# between\n2025,1\n'],
    ['spaces behind what would be a marker without them', 'period\n=======\u00a0\n'],
    ['a conflict', 'period,start\n<<<<<<< a\n2024,1 \n=======\n2024,2 \n>>>>>>> b\n'],
  ])('leaves %s', (_, text) => {
    expect(formatted(text)).toBe(text);
  });

  it('changes only what lies in a selection', () => {
    const text = 'period,start\n2024/1,5 \n2024/2,6 \n2024/3,7 \n';
    const start = text.indexOf('2024/2');
    expect(formatted(text, { start, end: start + 9 })).toBe(
      'period,start\n2024/1,5 \n2024-02,6\n2024/3,7 \n',
    );
  });

  it('changes nothing that a text says, and twice is once', () => {
    const spaced = wellFormedFile.chain((text) =>
      fc
        .array(fc.tuple(fc.nat(), fc.constantFrom(' ', '  ', '\u00a0', '\t', ',')), { maxLength: 6 })
        .map((places) =>
          places.reduce((all, [at, space]) => {
            const ends = [...all.matchAll(/\r\n?|\n|$/g)].map(({ index }) => index);
            const end = ends[at % ends.length]!;
            return all.slice(0, end) + space + all.slice(end);
          }, text),
        ),
    );
    fc.assert(
      fc.property(fc.oneof(spaced, nastyText), (text) => {
        const once = formatted(text);
        expect(meaning(parseDocument(once))).toEqual(meaning(parseDocument(text)));
        expect(formatted(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});
