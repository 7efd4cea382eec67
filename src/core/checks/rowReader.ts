import type { Granularity, Period, RetentionDocument } from '../document/types';
import { fitsGranularity } from '../metrics/yearPlace';
import { countsOf, OwnChecks } from './ownChecks';
import type { RowTable } from './rowTable';
import { COUNTS_PER_ROW, END, LOST, NEW, REACTIVATED, START } from './rowTable';

const GRANULARITIES: readonly Granularity[] = ['day', 'week', 'month', 'quarter', 'year', 'custom'];

/** Copies what the checks need of a row from the document into the table. */
export class RowReader {
  /** Names of the segments met so far; `RowTable.segment` holds places in this list. */
  readonly segmentNames: string[] = [];
  private readonly segmentNumbers = new Map<string, number>();
  private readonly checks: OwnChecks;

  constructor(
    private readonly document: RetentionDocument,
    private readonly table: RowTable,
  ) {
    this.checks = new OwnChecks(document);
  }

  /** Reads a row; all flags that depend on other rows are cleared. */
  read(row: number): void {
    const { document, table } = this;
    const period = document.period(row);
    table.first[row] = period === null ? Number.NaN : period.firstDay;
    table.last[row] = period === null ? Number.NaN : period.lastDay;
    table.fits[row] = period === null ? 0 : granularitiesOf(period);
    table.segment[row] = this.segmentNumber(document.segment(row));
    const counts = countsOf(document, row);
    const at = row * COUNTS_PER_ROW;
    table.counts[at + START] = counts.start ?? Number.NaN;
    table.counts[at + NEW] = counts.new ?? Number.NaN;
    table.counts[at + LOST] = counts.lost ?? Number.NaN;
    table.counts[at + END] = counts.end ?? Number.NaN;
    table.counts[at + REACTIVATED] = counts.reactivated ?? 0;
    table.flags[row] = this.checks.flagsOf(row, counts);
  }

  /** True when the document's row has another period or segment than the table's. */
  moves(row: number): boolean {
    const { document, table } = this;
    const period = document.period(row);
    return (
      !Object.is(table.first[row], period === null ? Number.NaN : period.firstDay) ||
      !Object.is(table.last[row], period === null ? Number.NaN : period.lastDay) ||
      (period !== null && table.fits[row] !== granularitiesOf(period)) ||
      this.segmentNumbers.get(document.segment(row)) !== table.segment[row]
    );
  }

  /** The name of a row's segment when it was read. */
  segmentOf(row: number): string {
    return this.segmentNames[this.table.segment[row]!]!;
  }

  /** The number of a segment; undefined when no row has ever had it. */
  numberOf(segment: string): number | undefined {
    return this.segmentNumbers.get(segment);
  }

  /** The bit of the granularity that all rows should have; all bits when each may have its own. */
  expectedGranularity(): number {
    const { granularity } = this.document;
    return granularity === 'custom' ? ~0 : 1 << GRANULARITIES.indexOf(granularity);
  }

  private segmentNumber(name: string): number {
    const known = this.segmentNumbers.get(name);
    if (known !== undefined) return known;
    this.segmentNumbers.set(name, this.segmentNames.length);
    return this.segmentNames.push(name) - 1;
  }
}

/** A bit for each granularity the period has: `2024-01-01/2024-01-31` is of custom length and a month. */
function granularitiesOf(period: Period): number {
  let bits = 1 << GRANULARITIES.indexOf(period.granularity);
  if (period.granularity !== 'custom') return bits;
  for (let i = 0; i < GRANULARITIES.length; i++) {
    if (fitsGranularity(period, GRANULARITIES[i]!)) bits |= 1 << i;
  }
  return bits;
}
