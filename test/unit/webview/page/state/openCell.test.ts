import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../../src/core';
import { pageColumns } from '../../../../../src/webview/page/columns/columns';
import { draftInPlace, keyedDraft } from '../../../../../src/webview/page/state/openCell';

const header = 'period,segment,start,new,lost\n';
const rows = ['2024-01,A,100,10,5\n', '2024-01,B,200,20,10\n', '2024-02,A,105,11,6\n'];

function table(...lines: string[]) {
  const document = parseDocument(header + lines.join(''));
  return { document, columns: pageColumns(document) };
}

const before = table(...rows);
const lost = before.columns.findIndex(({ key }) => key === 'lost');
const draft = { row: 1, column: lost, text: '12', mode: 'enter' } as const;
const typed = keyedDraft(before, draft)!;

describe('what is typed into an open cell', () => {
  it('is known by what the cell belongs to', () => {
    expect(typed).toEqual({ period: '2024-01', segment: 'B', column: 'lost', text: '12' });
    expect(keyedDraft(before, null)).toBeNull();
    const computed = before.columns.findIndex(({ key, computed }) => computed && key !== '');
    expect(keyedDraft(before, { ...draft, column: computed })).toBeNull();
  });

  it('stays where it is while its row does', () => {
    expect(draftInPlace(before, draft, typed)).toEqual(draft);
  });

  it('follows its row and its column', () => {
    const moved = table(rows[2]!, rows[0]!, rows[1]!);
    expect(draftInPlace(moved, draft, typed)).toEqual({ ...draft, row: 2 });
    const document = parseDocument('note,period,lost,segment,start,new\n,2024-01,10,B,200,20\n');
    const columns = pageColumns(document);
    const place = draftInPlace({ document, columns }, draft, typed);
    expect(place?.row).toBe(0);
    expect(columns[place!.column]?.key).toBe('lost');
  });

  it('has no place when its row or its column is gone: nobody else’s cell is opened', () => {
    expect(draftInPlace(table(rows[0]!, rows[2]!), draft, typed)).toBeNull();
    const document = parseDocument('period,segment,start\n2024-01,B,200\n');
    expect(draftInPlace({ document, columns: pageColumns(document) }, draft, typed)).toBeNull();
  });

  it('prefers the old place among rows that look alike', () => {
    const twins = table(rows[1]!, rows[1]!, rows[1]!);
    expect(draftInPlace(twins, draft, typed)?.row).toBe(1);
  });

  it('of a new row stays in the line behind the last row', () => {
    const newRow = { ...draft, row: 3 };
    const key = keyedDraft(before, newRow)!;
    expect(key).toEqual({ period: '', segment: '', column: 'lost', text: '12' });
    expect(draftInPlace(table(...rows, '2024-02,B,210,2,1\n'), newRow, key)?.row).toBe(4);
    expect(draftInPlace(table(rows[0]!), newRow, key)?.row).toBe(1);
  });
});
