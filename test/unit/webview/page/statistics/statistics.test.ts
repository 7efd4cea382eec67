import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { idleTask } from '../../../../../src/webview/page/frames/idle';
import { numberDisplay } from '../../../../../src/webview/page/numbers/numbers';
import type { CellRange } from '../../../../../src/webview/grid/types';
import type { NumberSource, Statistics, Unit } from '../../../../../src/webview/page/statistics/statistics';
import { selectionStatistics } from '../../../../../src/webview/page/statistics/statistics';
import { statisticsText } from '../../../../../src/webview/page/statistics/statisticsView';

function tableOf(units: (Unit | null)[], rows: (number | null)[][]): NumberSource {
  return { unit: (column) => units[column] ?? null, number: (row, column) => rows[row]?.[column] ?? null };
}

function range(top: number, left: number, bottom: number, right: number): CellRange {
  return { top, left, bottom, right };
}

function complete(steps: Generator<Statistics, Statistics>): Statistics {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const en = numberDisplay(['en']);
const say = (ranges: CellRange[], source: NumberSource): string =>
  statisticsText(complete(selectionStatistics(ranges, source)), en);

describe('statistics of the selection', () => {
  const plain = tableOf(
    [null, 'plain', 'plain', 'share', 'points'],
    [
      [null, 100, 0.1, 0.9, 5],
      [null, 500, 0.2, 0.8, -5],
      [null, 150, null, null, null],
      [null, 300, null, 0.7, -15],
    ],
  );

  it('says count, sum, mean, minimum and maximum', () => {
    expect(say([range(0, 1, 3, 1)], plain)).toBe('4 cells · sum 1,050 · mean 262.5 · min 100 · max 500');
  });

  it('tells cells from numbers', () => {
    expect(say([range(0, 0, 3, 1)], plain)).toBe(
      '8 cells · 4 numbers · sum 1,050 · mean 262.5 · min 100 · max 500',
    );
    expect(say([range(0, 0, 3, 0)], plain)).toBe('4 cells');
  });

  it('adds decimals as they were written', () => {
    expect(say([range(0, 2, 1, 2)], plain)).toBe('2 cells · sum 0.3 · mean 0.15 · min 0.1 · max 0.2');
  });

  it('does not add up rates', () => {
    expect(say([range(0, 3, 1, 3)], plain)).toBe(
      '2 cells · mean 85.0\u202f% · min 80.0\u202f% · max 90.0\u202f%',
    );
    expect(say([range(0, 4, 1, 4)], plain)).toBe(
      '2 cells · mean 0.0\u202fpt · min \u22125.0\u202fpt · max +5.0\u202fpt',
    );
  });

  it('leaves rates out where counts are selected with them, and says so', () => {
    const statistics = complete(selectionStatistics([range(0, 0, 0, 4)], plain));
    expect(statistics).toMatchObject({ cells: 5, numeric: 2, sum: '100.1', mixed: true, unit: 'plain' });
  });

  it('counts overlapping ranges once', () => {
    const rectangle = fc
      .tuple(fc.nat(7), fc.nat(7), fc.nat(7), fc.nat(7))
      .map(([a, b, c, d]) => range(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)));
    const source: NumberSource = { unit: () => 'plain', number: (row, column) => row * 8 + column };
    fc.assert(
      fc.property(fc.array(rectangle, { maxLength: 5 }), (ranges) => {
        const cells = new Set<number>();
        for (const { top, bottom, left, right } of ranges) {
          for (let row = top; row <= bottom; row++) {
            for (let column = left; column <= right; column++) cells.add(row * 8 + column);
          }
        }
        const statistics = complete(selectionStatistics(ranges, source));
        expect(statistics.cells).toBe(cells.size);
        expect(statistics.numeric).toBe(cells.size);
        const sum = [...cells].reduce((total, value) => total + value, 0);
        expect(statistics.sum).toBe(cells.size === 0 ? null : String(sum));
      }),
    );
  });
});

describe('work in idle time', () => {
  function manual(): { idle: (callback: () => void) => void; run: () => boolean } {
    const waiting: (() => void)[] = [];
    return {
      idle: (callback) => void waiting.push(callback),
      run: () => {
        const next = waiting.shift();
        next?.();
        return next !== undefined;
      },
    };
  }

  const big: NumberSource = { unit: () => 'plain', number: () => 1 };
  const whole = [range(0, 0, 99_999, 0)];

  it('hands a short calculation over at once', () => {
    const queue = manual();
    const report = vi.fn();
    idleTask<Statistics>(queue.idle, () => 0).run(selectionStatistics([range(0, 0, 9, 0)], big), report);
    expect(report).toHaveBeenCalledOnce();
    expect(report.mock.calls[0]?.[0]).toMatchObject({ done: true, sum: '10' });
    expect(queue.run()).toBe(false);
  });

  it('reports a long one as unfinished, then finishes it in slices', () => {
    const queue = manual();
    let clock = 0;
    const report = vi.fn();
    idleTask<Statistics>(queue.idle, () => (clock += 5)).run(selectionStatistics(whole, big), report);
    expect(report.mock.calls).toHaveLength(1);
    expect(report.mock.calls[0]?.[0]).toMatchObject({ done: false, cells: 100_000 });
    let slices = 0;
    while (queue.run()) slices++;
    expect(slices).toBeGreaterThan(5);
    expect(report.mock.calls.at(-1)?.[0]).toMatchObject({ done: true, sum: '100000' });
  });

  it('drops the work of an older selection', () => {
    const queue = manual();
    let clock = 0;
    const task = idleTask<Statistics>(queue.idle, () => (clock += 5));
    const first = vi.fn();
    task.run(selectionStatistics(whole, big), first);
    task.run(selectionStatistics([range(0, 0, 1, 0)], big), vi.fn());
    while (queue.run());
    expect(first).toHaveBeenCalledOnce();
  });
});
