import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Findings, FoundCell } from '../../../../../src/webview/page/find/finder';
import { Matches } from '../../../../../src/webview/page/find/matches';
import { RowOrder } from '../../../../../src/webview/page/order';

const done = (...cells: readonly FoundCell[]): Findings => ({ cells, skipped: 0, state: 'done' });
const at = (row: number, column = 0): FoundCell => ({ row, column });

function matchesIn(total: number, rows: readonly number[] | null = null) {
  const order = new RowOrder(total);
  if (rows !== null) order.show(Int32Array.from(rows), total);
  return { matches: new Matches(() => order), order };
}

describe('matches', () => {
  it('are marked in the view, in any order and with rows hidden', () => {
    const cells = fc.uniqueArray(fc.nat(59), { maxLength: 20 });
    const shown = fc.shuffledSubarray(Array.from({ length: 20 }, (_, row) => row));
    fc.assert(
      fc.property(cells, fc.option(shown), fc.nat(), (places, rows, chosen) => {
        const { matches, order } = matchesIn(20, rows);
        const wanted = new Set(places);
        const found: FoundCell[] = [];
        for (let view = 0; view < order.count; view++) {
          for (let column = 0; column < 3; column++) {
            const row = order.fileRow(view);
            if (wanted.has(row * 3 + column)) found.push({ row, column });
          }
        }
        matches.take(done(...found));
        const place = found.length === 0 ? -1 : chosen % found.length;
        if (place >= 0) matches.choose(place);
        for (let view = 0; view < order.count; view++) {
          for (let column = 0; column < 3; column++) {
            const here = found.findIndex(
              (cell) => cell.row === order.fileRow(view) && cell.column === column,
            );
            const mark = here < 0 ? null : here === place ? 'current' : 'match';
            expect(matches.mark(view, column)).toBe(mark);
          }
        }
      }),
    );
  });

  it('are looked up without going through all of them', () => {
    let looked = 0;
    const order = new RowOrder(100_000);
    const rows = new Proxy(order, {
      get: (target, name: keyof RowOrder) =>
        name === 'viewRow' ? (row: number) => (looked++, target.viewRow(row)) : target[name],
    });
    const matches = new Matches(() => rows);
    matches.take(done(...Array.from({ length: 100_000 }, (_, row) => at(row))));
    for (let view = 70_000; view < 70_030; view++) expect(matches.mark(view, 0)).toBe('match');
    matches.choose(matches.next(1, at(80_000)));
    expect(matches.current).toEqual(at(80_001));
    expect(looked).toBeLessThan(2000);
  });

  it('keep the current one while what was found so far does not reach it', () => {
    const { matches } = matchesIn(10);
    matches.take(done(at(1), at(5), at(8)));
    matches.choose(1);
    matches.take({ ...done(at(1)), state: 'searching' });
    expect(matches.place).toBe(-1);
    expect(matches.current).toBeUndefined();
    matches.take(done(at(1), at(3), at(5), at(8)));
    expect(matches.current).toEqual(at(5));
    expect(matches.place).toBe(2);
    // It is gone, and would be a surprise when it came back later.
    matches.take(done(at(1), at(8)));
    matches.take(done(at(1), at(5), at(8)));
    expect(matches.place).toBe(-1);
  });

  it('keep the current one at its row when rows come and go', () => {
    const { matches } = matchesIn(10);
    matches.take(done(at(1), at(5), at(6)));
    matches.choose(1);
    matches.follow({ firstRow: 0, removedRows: 0, insertedRows: 1 });
    matches.take(done(at(2), at(6), at(7)));
    expect(matches.current).toEqual(at(6));
    matches.follow({ firstRow: 6, removedRows: 1, insertedRows: 0 });
    matches.take(done(at(2), at(6)));
    expect(matches.current).toBeUndefined();
  });

  it('are stepped to from the current one, else from the active cell, round the end', () => {
    const { matches } = matchesIn(10);
    matches.take(done(at(1, 2), at(5, 0), at(5, 2)));
    expect(matches.next(1, at(5, 0))).toBe(2);
    expect(matches.next(1, at(5, 1))).toBe(2);
    expect(matches.next(1, at(9, 0))).toBe(0);
    expect(matches.next(-1, at(5, 1))).toBe(1);
    expect(matches.next(-1, at(1, 2))).toBe(2);
    expect(matches.firstFrom(1, at(5, 0))).toBe(1);
    expect(matches.firstFrom(1, at(9, 0))).toBe(0);
    matches.choose(2);
    expect(matches.next(1, at(1, 0))).toBe(0);
    expect(matches.next(-1, at(1, 0))).toBe(1);
  });
});
