import type { Granularity } from '../document/types';

/** Which periods an analysis looks at. */
export interface AnalysisRange {
  /** How many, the last ones in time; `Infinity` for all. Default: `defaultRange` of the file's granularity. */
  readonly last?: number;
}

const DEFAULTS: Readonly<Record<Granularity, number>> = {
  day: 30,
  week: 13,
  month: 12,
  quarter: 8,
  year: 10,
  custom: 12,
};

/**
 * How many periods an analysis shows unless asked for others: enough to see a season, few enough to read.
 *
 * @example
 * defaultRange('month'); // 12
 */
export function defaultRange(granularity: Granularity): number {
  return DEFAULTS[granularity];
}

/** The number asked for, or the default; never less than one period. */
export function lastOf({ last }: AnalysisRange, granularity: Granularity): number {
  return last === undefined ? defaultRange(granularity) : Math.max(1, last);
}
