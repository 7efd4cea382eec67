import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument } from '../../../../../src/core';
import type { GridEdit } from '../../../../../src/webview/grid';
import { pageColumns } from '../../../../../src/webview/page/columns/columns';
import { fileEdit } from '../../../../../src/webview/page/sheet/gridEdits';
import { nextRow } from '../../../../../src/webview/page/sheet/newRow';

type Change = Exclude<GridEdit, { readonly type: 'undo' | 'redo' }>;

function after(text: string, edit: Change): { text: string; label: string } {
  const document = parseDocument(text);
  const { edits, label } = fileEdit(document, pageColumns(document), edit);
  return { text: applyEdits(text, edits), label };
}

const file = 'period,start,new,lost,end,note\n2024-Q1,100,15,10,105,\n2024-Q2,105,5,7,103,"x, y"\n';

describe('what an action in the grid changes in the file', () => {
  it('is the cell alone', () => {
    const { text, label } = after(file, { type: 'setCells', cells: [{ row: 1, column: 3, text: '8' }] });
    expect(text).toBe(file.replace('105,5,7', '105,5,8'));
    expect(label).toBe('Edit lost of row 2');
  });

  it('counts columns of the file behind the results', () => {
    // The grid shows four results between `end` and `note`.
    const { text } = after(file, { type: 'setCells', cells: [{ row: 0, column: 9, text: 'hello' }] });
    expect(text).toBe(file.replace('105,\n', '105,hello\n'));
  });

  it('leaves results alone', () => {
    const { text } = after(file, { type: 'setCells', cells: [{ row: 0, column: 5, text: '99%' }] });
    expect(text).toBe(file);
  });

  it('continues the periods in rows added at the end', () => {
    const { text } = after(file, {
      type: 'insertRows',
      at: 2,
      count: 1,
      cells: [{ row: 2, column: 1, text: '103' }],
    });
    expect(text).toBe(`${file}2024-Q3,103,,,,\n`);
    const two = after(file, {
      type: 'insertRows',
      at: 2,
      count: 3,
      cells: [
        { row: 3, column: 0, text: '2025-Q1' },
        { row: 4, column: 1, text: '1' },
      ],
    });
    expect(two.text).toBe(`${file}2024-Q3,,,,,\n2025-Q1,,,,,\n2025-Q2,1,,,,\n`);
    expect(two.label).toBe('Insert 3 rows');
  });

  it('leaves rows inserted between others blank', () => {
    const { text } = after(file, { type: 'insertRows', at: 1, count: 1, cells: [] });
    expect(text).toBe(file.replace('2024-Q2', ',,,,,\n2024-Q2'));
  });

  it('writes into rows that are there and into new ones in one edit', () => {
    const { text } = after(file, {
      type: 'insertRows',
      at: 2,
      count: 1,
      cells: [
        { row: 1, column: 0, text: '2024-Q3' },
        { row: 2, column: 0, text: '2024-Q4' },
      ],
    });
    expect(text).toBe(`${file.replace('2024-Q2', '2024-Q3')}2024-Q4,,,,,\n`);
  });

  it('moves and duplicates rows', () => {
    const [, first, second] = file.split('2024').map((line) => `2024${line}`);
    const head = file.slice(0, file.indexOf('2024'));
    const moved = after(file, { type: 'moveRows', spans: [{ at: 1, count: 1 }], to: 0 });
    expect(moved.text).toBe(head + second! + first!);
    expect(moved.label).toBe('Move a row');
    const copied = after(file, { type: 'duplicateRows', spans: [{ at: 0, count: 2 }] });
    expect(copied.text).toBe(head + first! + second! + first! + second!);
    expect(copied.label).toBe('Duplicate 2 rows');
  });

  it('deletes rows', () => {
    const { text, label } = after(file, { type: 'deleteRows', spans: [{ at: 0, count: 1 }] });
    expect(text).toBe(file.replace('2024-Q1,100,15,10,105,\n', ''));
    expect(label).toBe('Delete a row');
  });
});

describe('the next row', () => {
  const next = (rows: string): unknown => nextRow(parseDocument(`period,segment,start\n${rows}`));

  it('is the next period', () => {
    expect(nextRow(parseDocument(file))).toEqual({ period: '2024-Q3', segment: '' });
    expect(nextRow(parseDocument('period\n2024-12\n'))).toEqual({ period: '2025-01', segment: '' });
  });

  it('is the next segment while the period lacks one', () => {
    expect(next('2024-01,SMB,1\n2024-01,Enterprise,1\n2024-02,SMB,1\n')).toEqual({
      period: '2024-02',
      segment: 'Enterprise',
    });
    expect(next('2024-01,SMB,1\n2024-01,Enterprise,1\n')).toEqual({ period: '2024-02', segment: 'SMB' });
    expect(next('2024-01,A,1\n2024-01,B,1\n2024-02,A,1\n2024-02,B,1\n')).toEqual({
      period: '2024-03',
      segment: 'A',
    });
  });

  it('is nothing where nothing can be said', () => {
    expect(nextRow(parseDocument(''))).toEqual({ period: '', segment: '' });
    expect(nextRow(parseDocument('period\nsoon\n'))).toEqual({ period: '', segment: '' });
    expect(nextRow(parseDocument('start\n5\n'))).toEqual({ period: '', segment: '' });
  });
});
