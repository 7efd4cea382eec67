import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../../../src/core/document/load';
import type { Loaded } from '../../../../src/core/document/load';
import { PlainRows } from '../../../../src/core/document/plainRows';
import { newTable } from '../../../../src/core/document/rowLoader';
import type { RowTable } from '../../../../src/core/document/rowTable';
import { Scanner } from '../../../../src/core/text/scan';
import { nastyText, wellFormedFile } from './arbitraries';

function rowOf(loaded: Loaded, table: RowTable, row: number): unknown {
  return {
    length: table.length[row],
    issues: table.issues[row],
    granularity: table.granularity[row],
    days: table.granularity[row] === 0 ? null : [table.firstDay[row], table.lastDay[row]],
    segment: loaded.examiner!.segments.texts[table.segment[row] ?? 0],
    goal: loaded.examiner!.goals.goalOf(table.goal[row] ?? 0),
    values: table.values.map((values) => values[row]),
  };
}

/** The row as the scanner and the examiner read it. */
function slowly(loaded: Loaded, row: number): unknown {
  const { head, base, table, examiner } = loaded;
  const scanner = new Scanner(base, head.settings.delimiter, head.settings.decimal);
  const start = table.start[row]!;
  scanner.split(start, start + table.length[row]!);
  const other = newTable(1, examiner);
  examiner!.read(scanner, other, 0);
  other.length[0] = table.length[row]!;
  return rowOf(loaded, other, 0);
}

describe('PlainRows', () => {
  it('reads every row as the scanner and the examiner do', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '1',
        '12.5',
        '12.0',
        '1.',
        '.5',
        '1,5',
        '007',
        // At the limits of 32 bits, of nine digits and of what a double holds.
        '999999999',
        '2147483648',
        '4294967296',
        '12345678.9',
        '12345678.91',
        '123456789012.345',
        '123456789012345',
        '1234567890123456',
        '-1',
        '1e3',
        ' 1',
        '1 ',
        '1#',
      ),
      fc.constantFrom(
        '2024',
        '2024-01',
        '2024-13',
        '2024-Q1',
        '2024-Q5',
        '2024-01-15',
        '2024-02-30',
        '2024-01-1',
        '2024-01x',
        '2024-W05',
      ),
      fc.constantFrom(
        '85%',
        '85',
        '1',
        '0.5',
        'SMB',
        ' SMB',
        'NA',
        '=x',
        '-',
        '-5',
        '@a',
        'a"b',
        '\u00a0',
        'é',
      ),
      fc.constantFrom('""', '"a"', '"a""b"', '"a"b', '"=1"', '"#"', '"a', '"1"', '"2024-01"', '"85%"'),
    );
    const columns = ['period', 'segment', 'start', 'start_mrr', 'goal', 'note', 'own'];
    const file = fc
      .tuple(
        fc.shuffledSubarray(columns, { minLength: 1 }),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
      )
      .map(([header, rows, eol, exact]) =>
        [header, ...rows.map((row) => (exact ? header.map((_, index) => row[index % row.length]!) : row))]
          .map((record) => `${record.join(',')}${eol}`)
          .join(''),
      );
    let plain = 0;
    let all = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 6, arbitrary: file }, wellFormedFile, nastyText), (text) => {
        const loaded = loadDocument(text);
        const { table, examiner, head } = loaded;
        if (examiner === null) return;
        const reader = new PlainRows(text, examiner, head.settings, head.header!.cellCount);
        const scratch = newTable(1, examiner);
        for (let row = 0; row < table.count; row++) {
          expect(rowOf(loaded, table, row)).toEqual(slowly(loaded, row));
          const end = reader.read(table.start[row]!, scratch, 0);
          all++;
          if (end >= 0) plain++;
          if (table.issues[row] !== 0) expect(end).toBe(-1);
        }
      }),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(all / 20);
    expect(plain).toBeLessThan(all);
  });

  /** Whether a row with the cell reads by itself; however it is read, it says what the examiner says. */
  function isPlain(column: string, cell: string, eol = '\n'): boolean {
    const loaded = loadDocument([`period,x,${column}`, `2024-01,,${cell}`, '', ''].join(eol));
    const { head, examiner, table, base } = loaded;
    expect(rowOf(loaded, table, 0)).toEqual(slowly(loaded, 0));
    const reader = new PlainRows(base, examiner!, head.settings, head.header!.cellCount);
    const end = reader.read(table.start[0]!, newTable(1, examiner), 0);
    if (end >= 0) expect(end).toBe(table.start[0]! + table.length[0]!);
    return end >= 0;
  }

  it.each([
    ['start', ['', '0', '7', '007', '12.0', '12.00', '123456789012345']],
    ['start_mrr', ['', '12.5', '1.234', '0.05', '1234567890.1234']],
    ['segment', ['', 'SMB', 'Big shops', 'é', 'a"b', 'NAN2', '5']],
    ['goal', ['', '85%', '82.5 %', '0.5', '0']],
    ['note', ['', 'x', ' x ', 'a"b', '"a"', '"a, b"', '"a ""b"" # c"', '""', 'a-b=c+d@e']],
  ])('reads by itself what is plain in %s', (column, cells) => {
    for (const eol of ['\n', '\r\n', '\r']) {
      for (const cell of cells) expect(isPlain(column, cell, eol), cell).toBe(true);
    }
  });

  it.each([
    ['start', ['12.5', '1.000', '1.', '.5', '-1', '+1', '1e3', ' 1', '1 ', '1x', '"1"', '1234567890123456']],
    ['start_mrr', ['1.', '.5', '1.2.3', '-1', '12345678901.12345', '1234567890123456', '"1"']],
    ['segment', [' SMB', 'SMB ', '\u00a0', '"SMB"', 'a#b', 'NA', 'null', '=x', '-x']],
    ['goal', ['85', '1', '85,5%', '"85%"', ' 85%', '85% ', '#', 'high', '-5%', '2000%']],
    ['note', ['=x', '+x', '-x', '@x', '-5', '#', 'a#b', '"=x"', '"a"b', '"a', '"a\nb"', '"a" ']],
    ['note', ['a,b']],
  ])('leaves to the examiner what is not plain in %s', (column, cells) => {
    for (const cell of cells) expect(isPlain(column, cell), cell).toBe(false);
  });

  it('reads ordinary rows by itself', () => {
    const rows = [
      '2024-01,SMB,100,25000.50,85%,,x',
      '2024-Q1,,0,,0.5,"a, ""b"" #5",',
      '2024-01-15,Big shops,7,1.25,,note,',
    ];
    const loaded = loadDocument(`period,segment,start,start_mrr,goal,note,own\n${rows.join('\n')}\n`);
    const { head, examiner, table, base } = loaded;
    const reader = new PlainRows(base, examiner!, head.settings, head.header!.cellCount);
    for (const [row, text] of rows.entries()) {
      expect(reader.read(table.start[row]!, newTable(1, examiner), 0)).toBe(table.start[row]! + text.length);
    }
  });
});
