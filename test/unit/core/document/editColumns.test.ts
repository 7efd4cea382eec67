import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addColumn, applyEdits, parseDocument, removeColumn } from '../../../../src/core';
import { allTexts, soundFile } from './sound';

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
    ['period,Price plan\n2024,1\n', 'Price plan', 'period\n2024\n'],
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
