import type { DocumentChange, Granularity, RetentionDocument } from '../document/types';
import type { Summary } from './evaluation';
import { readPeriods, reportedOf } from './notebookPeriods';
import type { NotebookPeriod, PeriodRange } from './notebookPeriods';
import { NO_SEGMENT, PeriodColumns } from './periodColumns';
import { readPoint } from './point';
import { REVENUE_IDS } from './revenue/movements';
import { undefinedFor } from './result';
import type { Undefined } from './result';
import { outlookOf, summariseSeries } from './summary';
import type { SummaryContext } from './summary';
import type { Series } from './series';
import { Timeline } from './timeline';
import type { RowReader } from './timeline';
import { TotalTimeline } from './totalTimeline';
import { TouchedPeriods } from './touchedPeriods';

/** What summaries read of a document. */
export type SummarySource = Pick<
  RetentionDocument,
  'settings' | 'granularity' | 'rowCount' | 'column' | 'cellText' | 'number' | 'goal' | 'period' | 'values'
>;

/** From here on reading all rows anew is cheaper than moving the changed ones. */
const MANY_ROWS = 1000;

/**
 * The periods of a document by segment and time, kept up to date through edits, and the summaries made from them.
 *
 * - A segment's timeline has each period once: of rows that repeat a period the first one counts.
 * - All customers are the rows with a blank segment where there are any, else the sum of the segments per period; a
 *   segment that has no row in a period is absent from its sum, and a count unknown in one segment is unknown in all.
 * - Only periods of the file's granularity take part (all of them when it is `custom`), because a mean of months and
 *   years means nothing. The others are the business of a diagnostic.
 *
 * An edited cell costs its row, a binary search and one summary. Everything is computed from exact totals, so the
 * summaries after any series of edits equal those of the file read anew, bit for bit.
 *
 * @example
 * const document = parseDocument('period,start,lost\n2024-01,100,10\n');
 * const index = new PeriodIndex(document, { today: 20_000 });
 * index.update(document.apply(setCell(document, 0, 'lost', '20')));
 * index.summary(null).retention; // { value: 0.8 }
 */
export class PeriodIndex {
  private readonly today: number;
  private readonly reader: RowReader;
  private columns!: PeriodColumns;
  private granularity!: Granularity;
  /** By number of the segment. */
  private timelines!: Map<number, Timeline>;
  /** The sums of the segments; made when first asked for. */
  private total!: TotalTimeline | null;

  constructor(
    private readonly document: SummarySource,
    options: { readonly today: number },
  ) {
    this.today = options.today;
    this.reader = {
      value: (row) => readPoint(document, row),
      goal: (row) => document.goal(row),
      name: (row) => document.cellText(row, document.column('period')?.index ?? 0),
      hasRevenue: (row) => REVENUE_IDS.some((id) => document.number(row, id) !== null),
    };
    this.rebuild();
  }

  /** Follows an edit that the document has already made. */
  update(change: DocumentChange): void {
    const { document } = this;
    const { whole, firstRow, removedRows, insertedRows } = change;
    if (whole || document.granularity !== this.granularity || removedRows + insertedRows > MANY_ROWS) {
      this.rebuild();
      return;
    }
    const touched = new TouchedPeriods();
    if (removedRows === insertedRows) {
      for (let row = firstRow; row < firstRow + insertedRows; row++) this.reread(row, touched);
    } else {
      this.replaceRows(change, touched);
    }
    if (this.total === null) return;
    for (const [firstDay, lastDay] of touched) this.total.refresh(firstDay, lastDay);
  }

  /** The segments that have periods, '' being the rows for all customers; in no particular order. */
  segments(): string[] {
    return [...this.timelines]
      .filter(([, timeline]) => timeline.length > 0)
      .map(([number]) => this.columns.names[number]!);
  }

  /** The last complete period of a segment, or of all customers (null), and the way to the goal. */
  summary(segment: string | null): Summary {
    const context = this.contextOf(segment);
    return summariseSeries(this.seriesOf(segment, context), context);
  }

  /** The part of a summary that says whether its goal is out of reach: much cheaper than all of it. */
  outlook(segment: string | null): Pick<Summary, 'period' | 'realismHint'> {
    const context = this.contextOf(segment);
    return outlookOf(this.seriesOf(segment, context), context);
  }

  /** The last periods of a segment, or of all customers (null), oldest first. Costs those that changed since. */
  periods(segment: string | null, range: PeriodRange): readonly NotebookPeriod[] {
    const context = this.contextOf(segment);
    return readPeriods(this.seriesOf(segment, context), range, context);
  }

