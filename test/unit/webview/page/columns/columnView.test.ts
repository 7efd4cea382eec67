import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../../src/core';
import { pageColumns, type PageColumn } from '../../../../../src/webview/page/columns/columns';
import {
  arrangeColumns,
  fileColumnView,
  hideColumns,
  moveColumns,
  parseColumnView,
  showColumns,
  viewColumns,
  type ColumnView,
} from '../../../../../src/webview/page/columns/columnView';

const columnsOf = (header: string): readonly PageColumn[] => pageColumns(parseDocument(`${header}\n2024\n`));
const columns = columnsOf('period,segment,a,__proto__,constructor,,toString');
const keys = (view: ColumnView, of = columns): string[] => viewColumns(of, view).map(({ key }) => key);
const all = keys(fileColumnView);

describe('the columns of the view', () => {
  it('are the file’s at first', () => {
    expect(viewColumns(columns, fileColumnView)).toBe(columns);
    expect(all.filter((key) => !key.startsWith('='))).toEqual([
      'period',
      'segment',
      'a',
      '__proto__',
      'constructor',
      '#5',
      'toString',
    ]);
  });

  it.each(['__proto__', 'constructor', '#5', 'toString'])('hide and show %s', (key) => {
    const view = hideColumns(fileColumnView, [key]);
    expect(keys(view)).toEqual(all.filter((other) => other !== key));
    expect(keys(JSON.parse(JSON.stringify(view)) as ColumnView)).toEqual(keys(view));
    expect(keys(showColumns(columns, view, null))).toEqual(all);
  });

  it('say where columns are hidden', () => {
    const shown = viewColumns(columns, hideColumns(fileColumnView, ['a', '__proto__', 'toString']));
    expect(shown.find(({ key }) => key === 'constructor')?.hiddenBefore).toEqual(['a', '__proto__']);
    expect(shown.at(-1)?.hiddenAfter).toEqual(['toString']);
    expect(shown.filter(({ hiddenBefore, hiddenAfter }) => hiddenBefore ?? hiddenAfter)).toHaveLength(2);
  });

  it('come back beside the column that bears the mark', () => {
    const view = hideColumns(fileColumnView, ['a', '__proto__', 'toString']);
    expect(showColumns(columns, view, 'constructor').hidden).toEqual(['toString']);
    expect(showColumns(columns, view, '#5').hidden).toEqual(['a', '__proto__']);
  });

  it('are all shown rather than none', () => {
    expect(keys(hideColumns(fileColumnView, all))).toEqual(all);
  });

  it('move, the frozen ones among themselves', () => {
    const moved = moveColumns(columns, fileColumnView, ['toString'], 'a');
    expect(keys(moved).slice(-5)).toEqual(['toString', 'a', '__proto__', 'constructor', '#5']);
    const first = moveColumns(columns, fileColumnView, ['a'], 'period');
    expect(keys(first).slice(0, 2)).toEqual(['period', 'segment']);
    const swapped = moveColumns(columns, fileColumnView, ['segment'], 'period');
    expect(keys(swapped).slice(0, 2)).toEqual(['segment', 'period']);
    expect(moveColumns(columns, swapped, ['period'], 'segment')).toEqual(fileColumnView);
  });

  it('keep the place of a new column beside its neighbour in the file', () => {
    const moved = moveColumns(columns, fileColumnView, ['toString'], 'a');
    const more = columnsOf('period,segment,a,brand new,__proto__,constructor,,toString');
    const order = keys(moved, more);
    expect(order.indexOf('brand new')).toBe(order.indexOf('a') + 1);
  });

  it('are always all of them, whatever is done and kept', () => {
    const key = fc.constantFrom(...all, 'gone', '__proto__');
    const place = fc.nat({ max: all.length });
    const action = fc.oneof(
      fc.record({
        type: fc.constant('move' as const),
        columns: fc.array(place, { maxLength: 4 }),
        before: place,
      }),
      fc.record({ type: fc.constant('hide' as const), columns: fc.array(place, { maxLength: 4 }) }),
      fc.record({ type: fc.constant('show' as const), beside: fc.oneof(place, fc.constant('all' as const)) }),
      fc.record({ type: fc.constant('reset' as const) }),
    );
    const start = fc.record({ order: fc.array(key), hidden: fc.array(key) });
    fc.assert(
      fc.property(start, fc.array(action, { maxLength: 8 }), (begin, actions) => {
        let view: ColumnView = begin;
        for (const step of actions) {
          const shown = viewColumns(columns, view);
          view = arrangeColumns(step, shown, columns, view);
          const now = viewColumns(columns, view);
          expect(now.length).toBeGreaterThan(0);
          expect(new Set(now.map((column) => column.key)).size).toBe(now.length);
          const frozen = now.map((column) => column.frozen);
          expect(frozen.lastIndexOf(true)).toBe(frozen.filter(Boolean).length - 1);
        }
        expect([...keys({ ...view, hidden: [] })].sort()).toEqual([...all].sort());
      }),
    );
  });

  it('are the file’s after any state that is none', () => {
    for (const value of [undefined, null, 7, 'x', [], {}])
      expect(parseColumnView(value)).toEqual(fileColumnView);
    expect(parseColumnView({ order: ['a', 3], hidden: 'b' })).toEqual({ order: ['a'], hidden: [] });
  });
});
