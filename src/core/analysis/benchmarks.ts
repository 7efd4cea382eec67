import { BENCHMARK_SOURCES, benchmarks, industryOf } from '../library/benchmarks';
import type { Benchmark, BenchmarkSource, IndustryKey } from '../library/benchmarks';
import type { IntervalResult } from '../metrics/evaluation';
import { quotient, sumLess } from '../metrics/exact';
import { defined, isDefined } from '../metrics/result';
import type { MetricResult } from '../metrics/result';
import { figureFor } from './benchmarkFigures';
import type { OwnFigure } from './benchmarkFigures';
import type { Gap } from './gaps';
import type { AnalysisSource } from './source';
import type { PeriodRun } from './spans';

/** A published figure beside the file's own. */
export interface BenchmarkComparison {
  readonly benchmark: Benchmark;
  readonly source: BenchmarkSource;
  /** The file's figure of the same metric over the same length of time, a share; or why there is none. */
  readonly yours: MetricResult;
  /** Its interval, where it is one period's and counts customers; else null. */
  readonly interval: IntervalResult | null;
  /** The periods it is made from and what was done with them; null where there is none. */
  readonly run: PeriodRun | null;
  /** Percentage points: yours less the published one, or its nearer end; 0 inside a published range. */
  readonly difference: MetricResult;
  /** True where yours is better (for churn: lower), false where it is worse, null where neither can be said. */
  readonly better: boolean | null;
  /** What to bear in mind, in sentences. */
  readonly cautions: readonly string[];
}

/** The published figures of an industry beside the file's own. */
export interface Benchmarks {
  readonly segment: string | null;
  /** null: none is chosen, or one that is not in the list. Then the figures are those of all industries. */
  readonly industry: IndustryKey | null;
  /** What can be compared first, then by quality and year. */
  readonly comparisons: readonly BenchmarkComparison[];
  readonly gaps: readonly Gap[];
}

export interface BenchmarkOptions {
  /** Instead of the industry that the file sets. */
  readonly industry?: IndustryKey;
}

/** Measures of which less is better. */
const LOSSES = new Set<Benchmark['measure']>(['churn', 'netChurn', 'grossRevenueChurn']);
const QUALITIES = 'ABCD';

/**
 * The published figures of the file's industry (the setting `industry`), each beside the file's own figure of the same
 * metric over the same length of time. Rates of another length are compounded or converted where that is sound, and
 * `run.message` says so; where it is not, `yours` says why there is nothing to compare.
 *
 * @param segment null for all customers.
 *
 * @example
 * analyseBenchmarks(notebook, null, { industry: 'subscriptions' }).comparisons[0].difference; // { value: -1.2 } points
 */
export function analyseBenchmarks(
  notebook: AnalysisSource,
  segment: string | null,
  { industry: asked }: BenchmarkOptions = {},
): Benchmarks {
  const set = notebook.document.settings.industry;
  const industry = asked ?? (set === null ? null : industryOf(set));
  const shown = benchmarks().filter((benchmark) => benchmark.industry === (industry ?? 'all'));
  // Many figures of an industry are of the same metric and length: the file's own is made once for each.
  const figures = new Map<string, OwnFigure>();
  const comparisons = shown.map((benchmark) => {
    const key = `${benchmark.measure} ${benchmark.period ?? ''} ${benchmark.incomparable ?? ''}`;
    const figure = figures.get(key) ?? figureFor(notebook, segment, benchmark);
    figures.set(key, figure);
    return compare(figure, benchmark);
  });
  return {
    segment,
    industry,
    comparisons: comparisons.sort(byUse),
    gaps: industry === null ? [whyNoIndustry(set)] : [],
  };
}

function compare({ yours, interval, run }: OwnFigure, benchmark: Benchmark): BenchmarkComparison {
  const { low, high } = benchmark;
  const difference = isDefined(yours) ? distance(yours.value, low, high) : yours;
  const better =
    isDefined(difference) && difference.value !== 0
      ? difference.value > 0 !== LOSSES.has(benchmark.measure)
      : null;
  return {
    benchmark,
    source: BENCHMARK_SOURCES[benchmark.source],
    yours,
    interval,
    run,
    difference,
    better,
    cautions: cautionsOf(benchmark),
  };
}

/** Points from a share to a published range of percentages, exact as decimals are: 80 % is 2 points from 78 %. */
function distance(share: number, low: number, high: number | null): MetricResult {
  const points = (end: number): number => quotient(sumLess(share, 0, 0, quotient(end, 100)), 0.01);
  if (points(low) < 0) return defined(points(low));
  return defined(high === null ? 0 : Math.max(0, points(high)));
}

function cautionsOf({ periodAssumed, basis, quality, note }: Benchmark): string[] {
  const cautions: string[] = [];
  if (periodAssumed) cautions.push('The source does not say of which period it is; a year is assumed.');
  if (basis === 'subscriptions') {
    cautions.push('It counts subscriptions: a customer of two services counts twice.');
  }
  if (quality === 'C') cautions.push('Copied from page to page; where it was measured is not known.');
  if (quality === 'D') cautions.push("One company's word or a rule of thumb, not a measurement.");
  if (note !== null) cautions.push(note);
  return cautions;
}

/** What can be compared before what cannot, better sources before worse, newer figures before older. */
function byUse(a: BenchmarkComparison, b: BenchmarkComparison): number {
  return (
    Number(isDefined(b.yours)) - Number(isDefined(a.yours)) ||
    Number(a.benchmark.incomparable !== null) - Number(b.benchmark.incomparable !== null) ||
    QUALITIES.indexOf(a.benchmark.quality) - QUALITIES.indexOf(b.benchmark.quality) ||
    (b.benchmark.year ?? 0) - (a.benchmark.year ?? 0)
  );
}

function whyNoIndustry(set: string | null): Gap {
  const message =
    set === null
      ? 'No industry is chosen. Choose one to see its published figures.'
      : `“${set}” is no industry of the list. Choose one to see its published figures.`;
  return { code: set === null ? 'needs-setting' : 'unknown-industry', message, rows: [] };
}
