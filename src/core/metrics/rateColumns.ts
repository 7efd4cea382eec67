import type { Percent, RetentionDocument } from '../document/types';
import { wilsonHigh, wilsonLow } from './interval';
import { isDefined } from './result';
import type { MetricResult } from './result';
import { evaluateRow } from './row';
import type { RowSource } from './row';
import { RowCounts } from './rowCounts';

/** Up to these sizes every product below is a whole number that a double holds: 100 · 2^26 · 2^19 is below 2^53. */
const MOST_CUSTOMERS = 2 ** 26;
const MOST_OF_PERCENT = 2 ** 19;

/** The figures of a row: the names are those of `RowResult`, and so are the units. */
const FIGURES = [
  'crr',
  'churn',
  'endStartRatio',
  'netGrowth',
  'goal',
  'gapPoints',
  'customersShort',
  'lossAllowance',
] as const;

type Figure = (typeof FIGURES)[number];

/** The figures of all rows, by row; NaN where `evaluateRow` has none, which also says why. */
export type RateColumns = Readonly<Record<Figure | 'wilsonLow' | 'wilsonHigh', Float64Array>>;

/**
 * What `evaluateRow` says of each row, for all rows at once and without an object per row: 100 000 rows take a few
 * milliseconds. The numbers are the same to the last bit.
 *
 * @param options.today the day (since 1970-01-01) after which a period that ends is incomplete.
 *
 * @example
 * const document = parseDocument('period,start,new,lost\n2024-Q2,500,50,100\n2024-Q3,450,0,\n');
 * [...rateColumns(document, { today: 20_000 }).crr]; // [0.8, NaN]
 */
export function rateColumns(
  document: RowSource & Pick<RetentionDocument, 'values'>,
  { today }: { readonly today: number },
): RateColumns {
  const { values } = document;
  const { rowCount, lastDay, granularity } = values;
  const columns = unknownColumns(rowCount);
  const counts = new RowCounts(document);
  // Mostly that of the row before.
  let number = -1;
  let goal: Percent | null = null;
  for (let row = 0; row < rowCount; row++) {
    counts.read(row);
    if (values.goal[row] !== number) {
      number = values.goal[row]!;
      goal = values.goalOf(number) ?? document.settings.goal;
    }
    if (!counts.isWhole || (goal !== null && !isModerate(goal, counts))) {
      evaluateInto(columns, document, row, today);
      continue;
    }
    const isRunning = granularity[row] !== 0 && lastDay[row]! > today;
    const { start, end, held } = counts;
    columns.netGrowth[row] = end - start;
    if (goal !== null) columns.goal[row] = goal.share;
    // Also false where the start is unknown.
    if (start > 0) {
      columns.endStartRatio[row] = end / start;
      columns.crr[row] = held / start;
      columns.churn[row] = (start - held) / start;
      if (held >= 0 && held <= start) {
        columns.wilsonLow[row] = wilsonLow(held, start);
        columns.wilsonHigh[row] = wilsonHigh(held, start);
      }
      if (goal !== null) judge(columns, row, start, isRunning ? Number.NaN : held, goal);
    }
  }
  return columns;
}

/** The distance to a goal, as in `goal.ts`: with these numbers every product is a whole number that a double holds. */
function judge(columns: RateColumns, row: number, start: number, held: number, goal: Percent): void {
  const { numerator, denominator } = goal;
  columns.gapPoints[row] = (100 * held * denominator - 100 * start * numerator) / (start * denominator);
  // Rounding moves the quotient by less than 2^-8 / denominator, so that it is whole only if it was.
  const needed = Math.ceil((start * numerator) / denominator);
  columns.customersShort[row] = held === held ? Math.max(0, needed - held) : Number.NaN;
  if (needed <= start) columns.lossAllowance[row] = start - needed;
}

/** Unknown counts as well: they make the results unknown. */
function isModerate(goal: Percent, { start, held }: RowCounts): boolean {
  return (
    goal.numerator <= MOST_OF_PERCENT &&
    goal.denominator <= MOST_OF_PERCENT &&
    !(start > MOST_CUSTOMERS) &&
    !(Math.abs(held) > MOST_CUSTOMERS)
  );
}

/** Decimals and very large numbers: as everywhere else. */
function evaluateInto(columns: RateColumns, document: RowSource, row: number, today: number): void {
  const result = evaluateRow(document, row, { today });
  for (const figure of FIGURES) columns[figure][row] = numberOf(result[figure]);
  if ('low' in result.wilson) {
    columns.wilsonLow[row] = result.wilson.low;
    columns.wilsonHigh[row] = result.wilson.high;
  }
}

function numberOf(result: MetricResult): number {
  return isDefined(result) ? result.value : Number.NaN;
}

function unknownColumns(rows: number): RateColumns {
  const unknown = (): Float64Array => new Float64Array(rows).fill(Number.NaN);
  return {
    crr: unknown(),
    churn: unknown(),
    endStartRatio: unknown(),
    netGrowth: unknown(),
    goal: unknown(),
    gapPoints: unknown(),
    customersShort: unknown(),
    lossAllowance: unknown(),
    wilsonLow: unknown(),
    wilsonHigh: unknown(),
  };
}
