import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, deleteRows, insertRows, parseDocument } from '../../../../src/core';
import { typedText } from './arbitraries';
import { allTexts, soundFile, unified } from './sound';
import { marked } from './problems';

describe('insertRows', () => {
  it.each<[string, number, Parameters<typeof insertRows>[2], string]>([
    ['period,a\n2024,1\n', 0, 1, 'period,a\n,\n2024,1\n'],
    ['period,a\n2024,1\n', 1, 2, 'period,a\n2024,1\n,\n,\n'],
    ['period,a\n2024,1\n#\n#> n\n', 1, 1, 'period,a\n2024,1\n,\n#\n#> n\n'],
    ['period,a\n2024,1', 1, 1, 'period,a\n2024,1\n,'],
    ['period,a\r\n2024,1', 0, 1, 'period,a\r\n,\r\n2024,1'],
    ['period,a\r\n2024,1', 1, 1, 'period,a\r\n2024,1\r\n,'],
    ['period\n', 0, 2, 'period\n""\n""\n'],
    ['period,a', 0, 1, 'period,a\n,'],
    ['period,a\n# c\n2024,1\n', 0, 1, 'period,a\n# c\n,\n2024,1\n'],
    ['period,a,b\n', 0, [{ B: 'x, y', period: '2024' }], 'period,a,b\n2024,,"x, y"\n'],
    ['period,a,b\n', 0, [['2024'], ['2025', '1', '2']], 'period,a,b\n2024,,\n2025,1,2\n'],
    ['period,a\n', 0, [], 'period,a\n'],
    ['period,a\n', 0, 0, 'period,a\n'],
    ['', 0, 1, 'period,start,new,lost,end\n,,,,\n'],
    ['\ufeff', 0, 1, '\ufeffperiod,start,new,lost,end\n,,,,\n'],
    [
      '',
      0,
      [{ period: '2024', segment: 'SMB', End: '5' }],
      'period,start,new,lost,end,segment\n2024,,,,5,SMB\n',
    ],
    ['', 0, [['2024', '100']], 'period,start,new,lost,end\n2024,100,,,\n'],
    ["#---\n# delimiter: ';'\n#---", 0, 1, "#---\n# delimiter: ';'\n#---\nperiod;start;new;lost;end\n;;;;"],
    [
      '#---\n# retention: 1\n#---\n#> notes\n',
      0,
      1,
      '#---\n# retention: 1\n#---\nperiod,start,new,lost,end\n,,,,\n#> notes\n',
    ],
  ])('in %j at %i', (text, at, rows, expected) => {
    expect(applyEdits(text, insertRows(parseDocument(text), at, rows))).toBe(expected);
  });

  it('says what is wrong with a place or a cell that does not exist', () => {
    const document = parseDocument('period,a\n2024,1\n');
    expect(() => insertRows(document, 2, 1)).toThrow('Rows can be inserted before row 1 to 2, not 3.');
    expect(() => insertRows(document, -1, 1)).toThrow(RangeError);
    expect(() => insertRows(document, 0, [{ nope: '1' }])).toThrow(RangeError);
    expect(() => insertRows(document, 0, [['1', '2', '3']])).toThrow(
      'The new row has 3 cells, but the header has 2 columns.',
    );
    expect(() => insertRows(parseDocument(''), 0, [new Array<string>(6).fill('')])).toThrow(RangeError);
  });

  it('adds the rows and changes nothing else', () => {
    const rows = fc.array(
      fc.array(
        typedText.filter((text) => !/[\0\ufffd]/.test(text)),
        { minLength: 1, maxLength: 6 },
      ),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(soundFile, fc.nat(), rows, (text, place, rough) => {
        const document = parseDocument(text);
        const at = place % (document.rowCount + 1);
        const added = rough.map((texts) => texts.slice(0, document.headerCellCount));
        const before = allTexts(document);
        const after = applyEdits(text, insertRows(document, at, added));
        const reread = parseDocument(after);
        const full = added.map((texts) =>
          Array.from({ length: document.headerCellCount }, (_, column) => unified(texts[column] ?? '')),
        );
        expect(allTexts(reread)).toEqual([...before.slice(0, at), ...full, ...before.slice(at)]);
        expect(reread.notes).toBe(document.notes);
        expect(/[\r\n]$/.test(after)).toBe(/[\r\n]$/.test(text));
        expect(applyEdits(after, deleteRows(reread, at, added.length))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('deleteRows', () => {
  it.each<[string, number | number[], number, string]>([
    ['period\n2023\n2024\n2025\n', 1, 1, 'period\n2023\n2025\n'],
    ['period\n2023\n2024\n2025\n', 0, 3, 'period\n'],
    ['period\n2023\n2024', 1, 1, 'period\n2023'],
    ['period\r\n2023\r\n2024', 0, 2, 'period'],
    ['period\r\n2023\r\n2024', 0, 1, 'period\r\n2024'],
    ['period\n2023\n2024\n2025', [2, 0], 1, 'period\n2024'],
    ['period\n2023\n# c\n2024\n#\n#> n\n', [0, 1], 1, 'period\n# c\n#\n#> n\n'],
    ['period\n2023\n# c\n2024', [1], 1, 'period\n2023\n# c'],
    ['period,a\n2023,"x\ny"\n2024,1\n', 0, 1, 'period,a\n2024,1\n'],
    ['period\n2023\n', [0, 0], 1, 'period\n'],
    ['period\n2023\n', [], 1, 'period\n2023\n'],
    ['period\n2023\n', 0, 0, 'period\n2023\n'],
  ])('from %j %j × %i', (text, rows, count, expected) => {
    expect(applyEdits(text, deleteRows(parseDocument(text), rows, count))).toBe(expected);
  });

  it('makes one edit of neighbouring rows', () => {
    expect(deleteRows(parseDocument('period\n2021\n2022\n2023\n2024\n'), [0, 1, 3])).toHaveLength(2);
  });

  it('refuses rows that do not exist', () => {
    expect(() => deleteRows(parseDocument('period\n2023\n'), 0, 2)).toThrow(RangeError);
  });

  it('removes the rows and nothing else', () => {
    fc.assert(
      fc.property(soundFile, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (text, choice) => {
        const document = parseDocument(text);
        fc.pre(document.rowCount > 0);
        const rows = new Set(choice.map((row) => row % document.rowCount));
        const after = applyEdits(text, deleteRows(document, [...rows]));
        const reread = parseDocument(after);
        expect(allTexts(reread)).toEqual(allTexts(document).filter((_, row) => !rows.has(row)));
        expect(reread.notes).toBe(document.notes);
        // A blank line that is the last one now is a final newline too.
        if (!marked(text, 'R107').includes('')) {
          expect(/[\r\n]$/.test(after)).toBe(/[\r\n]$/.test(text));
        }
      }),
      { numRuns: 300 },
    );
  });
});
