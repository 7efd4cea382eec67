import type { IntervalResult } from '../metrics/evaluation';
import { quotient } from '../metrics/exact';
import type { Retained } from '../metrics/mean';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { rateOfPoint, sumOfSegments } from '../metrics/point';
import { defined, isDefined, undefinedFor } from '../metrics/result';
import type { MetricResult, Undefined } from '../metrics/result';
import { wilsonOf } from '../metrics/row';
import { adjustedByHolm, kProportionTest, pairwise } from '../metrics/statistics/groups';
import type { AdjustedComparison, GroupsTest, Pair } from '../metrics/statistics/groups';
import { decompose, simpson } from '../metrics/statistics/mix';
import type { Decomposition, SegmentChange } from '../metrics/statistics/mix';
import { compareShares } from '../metrics/statistics/proportions';
import type { Comparison } from '../metrics/statistics/proportions';
import type { Gap } from './gaps';
import { isComplete } from './lastComplete';
import { lastOf } from './range';
import type { AnalysisRange } from './range';
import { axisOf } from './segmentAxis';
import type { SegmentAxis } from './segmentAxis';
import { segmentGaps } from './segmentGaps';
import type { AnalysisSource } from './source';

/** Which segments, and what is asked of them. */
export interface SegmentOptions extends AnalysisRange {
  /** Their names; default all. Names that no row has are left out. */
  readonly segments?: readonly string[];
  /** The two periods that are compared, by name; default the last two complete ones. */
  readonly before?: string;
  readonly after?: string;
  /** True for every pair compared, with Holm's correction; it costs the square of the segments. Default: false. */
  readonly pairs?: boolean;
}

/** One segment beside the others. */
export interface SegmentLine {
  readonly name: string;
  /** In the compared periods; null where it has no row. */
  readonly before: NotebookPeriod | null;
  readonly after: NotebookPeriod | null;
  /** Its share of the customers at the start of the later period. */
  readonly weight: MetricResult;
  /** It against the other segments together in the later period, allowing for there being many segments. */
  readonly rest: AdjustedComparison | Undefined;
  /** For a small chart: one for each of `periods`, null where it has no row. */
  readonly series: readonly (NotebookPeriod | null)[];
}

/** Some segments taken together in one period. */
export interface RolledUp {
  readonly retained: Retained | null;
  readonly crr: MetricResult;
  readonly wilson: IntervalResult;
}

/** Segments beside each other, and what each adds to the change of the total. */
export interface SegmentAnalysis {
  /** All segments of the file. */
  readonly names: readonly string[];
  readonly lines: readonly SegmentLine[];
  /** The axis of all series, oldest first. */
  readonly periods: readonly NotebookPeriod[];
  /** All customers. */
  readonly total: readonly (NotebookPeriod | null)[];
  /** True when no row is for all customers: then the total is the sum of the segments. */
  readonly totalIsSum: boolean;
  /** The chosen segments together, where some but not all are chosen; else null. */
  readonly rolledUp: readonly RolledUp[] | null;
  /** The compared periods by name. */
  readonly before: string | null;
  readonly after: string | null;
  /** Do the segments differ at all in the later period? */
  readonly test: GroupsTest;
  /** The pairs that were asked for, by place in `lines`; null otherwise, or where there are too many. */
  readonly pairs: readonly Pair[] | null;
  /** Why the total of the segments moved between the two periods. */
  readonly mix: Decomposition | Undefined;
  /** True when every segment moved one way and their total the other. */
  readonly simpson: boolean | Undefined;
  /** The segment with the lowest rate in the later period. */
  readonly weakest: string | null;
  readonly gaps: readonly Gap[];
}

/** More segments make more pairs than anybody reads. */
const MOST_PAIRED = 20;

const NOBODY: Retained = { held: 0, start: 0 };
const NO_OTHERS = undefinedFor('start-is-zero', 'No other segment has customers to compare it with.');

/**
 * Segments side by side: each one's last rate with its interval and its series, whether it differs from the others by
 * more than chance, and whether the total moved because rates moved or because customers did. Costs the periods shown
 * times the segments shown.
 *
 * @example
 * const notebook = LiveNotebook.open('period,segment,start,lost\n2024,A,100,10\n2024,B,100,40\n');
 * analyseSegments(notebook).weakest; // 'B'
 */
