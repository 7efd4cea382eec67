import type { DocumentChange, Granularity, RetentionDocument, Settings } from '../document/types';
import type { Summary } from './evaluation';
import { firstOf, readPoint, sumOfSegments } from './point';
import type { PointValue, RowPlace, SegmentPart } from './point';
import { undefinedFor } from './result';
import type { Undefined } from './result';
import { summariseTimeline } from './summary';
import { Timeline } from './timeline';
import type { Dated, Point } from './timeline';
import { fitsGranularity } from './yearPlace';

/** What summaries read of a document. */
export type SummarySource = Pick<
  RetentionDocument,
  'settings' | 'granularity' | 'rowCount' | 'column' | 'cellText' | 'number' | 'goal' | 'period' | 'segment'
>;

/** A row of the document, with a place in the order of rows that survives insertions elsewhere. */
interface IndexedRow extends RowPlace {
  /** The row as a member of its segment's timeline; null without a period of the file's granularity. */
  member: RowMember | null;
}

interface RowMember extends Dated {
  readonly segment: string;
  readonly value: PointValue;
}

/** Distance between the order numbers of neighbouring rows, so that many rows fit in between later. */
const ORDER_GAP = 2 ** 24;

/** From here on reading all rows anew is cheaper than moving the changed ones. */
const MANY_ROWS = 10_000;

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
  private rows: IndexedRow[] = [];
  private timelines = new Map<string, Timeline<RowMember>>();
  /** The sums of the segments; made when first asked for. */
  private total: Timeline<Point<RowMember>> | null = null;
  private readonly today: number;
  private settings: Settings;
  private granularity: Granularity;

  constructor(
    private readonly document: SummarySource,
    options: { readonly today: number },
  ) {
    this.today = options.today;
    this.settings = document.settings;
    this.granularity = document.granularity;
    this.rebuild();
  }

  /** Follows an edit that the document has already made. */
  update(change: DocumentChange): void {
    const { document } = this;
    const changed = change.removedRows + change.insertedRows;
    const known = !change.whole && document.granularity === this.granularity;
    if (known && changed <= MANY_ROWS && changed <= 64 + document.rowCount / 16) this.replaceRows(change);
    else this.rebuild();
  }

  /** The segments that have periods, '' being the rows for all customers; in no particular order. */
  segments(): string[] {
    return [...this.timelines]
      .filter(([, timeline]) => timeline.points.length > 0)
      .map(([segment]) => segment);
  }

  /** The last complete period of a segment, or of all customers (null), and the way to the goal. */
  summary(segment: string | null): Summary {
    const { settings, granularity } = this;
    const context = {
      segment,
      method: settings.method,
      goal: settings.goal,
      granularity,
      nameOf: (place: RowPlace): string => this.nameOf(place),
      whenEmpty: (): Undefined => this.whyEmpty(),
    };
    if (segment !== null) {
      return summariseTimeline(this.timelines.get(segment) ?? this.emptyTimeline(), context);
    }
    const blank = this.timelines.get('');
    if (blank !== undefined && blank.points.length > 0) return summariseTimeline(blank, context);
    return summariseTimeline((this.total ??= this.sumSegments()), context);
  }

  private rebuild(): void {
    const { document } = this;
    this.settings = document.settings;
    this.granularity = document.granularity;
    this.total = null;
    this.rows = [];
    const bySegment = new Map<string, RowMember[]>();
    for (let row = 0; row < document.rowCount; row++) {
      const indexed: IndexedRow = { order: row * ORDER_GAP, member: null };
      const member = this.read(row, indexed);
      this.rows.push(indexed);
      if (member === null) continue;
      const members = bySegment.get(member.segment);
      if (members === undefined) bySegment.set(member.segment, [member]);
      else members.push(member);
    }
    this.timelines = new Map();
    for (const [segment, members] of bySegment) {
      const timeline = this.emptyTimeline();
      timeline.load(members);
      this.timelines.set(segment, timeline);
    }
  }

  private replaceRows({ firstRow, removedRows, insertedRows }: DocumentChange): void {
    const touched = new Map<Point<RowMember>, Timeline<RowMember>>();
    for (let row = firstRow; row < firstRow + removedRows; row++) {
      const { member } = this.rows[row]!;
      if (member === null) continue;
      const timeline = this.timelines.get(member.segment)!;
      touched.set(timeline.exclude(member), timeline);
    }
    if (removedRows !== insertedRows) this.reorder(firstRow, removedRows, insertedRows);
    for (let row = firstRow; row < firstRow + insertedRows; row++) {
      const member = this.read(row, this.rows[row]!);
      if (member === null) continue;
      const timeline = this.timelineOf(member.segment);
      touched.set(timeline.include(member), timeline);
    }
    for (const [point, timeline] of touched) timeline.settle(point);
    if (this.total !== null) this.retotal(this.total, touched.keys());
  }

  /** Brings the sums of the segments up to date with periods of segments that have changed. */
  private retotal(total: Timeline<Point<RowMember>>, changed: Iterable<Point<RowMember>>): void {
    const sums = new Set<Point<Point<RowMember>>>();
    for (const point of changed) {
      const before = total.find(point);
      if (before?.members.includes(point) === true) sums.add(total.exclude(point));
      if (point.members.length > 0) sums.add(total.include(point));
    }
    for (const sum of sums) total.settle(sum);
  }

  /** Makes room in the list of rows, with order numbers between those of the neighbours. */
  private reorder(firstRow: number, removed: number, inserted: number): void {
    const before = this.rows[firstRow - 1]?.order;
    const after = this.rows[firstRow + removed]?.order;
    const low = before ?? (after ?? 0) - ORDER_GAP * (inserted + 1);
    const step = Math.min(ORDER_GAP, Math.floor(((after ?? Infinity) - low) / (inserted + 1)));
    const added: IndexedRow[] = [];
    for (let i = 1; i <= inserted; i++) added.push({ order: low + step * i, member: null });
    this.rows.splice(firstRow, removed, ...added);
    if (step < 1) this.rows.forEach((row, index) => (row.order = index * ORDER_GAP));
  }

  private read(row: number, indexed: IndexedRow): RowMember | null {
    const { document } = this;
    const period = document.period(row);
    indexed.member =
      period === null || !fitsGranularity(period, this.granularity)
        ? null
        : {
            firstDay: period.firstDay,
            lastDay: period.lastDay,
            segment: document.segment(row),
            value: readPoint(document, row, indexed),
          };
    return indexed.member;
  }

  private timelineOf(segment: string): Timeline<RowMember> {
    let timeline = this.timelines.get(segment);
    if (timeline === undefined) {
      timeline = this.emptyTimeline();
      this.timelines.set(segment, timeline);
    }
    return timeline;
  }

  private emptyTimeline(): Timeline<RowMember> {
    return new Timeline<RowMember>(firstOf, this.today);
  }

  private sumSegments(): Timeline<Point<RowMember>> {
    const { method } = this.settings;
    const total = new Timeline<Point<RowMember>>(
      (points) => sumOfSegments(points.map(partOf), method),
      this.today,
    );
    total.load([...this.timelines.values()].flatMap((timeline) => timeline.points));
    return total;
  }

  /** The period of a row as it is written; the row is found by its place. */
  private nameOf(place: RowPlace): string {
    const column = this.document.column('period');
    let low = 0;
    let high = this.rows.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.rows[middle]!.order < place.order) low = middle + 1;
      else high = middle;
    }
    return column === null ? '' : this.document.cellText(low, column.index);
  }

  private whyEmpty(): Undefined {
    const { granularity } = this;
    const onlyOthers = this.rows.length > 0 && granularity !== 'custom' && this.segments().length === 0;
    return onlyOthers
      ? undefinedFor(
          'no-period',
          `No row has a period that is a ${granularity}, the granularity of the file.`,
        )
      : undefinedFor('no-period');
  }
}

function partOf({ members, value }: Point<RowMember>): SegmentPart {
  return { segment: members[0]!.segment, value: value ?? firstOf(members) };
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
