import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parsePasted } from '../../../../../src/webview/grid/clipboard/pasted';
import { formatTsv } from '../../../../../src/webview/grid/clipboard/tsv';

/** Tables with what is special in delimited text, and with `more`. */
function tables(more: readonly string[], fewestRows: number): fc.Arbitrary<string[][]> {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', ';', '"', ' ', ...more), maxLength: 6 });
  return fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: fewestRows, max: 4 }))
    .chain(([width, height]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );
}

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

  it.each([
    ['a line of CSV', '2024-Q1,500,50,100', [['2024-Q1', '500', '50', '100']]],
    ['a line of CSV with semicolons', '2024-Q1;1,5;2', [['2024-Q1', '1,5', '2']]],
    ['a line of CSV with quotes', '2024-Q1,"big, loud"\r\n', [['2024-Q1', 'big, loud']]],
    [
      'CSV with quoted line breaks and blank lines at its end',
      'a,"two\nlines"\nb,c\n\n\n',
      [
        ['a', 'two\nlines'],
        ['b', 'c'],
      ],
    ],
    [
      'CSV with a space behind each comma',
      'period, start, new\n2024-Q1, 500, 50',
      [
        ['period', 'start', 'new'],
        ['2024-Q1', '500', '50'],
      ],
    ],
    [
      'CSV with blank cells',
      'a,,\nb,,',
      [
        ['a', '', ''],
        ['b', '', ''],
      ],
    ],
    ['a note with commas', 'Contract ended, 70 accounts, 3 of them large', null],
    ['a note that begins with a number', '70 small accounts left, contract ended, no offer', null],
    ['a note with semicolons', 'lost 3; won 4; see the mail', null],
    ['a grouped number', '1,234,567', null],
    ['a sum of money', '1,234.50', null],
    ['a number with a decimal comma', '12,5 %', null],
    ['words with commas', 'red,green,blue', null],
  ])('tells what it is: %s', (_, text, rows) => {
    expect(parsePasted(text)).toEqual(rows ?? [[text]]);
  });

  it.each([
    ['grouped numbers', '1,234,567\n2,345,678'],
    ['dates in English', 'May 5, 2024\nJune 6, 2024'],
    ['a letter', 'Dear Ann, thanks\nRegards, Bob'],
    ['lines that do not agree', 'a,b,c\nd,e'],
  ])('leaves lines lines: %s', (_, text) => {
    expect(parsePasted(text)).toEqual(text.split('\n').map((line) => [line]));
  });

  it('drops what no text file can hold', () => {
    expect(parsePasted('a\0b\tx\ud800y\t😀')).toEqual([['ab', 'x\ufffdy', '😀']]);
  });

  it('reads CSV as papaparse does', () => {
    const table = tables(['\n', '=', 'é'], 2);
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        const text = Papa.unparse(rows, { delimiter: ',', newline, quotes: true });
        expect(Papa.parse<string[]>(text, { delimiter: ',', newline }).data).toEqual(rows);
        expect(parsePasted(text)).toEqual(rows);
      }),
    );
  });

  it('takes time in proportion to the text, whatever quotes it holds', () => {
    for (const piece of ['"', '"a\t', '"""\t', '"",', '"a"b\t', 'a,"', '""\t"x']) {
      const text = piece.repeat(1_000_000 / piece.length);
      const started = performance.now();
      parsePasted(text);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });

  it('takes a megabyte on one line as one cell', () => {
    const text = 'x'.repeat(1_000_000);
    expect(parsePasted(text)).toEqual([[text]]);
  });

  it('reads tab-separated text as papaparse does', () => {
    const table = tables(['\n', '\t', '='], 1);
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

  it('is read back exactly, whatever the cells hold', () => {
    const cell = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        fc.string({
          unit: fc.constantFrom('1', 'a', ',', ';', '"', ' ', '\n', '\t', '\uFEFF', '😀'),
          maxLength: 8,
        }),
        fc.constantFrom('2024-Q1,500,50', 'a,b', '1,234', '"abc"', ''),
      )
      .map((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n'));
    const table = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }))
      .chain(([width, height]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(parsePasted(formatTsv(rows))).toEqual(rows);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read back exactly by papaparse', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '0', ',', '"', ' ', '\n', '\t', ';'), maxLength: 8 });
    const row = fc.array(cell, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = formatTsv(rows);
        expect(Papa.parse(text, { delimiter: '\t', newline: '\r\n' }).data).toEqual(rows);
      }),
    );
  });
});
