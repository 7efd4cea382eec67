import { firstIndex } from '../search';
import type { Percent } from '../document/types';
import { toNumber } from './exact';
import { CountSum, isModerate } from './exactSum';
import { KeptPeriods } from './keptPeriods';
import { RateSums } from './mean';
import type { Retained } from './mean';
import type { NotebookPeriod } from './notebookPeriods';
import type { PeriodColumns } from './periodColumns';
import { periodKey } from './periodKey';
import { sumOfSegments } from './point';
import type { PointValue } from './point';
import type { Series } from './series';
import type { RowReader, Timeline } from './timeline';
import type { Method } from '../document/types';

/** One period of all customers. */
interface TotalPoint {
  readonly firstDay: number;
  readonly lastDay: number;
  retained: Retained | null;
}

/**
 * All customers as the sum of the segments, period by period. A segment without a row in a period is absent from its
 * sum; one whose customers are unknown makes the sum unknown.
 */
export class TotalTimeline implements Series {
  readonly sums = new RateSums();
  private readonly points: TotalPoint[];
  private readonly read = new KeptPeriods<TotalPoint>();

  constructor(
    private readonly segments: ReadonlyMap<number, Timeline>,
    private readonly columns: PeriodColumns,
    private readonly reader: RowReader,
    private readonly options: { readonly today: number; readonly method: Method },
  ) {
    this.points = this.collectPeriods().sort(inTime);
    for (const point of this.points) this.count(point, 1);
  }

  /** Sums a period anew after one of its segments has changed. */
  refresh(firstDay: number, lastDay: number): void {
    const place = this.placeOf(firstDay, lastDay);
    const rows = this.rowsOf(firstDay, lastDay);
    let point = this.points[place];
    if (point?.firstDay === firstDay && point.lastDay === lastDay) {
      this.read.forget(point);
      this.count(point, -1);
      if (rows.length === 0) {
        this.points.splice(place, 1);
        return;
      }
    } else {
      if (rows.length === 0) return;
      point = { firstDay, lastDay, retained: null };
      this.points.splice(place, 0, point);
    }
    point.retained = this.sum(rows);
    this.count(point, 1);
  }

  /** Rows have got other numbers. */
  shifted(): void {
    this.read.forgetAll();
  }

  get length(): number {
    return this.points.length;
  }

  get ended(): number {
    return firstIndex(this.points.length, (index) => this.lastDay(index) > this.options.today);
  }

  firstDay(index: number): number {
    return this.points[index]!.firstDay;
  }

  lastDay(index: number): number {
    return this.points[index]!.lastDay;
  }

  retained(index: number): Retained | null {
    return this.points[index]!.retained;
  }

  /** The goals of rows are those of their segments. */
  goal(): Percent | null {
    return null;
  }

  value(index: number): PointValue {
    return this.valueOf(this.rowsAt(index));
  }

  name(index: number): string {
    return this.nameOf(this.rowsAt(index));
  }

  valueOf(rows: readonly number[]): PointValue {
    const parts = rows.map((row) => ({
      segment: this.columns.names[this.columns.segment[row]!]!,
      value: this.reader.value(row),
    }));
    return sumOfSegments(parts, this.options.method);
  }

  nameOf([first]: readonly number[]): string {
    return this.reader.name(first!);
  }

  kept(index: number): NotebookPeriod | undefined {
    return this.read.get(this.points[index]!);
  }

  keep(index: number, period: NotebookPeriod): void {
    this.read.keep(this.points[index]!, period);
  }

  hasRevenue(index: number): boolean {
    return this.rowsAt(index).some((row) => this.reader.hasRevenue(row));
  }

  rowsAt(index: number): number[] {
    const { firstDay, lastDay } = this.points[index]!;
    return this.rowsOf(firstDay, lastDay).sort((a, b) => a - b);
  }

  private rowsOf(firstDay: number, lastDay: number): number[] {
    const rows: number[] = [];
    for (const timeline of this.segments.values()) {
      const row = timeline.rowOf(firstDay, lastDay);
      if (row !== null) rows.push(row);
    }
    return rows;
  }

  /** Every period that a segment has, summed: whole numbers on the way, anything else afterwards and exactly. */
  private collectPeriods(): TotalPoint[] {
    const { columns } = this;
    const points: (TotalPoint & { readonly retained: { held: number; start: number } })[] = [];
    const places = new Map<number, number>();
    const unfinished = new Set<TotalPoint>();
    for (const timeline of this.segments.values()) {
      // Segments mostly have the same periods one after the other, so that none has to be looked up.
      let place = -1;
      for (const row of timeline.rows) {
        const firstDay = columns.first[row]!;
        const lastDay = columns.last[row]!;
        const next = points[++place];
        if (next?.firstDay !== firstDay || next.lastDay !== lastDay) {
          const key = periodKey(firstDay, lastDay);
          place = places.get(key) ?? points.length;
          if (place === points.length) {
            points.push({ firstDay, lastDay, retained: { held: 0, start: 0 } });
            places.set(key, place);
          }
        }
        const point = points[place]!;
        const held = columns.held[row]!;
        const start = columns.start[row]!;
        point.retained.held += held;
        point.retained.start += start;
        if (!isModerate(held) || !isModerate(start)) unfinished.add(point);
      }
    }
    for (const point of unfinished) point.retained = this.sum(this.rowsOf(point.firstDay, point.lastDay));
    return points;
  }

  /** Exact and rounded once, so that it does not depend on the order of the segments. */
  private sum(rows: readonly number[]): Retained | null {
    const [held, start] = [new CountSum(), new CountSum()];
    for (const row of rows) {
      const retained = this.columns.retained(row);
      if (retained === null) return null;
      held.add(retained.held);
      start.add(retained.start);
    }
    return {
      held: held.wholeTotal ?? toNumber(held.total()),
      start: start.wholeTotal ?? toNumber(start.total()),
    };
  }

  private count(point: TotalPoint, sign: 1 | -1): void {
    if (point.lastDay > this.options.today) return;
    if (sign === 1) this.sums.add(point.retained);
    else this.sums.remove(point.retained);
  }

  private placeOf(firstDay: number, lastDay: number): number {
    return firstIndex(this.points.length, (index) => inTime(this.points[index]!, { firstDay, lastDay }) >= 0);
  }
}

function inTime(
  a: { readonly firstDay: number; readonly lastDay: number },
  b: { readonly firstDay: number; readonly lastDay: number },
): number {
  return a.lastDay - b.lastDay || a.firstDay - b.firstDay;
}
