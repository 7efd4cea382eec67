/**
 * Published retention figures. They are read by who shows them; nothing is made before somebody asks.
 */
import { industriesCompared } from './industriesCompared';
import { otherIndustries } from './otherIndustries';
import { software } from './software';
import { subscriptions } from './subscriptions';
import type { Benchmark } from './types';

export { INDUSTRIES, industryOf } from './industries';
export type { IndustryKey } from './industries';
export { BENCHMARK_SOURCES } from './sources';
export type { BenchmarkSource, SourceKey } from './sources';
export type { Benchmark, BenchmarkBasis, BenchmarkMeasure, BenchmarkQuality } from './types';

let all: readonly Benchmark[] | null = null;

/**
 * The 94 published figures, each with its source, year and quality.
 *
 * @example
 * benchmarks().filter(({ industry }) => industry === 'media')[0].low; // 84
 */
export function benchmarks(): readonly Benchmark[] {
  all ??= [...industriesCompared(), ...subscriptions(), ...software(), ...otherIndustries()];
  return all;
}
