import type { Percent } from '../document/types';
import { metricById } from '../metrics/catalogue';
import { gapPoints } from '../metrics/goal';
import type { Optional } from '../metrics/given';
import { whyMissing } from '../metrics/given';
import { rowInput } from '../metrics/metric';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { defined, isDefined, undefinedFor } from '../metrics/result';
import type { MetricResult } from '../metrics/result';
import type { RevenueMovements } from '../metrics/revenue/movements';
import { movementsIn } from './amounts';
import { choosePeriods } from './chosen';
import type { Gap } from './gaps';
import { lastOf } from './range';
import type { AnalysisRange } from './range';
import { revenueGaps } from './revenueGaps';
import type { AnalysisSource } from './source';
import { negated, waterfall } from './waterfall';
import type { WaterfallBar } from './waterfall';

/** The figures of revenue, by their names in the catalogue; there is formula, unit and source of each. */
export const REVENUE_FIGURES = [
  'endRevenue',
  'grr',
  'nrr',
  'nrrWithReactivated',
  'grossRevenueChurn',
  'netRevenueChurn',
  'quickRatio',
  'arpa',
  'ltv',
  'cacPayback',
  'ltvToCac',
  'customerValue',
  'retentionGain1',
  'retentionGain5',
] as const;

export type RevenueFigure = (typeof REVENUE_FIGURES)[number];

/** The recurring revenue of one period. */
export interface RevenuePeriod {
  readonly period: NotebookPeriod;
  /** An amount is undefined where the table has no such column, null where a cell is blank. */
  readonly movements: RevenueMovements;
  readonly figures: Readonly<Record<RevenueFigure, MetricResult>>;
}

/** One bar of the movements, in money. */
export type RevenueStep = WaterfallBar<'new' | 'reactivated' | 'expansion' | 'contraction' | 'churned'>;

/** A rate of revenue against its goal. */
export interface RevenueGoal {
  readonly goal: Percent | null;
  /** Percentage points, not a share. */
  readonly gapPoints: MetricResult;
}

/** What recurring revenue did, what a customer is worth, and what more retention would be. */
export interface RevenueAnalysis {
  /** null: all customers. */
  readonly segment: string | null;
  /** ISO 4217, or null: then amounts are numbers without a unit. */
  readonly currency: string | null;
  /** The last periods, oldest first. */
  readonly series: readonly RevenuePeriod[];
  /** The one looked at, or null when there is no period. */
  readonly chosen: RevenuePeriod | null;
  readonly steps: readonly RevenueStep[];
  readonly grrGoal: RevenueGoal;
  readonly nrrGoal: RevenueGoal;
  /** What the value of retention is modelled with: the period's own rate, and the yearly discount (null: none). */
  readonly baseline: MetricResult;
  readonly discount: number | null;
  readonly gaps: readonly Gap[];
}

/** Which period of a range. */
export interface RevenueOptions extends AnalysisRange {
  /** By name; default the last complete one. */
  readonly period?: string;
}

/**
 * Revenue of the last periods: movements, gross and net retention against their goals, what a customer brings in and is
 * worth, and the gain of 1 and 5 points of retention. Costs the periods shown.
 *
 * @param segment null for all customers.
 *
 * @example
 * const header = 'period,start_mrr,new_mrr,expansion,contraction,churned_mrr';
 * const notebook = LiveNotebook.open(`${header}\n2024,1000,100,50,20,80\n`);
 * analyseRevenue(notebook, null).chosen?.figures.nrr; // { value: 0.95 }
 */
export function analyseRevenue(
  notebook: AnalysisSource,
  segment: string | null,
  options: RevenueOptions = {},
): RevenueAnalysis {
  const { settings } = notebook.document;
  const last = lastOf(options, notebook.document.granularity);
  const from = options.period === undefined ? {} : { from: options.period };
  const { choices, chosen: found } = choosePeriods(notebook, segment, { last, revenue: true, ...from });
  const series = choices.map((period) => revenueOf(notebook, period));
  const chosen = series.find(({ period }) => period === found[0]) ?? null;
  return {
    segment,
    currency: settings.currency,
    series,
    chosen,
    steps: chosen === null ? [] : stepsOf(chosen),
    grrGoal: goalOf(chosen, 'grr', settings.goal_grr),
    nrrGoal: goalOf(chosen, 'nrr', settings.goal_nrr),
    baseline: chosen?.period.crr ?? undefinedFor('no-period'),
    discount: settings.discount_rate?.share ?? null,
    gaps: revenueGaps(notebook, series, chosen),
  };
}

function revenueOf({ document }: AnalysisSource, period: NotebookPeriod): RevenuePeriod {
  const { settings } = document;
  const movements = movementsIn(document, period.rows);
  const input = rowInput({
    counts: period.counts,
    method: settings.method,
    incomplete: period.incomplete,
    days: period.lastDay - period.firstDay + 1,
    revenue: movements,
    revenuePerCustomer: settings.revenue_per_customer ?? undefined,
    grossMargin: settings.gross_margin?.share,
    discountRate: settings.discount_rate?.share,
    acquisitionCost: settings.acquisition_cost,
  });
  const figure = (id: RevenueFigure): MetricResult => {
    const metric = metricById(id);
    return metric?.scope === 'row' ? metric.compute(input) : undefinedFor('needs-column');
  };
  const figures = Object.fromEntries(REVENUE_FIGURES.map((id) => [id, figure(id)])) as Record<
    RevenueFigure,
    MetricResult
  >;
  return { period, movements, figures };
}

function stepsOf({ movements, figures }: RevenuePeriod): RevenueStep[] {
  const amount = (name: keyof RevenueMovements, column: string): MetricResult =>
    resultOf(column, movements[name]);
  const back = movements.reactivated ?? 0;
  return waterfall(
    amount('start', 'start_mrr'),
    [
      { id: 'new', amount: amount('new', 'new_mrr') },
      ...(back === 0 ? [] : [{ id: 'reactivated' as const, amount: defined(back) }]),
      { id: 'expansion', amount: amount('expansion', 'expansion') },
      { id: 'contraction', amount: negated(amount('contraction', 'contraction')) },
      { id: 'churned', amount: negated(amount('churned', 'churned_mrr')) },
    ],
    figures.endRevenue,
  );
}

function resultOf(column: string, value: Optional): MetricResult {
  return whyMissing(column, value) ?? defined(value!);
}

function goalOf(chosen: RevenuePeriod | null, id: 'grr' | 'nrr', goal: Percent | null): RevenueGoal {
  if (goal === null) return { goal, gapPoints: undefinedFor('no-goal') };
  if (chosen === null) return { goal, gapPoints: undefinedFor('no-period') };
  if (chosen.period.incomplete) return { goal, gapPoints: undefinedFor('incomplete-period') };
  const rate = chosen.figures[id];
  return { goal, gapPoints: isDefined(rate) ? gapPoints(rate.value, 1, goal) : rate };
}
