import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formatTsv, parsePasted } from '../../../../src/webview/grid/tsv';

describe('parsePasted', () => {
  it.each([
    ['Excel, one cell', '500\r\n', [['500']]],
    [
      'Excel, a block',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'LibreOffice and Sheets, no last line end',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'old line ends',
      'a\tb\rc\td\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['mixed line ends', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['a quoted line break', '"two\r\nlines"\tb\r\n', [['two\nlines', 'b']]],
    ['a quoted tab', '"a\tb"\tc', [['a\tb', 'c']]],
    ['doubled quotes', '"say ""hi"""\tb', [['say "hi"', 'b']]],
    ['a quote inside a cell', '5" disk\tb', [['5" disk', 'b']]],
    [
      'a quote that is never closed',
      '"abc\tb\nc\td',
      [
        ['"abc', 'b'],
        ['c', 'd'],
      ],
    ],
    ['text after the closing quote', '"a" b\tc', [['"a" b', 'c']]],
    ['an empty line between', 'a\n\nb', [['a'], [''], ['b']]],
    ['trailing empty cells', 'a\t\t\n', [['a', '', '']]],
    ['a byte order mark', '\uFEFFa\tb', [['a', 'b']]],
  ])('reads %s', (_, text, rows) => {
    expect(parsePasted(text)).toEqual(rows);
  });

  it('converts nothing', () => {
    const text = '00123\t1234567890123456789\t1.10\t2024-01-05\t1,000\t=1+1\tTRUE';
    expect(parsePasted(text)).toEqual([text.split('\t')]);
  });

  it('reads CSV of several lines', () => {
    expect(parsePasted('period,start\n2024-Q1,100\n')).toEqual([
      ['period', 'start'],
      ['2024-Q1', '100'],
    ]);
    expect(parsePasted('2024-Q1;1,5\n2024-Q2;2,5')).toEqual([
      ['2024-Q1', '1,5'],
      ['2024-Q2', '2,5'],
    ]);
    expect(parsePasted('a,"b,c"\nd,e')).toEqual([
      ['a', 'b,c'],
      ['d', 'e'],
    ]);
  });

  it('never takes a decimal comma or prose for CSV', () => {
    expect(parsePasted('12,5\n13,5')).toEqual([['12,5'], ['13,5']]);
    expect(parsePasted('-1,5 %\n2,5 %\r\n')).toEqual([['-1,5 %'], ['2,5 %']]);
    expect(parsePasted('Hello, world')).toEqual([['Hello, world']]);
    expect(parsePasted('One, two\nthree')).toEqual([['One, two'], ['three']]);
  });

  it('takes a megabyte on one line as one cell', () => {
    const text = 'x'.repeat(1_000_000);
    expect(parsePasted(text)).toEqual([[text]]);
  });

  it('reads tab-separated text as papaparse does', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', ',', ';', '"', ' ', '\n', '\t', '='),
      maxLength: 6,
    });
    const table = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([width, height]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        const text = Papa.unparse(rows, { delimiter: '\t', newline, quotes: true });
        const oracle = Papa.parse<string[]>(text, { delimiter: '\t', newline }).data;
        expect(parsePasted(text)).toEqual(oracle);
        expect(oracle).toEqual(rows);
      }),
    );
  });

  it('never throws and never loses a character outside delimiters and quotes', () => {
    const noise = fc.string({
      unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ',', 'é', '𝛑'),
      maxLength: 40,
    });
    const letters = (text: string): string => text.replace(/[^aé𝛑]/gu, '');
    fc.assert(
      fc.property(noise, (text) => {
        expect(letters(parsePasted(text).flat().join(''))).toBe(letters(text));
      }),
    );
  });
});

describe('formatTsv', () => {
  it('quotes only what readers would split', () => {
    expect(
      formatTsv([
        ['2024-Q1', '500'],
        ['a b', '5" disk'],
      ]),
    ).toBe('2024-Q1\t500\r\na b\t5" disk');
    expect(formatTsv([['two\nlines', '"quoted"', 'a\tb']])).toBe('"two\nlines"\t"""quoted"""\t"a\tb"');
  });

  it('is read back exactly, here and by papaparse', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '0', ',', '"', ' ', '\n', '\t', ';'), maxLength: 8 });
    const row = fc.array(cell, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = formatTsv(rows);
        expect(parsePasted(text)).toEqual(rows);
        expect(Papa.parse(text, { delimiter: '\t', newline: '\r\n' }).data).toEqual(rows);
      }),
    );
  });
});
