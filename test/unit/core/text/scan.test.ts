import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CellFlag } from '../../../../src/core/text/cells';
import { decodeCell } from '../../../../src/core/text/encode';
import { Scanner } from '../../../../src/core/text/scan';

interface ReadRecord {
  readonly cells: string[];
  readonly end: number;
  readonly recovered: boolean;
}

/** All records of a text that holds nothing else. */
function readAll(text: string, delimiter: string, expected = 0): ReadRecord[] {
  const scanner = new Scanner(text, delimiter, '.');
  scanner.expected = expected;
  const records: ReadRecord[] = [];
  for (let position = 0; position < text.length;) {
    const end = scanner.scan(position);
    const { cells } = scanner;
    const texts = Array.from({ length: cells.count }, (_, index) =>
      decodeCell(text, cells.starts[index]!, cells.ends[index]!, cells.flags[index]!),
    );
    records.push({ cells: texts, end, recovered: scanner.recovered });
    position = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return records;
}

function texts(text: string, delimiter = ',', expected = 0): string[][] {
  return readAll(text, delimiter, expected).map((record) => record.cells);
}

/** A record of several cells as any RFC 4180 writer may write it: quotes where needed and where it likes. */
const record = (delimiter: string, eol: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        text: fc
          .array(fc.constantFrom('a', '1', '.', '-', ' ', '"', delimiter, eol, 'é', '😀', '#', ';'), {
            maxLength: 6,
          })
          .map((parts) => parts.join('')),
        quoted: fc.boolean(),
      }),
      { minLength: 2, maxLength: 5 },
    )
    .map((cells) =>
      cells
        .map(({ text, quoted }) =>
          quoted || text.includes(delimiter) || text.includes(eol) || text.startsWith('"')
            ? `"${text.replaceAll('"', '""')}"`
            : text,
        )
        .join(delimiter),
    );