export function analyseSegments(notebook: AnalysisSource, options: SegmentOptions = {}): SegmentAnalysis {
  const names = notebook.segments;
  const shown =
    options.segments === undefined ? names : names.filter((name) => options.segments?.includes(name));
  const axis = axisOf(notebook, shown, lastOf(options, notebook.document.granularity));
  const [before, after] = comparedOf(axis, options);
  const lines = linesOf(axis, before, after);
  const changes = changesOf(lines);
  const groups = lines.map(({ after: period }) => period?.retained ?? NOBODY);
  const rates = lines.flatMap(({ name, after: period }) =>
    period !== null && isDefined(period.crr) ? [{ name, rate: period.crr.value }] : [],
  );
  const analysis = {
    names,
    lines,
    periods: axis.periods,
    total: axis.total,
    totalIsSum: names.length > 0 && notebook.periodCount('') === 0,
    rolledUp: shown.length > 0 && shown.length < names.length ? rollUp(notebook, axis) : null,
    before: before < 0 ? null : axis.periods[before]!.name,
    after: after < 0 ? null : axis.periods[after]!.name,
    test: kProportionTest(groups),
    pairs: options.pairs === true && lines.length <= MOST_PAIRED ? pairwise(groups) : null,
    mix: 'changes' in changes ? decompose(changes.changes) : changes,
    simpson: 'changes' in changes ? simpson(changes.changes) : changes,
    weakest:
      rates.reduce((low, one) => (low === null || one.rate < low.rate ? one : low), rates[0] ?? null)?.name ??
      null,
  };
  const tooMany = options.pairs === true && lines.length > MOST_PAIRED ? MOST_PAIRED : null;
  return { ...analysis, gaps: segmentGaps(notebook, analysis, after, tooMany) };
}

/** Places of the two periods on the axis; −1 where there is none. */
function comparedOf(
  { periods, segments }: SegmentAxis,
  options: SegmentOptions,
): [before: number, after: number] {
  const place = (name: string | undefined): number =>
    name === undefined ? -1 : periods.findIndex((period) => period.name === name);
  const complete = periods.flatMap((period, index) => {
    const present = [...segments.values()].some((series) => series[index] !== null);
    return present && isComplete(period) ? [index] : [];
  });
  let after = place(options.after);
  if (after < 0) after = complete.at(-1) ?? -1;
  let before = place(options.before);
  if (before < 0 || before === after) before = complete.filter((index) => index < after).at(-1) ?? -1;
  return before > after ? [after, before] : [before, after];
}

function linesOf({ segments }: SegmentAxis, before: number, after: number): SegmentLine[] {
  const all = { held: 0, start: 0 };
  for (const series of segments.values()) {
    const { held, start } = series[after]?.retained ?? NOBODY;
    all.held += held;
    all.start += start;
  }
  const against = [...segments].map(([name, series]) => againstRest(name, series[after] ?? null, all));
  const comparisons = against.filter((rest) => 'p' in rest);
  // Of two segments each is the rest of the other: that is one test, not two.
  const adjusted =
    comparisons.length === 2
      ? comparisons.map((comparison) => ({ ...comparison, adjusted: comparison.p }))
      : adjustedByHolm(comparisons);
  let next = 0;
  return [...segments].map(([name, series], index) => {
    const period = series[after] ?? null;
    const rest = against[index]!;
    return {
      name,
      before: series[before] ?? null,
      after: period,
      weight: weightOf(name, period, all.start),
      rest: 'p' in rest ? adjusted[next++]! : rest,
      series,
    };
  });
}

/** A segment against the others together. */
function againstRest(name: string, period: NotebookPeriod | null, all: Retained): Comparison | Undefined {
  const own = period?.retained ?? null;
  if (own === null) return whyUnknown(name, period);
  const rest = { held: all.held - own.held, start: all.start - own.start };
  return rest.start === 0 ? NO_OTHERS : compareShares(own, rest);
}

function weightOf(name: string, period: NotebookPeriod | null, start: number): MetricResult {
  const own = period?.retained ?? null;
  if (own === null) return whyUnknown(name, period);
  return start === 0 ? undefinedFor('start-is-zero') : defined(quotient(own.start, start));
}

/** The two sides of each segment; a segment without a row on one side is not there yet, or no more. */
function changesOf(lines: readonly SegmentLine[]): { readonly changes: SegmentChange[] } | Undefined {
  if (lines.every(({ before }) => before === null))
    return undefinedFor('too-few-periods', 'It needs two complete periods of the segments.');
  const changes: SegmentChange[] = [];
  for (const { name, before, after } of lines) {
    for (const period of [before, after]) {
      if (period !== null && period.retained === null) return whyUnknown(name, period);
    }
    changes.push({ name, before: before?.retained ?? NOBODY, after: after?.retained ?? NOBODY });
  }
  return { changes };
}

function whyUnknown(segment: string, period: NotebookPeriod | null): Undefined {
  if (period === null) return undefinedFor('no-period', `${segment} has no row in this period.`);
  const { crr, name } = period;
  return isDefined(crr)
    ? undefinedFor('blank')
    : undefinedFor(crr.reason, `${segment} in ${name}: ${crr.message}`);
}

function rollUp(notebook: AnalysisSource, { periods, segments }: SegmentAxis): RolledUp[] {
  const { method } = notebook.document.settings;
  return periods.map((_, index) => {
    const parts = [...segments].flatMap(([segment, series]) => {
      const period = series[index] ?? null;
      if (period === null) return [];
      const { counts, retained } = period;
      return [{ segment, value: { counts, retained, goal: null, because: null } }];
    });
    if (parts.length === 0) {
      const none = undefinedFor('no-period', 'None of them has a row in this period.');
      return { retained: null, crr: none, wilson: none };
    }
    const point = sumOfSegments(parts, method);
    const crr = rateOfPoint(point, method);
    return { retained: point.retained, crr, wilson: wilsonOf(point.retained, crr) };
  });
}
