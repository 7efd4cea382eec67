import { RateSums } from './mean';
import type { PointValue } from './point';

/** Something that belongs to a period. */
export interface Dated {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** One period of a timeline, with everything in the file that belongs to it. */
export interface Point<M extends Dated> extends Dated {
  readonly members: M[];
  /** null while members are changing; see `Timeline.settle`. */
  value: PointValue | null;
}

/**
 * The periods of one segment (or of all customers) in the order of time, each once, with the totals of the complete
 * ones kept up to date.
 *
 * `include` and `exclude` change the members of a period, `settle` then computes it anew: so many changes of one period
 * cost one computation. Finding a period is a binary search.
 */
export class Timeline<M extends Dated> {
  readonly points: Point<M>[] = [];
  /** Totals of the settled periods that ended by `today`. */
  readonly sums = new RateSums();

  constructor(
    private readonly combine: (members: readonly M[]) => PointValue,
    readonly today: number,
  ) {}

  /** Fills an empty timeline. */
  load(members: readonly M[]): void {
    let last: Point<M> | undefined;
    for (const member of [...members].sort(inTime)) {
      if (last === undefined || inTime(last, member) !== 0) {
        last = { firstDay: member.firstDay, lastDay: member.lastDay, members: [], value: null };
        this.points.push(last);
      }
      last.members.push(member);
    }
    for (const point of this.points) this.compute(point);
  }

  /** Adds a member to its period; returns the period, to be settled. */
  include(member: M): Point<M> {
    const place = this.placeOf(member);
    let point = this.points[place];
    if (point === undefined || inTime(point, member) !== 0) {
      point = { firstDay: member.firstDay, lastDay: member.lastDay, members: [], value: null };
      this.points.splice(place, 0, point);
    }
    this.release(point);
    point.members.push(member);
    return point;
  }

  /** Takes a member that was included out of its period; returns the period, to be settled. */
  exclude(member: M): Point<M> {
    const point = this.find(member);
    const place = point?.members.indexOf(member) ?? -1;
    if (point === undefined || place < 0) throw new Error('Not a member of this timeline.');
    this.release(point);
    point.members.splice(place, 1);
    return point;
  }

  /** Computes a period whose members changed, and drops it when none is left. Once is enough for many changes. */
  settle(point: Point<M>): void {
    if (point.members.length > 0) {
      if (point.value === null) this.compute(point);
      return;
    }
    const place = this.placeOf(point);
    if (this.points[place] === point) this.points.splice(place, 1);
  }

  /** The period with these days, if the timeline has it. */
  find(dated: Dated): Point<M> | undefined {
    const point = this.points[this.placeOf(dated)];
    return point !== undefined && inTime(point, dated) === 0 ? point : undefined;
  }

  /** How many periods ended by today: they are the first ones. */
  get completeCount(): number {
    return this.search((point) => point.lastDay > this.today);
  }

  private compute(point: Point<M>): void {
    point.value = this.combine(point.members);
    if (point.lastDay <= this.today) this.sums.add(point.value.retained);
  }

  private release(point: Point<M>): void {
    if (point.value === null) return;
    if (point.lastDay <= this.today) this.sums.remove(point.value.retained);
    point.value = null;
  }

  private placeOf(dated: Dated): number {
    return this.search((point) => inTime(point, dated) >= 0);
  }

  /** The first place whose period passes a test that all later ones pass too. */
  private search(passes: (point: Point<M>) => boolean): number {
    let low = 0;
    let high = this.points.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (passes(this.points[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** By the end, so that the complete periods come first; then by the beginning. */
function inTime(a: Dated, b: Dated): number {
  return a.lastDay - b.lastDay || a.firstDay - b.firstDay;
}
