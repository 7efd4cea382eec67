import type { PeriodColumns } from './periodColumns';

/** Periods to sum anew, by their days. */
export class TouchedPeriods {
  private readonly periods = new Map<string, readonly [firstDay: number, lastDay: number]>();

  add(columns: PeriodColumns, row: number): void {
    const period = [columns.first[row]!, columns.last[row]!] as const;
    this.periods.set(period.join(' '), period);
  }

  [Symbol.iterator](): Iterator<readonly [firstDay: number, lastDay: number]> {
    return this.periods.values();
  }
}
