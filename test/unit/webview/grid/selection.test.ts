import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeContains, rowAfterReplace, rowSpans } from '../../../../src/webview/grid/range';
import {
  addCell,
  clampSelection,
  currentRange,
  extendTo,
  growTo,
  replaceRows,
  selectAll,
  selectCell,
  selectColumns,
  selectRange,
  selectRows,
  type Bounds,
  type Selection,
} from '../../../../src/webview/grid/selection';

const bounds: Bounds = { rowCount: 10, columnCount: 5, append: true };
const range = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

describe('selection', () => {
  it('extends from the active cell in any direction and back', () => {
    const start = selectCell({ row: 4, column: 2 });
    expect(currentRange(extendTo(start, { row: 6, column: 3 }, bounds))).toEqual(range(4, 2, 6, 3));
    expect(currentRange(extendTo(start, { row: 2, column: 1 }, bounds))).toEqual(range(2, 1, 4, 2));
    const there = extendTo(start, { row: 6, column: 3 }, bounds);
    expect(extendTo(there, { row: 4, column: 2 }, bounds)).toEqual(start);
  });

  it('keeps whole rows and columns whole while extending', () => {
    const rows = selectRows(3, 3, bounds);
    expect(currentRange(extendTo(rows, { row: 5, column: 1 }, bounds))).toEqual(range(3, 0, 5, 4));
    const columns = selectColumns(1, 1, bounds);
    expect(currentRange(extendTo(columns, { row: 2, column: 3 }, bounds))).toEqual(range(0, 1, 9, 3));
  });

  it('selects rows and columns backwards too', () => {
    expect(currentRange(selectRows(5, 2, bounds))).toEqual(range(2, 0, 5, 4));
    expect(currentRange(selectColumns(3, 1, bounds))).toEqual(range(0, 1, 9, 3));
  });

  it('grows a range to its rows, its columns, then everything; the active cell stays', () => {
    const start = selectRange(range(2, 1, 3, 2), { row: 3, column: 2 });
    expect(currentRange(growTo(start, 'rows', bounds))).toEqual(range(2, 0, 3, 4));
    expect(currentRange(growTo(start, 'columns', bounds))).toEqual(range(0, 1, 9, 2));
    const all = growTo(growTo(start, 'rows', bounds), 'columns', bounds);
    expect(all).toMatchObject({ shape: 'all', ranges: [range(0, 0, 9, 4)], active: { row: 3, column: 2 } });
  });

  it('adds ranges', () => {
    const both = addCell(selectCell({ row: 1, column: 1 }), { row: 5, column: 2 });
    expect(both.ranges).toEqual([range(1, 1, 1, 1), range(5, 2, 5, 2)]);
    const extended = extendTo(both, { row: 6, column: 2 }, bounds);
    expect(extended.ranges).toEqual([range(1, 1, 1, 1), range(5, 2, 6, 2)]);
    expect(selectRows(8, 8, bounds, extended).ranges).toHaveLength(3);
  });

  it('selects all data rows, without the line for a new row', () => {
    const all = selectAll(selectCell({ row: 10, column: 3 }), bounds);
    expect(all).toMatchObject({ ranges: [range(0, 0, 9, 4)], active: { row: 9, column: 3 } });
  });

  it('is the same object when it is inside its bounds', () => {
    const selection = selectRange(range(1, 1, 3, 3), { row: 2, column: 2 });
    expect(clampSelection(selection, bounds)).toBe(selection);
  });

  it('survives a table without rows', () => {
    const empty: Bounds = { rowCount: 0, columnCount: 3, append: false };
    expect(clampSelection(selectRange(range(2, 1, 5, 2), { row: 3, column: 1 }), empty)).toMatchObject({
      active: { row: 0, column: 1 },
      ranges: [range(0, 1, 0, 2)],
    });
    expect(currentRange(selectColumns(1, 1, empty))).toEqual(range(0, 1, 0, 1));
  });
});