describe('Scanner', () => {
  it.each([
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\r'],
  ] as const)('reads what Papa Parse reads (delimiter %j, line ending %j)', (delimiter, newline) => {
    fc.assert(
      fc.property(
        fc.array(record(delimiter, newline), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (records, ended) => {
          const text = records.join(newline) + (ended ? newline : '');
          const oracle = Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: false });
          fc.pre(oracle.errors.length === 0);
          const rows = ended ? oracle.data.slice(0, -1) : oracle.data;
          const unified = rows.map((row) => row.map((cell) => cell.replaceAll(newline, '\n')));
          expect(texts(text, delimiter)).toEqual(unified);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('agrees with Papa Parse on files that no writer quoted with care', () => {
    const alphabet = fc.constantFrom('a', '1', ',', ',', '"', '""', ' ', 'x"y');
    fc.assert(
      fc.property(fc.array(alphabet, { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const oracle = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
        fc.pre(oracle.errors.length === 0);
        expect(texts(text)).toEqual(oracle.data);
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[string, string, string[][]]>([
    ['one cell', 'a', [['a']]],
    ['blank cells', ',,', [['', '', '']]],
    ['quotes', '"a","b ""c"" d",""', [['a', 'b "c" d', '']]],
    ['a quote inside', 'a"b,c"', [['a"b', 'c"']]],
    ['a quote after a space', ' "a",b', [[' "a"', 'b']]],
    [
      'a delimiter and line breaks inside quotes',
      '"a,b","c\r\nd\re"\r\nf,g',
      [
        ['a,b', 'c\nd\ne'],
        ['f', 'g'],
      ],
    ],
    ['text after a quote', '"a"b,"c" ,"d""e"f"g",h', [['ab', 'c', 'd"ef"g"', 'h']]],
    ['three line endings', 'a\nb\r\nc\rd', [['a'], ['b'], ['c'], ['d']]],
  ])('reads %s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it.each<[string, string, number, string[][]]>([
    [
      'it is never closed',
      'a,"b\nc,d\n',
      2,
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
    ],
    [
      'text follows the closing quote',
      'a,"b\nc,"d"\n',
      2,
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
    ],
    [
      'the record has too many cells',
      'a,"b\nc",d,e\n',
      2,
      [
        ['a', '"b'],
        ['c"', 'd', 'e'],
      ],
    ],
    ['the record has too few cells', '"a\nb"\nc,d\n', 2, [['"a'], ['b"'], ['c', 'd']]],
    [
      'it is never closed in the last line',
      'a,b\nc,"d',
      2,
      [
        ['a', 'b'],
        ['c', '"d'],
      ],
    ],
    ['the cells behind it stay apart', 'a,"100,15\n', 3, [['a', '"100', '15']]],
    [
      'another cell is quoted well',
      '"a","b\n"c","d"\n',
      2,
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
    ],
  ])('reads a record with an open quote as one line when %s', (_, text, expected, records) => {
    const read = readAll(text, ',', expected);
    expect(read.map((record) => record.cells)).toEqual(records);
    expect(read.some((record) => record.recovered)).toBe(true);
  });

  it.each<[string, string, string[][]]>([
    ['the number of cells is right', 'a,"b\nc"\n', [['a', 'b\nc']]],
    [
      'several cells have line breaks',
      '"a\nb","c\n\nd"\ne,f',
      [
        ['a\nb', 'c\n\nd'],
        ['e', 'f'],
      ],
    ],
    ['text follows another quote of it', '"a\nb","c"d\n', [['a\nb', 'cd']]],
    ['only spaces follow the closing quote', 'a,"b\nc" \n', [['a', 'b\nc']]],
  ])('reads a record of several lines when %s', (_, text, records) => {
    const read = readAll(text, ',', 2);
    expect(read.map((record) => record.cells)).toEqual(records);
    expect(read.some((record) => record.recovered)).toBe(false);
  });

  it('knows the place of every cell, with its quotes, and what is odd about it', () => {
    const scanner = new Scanner('x"a",b#c,"d""e"f,"g\nh",12.5,"i', ',', '.');
    expect(scanner.scan(1)).toBe(19);
    const { cells } = scanner;
    const found = Array.from({ length: cells.count }, (_, index) => [
      cells.starts[index],
      cells.ends[index],
      cells.flags[index],
    ]);
    expect(scanner.recovered).toBe(true);
    expect(found).toEqual([
      [1, 4, CellFlag.Quoted],
      [5, 8, CellFlag.Hash],
      [9, 16, CellFlag.Quoted | CellFlag.Escaped | CellFlag.TextAfterQuote],
      [17, 19, CellFlag.Unclosed],
    ]);
  });

  it.each<[string, '.' | ',', number | null]>([
    ['0', '.', 0],
    ['007', '.', 7],
    ['12.50', '.', 12.5],
    ['12,5', ',', 12.5],
    ['0.1', '.', 0.1],
    ['4.35', '.', 4.35],
    ['123456789012345', '.', 123_456_789_012_345],
    ['1234567890123456', '.', null],
    ['1.', '.', null],
    ['.5', '.', null],
    ['1.2.3', '.', null],
    ['-1', '.', null],
    ['1e5', '.', null],
    ['12,5', '.', null],
    ['', '.', null],
  ])('knows the value of %j with decimal %j at once: %s', (text, decimal, value) => {
    const scanner = new Scanner(text, ';', decimal);
    scanner.scan(0);
    const isNumber = (scanner.cells.flags[0]! & CellFlag.Number) !== 0;
    expect(isNumber ? scanner.cells.numbers[0] : null).toBe(value);
  });

  it('reads more cells than its buffer began with', () => {
    const scanner = new Scanner('7,'.repeat(5000), ',', '.');
    scanner.scan(0);
    expect(scanner.cells.count).toBe(5001);
    expect(scanner.cells.numbers[4999]).toBe(7);
  });
});
