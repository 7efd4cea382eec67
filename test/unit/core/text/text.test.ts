import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, sortEdits } from '../../../../src/core';
import { afterEol, lineEnd, normaliseEols } from '../../../../src/core/text/chars';
import { diffTexts } from '../../../../src/core/text/diff';
import { encodeCell } from '../../../../src/core/text/encode';
import { Interner } from '../../../../src/core/text/interner';
import { LineKind, isMarkerLine, lineKind } from '../../../../src/core/text/lines';
import { Shifts } from '../../../../src/core/text/shifts';

describe('applyEdits', () => {
  it('replaces every range, in any order given', () => {
    const edits = [
      { start: 4, end: 5, text: 'X' },
      { start: 0, end: 0, text: '>' },
      { start: 2, end: 3, text: '' },
    ];
    expect(applyEdits('a,b,c', edits)).toBe('>a,,X');
  });

  it('keeps the given order of edits at one place', () => {
    expect(
      applyEdits('ab', [
        { start: 1, end: 1, text: '1' },
        { start: 1, end: 1, text: '2' },
      ]),
    ).toBe('a12b');
    expect(sortEdits([{ start: 1, end: 1, text: '1' }]).length).toBe(1);
  });

  it('refuses edits that overlap or lie outside', () => {
    expect(() => applyEdits('ab', [{ start: 1, end: 3, text: '' }])).toThrow(RangeError);
    expect(() =>
      applyEdits('ab', [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 2, text: '' },
      ]),
    ).toThrow(RangeError);
  });
});

describe('lines', () => {
  it.each<[string, number]>([
    ['2024,1', LineKind.Record],
    ['', LineKind.Blank],
    ['\n', LineKind.Blank],
    ['\r\n', LineKind.Blank],
    [' \t\n', LineKind.Blank],
    ['\u00a0\n', LineKind.Blank],
    [' a\n', LineKind.Record],
    ['#\n', LineKind.Comment],
    ['# a', LineKind.Comment],
    ['#', LineKind.Comment],
    ['#> a', LineKind.Note],
    ['#>', LineKind.Note],
    [' # a', LineKind.Record],
    ['<<<<<<< HEAD\n', LineKind.Marker],
    ['=======', LineKind.Marker],
    ['======= \n', LineKind.Marker],
    ['||||||| 1a2b\n', LineKind.Marker],
    ['>>>>>>> b\r\n', LineKind.Marker],
    ['======\n', LineKind.Record],
    ['========\n', LineKind.Record],
    ['=======,1\n', LineKind.Record],
    ['"\n', LineKind.Record],
    ['é\n', LineKind.Record],
    ['|\n', LineKind.Record],
    ['~\n', LineKind.Record],
    ['=1+1\n', LineKind.Record],
  ])('tells what %j is', (line, kind) => {
    expect(lineKind(line, 0, line.length, 44)).toBe(kind);
  });

  it('takes tabs for cells where the tab is the delimiter', () => {
    expect(lineKind('\t\t\n', 0, 3, 9)).toBe(LineKind.Record);
    expect(lineKind('  \n', 0, 3, 9)).toBe(LineKind.Blank);
    expect(isMarkerLine('<<<<<<', 0)).toBe(false);
  });

  it('finds line endings', () => {
    expect(lineEnd('ab\r\ncd', 1)).toBe(2);
    expect(lineEnd('ab', 0)).toBe(2);
    expect([
      afterEol('\r\n', 0),
      afterEol('\r', 0),
      afterEol('\n\n', 0),
      afterEol('a', 0),
      afterEol('', 0),
    ]).toEqual([2, 1, 1, 0, 0]);
    expect(normaliseEols('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });
});

describe('encodeCell', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['a;b', 'a;b'],
    ['say "x"', '"say ""x"""'],
    ['#5', '"#5"'],
    [' a', '" a"'],
    ['a\t', '"a\t"'],
    ['a\nb', '"a\r\nb"'],
    ['a\r\nb\rc', '"a\r\nb\r\nc"'],
  ])('writes %j as %j', (text, written) => {
    expect(encodeCell(text, ',', '\r\n')).toBe(written);
  });

  it('keeps quotes that are asked for', () => {
    expect(encodeCell('plain', ',', '\n', true)).toBe('"plain"');
  });
});

describe('diffTexts', () => {
  it('finds the fewest replacements', () => {
    expect(diffTexts([], [])).toEqual([]);
    expect(diffTexts(['a'], ['a'])).toEqual([]);
    expect(diffTexts(['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'y', 'd'])).toEqual([
      { from: 1, fromEnd: 2, to: 1, toEnd: 2 },
      { from: 3, fromEnd: 3, to: 3, toEnd: 4 },
    ]);
  });

  it('makes the new list of the old one, whatever they are', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const result: string[] = [];
        let position = 0;
        for (const { from, fromEnd, to, toEnd } of diffTexts(before, after)) {
          expect(from).toBeGreaterThanOrEqual(position);
          expect(fromEnd - from + (toEnd - to)).toBeGreaterThan(0);
          result.push(...before.slice(position, from), ...after.slice(to, toEnd));
          position = fromEnd;
        }
        expect([...result, ...before.slice(position)]).toEqual(after);
      }),
    );
  });

  it('gives up exactness on lists that have little in common, not correctness', () => {
    const before = Array.from({ length: 900 }, (_, index) => `a${index}`);
    const after = Array.from({ length: 900 }, (_, index) => `b${index}`);
    expect(diffTexts(before, after)).toEqual([{ from: 0, fromEnd: 900, to: 0, toEnd: 900 }]);
  });
});

describe('Shifts', () => {
  it('adds up like a plain list', () => {
    const steps = fc.array(fc.record({ at: fc.nat({ max: 19 }), delta: fc.integer({ min: -50, max: 50 }) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, (added) => {
        const shifts = new Shifts(20);
        const plain = new Int32Array(20);
        for (const { at, delta } of added) {
          shifts.add(at, delta);
          for (let index = at; index < 20; index++) plain[index]! += delta;
        }
        expect([...shifts.all()]).toEqual([...plain]);
        const copied = Shifts.of(plain);
        for (let index = 0; index < 20; index++) {
          expect(shifts.get(index)).toBe(plain[index]);
          expect(copied.get(index)).toBe(plain[index]);
        }
      }),
    );
  });
});

describe('Interner', () => {
  it('numbers equal texts equally and different ones differently', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 600 }), (words) => {
        const interner = new Interner();
        const ids = words.map((word) => interner.intern(`<${word}>`, 1, 1 + word.length));
        expect(ids.map((id) => interner.texts[id])).toEqual(words);
        expect(new Set(ids).size).toBe(new Set(words).size);
      }),
    );
  });
});
