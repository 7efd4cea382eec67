import type { Method, Percent, RetentionDocument } from '../document/types';
import { churn, crr, endStartRatio, heldOf, netGrowth } from './customer';
import type { IntervalResult, PeriodCounts, RowResult } from './evaluation';
import { customersShort, gapPoints, goalShare, lossAllowance } from './goal';
import { deriveCounts, explain } from './identity';
import { wilson } from './interval';
import type { Retained } from './mean';
import { isDefined, undefinedFor } from './result';
import type { MetricResult, Undefined } from './result';

/** One period as numbers, without a file around it. */
export interface CountsInput {
  /** The counts as given; null is unknown. */
  readonly counts: PeriodCounts;
  readonly goal?: Percent | null;
  readonly method?: Method;
  /** True when the period ends after today. */
  readonly incomplete?: boolean;
  readonly period?: string;
  readonly segment?: string;
}

/** What the calculation of a row reads of a document. */
export type RowSource = Pick<
  RetentionDocument,
  'settings' | 'column' | 'cellText' | 'number' | 'goal' | 'period' | 'segment'
>;

/**
 * Everything that follows from the counts of one period: a missing count, the rates, the distance to the goal.
 *
 * - One unknown of start, new, lost and end is derived; `derived` names it.
 * - A row that does not balance is calculated from the counts its method believes (`classic`: end, new, reactivated);
 *   saying that it does not balance is the business of the diagnostics.
 * - An incomplete period shows its rates so far and the losses its goal allows, but is not judged: its gap and its
 *   customers short are undefined with `incomplete-period`.
 *
 * @example
 * evaluateCounts({ counts: { start: 500, new: 50, lost: 100, end: null, reactivated: null } }).crr; // { value: 0.8 }
 */
export function evaluateCounts(input: CountsInput): RowResult {
  const { counts: given, goal = null, method = 'classic', incomplete = false } = input;
  const { counts, derived, refused } = deriveCounts(given);
  const why = refused?.why ?? null;
  const rate = explain(crr(counts, method), why);
  const kept = isDefined(rate) ? { held: heldOf(counts, method)!, start: counts.start! } : null;
  const judged = judge(kept, counts.start, goal, rate, incomplete);
  return {
    period: input.period ?? '',
    segment: input.segment ?? '',
    start: counts.start,
    new: counts.new,
    lost: counts.lost,
    end: counts.end,
    reactivated: counts.reactivated,
    derived,
    ...(refused === null ? undefined : { refused }),
    incomplete,
    crr: rate,
    churn: explain(churn(counts, method), why),
    endStartRatio: explain(endStartRatio(counts), why),
    netGrowth: explain(netGrowth(counts), why),
    goal: goalShare(goal),
    gapPoints: judged.gapPoints,
    customersShort: judged.customersShort,
    lossAllowance: judged.lossAllowance,
    wilson: wilsonOf(kept, rate),
  };
}

/**
 * The results of one row of a document. The row's own goal stands above the file's.
 *
 * @param options.today the day (since 1970-01-01) after which a period that ends is incomplete.
 *
 * @example
 * evaluateRow(parseDocument('period,start,new,lost\n2024-Q2,500,50,100\n'), 0, { today: 20_000 }).end; // 450
 */
export function evaluateRow(
  document: RowSource,
  row: number,
  { today }: { readonly today: number },
): RowResult {
  const column = document.column('period');
  return evaluateCounts({
    counts: countsOfRow(document, row),
    goal: document.goal(row) ?? document.settings.goal,
    method: document.settings.method,
    incomplete: isIncomplete(document.period(row), today),
    period: column === null ? '' : document.cellText(row, column.index),
    segment: document.segment(row),
  });
}

/** The figures of a row that can be had one by one. */
export type RowFigure = 'start' | 'new' | 'lost' | 'end' | 'crr' | 'churn' | 'gapPoints' | 'customersShort';

/**
 * One figure of a row, the same number as in `evaluateRow`, or null where that has none. Costs a fraction of it:
 * for those who need one figure of all rows.
 *
 * @example
 * figureOfRow(parseDocument('period,start,new,lost\n2024-Q2,500,50,100\n'), 0, 'crr', { today: 20_000 }); // 0.8
 */
export function figureOfRow(
  document: RowSource,
  row: number,
  figure: RowFigure,
  { today }: { readonly today: number },
): number | null {
  const { counts } = deriveCounts(countsOfRow(document, row));
  const { method } = document.settings;
  switch (figure) {
    case 'start':
    case 'new':
    case 'lost':
    case 'end':
      return counts[figure];
    case 'crr':
      return crr(counts, method).value ?? null;
    case 'churn':
      return churn(counts, method).value ?? null;
    case 'gapPoints':
    case 'customersShort': {
      const goal = document.goal(row) ?? document.settings.goal;
      if (goal === null || counts.start === null || isIncomplete(document.period(row), today)) return null;
      if (!isDefined(crr(counts, method))) return null;
      const held = heldOf(counts, method)!;
      const of = figure === 'gapPoints' ? gapPoints : customersShort;
      return of(held, counts.start, goal).value ?? null;
    }
  }
}

/** The five counts of a row as given. */
export function countsOfRow(document: Pick<RetentionDocument, 'number'>, row: number): PeriodCounts {
  return {
    start: document.number(row, 'start'),
    new: document.number(row, 'new'),
    lost: document.number(row, 'lost'),
    end: document.number(row, 'end'),
    reactivated: document.number(row, 'reactivated'),
  };
}

/** True when the period ends after today; a period whose last day is today has ended. */
export function isIncomplete(period: { readonly lastDay: number } | null, today: number): boolean {
  return period !== null && period.lastDay > today;
}

/** The Wilson interval of a rate; `kept` is null where the rate does not exist. */
export function wilsonOf(kept: Retained | null, rate: MetricResult): IntervalResult {
  if (!isDefined(rate)) return rate;
  return kept === null ? undefinedFor('blank') : wilson(kept.held, kept.start);
}

/**
 * The distance to a goal. An incomplete period is not judged, but its allowance holds: it needs only the start, and is
 * what may still be lost.
 */
export function judge(
  kept: Retained | null,
  start: number | null,
  goal: Percent | null,
  rate: MetricResult,
  incomplete: boolean,
): Pick<RowResult, 'gapPoints' | 'customersShort' | 'lossAllowance'> {
  if (goal === null) {
    const none = undefinedFor('no-goal');
    return { gapPoints: none, customersShort: none, lossAllowance: none };
  }
  const allowance = start === null ? whyUnknown(rate) : lossAllowance(start, goal);
  if (incomplete || kept === null) {
    const why = incomplete ? undefinedFor('incomplete-period') : whyUnknown(rate);
    return { gapPoints: why, customersShort: why, lossAllowance: allowance };
  }
  return {
    gapPoints: gapPoints(kept.held, kept.start, goal),
    customersShort: customersShort(kept.held, kept.start, goal),
    lossAllowance: allowance,
  };
}

/** Without a start there is no rate either, and for the same reason. */
function whyUnknown(rate: MetricResult): Undefined {
  return isDefined(rate) ? undefinedFor('blank') : rate;
}
