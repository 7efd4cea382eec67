import { trimDecimal } from './decimal';
import { ExactSum } from './exactSum';

/** What a number counts: things or money, a share (0.8 = 80 %), or percentage points. */
export type Unit = 'plain' | 'share' | 'points';

/** A rectangle of cells; all four ends are inside. Rows and columns are positions in the grid. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

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
  for (const part of parts) cells += areaOf(part);
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
    for (let column = part.firstColumn; column <= part.lastColumn; column++) {
      const unit = source.unit(column);
      if (unit === null) continue;
      const sum = sums[unit];
      for (let row = part.firstRow; row <= part.lastRow; row++) {
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
  const any = sum.count > 0;
  return {
    cells,
    numeric: sum.count,
    unit,
    sum: any ? sum.total() : null,
    mean: sum.mean(),
    minimum: any ? decimalText(sum.minimum) : null,
    maximum: any ? decimalText(sum.maximum) : null,
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

function areaOf({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): number {
  return (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
}

/** The same cells as rectangles that do not overlap. */
function disjoint(ranges: readonly CellRange[]): readonly CellRange[] {
  const parts: CellRange[] = [];
  for (const range of ranges) {
    let fresh: CellRange[] = [range];
    for (const part of parts) fresh = fresh.flatMap((piece) => subtract(piece, part));
    parts.push(...fresh);
  }
  return parts;
}

/** What of `a` lies outside `b`: at most four rectangles. */
function subtract(a: CellRange, b: CellRange): CellRange[] {
  const firstRow = Math.max(a.firstRow, b.firstRow);
  const lastRow = Math.min(a.lastRow, b.lastRow);
  const firstColumn = Math.max(a.firstColumn, b.firstColumn);
  const lastColumn = Math.min(a.lastColumn, b.lastColumn);
  if (firstRow > lastRow || firstColumn > lastColumn) return [a];
  return [
    { ...a, lastRow: firstRow - 1 },
    { ...a, firstRow: lastRow + 1 },
    { firstRow, lastRow, firstColumn: a.firstColumn, lastColumn: firstColumn - 1 },
    { firstRow, lastRow, firstColumn: lastColumn + 1, lastColumn: a.lastColumn },
  ].filter((piece) => piece.firstRow <= piece.lastRow && piece.firstColumn <= piece.lastColumn);
}
