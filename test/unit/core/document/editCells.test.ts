import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addColumn,
  removeColumn,
  applyEdits,
  deleteRows,
  insertRows,
  parseDocument,
  setCell,
  setCells,
} from '../../../../src/core';
import type { RetentionDocument } from '../../../../src/core';
import { fileShape, typedText, wellFormedFile } from './arbitraries';
import { marked } from './problems';

/** Files in which every row can be found again: no open quote, no conflict. */
const soundFile = wellFormedFile.filter((text) => marked(text, 'R301').length === 0);

function allTexts(document: RetentionDocument): string[][] {
  return Array.from({ length: document.rowCount }, (_, row) =>
    Array.from({ length: document.cellCount(row) }, (_unused, column) => document.cellText(row, column)),
  );
}

function unified(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

describe('setCell', () => {
  it.each<[string, number, string | number, string, string]>([
    ['period,lost\n2024,5\n', 0, 'lost', '75', 'period,lost\n2024,75\n'],
    ['period,lost\n2024,5\n', 0, 'LOST', '', 'period,lost\n2024,\n'],
    ['period,lost\n2024,5\n', 0, 1, '5', 'period,lost\n2024,5\n'],
    ['period,note\n2024,a\n', 0, 'note', 'a, b', 'period,note\n2024,"a, b"\n'],
    ['period,note\n2024,a\n', 0, 'note', 'say "x"', 'period,note\n2024,"say ""x"""\n'],
    ['period,note\n2024,a\n', 0, 'note', '#5', 'period,note\n2024,"#5"\n'],
    ['period,note\n2024,a\n', 0, 'note', ' a', 'period,note\n2024," a"\n'],
    ['period,note\n2024,"a"\n', 0, 'note', 'b', 'period,note\n2024,"b"\n'],
    ['period,note\n2024,"a"\n', 0, 'note', '', 'period,note\n2024,""\n'],
    ['period,note\r\n2024,a\r\n', 0, 'note', 'b\nc', 'period,note\r\n2024,"b\r\nc"\r\n'],
    ['period,note\r\n2024,"b\r\nc"\r\n', 0, 'note', 'b\nc', 'period,note\r\n2024,"b\r\nc"\r\n'],
    ['period,a,b,c\n2024\n', 0, 'b', '5', 'period,a,b,c\n2024,,5\n'],
    ['period,a,b,c\n2024\n', 0, 'c', '', 'period,a,b,c\n2024\n'],
    ['period,a,b,c\n2024\n', 0, 'a', 'x\ny', 'period,a,b,c\n2024,"x\ny",,\n'],
    ['period,a\n2024,1,2,3\n', 0, 3, '4', 'period,a\n2024,1,2,4\n'],
    ['period\n2023\n2024', 1, 'period', '2025', 'period\n2023\n2025'],
    ['period\n2024\n', 0, 'period', '', 'period\n""\n'],
    ['period\n2024\n', 0, 'period', '=======', 'period\n"======="\n'],
    ['period,a\n2024\n', 0, 'period', '', 'period,a\n""\n'],
    ['period,a\n2024,1\n', 0, 'period', '<<<<<<< x', 'period,a\n"<<<<<<< x",1\n'],
    ['period,a\n2024,1\n', 0, 'period', '#x', 'period,a\n"#x",1\n'],
    ['\ufeffperiod,a\n2024,"x"y\n', 0, 'a', 'z', '\ufeffperiod,a\n2024,"z"\n'],
    ['period,a\n2024,"5\n', 0, 'a', '5', 'period,a\n2024,5\n'],
    ['period,a,b\n2024,"x,y\n', 0, 'b', 'z', 'period,a,b\n2024,"x,z\n'],
    ['period,a,b\n2024,"x,y\n', 0, 'b', 'y, z', 'period,a,b\n2024,"""x","y, z"\n'],
    ['period,a,b\n2024,"x\n', 0, 'b', 'y, z', 'period,a,b\n2024,"""x","y, z"\n'],
    ['period,a,b\n2024,x,"y\n', 0, 'a', 'x\nz', 'period,a,b\n2024,"x\nz","""y"\n'],
    ['period,a,b\n2024,"x,y\n', 0, 'a', '"z', 'period,a,b\n2024,"""z",y\n'],
  ])('in %j row %i column %s: %j', (text, row, column, typed, expected) => {
    expect(applyEdits(text, setCell(parseDocument(text), row, column, typed))).toBe(expected);
  });

  it('keeps the cell whose quote is never closed', () => {
    const document = parseDocument('period,note,owner\n2024,"abc,x\n2025,ok,y\n');
    const same = { row: 0, column: 'note', text: '"abc' };
    document.apply(setCells(document, [same, { row: 0, column: 'owner', text: 'a, b' }]));
    expect(allTexts(document)).toEqual([
      ['2024', '"abc', 'a, b'],
      ['2025', 'ok', 'y'],
    ]);
  });

  it('makes no edit when the cell says the text already', () => {
    const document = parseDocument('period,a,b\n2024,"x ""y""",\n');
    expect(setCell(document, 0, 'a', 'x "y"')).toEqual([]);
    expect(setCell(document, 0, 'b', '')).toEqual([]);
  });

  it('says what is wrong with a place that does not exist', () => {
    const document = parseDocument('period,a\n2024,1\n');
    expect(() => setCell(document, 0, 'c', '1')).toThrow(
      'There is no column “c”. The columns are: period, a.',
    );
    expect(() => setCell(document, 0, 2, '1')).toThrow('There is no column 3: the table has 2 columns.');
    expect(() => setCell(document, 1, 'a', '1')).toThrow('There is no row 2: the table has 1 rows.');
    expect(() => setCell(parseDocument('period\n2024,1,2\n'), 0, 'period', 'a\nb')).toThrow(RangeError);
  });

  it('changes its cell only, which then says the text', () => {
    fc.assert(
      fc.property(soundFile, fc.nat(), fc.nat(), typedText, (text, rowChoice, columnChoice, typed) => {
        const document = parseDocument(text);
        fc.pre(document.rowCount > 0);
        const row = rowChoice % document.rowCount;
        const column = columnChoice % document.columns.length;
        fc.pre(document.cellCount(row) <= document.headerCellCount || !/[\r\n]/.test(typed));
        fc.pre(!typed.includes('\0') && !typed.includes('\ufffd'));
        const before = allTexts(document);
        const place = document.cellRange(row, column) ?? {
          start: document.rowRange(row).end,
          end: document.rowRange(row).end,
        };
        const edits = setCell(document, row, column, typed);
        const after = applyEdits(text, edits);
        // A line break in a short row needs all its delimiters, so that the row's end can be found.
        const completed = /[\r\n]/.test(typed) && document.cellCount(row) < document.headerCellCount;
        const rest = completed ? document.rowRange(row).end : place.end;
        expect(after.slice(0, place.start)).toBe(text.slice(0, place.start));
        expect(after.slice(after.length - (text.length - rest))).toBe(text.slice(rest));
        const reread = parseDocument(after);
        expect(reread.cellText(row, column)).toBe(unified(typed));
        const expected = before.map((cells, index) => (index === row ? allTexts(reread)[row] : cells));
        expect(allTexts(reread)).toEqual(expected);
        for (const [index, cell] of before[row]!.entries()) {
          if (index !== column) expect(reread.cellText(row, index)).toBe(cell);
        }
        expect(setCell(reread, row, column, typed)).toEqual([]);
        if (unified(typed) === (before[row]![column] ?? '')) expect(edits).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });
});

describe('setCells', () => {
  it('writes a block as one list of edits, the last text of a cell', () => {
    const text = 'period,a,b,c\n2023,1,2,3\n2024\n';
    const edits = setCells(parseDocument(text), [
      { row: 1, column: 'c', text: '9' },
      { row: 0, column: 'a', text: '7' },
      { row: 0, column: 'c', text: '8' },
      { row: 1, column: 'a', text: 'x,' },
      { row: 0, column: 'a', text: '77' },
      { row: 0, column: 'b', text: '2' },
    ]);
    expect(applyEdits(text, edits)).toBe('period,a,b,c\n2023,77,2,8\n2024,"x,",,9\n');
    expect(edits).toHaveLength(3);
  });

  it('says in each cell what was set', () => {
    const changes = fc.array(
      fc.record({
        row: fc.nat(),
        column: fc.nat(),
        text: typedText.filter((text) => !/[\0\ufffd\r\n]/.test(text)),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(soundFile, changes, (text, rough) => {
        const document = parseDocument(text);
        fc.pre(document.rowCount > 0);
        const list = rough.map((change) => ({
          ...change,
          row: change.row % document.rowCount,
          column: change.column % document.columns.length,
        }));
        const reread = parseDocument(applyEdits(text, setCells(document, list)));
        const expected = new Map(list.map((change) => [`${change.row}/${change.column}`, change]));
        for (const change of expected.values()) {
          expect(reread.cellText(change.row, change.column)).toBe(change.text);
        }
        expect(reread.rowCount).toBe(document.rowCount);
      }),
      { numRuns: 300 },
    );
  });
});

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

describe('addColumn', () => {
  it.each<[string, string, Parameters<typeof addColumn>[2], string]>([
    ['period,a\n2024,1\n', 'note', undefined, 'period,a,note\n2024,1,\n'],
    ['period,a\n2024,1', 'x, y', {}, 'period,a,"x, y"\n2024,1,'],
    ['period,a\n2024,1\n', 'b', { after: 'period' }, 'period,b,a\n2024,,1\n'],
    ['period,a\n2024,1\n', 'b', { before: 'period' }, 'b,period,a\n,2024,1\n'],
    ['period,a\n2024,1\n', 'b', { before: 1 }, 'period,b,a\n2024,,1\n'],
    [
      'period,a,b\n2022\n2023,1\n2024,1,2\n2025,1,2,3\n',
      'c',
      {},
      'period,a,b,c\n2022\n2023,1\n2024,1,2,\n2025,1,2,,3\n',
    ],
    ['period,a,b\n2022\n2023,1\n2024,1,2\n', 'c', { after: 'a' }, 'period,a,c,b\n2022\n2023,1\n2024,1,,2\n'],
    ['period,a\n2024,"x\ny"\n', 'b', {}, 'period,a,b\n2024,"x\ny",\n'],
    ['', 'note', {}, 'period,start,new,lost,end,note\n'],
    ['#---\n#---\n', 'Lost', {}, '#---\n#---\nperiod,start,new,lost,end\n'],
  ])('to %j: %s', (text, name, place, expected) => {
    expect(applyEdits(text, addColumn(parseDocument(text), name, place))).toBe(expected);
  });

  it.each([
    ['', 'A column needs a name on one line.'],
    [' ', 'A column needs a name on one line.'],
    ['a\nb', 'A column needs a name on one line.'],
    ['a\rb', 'A column needs a name on one line.'],
    ['period', 'There is a column “period” already.'],
    ['PERIOD ', 'There is a column “period” already.'],
  ])('refuses the name %j', (name, message) => {
    expect(() => addColumn(parseDocument('period\n'), name)).toThrow(new RangeError(message));
  });

  it('keeps every other cell where it was', () => {
    fc.assert(
      fc.property(soundFile, fc.nat(), (text, choice) => {
        const document = parseDocument(text);
        const at = choice % (document.columns.length + 1);
        const place = at === 0 ? { before: 0 } : { after: at - 1 };
        const reread = parseDocument(applyEdits(text, addColumn(document, 'brand new', place)));
        expect(reread.columns[at]!.name).toBe('brand new');
        const expected = allTexts(document).map((cells) => {
          const reaches =
            cells.length > at || (cells.length === at && cells.length === document.headerCellCount);
          return reaches ? [...cells.slice(0, at), '', ...cells.slice(at)] : cells;
        });
        expect(allTexts(reread)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('removeColumn', () => {
  it.each<[string, string | number, string]>([
    ['period,a,b\n2024,1,2\n', 'a', 'period,b\n2024,2\n'],
    ['period,a,b\n2024,1,2', 'b', 'period,a\n2024,1'],
    ['a,period,b\n1,2024,2\n', 0, 'period,b\n2024,2\n'],
    ['period,a,b\n2022\n2023,1\n2024,1,2,3\n', 'b', 'period,a\n2022\n2023,1\n2024,1,3\n'],
    ['period,a\n2024,"x\ny"\n2025,1\n', 'a', 'period\n2024\n2025\n'],
    ['period,A\n2024,1\n', 'a', 'period\n2024\n'],
    // What was in the middle of a line begins it now, or is all of it.
    ['a,period\n1,#x\n1,<<<<<<< y\n', 'a', 'period\n"#x"\n"<<<<<<< y"\n'],
    ['a,period,b\n1\n1,\n,2024,3\n', 'a', 'period,b\n""\n""\n2024,3\n'],
    ['period,a\n,1\n', 'a', 'period\n""\n'],
    [
      '#---\n# label_a: Alpha\n# label_b: Beta\n#---\nperiod,a,b\n',
      'a',
      '#---\n# label_b: Beta\n#---\nperiod,b\n',
    ],
  ])('from %j: %s', (text, column, expected) => {
    expect(applyEdits(text, removeColumn(parseDocument(text), column))).toBe(expected);
  });

  it.each([
    ['period,a\n', 'period', 'The column “period” stays: a table needs one that says which row is which.'],
    ['a\n1\n', 'a', 'The column “a” stays: a table needs one that says which row is which.'],
    ['period,a\n', 'b', 'There is no column “b”. The columns are: period, a.'],
    [
      'period,a,b\n2024,"x,1\n',
      'b',
      'The quote of a cell is never closed (R301): close it first, or rows could be read as one.',
    ],
  ])('of %j refuses %s', (text, column, message) => {
    expect(() => removeColumn(parseDocument(text), column)).toThrow(new RangeError(message));
  });

  it('keeps every other cell as it was', () => {
    fc.assert(
      fc.property(soundFile, fc.nat(), (text, choice) => {
        const document = parseDocument(text);
        const removable = document.columns.filter(({ id }) => id !== 'period');
        const column = removable[choice % Math.max(1, removable.length)];
        if (column === undefined || document.columns.length === 1) return;
        const reread = parseDocument(applyEdits(text, removeColumn(document, column.index)));
        const without = (cells: readonly string[]) => cells.filter((_, index) => index !== column.index);
        expect(reread.columns.map(({ name }) => name)).toEqual(
          without(document.columns.map(({ name }) => name)),
        );
        // A record is never without a cell.
        const expected = allTexts(document).map((cells) => (cells.length > 1 ? without(cells) : cells));
        const alone = allTexts(document).map((cells) => cells.length === 1 && column.index === 0);
        expect(allTexts(reread)).toEqual(expected.map((cells, row) => (alone[row]! ? [''] : cells)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('every edit', () => {
  it('keeps line endings, byte order mark and final newline', () => {
    fc.assert(
      fc.property(
        fileShape,
        fc.nat({ max: 2 }),
        fc.constantFrom('cell', 'insert', 'delete', 'column'),
        ({ eol, bom, finalNewline }, row, kind) => {
          const text =
            (bom ? '\ufeff' : '') +
            ['period,note', '2021,a', '2022,"b"', '2023,c'].join(eol) +
            (finalNewline ? eol : '');
          const document = parseDocument(text);
          const edits = {
            cell: () => setCell(document, row, 'note', 'x\ny'),
            insert: () => insertRows(document, row + 1, 1),
            delete: () => deleteRows(document, row),
            column: () => addColumn(document, 'new'),
          }[kind]();
          const after = applyEdits(text, edits);
          expect(after.startsWith('\ufeff')).toBe(bom);
          expect(after.endsWith(eol)).toBe(finalNewline);
          expect(new Set(after.match(/\r\n?|\n/g))).toEqual(new Set([eol]));
        },
      ),
    );
  });
});
