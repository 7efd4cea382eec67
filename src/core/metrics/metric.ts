import type { ColumnId, Method, Percent, RetentionDocument } from '../document/types';
import type { IntervalResult, PeriodCounts } from './evaluation';
import type { Optional } from './given';
import { deriveCounts } from './identity';
import type { Retained } from './mean';
import type { MetricResult, Undefined } from './result';
import type { RevenueMovements } from './revenue/movements';
import { countsOfRow, isIncomplete } from './row';
import type { SegmentChange } from './statistics/mix';
import type { Answers } from './statistics/nps';
import type { ReasonCount } from './statistics/reasons';

/**
 * What a metric's number counts. Shares are 0.8, points are percentage points, periods are the file's own, a
 * probability is a p-value.
 */
export type Unit = 'share' | 'points' | 'customers' | 'ratio' | 'periods' | 'money' | 'probability';

/** Everything about a metric that is not its number. */
export interface MetricInfo {
  /** Its name in the JSON of the command line, and everywhere in code. */
  readonly id: string;
  /** The field's standard name, as a heading. */
  readonly name: string;
  /** In the letters S start, N new, L lost, E end, R reactivated, g goal. */
  readonly formula: string;
  /** Columns and settings it reads. */
  readonly inputs: readonly string[];
  readonly unit: Unit;
  /** One sentence that says what it tells. */
  readonly description: string;
  /** When it has no number, and where it misleads. */
  readonly edgeCases: readonly string[];
  /** Where the definition comes from. */
  readonly source: string;
}

/** One row as numbers: what a metric of a row reads. `undefined` stands for a column that the table does not have. */
export interface RowInput {
  /** After `deriveCounts`. */
  readonly counts: PeriodCounts;
  /** Why the missing count could not be derived; null otherwise. */
  readonly refused: Undefined | null;
  readonly method: Method;
  readonly goal: Percent | null;
  readonly incomplete: boolean;
  /** Length of the period, or null where it is not known. */
  readonly days: number | null;
  readonly newLost: Optional;
  readonly returning: Optional;
  readonly inactive: Optional;
  /** Customers with any and with two or more orders; no column of the format holds them. */
  readonly customers: Optional;
  readonly repeatCustomers: Optional;
  readonly revenuePerCustomer: Optional;
  /** Money per period, as the columns of recurring revenue say. */
  readonly revenue: RevenueMovements;
  /** Gross margin as a share; undefined or null where the file sets none. */
  readonly grossMargin: Optional;
  /** Discount of a year as a share; undefined or null where the file sets none. */
  readonly discountRate: Optional;
  readonly acquisitionCost: Optional;
  readonly answers: Answers;
}

/** What a metric of a year reads: its complete periods, the goals of all its periods, and how many are left. */
export interface YearInput {
  readonly periods: readonly (Retained | null)[];
  readonly goals: readonly Percent[];
  readonly remaining: number;
}

export interface RowMetric extends MetricInfo {
  readonly scope: 'row';
  compute(row: RowInput): MetricResult;
}

export interface IntervalMetric extends MetricInfo {
  readonly scope: 'interval';
  compute(row: RowInput): IntervalResult;
}

export interface SeriesMetric extends MetricInfo {
  readonly scope: 'series';
  /** @param periods the complete periods in the order of time; null is one whose rate is unknown. */
  compute(periods: readonly (Retained | null)[]): MetricResult;
}

export interface YearMetric extends MetricInfo {
  readonly scope: 'year';
  compute(year: YearInput): MetricResult;
}

/** Two groups, or two periods: rates are those of the first less those of the second. */
export interface PairMetric extends MetricInfo {
  readonly scope: 'pair';
  compute(first: Retained, second: Retained): MetricResult;
}

export interface PairIntervalMetric extends MetricInfo {
  readonly scope: 'pairInterval';
  compute(first: Retained, second: Retained): IntervalResult;
}

