import type { RowResult } from '../metrics/evaluation';
import type { MetricResult } from '../metrics/result';

/** A calculated column of a table for other programs. */
export interface CsvColumn {
  /** Its name in JSON and CSV. */
  readonly name: string;
  /** Rates are shares, `gapPoints` percentage points; null where there is no number. */
  readonly value: (row: RowResult) => string | number | boolean | null;
}

/** What is calculated of a row, in the order of the columns; the last one says why there is no retention rate. */
export const FIGURE_COLUMNS: readonly CsvColumn[] = [
  { name: 'derived', value: (row) => row.derived.join(' ') },
  { name: 'incomplete', value: (row) => row.incomplete },
  { name: 'crr', value: (row) => row.crr.value },
  { name: 'churn', value: (row) => row.churn.value },
  { name: 'endStartRatio', value: (row) => row.endStartRatio.value },
  { name: 'netGrowth', value: (row) => row.netGrowth.value },
  { name: 'goal', value: (row) => row.goal.value },
  { name: 'gapPoints', value: (row) => row.gapPoints.value },
  { name: 'customersShort', value: (row) => row.customersShort.value },
  { name: 'lossAllowance', value: (row) => row.lossAllowance.value },
  { name: 'wilsonLow', value: (row) => ('low' in row.wilson ? row.wilson.low : null) },
  { name: 'wilsonHigh', value: (row) => ('low' in row.wilson ? row.wilson.high : null) },
  { name: 'reason', value: (row) => reasonOf(row.crr) },
];

function reasonOf(result: MetricResult): string {
  return result.value === null ? result.reason : '';
}
