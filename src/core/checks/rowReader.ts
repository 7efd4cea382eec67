import type { RowValues } from '../document/rowValues';
import { GRANULARITIES } from '../document/settingRules';
import type { Period, RetentionDocument } from '../document/types';
import { RowCounts } from '../metrics/rowCounts';
import { fitsGranularity } from '../metrics/yearPlace';
import { OwnChecks } from './ownChecks';
import type { RowTable } from './rowTable';
import { COUNTS_PER_ROW, END, LOST, NEW, REACTIVATED, START } from './rowTable';

/** `RowValues.granularity` of periods that have more than one granularity. */
const CUSTOM = GRANULARITIES.indexOf('custom') + 1;

/** Copies what the checks need of a row from the document into the table. */
export class RowReader {
  private readonly segmentNumbers = new Map<string, number>();
  private readonly checks: OwnChecks;

  constructor(
    private readonly document: RetentionDocument,
    private readonly table: RowTable,
  ) {
    this.checks = new OwnChecks(document);
  }

  /** Names of the segments met so far; `RowTable.segment` holds places in this list. The blank one is the first. */
  get segmentNames(): readonly string[] {
    return this.document.values.segmentNames;
  }

  /** Reads rows `row … end − 1`; all flags that depend on other rows are cleared. */
  read(row: number, end = row + 1): void {
    const { table, checks } = this;
    const { values } = this.document;
    const counts = new RowCounts(this.document);
    for (; row < end; row++) {
      const hasPeriod = values.granularity[row] !== 0;
      table.first[row] = hasPeriod ? values.firstDay[row]! : Number.NaN;
      table.last[row] = hasPeriod ? values.lastDay[row]! : Number.NaN;
      table.fits[row] = this.granularitiesOf(values, row);
      table.segment[row] = values.segment[row]!;
      counts.read(row);
      const at = row * COUNTS_PER_ROW;
      table.counts[at + START] = counts.start;
      table.counts[at + NEW] = counts.new;
      table.counts[at + LOST] = counts.lost;
      table.counts[at + END] = counts.end;
      table.counts[at + REACTIVATED] = Number.isNaN(counts.reactivated) ? 0 : counts.reactivated;
      table.flags[row] = checks.flagsOf(row, counts);
    }
  }

  /** True when the document's row has another period or segment than the table's. */
  moves(row: number): boolean {
    const { table } = this;
    const { values } = this.document;
    const hasPeriod = values.granularity[row] !== 0;
    return (
      !Object.is(table.first[row], hasPeriod ? values.firstDay[row] : Number.NaN) ||
      !Object.is(table.last[row], hasPeriod ? values.lastDay[row] : Number.NaN) ||
      table.fits[row] !== this.granularitiesOf(values, row) ||
      table.segment[row] !== values.segment[row]
    );
  }

  /** The name of a row's segment when it was read. */
  segmentOf(row: number): string {
    return this.segmentNames[this.table.segment[row]!]!;
  }

  /** The number of a segment; undefined when no row has ever had it. */
  numberOf(segment: string): number | undefined {
    const { segmentNames: names, segmentNumbers: numbers } = this;
    while (numbers.size < names.length) numbers.set(names[numbers.size]!, numbers.size);
    return numbers.get(segment);
  }

  /** The bit of the granularity that all rows should have; all bits when each may have its own. */
  expectedGranularity(): number {
    const { granularity } = this.document;
    return granularity === 'custom' ? ~0 : 1 << GRANULARITIES.indexOf(granularity);
  }

  private granularitiesOf(values: RowValues, row: number): number {
    const own = values.granularity[row]!;
    if (own === 0) return 0;
    return own === CUSTOM ? customGranularities(this.document.period(row)!) : 1 << (own - 1);
  }
}

/** A bit for each granularity the period has: `2024-01-01/2024-01-31` is of custom length and a month. */
function customGranularities(period: Period): number {
  let bits = 1 << (CUSTOM - 1);
  for (let i = 0; i < GRANULARITIES.length; i++) {
    if (fitsGranularity(period, GRANULARITIES[i]!)) bits |= 1 << i;
  }
  return bits;
}
