import type { IndustryKey } from './industries';
import type { SourceKey } from './sources';

/** What a published figure is a figure of; `other` is nothing that a file says. */
export type BenchmarkMeasure =
  | 'retention'
  | 'churn'
  | 'netChurn'
  | 'grossRevenueRetention'
  | 'netRevenueRetention'
  | 'grossRevenueChurn'
  | 'returning'
  | 'other';

/** What is counted: a customer with two subscriptions is one or two. */
export type BenchmarkBasis = 'customers' | 'subscribers' | 'subscriptions' | 'revenue' | 'orders';

/**
 * How far a figure can be trusted:
 *
 * - A: from a survey, a panel or a company's own reports, of a known year
 * - B: measured, but about the publisher's own customers, retold, hard to read or of an estimated year
 * - C: copied from page to page; sample, period or origin is not stated
 * - D: one company's word or a rule of thumb
 */
export type BenchmarkQuality = 'A' | 'B' | 'C' | 'D';

/** One published figure. Percentages are as published (84 is 84 %). */
export interface Benchmark {
  readonly industry: IndustryKey;
  /** Whom it is about, as published: `B2B SaaS, ACV $12k-25k`. */
  readonly group: string;
  /** What it is called where it was published: `net revenue retention, median`. */
  readonly metric: string;
  readonly measure: BenchmarkMeasure;
  readonly basis: BenchmarkBasis;
  /** Length of its period, or null where the source does not say. */
  readonly period: 'month' | 'year' | null;
  /** True where the source does not say the period and the whole field reads it so. */
  readonly periodAssumed: boolean;
  /** The published percentage; of a range both ends. A null end is open: “over 115 %”. */
  readonly low: number;
  readonly high: number | null;
  readonly source: SourceKey;
  /** Year of the data or of the page, or null where neither is known. */
  readonly year: number | null;
  readonly quality: BenchmarkQuality;
  readonly note: string | null;
  /** Why nothing in a file can be compared with it; null where something can. */
  readonly incomparable: string | null;
}

/** A figure as it is listed: a single value, or a range; what is not given is as in most of its list. */
export type ListedFigure = Pick<Benchmark, 'industry' | 'group'> &
  Partial<Omit<Benchmark, 'low' | 'high'>> & { readonly value: number | readonly [number, number | null] };

type Common = Omit<
  Benchmark,
  'industry' | 'group' | 'low' | 'high' | 'note' | 'incomparable' | 'periodAssumed'
> &
  Partial<Pick<Benchmark, 'note' | 'incomparable' | 'periodAssumed'>>;

/** Figures that have most in common. */
export function figures(common: Common, listed: readonly ListedFigure[]): Benchmark[] {
  return listed.map(({ value, ...own }) => {
    const [low, high] = typeof value === 'number' ? [value, value] : value;
    return { note: null, incomparable: null, periodAssumed: false, ...common, ...own, low, high };
  });
}
