import type { CellRange } from '../../grid';
import { disjoint, rangeSize } from '../../grid';
import { trimDecimal } from '../numbers';
import { ExactSum } from './exactSum';

/** What a number counts: things or money, a share (0.8 = 80 %), or percentage points. */
export type Unit = 'plain' | 'share' | 'points';

/** Where the numbers of the grid come from. */
export interface NumberSource {
  /** The unit of a column's numbers, or null for a column of words. */
  unit(column: number): Unit | null;
  /** The number in a cell, typed or calculated; null where there is none. */
  number(row: number, column: number): number | null;
}

/** Statistics of a selection. The numbers are exact decimal text; null without a number. */
export interface Statistics {
  readonly cells: number;
  readonly numeric: number;
  readonly unit: Unit;
  readonly sum: string | null;
  readonly mean: string | null;
  readonly minimum: string | null;
  readonly maximum: string | null;
  /** True when numbers of another unit were left out. */
  readonly mixed: boolean;
  /** False while counting goes on: then only `cells` is known. */
  readonly done: boolean;
}

/** Cells looked at between two looks at the clock. */
const BATCH = 2000;

/**
 * Adds up a selection in steps: each `next()` looks at some thousand cells, so that the caller can stop
 * when time is up or the selection has changed. Overlapping ranges are counted once.
 *
 * Where counts and rates are selected together (a whole row), the counts alone are added up.
 */
export function* selectionStatistics(
  ranges: readonly CellRange[],
  source: NumberSource,
): Generator<Statistics, Statistics> {
  const parts = disjoint(ranges);
  let cells = 0;
  for (const part of parts) cells += rangeSize(part);
  const sums: Record<Unit, ExactSum> = {
    plain: new ExactSum(),
    share: new ExactSum(),
    points: new ExactSum(),
  };
  const counting: Statistics = {
    cells,
    numeric: 0,
    unit: 'plain',
    sum: null,
    mean: null,
    minimum: null,
    maximum: null,
    mixed: false,
    done: false,
  };
  let looked = 0;
  for (const part of parts) {
    for (let column = part.left; column <= part.right; column++) {
      const unit = source.unit(column);
      if (unit === null) continue;
      const sum = sums[unit];
      for (let row = part.top; row <= part.bottom; row++) {
        const value = source.number(row, column);
        if (value !== null) sum.add(value);
        if (++looked % BATCH === 0) yield counting;
      }
    }
  }
  return finished(cells, sums);
}

function finished(cells: number, sums: Record<Unit, ExactSum>): Statistics {
  const unit: Unit = sums.plain.count > 0 ? 'plain' : sums.share.count > 0 ? 'share' : 'points';
  const sum = sums[unit];
  const counted = sums.plain.count + sums.share.count + sums.points.count;
  const hasNumbers = sum.count > 0;
  return {
    cells,
    numeric: sum.count,
    unit,
    sum: hasNumbers ? sum.total() : null,
    mean: sum.mean(),
    minimum: hasNumbers ? decimalText(sum.minimum) : null,
    maximum: hasNumbers ? decimalText(sum.maximum) : null,
    mixed: counted > sum.count,
    done: true,
  };
}

/** A double as the decimal people wrote, without an exponent. */
function decimalText(value: number): string {
  const one = new ExactSum();
  one.add(value);
  return trimDecimal(one.total());
}
