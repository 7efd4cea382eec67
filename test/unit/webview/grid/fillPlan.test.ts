import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillRightChange,
  fillTarget,
  neighbourEnd,
  seriesChange,
} from '../../../../src/webview/grid/fillPlan';
import { rowAfterMove, stepTarget } from '../../../../src/webview/grid/rowMoves';

const source = { top: 2, left: 1, bottom: 3, right: 2 };
const writable = { computed: false, editable: true };

function table(rows: readonly (readonly string[])[], computed: readonly number[] = []) {
  return {
    rowCount: rows.length,
    columns: (rows[0] ?? []).map((_, index) =>
      computed.includes(index) ? { computed: true, editable: false } : writable,
    ),
    textOf: (row: number, column: number) => rows[row]?.[column] ?? '',
  };
}

describe('where a fill goes', () => {
  const near = { x: 0, y: 0 };
  it.each([
    [{ row: 6, column: 2 }, 'down', { ...source, top: 4, bottom: 6 }],
    [{ row: 0, column: 1 }, 'up', { ...source, top: 0, bottom: 1 }],
    [{ row: 2, column: 4 }, 'right', { ...source, left: 3, right: 4 }],
    [{ row: 3, column: 0 }, 'left', { ...source, left: 0, right: 0 }],
  ])('to %j: %s', (to, direction, range) => {
    expect(fillTarget(source, to, near)).toEqual({ direction, range });
  });

  it('is nowhere inside, and along the longer way at a corner', () => {
    expect(fillTarget(source, { row: 3, column: 2 }, near)).toBeNull();
    expect(fillTarget(source, { row: 5, column: 4 }, { x: 10, y: 50 })?.direction).toBe('down');
    expect(fillTarget(source, { row: 5, column: 4 }, { x: 90, y: 50 })?.direction).toBe('right');
  });
});

describe('what a fill writes', () => {
  it('repeats the pattern nearest to the cells, in both directions', () => {
    const rows = table([['x'], ['x'], ['a'], ['b'], ['x'], ['x'], ['x']]);
    const range = { top: 2, left: 0, bottom: 3, right: 0 };
    const texts = (direction: 'up' | 'down', top: number, bottom: number): unknown => {
      const change = seriesChange(
        rows,
        range,
        { direction, range: { ...range, top, bottom } },
        () => null,
        false,
      );
      return change.edit?.type === 'setCells' && change.edit.cells.map(({ row, text }) => [row, text]);
    };
    expect(texts('down', 4, 6)).toEqual([
      [4, 'a'],
      [5, 'b'],
      [6, 'a'],
    ]);
    expect(texts('up', 0, 1)).toEqual([
      [1, 'b'],
      [0, 'a'],
    ]);
  });

  it('asks for a series line by line, and adds rows at the end', () => {
    const rows = table([['1', '5', 'a']], [1]);
    const asked: unknown[] = [];
    const change = seriesChange(
      rows,
      { top: 0, left: 0, bottom: 0, right: 2 },
      { direction: 'down', range: { top: 1, left: 0, bottom: 2, right: 2 } },
      (texts, count, request) => {
        asked.push([texts, count, request.column]);
        return texts[0] === '1' ? (index) => String(index + 2) : null;
      },
      false,
    );
    expect(asked).toEqual([
      [['1'], 2, 0],
      [['5'], 2, 1],
      [['a'], 2, 2],
    ]);
    expect(change.edit).toEqual({
      type: 'insertRows',
      at: 1,
      count: 2,
      cells: [
        { row: 1, column: 0, text: '2' },
        { row: 2, column: 0, text: '3' },
        { row: 1, column: 2, text: 'a' },
        { row: 2, column: 2, text: 'a' },
      ],
    });
    expect(change.skipped).toHaveLength(2);
    expect(change.result).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
  });

  it('fills right from the first column, or from the left neighbour', () => {
    const rows = table([['a', 'b', 'c']]);
    const cells = (left: number, right: number): unknown =>
      fillRightChange(rows, [{ top: 0, bottom: 0, left, right }]).edit;
    expect(cells(0, 2)).toEqual({
      type: 'setCells',
      cells: [
        { row: 0, column: 1, text: 'a' },
        { row: 0, column: 2, text: 'a' },
      ],
    });
    expect(cells(2, 2)).toEqual({ type: 'setCells', cells: [{ row: 0, column: 2, text: 'b' }] });
    expect(cells(0, 0)).toBeNull();
  });

  it('goes along the data beside the selection', () => {
    const end = (filled: readonly string[], from: Partial<typeof source> = {}): unknown => {
      const columns = [writable, writable, writable, writable];
      const textOf = (row: number, column: number): string =>
        filled.includes(`${row}/${column}`) ? 'x' : '';
      const isBlank = (row: number, column: number): boolean => textOf(row, column) === '';
      return neighbourEnd({ rowCount: 9, columns, textOf }, { ...source, ...from }, isBlank);
    };
    expect(end(['4/0', '5/0', '7/0', '4/3'])).toBe(5);
    expect(end(['4/0', '4/3'], { left: 0 })).toBe('filled-below');
    expect(end(['4/3', '5/3'], { left: 0 })).toBe(5);
    // Never over what is there.
    expect(end(['4/0', '5/0', '6/0', '6/1'])).toBe(5);
    expect(end(['4/0', '5/0', '4/2'])).toBe('filled-below');
    expect(end(['7/0'], { bottom: 7 })).toBe('nothing-beside');
    expect(end([], { bottom: 8 })).toBe('nothing-beside');
  });
});

describe('moving rows by a step', () => {
  it('stops at the borders', () => {
    expect(stepTarget([{ at: 0, count: 2 }], -1, 5)).toBeNull();
    expect(stepTarget([{ at: 3, count: 2 }], 1, 5)).toBeNull();
    expect(stepTarget([{ at: 2, count: 1 }], 1, 5)).toBe(4);
    expect(stepTarget([], 1, 5)).toBeNull();
  });

  it('knows where the rows are afterwards', () => {
    const span = fc.record({ gap: fc.nat({ max: 3 }), count: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 4 }), fc.nat(), (rough, choice) => {
        let next = 0;
        const spans = rough.map(({ gap, count }) => {
          const at = next + gap;
          next = at + count + 1;
          return { at, count };
        });
        const total = next + 3;
        const to = choice % (total + 1);
        const rows = Array.from({ length: total }, (_, row) => row);
        const moved = rows.filter((row) => spans.some(({ at, count }) => row >= at && row < at + count));
        const stay = (row: number): boolean => !moved.includes(row);
        const after = [...rows.slice(0, to).filter(stay), ...moved, ...rows.slice(to).filter(stay)];
        expect(after.indexOf(moved[0]!)).toBe(rowAfterMove(spans, to));
      }),
    );
  });
});
