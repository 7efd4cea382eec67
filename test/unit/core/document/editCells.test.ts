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
import { fileShape, typedText } from './arbitraries';
import { allTexts, soundFile, unified } from './sound';

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

describe('every edit', () => {
  it('keeps line endings, byte order mark and final newline', () => {
    fc.assert(
      fc.property(
        fileShape,
        fc.nat({ max: 2 }),
        fc.constantFrom('cell', 'insert', 'delete', 'column', 'no column'),
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
            'no column': () => removeColumn(document, 'note'),
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
