import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clearChange,
  deleteRowsChange,
  fillChange,
  fillDownChange,
  pasteChange,
  type ReadableTable,
} from '../../../../src/webview/grid/changes';
import type { CellRange, CellText, GridEdit } from '../../../../src/webview/grid';
import { table } from './table';

const names = ['period', 'start', '=crr', 'note'];
const texts = [
  ['2024-Q1', '100', '90 %', ''],
  ['2024-Q2', '200', '80 %', 'x'],
  ['2024-Q3', '', '–', ''],
];

function readable(): ReadableTable {
  const model = table(names, texts);
  return { rowCount: 3, columns: model.columns, textOf: (row, column) => texts[row]?.[column] ?? '' };
}

const cell = (row: number, column: number): CellRange => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});
const range = (top: number, left: number, bottom: number, right: number): CellRange => ({
  top,
  left,
  bottom,
  right,
});
const written = (edit: GridEdit | null): readonly CellText[] =>
  edit?.type === 'setCells' || edit?.type === 'insertRows' ? edit.cells : [];
const at = (row: number, column: number, text: string): CellText => ({ row, column, text });

describe('pasteChange', () => {
  it('puts a block at the upper left corner of the selection, in its own size', () => {
    const change = pasteChange(
      readable(),
      [
        ['a', '1'],
        ['b', '2'],
      ],
      [range(1, 0, 1, 0)],
    );
    expect(change.edit).toEqual({
      type: 'setCells',
      cells: [at(1, 0, 'a'), at(1, 1, '1'), at(2, 0, 'b'), at(2, 1, '2')],
    });
    expect(change.result).toEqual(range(1, 0, 2, 1));
    expect(change.skipped).toEqual([]);
  });

  it('adds rows for what overflows, in the same edit', () => {
    const change = pasteChange(readable(), [['a'], ['b'], ['c']], [cell(2, 0)]);
    expect(change.edit).toEqual({
      type: 'insertRows',
      at: 3,
      count: 2,
      cells: [at(2, 0, 'a'), at(3, 0, 'b'), at(4, 0, 'c')],
    });
    expect(change.result).toEqual(range(2, 0, 4, 0));
  });

  it('adds no rows for blank lines at the end', () => {
    const change = pasteChange(readable(), [['a'], ['b'], [''], ['']], [cell(2, 0)]);
    expect(change.edit).toMatchObject({ type: 'insertRows', count: 1 });
  });

  it('blanks existing cells where the block is blank', () => {
    const change = pasteChange(readable(), [['9'], ['']], [cell(0, 1)]);
    expect(written(change.edit)).toEqual([at(0, 1, '9'), at(1, 1, '')]);
  });

  it('fills the whole selection with one value, in all its ranges', () => {
    const change = pasteChange(readable(), [['7']], [cell(0, 1), range(1, 0, 2, 1)]);
    expect(new Set(written(change.edit).map(({ row, column }) => `${row},${column}`))).toEqual(
      new Set(['0,1', '1,0', '1,1', '2,0', '2,1']),
    );
    expect(written(change.edit).every(({ text }) => text === '7')).toBe(true);
  });

  it('fills a selection that is a multiple of the block with copies of it', () => {
    const change = pasteChange(readable(), [['a', 'b']], [range(0, 0, 2, 1)]);
    expect(written(change.edit).map(({ text }) => text)).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
    expect(change.result).toEqual(range(0, 0, 2, 1));
  });

  it('skips calculated cells and reports them, everything else in its place', () => {
    const change = pasteChange(readable(), [['1', 'x', 'n']], [cell(0, 1)]);
    expect(written(change.edit)).toEqual([at(0, 1, '1'), at(0, 3, 'n')]);
    expect(change.skipped).toEqual([{ row: 0, column: 2, text: 'x', reason: 'computed' }]);
  });

  it('reports columns that do not fit', () => {
    const change = pasteChange(readable(), [['n', 'lost']], [cell(0, 3)]);
    expect(written(change.edit)).toEqual([at(0, 3, 'n')]);
    expect(change.skipped).toEqual([{ row: 0, column: 4, text: 'lost', reason: 'no-column' }]);
    expect(change.result).toEqual(cell(0, 3));
  });

  it('leaves cells alone that a shorter line says nothing about', () => {
    const change = pasteChange(readable(), [['a', '1'], ['b']], [cell(0, 0)]);
    expect(written(change.edit)).toEqual([at(0, 0, 'a'), at(0, 1, '1'), at(1, 0, 'b')]);
  });

  it('takes a hundred thousand lines', () => {
    const block = Array.from({ length: 150_000 }, (_, i) => [String(i)]);
    expect(pasteChange(readable(), block, [cell(0, 1)]).edit).toMatchObject({ count: 149_997 });
  });

  it('only ever writes editable cells of the target, each once', () => {
    const block = fc.array(fc.array(fc.string({ maxLength: 2 }), { maxLength: 5 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(block, fc.nat(3), fc.nat(3), fc.nat(2), fc.nat(2), (rows, top, left, down, right) => {
        const target = range(top, left, top + down, Math.min(3, left + right));
        const width = Math.max(0, ...rows.map(({ length }) => length));
        const { edit, skipped } = pasteChange(readable(), rows, [target]);
        const places = written(edit).map(({ row, column }) => `${row},${column}`);
        expect(new Set(places).size).toBe(places.length);
        const bottom = Math.max(target.bottom, top + rows.length - 1);
        const edge = Math.max(target.right, left + width - 1);
        for (const { row, column } of [...written(edit), ...skipped]) {
          expect(row >= top && row <= bottom && column >= left && column <= edge).toBe(true);
        }
        for (const { column } of written(edit)) expect([0, 1, 3]).toContain(column);
      }),
    );
  });
});

describe('fillChange', () => {
  it('writes overlapping ranges once', () => {
    const change = fillChange(readable(), [range(0, 0, 1, 1), range(1, 1, 2, 1)], () => 'z');
    const places = written(change.edit).map(({ row, column }) => `${row},${column}`);
    expect(places.sort()).toEqual(['0,0', '0,1', '1,0', '1,1', '2,1']);
  });

  it('stays inside the data rows, unless the line for a new row is all that is selected', () => {
    expect(written(fillChange(readable(), [range(2, 0, 3, 0)], () => 'z').edit)).toEqual([at(2, 0, 'z')]);
    expect(fillChange(readable(), [cell(3, 0)], () => 'z').edit).toEqual({
      type: 'insertRows',
      at: 3,
      count: 1,
      cells: [at(3, 0, 'z')],
    });
  });
});

describe('fillDownChange', () => {
  it('copies the first row of each range into the others', () => {
    const change = fillDownChange(readable(), [range(0, 0, 2, 1)]);
    expect(written(change.edit)).toEqual([
      at(1, 0, '2024-Q1'),
      at(2, 0, '2024-Q1'),
      at(1, 1, '100'),
      at(2, 1, '100'),
    ]);
  });

  it('copies the row above into a single row', () => {
    expect(written(fillDownChange(readable(), [cell(2, 1)]).edit)).toEqual([at(2, 1, '200')]);
  });

  it('has nothing to copy into the first row', () => {
    expect(fillDownChange(readable(), [cell(0, 1)])).toMatchObject({ edit: null, count: 0 });
  });

  it('skips calculated cells', () => {
    expect(fillDownChange(readable(), [range(0, 2, 1, 2)])).toMatchObject({
      edit: null,
      skipped: [{ row: 1, column: 2, reason: 'computed' }],
    });
  });
});

describe('clearChange', () => {
  it('empties what is not empty yet and passes over calculated cells', () => {
    const change = clearChange(readable(), [range(0, 0, 2, 3)]);
    expect(
      written(change.edit)
        .map(({ row, column }) => `${row},${column}`)
        .sort(),
    ).toEqual(['0,0', '0,1', '1,0', '1,1', '1,3', '2,0']);
    expect(change.skipped).toEqual([]);
  });

  it('reports calculated cells when nothing else was selected', () => {
    expect(clearChange(readable(), [cell(1, 2)])).toMatchObject({
      edit: null,
      skipped: [{ reason: 'computed' }],
    });
  });

  it('does nothing to blank cells', () => {
    expect(clearChange(readable(), [cell(2, 1)])).toMatchObject({ edit: null, skipped: [] });
  });
});

describe('deleteRowsChange', () => {
  it('deletes the selected rows in one edit', () => {
    const change = deleteRowsChange(readable(), [cell(2, 1), cell(0, 0), range(0, 1, 0, 3)]);
    expect(change.edit).toEqual({
      type: 'deleteRows',
      spans: [
        { at: 0, count: 1 },
        { at: 2, count: 1 },
      ],
    });
    expect(change.count).toBe(2);
  });

  it('leaves the line for a new row', () => {
    expect(deleteRowsChange(readable(), [cell(3, 0)]).edit).toBeNull();
  });
});
