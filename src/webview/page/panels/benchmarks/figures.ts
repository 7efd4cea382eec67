import type { Benchmark, BenchmarkComparison } from '../../../../core';
import type { NumberDisplay } from '../../numbers';
import { NO_VALUE } from '../../text';
import { benchmarksText as text } from './text';

/** Whether the file has a figure of the same kind and length. */
export function isComparable({ yours }: BenchmarkComparison): boolean {
  return yours.value !== null;
}

/** Whom it is about, what it is, and of how long. */
export function nameOf({ benchmark: { group, metric, period } }: BenchmarkComparison): string {
  return `${group}: ${metric}${period === null ? '' : `, ${text.period[period]}`}`;
}

/** `84 %`, `70–80 %` or `over 115 %`. */
export function publishedOf({ low, high }: Pick<Benchmark, 'low' | 'high'>, numbers: NumberDisplay): string {
  const percent = (published: number): string => numbers.exactPercent(published / 100);
  if (high === null) return text.over(percent(low));
  return low === high ? percent(low) : text.range(numbers.decimal(String(low)), percent(high));
}

/** The file's own figure, or – where it has none. */
export function yoursOf({ yours }: BenchmarkComparison, numbers: NumberDisplay): string {
  return yours.value === null ? NO_VALUE : numbers.percent(yours.value);
}

/** How far the file's figure is from the published one, and whether that is good. */
export function differenceOf({ difference, better }: BenchmarkComparison, numbers: NumberDisplay): string {
  if (difference.value === null) return text.notComparable;
  const points = text.points(numbers.signedPoints(difference.value));
  return `${points}, ${better === null ? text.even : better ? text.better : text.worse}`;
}

/** The comparison as a sentence. */
export function sentenceOf(comparison: BenchmarkComparison, numbers: NumberDisplay): string {
  return text.row(
    nameOf(comparison),
    publishedOf(comparison.benchmark, numbers),
    yoursOf(comparison, numbers),
  );
}