export interface GroupsMetric extends MetricInfo {
  readonly scope: 'groups';
  /** @param groups segments of one period, or groups of an experiment. */
  compute(groups: readonly Retained[]): MetricResult;
}

export interface SegmentsMetric extends MetricInfo {
  readonly scope: 'segments';
  /** @param segments each with two periods, or two groups. */
  compute(segments: readonly SegmentChange[]): MetricResult;
}

export interface ReasonsMetric extends MetricInfo {
  readonly scope: 'reasons';
  /** @param lost all customers lost in the period; null is unknown. */
  compute(reasons: readonly ReasonCount[], lost: number | null): MetricResult;
}

export interface CohortMetric extends MetricInfo {
  readonly scope: 'cohort';
  /** @param survivors of one cohort after 0, 1, 2 … periods. */
  compute(survivors: readonly number[]): MetricResult;
}

/** A metric of the catalogue; `scope` says what `compute` takes. */
export type Metric =
  | RowMetric
  | IntervalMetric
  | SeriesMetric
  | YearMetric
  | PairMetric
  | PairIntervalMetric
  | GroupsMetric
  | SegmentsMetric
  | ReasonsMetric
  | CohortMetric;

const NO_ROW: RowInput = {
  counts: { start: null, new: null, lost: null, end: null, reactivated: null },
  refused: null,
  method: 'classic',
  goal: null,
  incomplete: false,
  days: null,
  newLost: undefined,
  returning: undefined,
  inactive: undefined,
  customers: undefined,
  repeatCustomers: undefined,
  revenuePerCustomer: undefined,
  revenue: {
    start: undefined,
    new: undefined,
    reactivated: undefined,
    expansion: undefined,
    contraction: undefined,
    churned: undefined,
  },
  grossMargin: undefined,
  discountRate: undefined,
  acquisitionCost: undefined,
  answers: { promoters: undefined, passives: undefined, detractors: undefined },
};

/**
 * A row's input from plain numbers: the missing count is derived, what is not given is unknown.
 *
 * @example
 * rowInput({ counts: { start: 100, new: 15, lost: 10, end: null, reactivated: null } }).counts.end; // 105
 */
export function rowInput(given: Partial<RowInput>): RowInput {
  const { counts, refused } = deriveCounts(given.counts ?? NO_ROW.counts);
  return { ...NO_ROW, ...given, counts, refused: refused?.why ?? null };
}

/**
 * A row's input from a document; the file's goal stands where the row has none.
 *
 * @param options.today the day (since 1970-01-01) after which a period that ends is incomplete.
 *
 * @example
 * rowInputOf(parseDocument('period,start,lost\n2024-01,100,10\n'), 0, { today: 20_000 }).days; // 31
 */
export function rowInputOf(
  document: Pick<RetentionDocument, 'settings' | 'column' | 'number' | 'goal' | 'period'>,
  row: number,
  { today }: { readonly today: number },
): RowInput {
  const { settings } = document;
  const period = document.period(row);
  const optional = (id: ColumnId): Optional =>
    document.column(id) === null ? undefined : document.number(row, id);
  return rowInput({
    counts: countsOfRow(document, row),
    method: settings.method,
    goal: document.goal(row) ?? settings.goal,
    incomplete: isIncomplete(period, today),
    days: period === null ? null : period.lastDay - period.firstDay + 1,
    newLost: optional('new_lost'),
    returning: optional('returning'),
    inactive: optional('inactive'),
    revenuePerCustomer: settings.revenue_per_customer ?? undefined,
    revenue: {
      start: optional('start_mrr'),
      new: optional('new_mrr'),
      reactivated: optional('reactivated_mrr'),
      expansion: optional('expansion'),
      contraction: optional('contraction'),
      churned: optional('churned_mrr'),
    },
    grossMargin: settings.gross_margin?.share,
    discountRate: settings.discount_rate?.share,
    acquisitionCost: settings.acquisition_cost,
    answers: {
      promoters: optional('promoters'),
      passives: optional('passives'),
      detractors: optional('detractors'),
    },
  });
}
