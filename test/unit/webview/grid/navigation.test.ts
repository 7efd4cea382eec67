import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cycleInSelection,
  moveCell,
  nextInReadingOrder,
  type Motion,
  type NavigationContext,
} from '../../../../src/webview/grid/navigation';
import { selectCell, selectRange, addCell, type Bounds } from '../../../../src/webview/grid/selection';

/** A dot is a blank cell. */
function context(lines: readonly string[], append = true): NavigationContext {
  return {
    bounds: { rowCount: lines.length, columnCount: lines[0]?.length ?? 3, append },
    pageRows: 4,
    isBlank: (row, column) => lines[row]?.[column] === '.',
  };
}

const data = ['xx.x', 'xx.x', '.x..', '.x.x', 'xx.x'];

describe('moveCell', () => {
  const go = (row: number, column: number, motion: Motion): [number, number] => {
    const cell = moveCell({ row, column }, motion, context(data));
    return [cell.row, cell.column];
  };

  it('stops at the borders; the line for a new row is one more row', () => {
    expect(go(0, 0, 'up')).toEqual([0, 0]);
    expect(go(0, 0, 'left')).toEqual([0, 0]);
    expect(go(4, 3, 'down')).toEqual([5, 3]);
    expect(go(5, 3, 'down')).toEqual([5, 3]);
    expect(go(0, 3, 'right')).toEqual([0, 3]);
    expect(moveCell({ row: 4, column: 0 }, 'down', context(data, false)).row).toBe(4);
  });

  it('jumps to the edge of data', () => {
    expect(go(0, 0, 'edge-down')).toEqual([1, 0]);
    expect(go(1, 0, 'edge-down')).toEqual([4, 0]);
    expect(go(4, 0, 'edge-down')).toEqual([5, 0]);
    expect(go(0, 2, 'edge-down')).toEqual([4, 2]);
    expect(go(5, 0, 'edge-up')).toEqual([4, 0]);
    expect(go(4, 0, 'edge-up')).toEqual([1, 0]);
    expect(go(3, 1, 'edge-up')).toEqual([0, 1]);
    expect(go(0, 0, 'edge-right')).toEqual([0, 1]);
    expect(go(0, 1, 'edge-right')).toEqual([0, 3]);
    expect(go(2, 1, 'edge-right')).toEqual([2, 3]);
    expect(go(2, 1, 'edge-left')).toEqual([2, 0]);
  });

  it('pages by the screen less one row', () => {
    expect(go(0, 1, 'page-down')).toEqual([3, 1]);
    expect(go(3, 1, 'page-down')).toEqual([5, 1]);
    expect(go(2, 1, 'page-up')).toEqual([0, 1]);
  });

  it('goes to the ends', () => {
    expect(go(2, 2, 'row-start')).toEqual([2, 0]);
    expect(go(2, 2, 'row-end')).toEqual([2, 3]);
    expect(go(2, 2, 'grid-start')).toEqual([0, 0]);
    expect(go(2, 2, 'grid-end')).toEqual([4, 3]);
  });

  it('stays in an empty table', () => {
    const empty = { ...context([]), bounds: { rowCount: 0, columnCount: 3, append: true } };
    for (const motion of ['edge-down', 'edge-up', 'grid-end', 'page-down', 'down', 'up'] as const) {
      expect(moveCell({ row: 0, column: 1 }, motion, empty).row).toBe(0);
    }
  });

  it('never leaves the bounds', () => {
    const motions: Motion[] = [
      'up',
      'down',
      'left',
      'right',
      'edge-up',
      'edge-down',
      'edge-left',
      'edge-right',
      'page-up',
      'page-down',
      'row-start',
      'row-end',
      'grid-start',
      'grid-end',
    ];
    const lines = fc.array(fc.string({ unit: fc.constantFrom('x', '.'), minLength: 3, maxLength: 3 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        lines,
        fc.boolean(),
        fc.constantFrom(...motions),
        fc.nat(6),
        fc.nat(2),
        (text, append, motion, r, c) => {
          const last = Math.max(0, append ? text.length : text.length - 1);
          const cell = moveCell({ row: Math.min(r, last), column: c }, motion, context(text, append));
          expect(cell.row >= 0 && cell.row <= last && cell.column >= 0 && cell.column < 3).toBe(true);
        },
      ),
    );
  });
});

describe('nextInReadingOrder', () => {
  const bounds: Bounds = { rowCount: 2, columnCount: 3, append: true };
  it('goes over the ends of rows and ends at the ends of the grid', () => {
    expect(nextInReadingOrder({ row: 0, column: 2 }, 1, bounds)).toEqual({ row: 1, column: 0 });
    expect(nextInReadingOrder({ row: 1, column: 0 }, -1, bounds)).toEqual({ row: 0, column: 2 });
    expect(nextInReadingOrder({ row: 2, column: 2 }, 1, bounds)).toBeNull();
    expect(nextInReadingOrder({ row: 0, column: 0 }, -1, bounds)).toBeNull();
  });
});

describe('cycleInSelection', () => {
  it('does nothing for a single cell', () => {
    expect(cycleInSelection(selectCell({ row: 1, column: 1 }), 'rows', 1)).toBeNull();
  });

  it('visits every cell of the selection once and comes back, in both orders and directions', () => {
    const one = selectRange({ top: 1, left: 1, bottom: 2, right: 3 }, { row: 1, column: 1 });
    const two = addCell(one, { row: 5, column: 0 });
    for (const [selection, size] of [
      [one, 6],
      [two, 7],
    ] as const) {
      for (const order of ['rows', 'columns'] as const) {
        for (const step of [1, -1] as const) {
          const seen = new Set<string>();
          let current = selection;
          for (let i = 0; i < size; i++) {
            current = cycleInSelection(current, order, step)!;
            seen.add(`${current.active.row},${current.active.column}`);
          }
          expect(seen.size).toBe(size);
          expect(current.active).toEqual(selection.active);
        }
      }
    }
  });

  it('goes along rows by Tab and down columns by Enter', () => {
    const selection = selectRange({ top: 1, left: 1, bottom: 2, right: 2 }, { row: 1, column: 1 });
    expect(cycleInSelection(selection, 'rows', 1)?.active).toEqual({ row: 1, column: 2 });
    expect(cycleInSelection(selection, 'columns', 1)?.active).toEqual({ row: 2, column: 1 });
  });
});
