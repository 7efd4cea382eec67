import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnAt,
  columnUnder,
  hitTest,
  layOutColumns,
  maximumTop,
  scrollLeftFor,
  scrollScale,
  scrollTopOf,
  topFor,
  topOf,
  visibleColumns,
  visibleLines,
} from '../../../../src/webview/grid/layout';
import { table } from './table';

const names = ['period', 'a', 'b', 'c', 'd', 'e'];
const layout = layOutColumns(table(names, []).columns, () => undefined, 400);

describe('columns', () => {
  it('lays columns out side by side, the leading frozen ones apart', () => {
    expect(layout).toEqual({
      lefts: [0, 100, 200, 300, 400, 500],
      widths: [100, 100, 100, 100, 100, 100],
      total: 600,
      frozen: 1,
      frozenWidth: 100,
    });
  });

  it('uses the width the user chose, within limits', () => {
    const widths = new Map([
      ['a', 250],
      ['b', 1],
      ['__proto__', 70],
    ]);
    const columns = table([...names, '__proto__'], []).columns;
    const chosen = layOutColumns(columns, ({ key }) => widths.get(key), 400);
    expect(chosen.widths).toEqual([100, 250, 32, 100, 100, 100, 70]);
  });

  it('lets frozen columns scroll where they would leave less than half of the room', () => {
    expect(layOutColumns(table(names, []).columns, () => undefined, 190).frozen).toBe(0);
    expect(layOutColumns(table(['period'], []).columns, () => undefined, 90).frozen).toBe(0);
    expect(layOutColumns(table(['period'], []).columns, () => undefined, 100).frozen).toBe(1);
  });

  it('finds the column at a place', () => {
    expect([-1, 0, 99, 100, 599, 600].map((x) => columnAt(layout, x))).toEqual([-1, 0, 0, 1, 5, -1]);
    expect(columnUnder(layout, 50, 200)).toBe(0);
    expect(columnUnder(layout, 150, 200)).toBe(3);
  });

  it('draws only the columns in view', () => {
    expect(visibleColumns(layout, 0, 400)).toEqual([1, 4]);
    expect(visibleColumns(layout, 50, 400)).toEqual([1, 5]);
    expect(visibleColumns(layout, 200, 400)).toEqual([3, 6]);
    expect(visibleColumns(layout, 0, 1000)).toEqual([1, 6]);
    expect(visibleColumns(layout, 0, 80)).toEqual([1, 1]);
  });

  it('brings a column into view beside the frozen ones', () => {
    expect(scrollLeftFor(layout, 4, 0, 400)).toBe(100);
    expect(scrollLeftFor(layout, 1, 150, 400)).toBe(0);
    expect(scrollLeftFor(layout, 2, 0, 400)).toBe(0);
    expect(scrollLeftFor(layout, 0, 150, 400)).toBe(150);
  });

  it('finds every column where it is shown, and shows it after scrolling to it', () => {
    const widths = fc.array(fc.integer({ min: 32, max: 300 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(widths, fc.nat(400), fc.nat(29), (list, scroll, pick) => {
        const columns = table(
          list.map((_, i) => (i === 0 ? 'period' : `c${i}`)),
          [],
        ).columns;
        const made = layOutColumns(columns, ({ key }) => list[columns.findIndex((c) => c.key === key)], 500);
        const column = pick % list.length;
        const left = scrollLeftFor(made, column, Math.min(scroll, Math.max(0, made.total - 500)), 500);
        if (column >= made.frozen) {
          const [first, end] = visibleColumns(made, left, 500);
          expect(column >= first && column < end).toBe(true);
        }
        const x = made.lefts[column]! - (column < made.frozen ? 0 : left);
        expect(columnUnder(made, x, left)).toBe(column);
      }),
    );
  });
});

describe('rows', () => {
  it('counts partly visible lines', () => {
    expect(visibleLines(0, 100, 26, 1000)).toEqual([0, 4]);
    expect(visibleLines(30, 100, 26, 1000)).toEqual([1, 5]);
    expect(visibleLines(25_950, 100, 26, 1000)).toEqual([998, 1000]);
    expect(visibleLines(0, 100, 26, 0)).toEqual([0, 0]);
  });

  it('scrolls as little as possible to show a row', () => {
    expect(topFor(10, 0, 260, 26)).toBe(26);
    expect(topFor(5, 0, 260, 26)).toBe(0);
    expect(topFor(2, 100, 260, 26)).toBe(52);
    expect(topFor(3, 0, 20, 26)).toBe(78);
  });

  it('scrolls one to one while the rows fit into an element', () => {
    const scale = scrollScale(100_001, 26, 500, 1);
    expect(topOf(scale, 12_345)).toBe(12_345);
    expect(scrollTopOf(scale, 12_345)).toBe(12_345);
  });

  it('reaches the first and the last of a million rows at 300 % zoom', () => {
    const scale = scrollScale(1_000_001, 26, 500, 3);
    expect(scale.element).toBeLessThanOrEqual(11_000_000);
    expect(topOf(scale, 0)).toBe(0);
    expect(topOf(scale, scale.element - scale.viewport)).toBe(maximumTop(scale));
    expect(maximumTop(scale) + 500).toBe(1_000_001 * 26);
    expect(topOf(scale, scrollTopOf(scale, 9_999_990))).toBeCloseTo(9_999_990, 3);
  });

  it('does not scroll what fits', () => {
    const scale = scrollScale(3, 26, 500, 1);
    expect(maximumTop(scale)).toBe(0);
    expect(topOf(scale, 10)).toBe(0);
    expect(scrollTopOf(scale, 10)).toBe(0);
  });
});

describe('hitTest', () => {
  const geometry = {
    columns: layout,
    headerHeight: 28,
    gutterWidth: 40,
    rowHeight: 26,
    lines: 10,
    top: 52,
    left: 100,
  };
  it.each([
    [10, 10, { type: 'corner' }],
    [90, 10, { type: 'header', column: 0 }],
    [190, 10, { type: 'header', column: 2 }],
    [138, 10, { type: 'border', column: 0 }],
    [238, 10, { type: 'border', column: 2 }],
    [243, 10, { type: 'border', column: 2 }],
    [10, 40, { type: 'gutter', row: 2 }],
    [90, 40, { type: 'cell', row: 2, column: 0 }],
    [190, 70, { type: 'cell', row: 3, column: 2 }],
    [539, 10, { type: 'border', column: 5 }],
    [544, 10, { type: 'border', column: 5 }],
    [560, 10, { type: 'outside' }],
    [560, 60, { type: 'outside' }],
    [90, 28 + 8 * 26 + 1, { type: 'outside' }],
  ])('at %i, %i', (x, y, hit) => {
    expect(hitTest(x, y, geometry)).toEqual(hit);
  });
});
