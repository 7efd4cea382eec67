import type { DerivableCount } from './identity';
import type { MetricResult, Undefined } from './result';

/** Wilson score interval of a share, or why there is none. */
export type IntervalResult =
  | { readonly low: number; readonly high: number; readonly level: number }
  | Undefined;

/** The five counts of one period; null is unknown. */
export interface PeriodCounts {
  readonly start: number | null;
  readonly new: number | null;
  readonly lost: number | null;
  readonly end: number | null;
  readonly reactivated: number | null;
}

/** One row with everything calculated from it: a row of the command line's JSON. Rates are shares. */
export interface RowResult extends PeriodCounts {
  readonly period: string;
  readonly segment: string;
  /** Names of the counts that were not given but follow from the identity, e.g. `['lost']`. */
  readonly derived: readonly DerivableCount[];
  /** The count that would follow but cannot be right (it would be negative), and why. Absent when there is none. */
  readonly refused?: { readonly count: DerivableCount; readonly why: Undefined };
  /** True when the period ends after today: shown, but left out of means, trends and goals. */
  readonly incomplete: boolean;
  readonly crr: MetricResult;
  readonly churn: MetricResult;
  readonly endStartRatio: MetricResult;
  readonly netGrowth: MetricResult;
  readonly goal: MetricResult;
  /** Percentage points, not a share. */
  readonly gapPoints: MetricResult;
  readonly customersShort: MetricResult;
  readonly lossAllowance: MetricResult;
  readonly wilson: IntervalResult;
}

/** The last complete period and the way to the goal, for one segment or for all customers. */
export interface Summary {
  /** null: all customers. */
  readonly segment: string | null;
  /** The last complete period as written, or null when there is none. */
  readonly period: string | null;
  readonly retention: MetricResult;
  readonly churn: MetricResult;
  readonly lost: number | null;
  readonly wilson: IntervalResult;
  readonly goal: MetricResult;
  readonly gapPoints: MetricResult;
  readonly customersShort: MetricResult;
  readonly lossAllowance: MetricResult;
  /** The calendar year of the last complete period. */
  readonly year: {
    readonly label: string | null;
    /** Complete periods so far, and periods in the whole year. */
    readonly done: number;
    readonly of: number;
    readonly compounded: MetricResult;
    /** CRR needed in each of the `of − done` remaining periods to reach the goal compounded over the year. */
    readonly required: MetricResult;
  };
  readonly weightedMean: MetricResult;
  readonly simpleMean: MetricResult;
  readonly geometricMean: MetricResult;
  readonly compounded: MetricResult;
  readonly rolling3: MetricResult;
  readonly rolling12: MetricResult;
  /** A sentence when the goal is out of reach by what the file shows, else null. */
  readonly realismHint: string | null;
  /** Up to the last 12 periods, oldest first, for a small line. */
  readonly trend: readonly {
    readonly period: string;
    readonly crr: MetricResult;
    readonly incomplete: boolean;
  }[];
}