describe('replaceRows', () => {
  const start = selectRange(range(4, 1, 6, 2), { row: 5, column: 1 });

  it('moves with rows inserted or removed above', () => {
    const grown = { ...bounds, rowCount: 13 };
    expect(replaceRows(start, 2, 0, 3, grown)).toMatchObject({
      ranges: [range(7, 1, 9, 2)],
      active: { row: 8 },
    });
    expect(replaceRows(start, 0, 2, 0, bounds)).toMatchObject({
      ranges: [range(2, 1, 4, 2)],
      active: { row: 3 },
    });
  });

  it('stays when rows change below or one for one', () => {
    expect(replaceRows(start, 7, 0, 3, bounds)).toEqual(start);
    expect(replaceRows(start, 4, 2, 2, bounds)).toBe(start);
  });

  it('grows and shrinks with rows inside', () => {
    expect(currentRange(replaceRows(start, 5, 0, 1, bounds))).toEqual(range(4, 1, 7, 2));
    expect(currentRange(replaceRows(start, 5, 1, 0, bounds))).toEqual(range(4, 1, 5, 2));
  });

  it('falls on a neighbour when its rows are gone', () => {
    expect(replaceRows(start, 3, 5, 0, { ...bounds, rowCount: 5 })).toMatchObject({
      active: { row: 3, column: 1 },
      ranges: [range(3, 1, 3, 2)],
    });
  });
});

it('keeps the active cell in the current range whatever happens', () => {
  const row = fc.nat(12);
  const column = fc.nat(6);
  const step = fc.oneof(
    fc.record({ type: fc.constant('cell' as const), row, column }),
    fc.record({ type: fc.constant('extend' as const), row, column }),
    fc.record({ type: fc.constant('add' as const), row, column }),
    fc.record({ type: fc.constant('rows' as const), row, column }),
    fc.record({ type: fc.constant('columns' as const), row, column }),
    fc.record({ type: fc.constant('all' as const), row, column }),
    fc.record({ type: fc.constant('grow' as const), row, column }),
    fc.record({ type: fc.constant('replace' as const), row, column }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, append) => {
      let limits: Bounds = { rowCount: 10, columnCount: 5, append };
      let selection: Selection = selectCell({ row: 0, column: 0 });
      for (const { type, row: r, column: c } of steps) {
        const at = { row: Math.min(r, limits.rowCount), column: Math.min(c, 4) };
        if (type === 'cell') selection = selectCell(at);
        else if (type === 'extend') selection = extendTo(selection, at, limits);
        else if (type === 'add') selection = addCell(selection, at);
        else if (type === 'rows') selection = selectRows(selection.active.row, at.row, limits);
        else if (type === 'columns') selection = selectColumns(selection.active.column, at.column, limits);
        else if (type === 'all') selection = selectAll(selection, limits);
        else if (type === 'grow') selection = growTo(selection, c % 2 === 0 ? 'rows' : 'columns', limits);
        else {
          const removed = Math.min(c, limits.rowCount - Math.min(r, limits.rowCount));
          limits = { ...limits, rowCount: limits.rowCount - removed + 1 };
          selection = replaceRows(selection, Math.min(r, limits.rowCount), removed, 1, limits);
        }
        selection = clampSelection(selection, limits);
        const { active } = selection;
        expect(rangeContains(currentRange(selection), active.row, active.column)).toBe(true);
      }
    }),
  );
});

describe('rowSpans', () => {
  it('joins overlapping and adjacent ranges and leaves out what is beyond the rows', () => {
    expect(rowSpans([range(4, 0, 5, 0), range(3, 2, 4, 2), range(8, 0, 12, 1)], 10)).toEqual([
      { at: 3, count: 3 },
      { at: 8, count: 2 },
    ]);
    expect(rowSpans([range(1, 0, 1, 0), range(2, 0, 2, 0)], 10)).toEqual([{ at: 1, count: 2 }]);
    expect(rowSpans([range(10, 0, 10, 0)], 10)).toEqual([]);
  });
});

describe('rowAfterReplace', () => {
  it('follows the row', () => {
    expect(rowAfterReplace(3, 5, 2, 0)).toBe(3);
    expect(rowAfterReplace(5, 5, 2, 0)).toBeNull();
    expect(rowAfterReplace(7, 5, 2, 0)).toBe(5);
    expect(rowAfterReplace(5, 5, 1, 3)).toBe(5);
    expect(rowAfterReplace(5, 5, 0, 3)).toBe(8);
  });
});