  /** How many periods `periods` has at most, plans left out. */
  periodCount(segment: string | null): number {
    const context = this.contextOf(segment);
    return reportedOf(this.seriesOf(segment, context), context.today);
  }

  private contextOf(segment: string | null): SummaryContext {
    const { method, goal } = this.document.settings;
    const { today, granularity } = this;
    return { segment, today, method, goal, granularity, whenEmpty: () => this.whyEmpty() };
  }

  private seriesOf(segment: string | null, context: SummaryContext): Series {
    const own = this.timelineNamed(segment ?? '');
    if (segment !== null || own.length > 0) return own;
    this.total ??= new TotalTimeline(this.timelines, this.columns, this.reader, context);
    return this.total;
  }

  private rebuild(): void {
    const { document } = this;
    this.granularity = document.granularity;
    this.total = null;
    this.columns = new PeriodColumns(document, this.granularity);
    this.columns.splice(0, 0, document.rowCount);
    const rows: number[][] = [];
    this.columns.read(0, document.rowCount);
    for (let row = 0; row < document.rowCount; row++) {
      const segment = this.columns.segment[row]!;
      if (segment !== NO_SEGMENT) (rows[segment] ??= []).push(row);
    }
    this.timelines = new Map();
    rows.forEach((ofSegment, segment) => this.timelineOf(segment).load(ofSegment));
  }

  /** A row that stays where it is: mostly its counts have changed, and nothing moves. */
  private reread(row: number, touched: TouchedPeriods): void {
    const { columns } = this;
    if (columns.moves(row)) {
      this.exclude(row, touched);
      columns.read(row);
      this.include(row, touched);
      return;
    }
    const segment = columns.segment[row]!;
    if (segment === NO_SEGMENT) return;
    const timeline = this.timelineOf(segment);
    if (!timeline.counts(row)) {
      columns.read(row);
      return;
    }
    timeline.discount(row);
    columns.read(row);
    timeline.count(row);
    touched.add(columns, row);
  }

  private replaceRows(
    { firstRow, removedRows, insertedRows }: DocumentChange,
    touched: TouchedPeriods,
  ): void {
    for (let row = firstRow; row < firstRow + removedRows; row++) this.exclude(row, touched);
    this.columns.splice(firstRow, removedRows, insertedRows);
    for (const timeline of this.timelines.values()) {
      timeline.shift(firstRow + removedRows, insertedRows - removedRows);
    }
    if (firstRow + insertedRows < this.columns.length) this.total?.shifted();
    for (let row = firstRow; row < firstRow + insertedRows; row++) {
      this.columns.read(row);
      this.include(row, touched);
    }
  }

  private include(row: number, touched: TouchedPeriods): void {
    const segment = this.columns.segment[row]!;
    if (segment === NO_SEGMENT) return;
    this.timelineOf(segment).include(row);
    touched.add(this.columns, row);
  }

  private exclude(row: number, touched: TouchedPeriods): void {
    const segment = this.columns.segment[row]!;
    if (segment === NO_SEGMENT) return;
    this.timelineOf(segment).exclude(row);
    touched.add(this.columns, row);
  }

  private timelineOf(segment: number): Timeline {
    let timeline = this.timelines.get(segment);
    if (timeline === undefined) {
      timeline = new Timeline(this.columns, this.reader, this.today);
      this.timelines.set(segment, timeline);
    }
    return timeline;
  }

  private timelineNamed(segment: string): Timeline {
    const number = this.columns.numberOf(segment);
    return number === undefined
      ? new Timeline(this.columns, this.reader, this.today)
      : this.timelineOf(number);
  }

  private whyEmpty(): Undefined {
    const { granularity, document } = this;
    const onlyOthers = document.rowCount > 0 && granularity !== 'custom' && this.segments().length === 0;
    return onlyOthers
      ? undefinedFor(
          'no-period',
          `No row has a period that is a ${granularity}, the granularity of the file.`,
        )
      : undefinedFor('no-period');
  }
}

/**
 * The summary of a document, read anew: for a document that is being edited keep a `PeriodIndex`.
 *
 * @param segment the segment, or null for all customers.
 * @param options.today the day (since 1970-01-01) after which a period that ends is incomplete.
 *
 * @example
 * summarise(parseDocument('period,start,lost\n2024-01,100,10\n'), null, { today: 20_000 }).period; // '2024-01'
 */
export function summarise(
  document: SummarySource,
  segment: string | null,
  options: { readonly today: number },
): Summary {
  return new PeriodIndex(document, options).summary(segment);
}
