import { countsOf, reasonsOf } from '../checks/ownChecks';
import type { Column, RetentionDocument } from '../document/types';
import { formatCount, formatPercent } from '../format';
import { sumLess } from '../metrics/exact';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { defined, undefinedFor } from '../metrics/result';
import type { MetricResult, Undefined } from '../metrics/result';
import { PARETO_LINE, reasonPareto } from '../metrics/statistics/reasons';
import type { ReasonPareto, ReasonShare } from '../metrics/statistics/reasons';
import { choosePeriods, spanOf } from './chosen';
import type { ChosenRange, ChosenSpan } from './chosen';
import { listed, present, spacingGaps } from './gaps';
import type { Gap } from './gaps';
import type { AnalysisSource } from './source';

/** One reason among those that customers left for. */
export interface ReasonBar extends ReasonShare {
  /** What people read: the column's label, else its name without `reason_`. */
  readonly label: string;
  /** Place of its column in the table. */
  readonly column: number;
  /** The measures of the playbook that answer it, by their place in `document.playbook`; dropped ones do not. */
  readonly measures: readonly number[];
}

/** Why customers left: a Pareto of the reasons and what they leave unexplained. */
export interface Reasons extends ChosenSpan {
  /** null: all customers. */
  readonly segment: string | null;
  /** Customers lost in these periods. */
  readonly lost: MetricResult;
  /** The biggest first; empty where there is nothing to show, and `none` says why. */
  readonly bars: readonly ReasonBar[];
  readonly none: Undefined | null;
  /** Lost customers without a reason. */
  readonly unexplained: MetricResult;
  /** The number that shares are shares of. */
  readonly of: number;
  readonly gaps: readonly Gap[];
}

/**
 * The churn reasons of a period, or of several together, the biggest first. Lost customers without a reason stay in
 * the total; a reason of a blank cell reads as 0 where the row gives another one.
 *
 * @param segment null for all customers.
 *
 * @example
 * const notebook = LiveNotebook.open('period,start,new,lost,reason_price,reason_other\n2024,100,0,10,6,1\n');
 * const { bars, unexplained } = analyseReasons(notebook, null);
 * bars[0]?.share; // 0.6
 * unexplained; // { value: 3 }
 */
export function analyseReasons(
  notebook: AnalysisSource,
  segment: string | null,
  range: ChosenRange = {},
): Reasons {
  const { document } = notebook;
  const periods = choosePeriods(notebook, segment, range);
  const { chosen } = periods;
  const lost = lostIn(chosen);
  const columns = document.reasonColumns;
  const pareto = columns.length === 0 ? noColumns() : paretoOf(document, columns, chosen, lost);
  const found = 'reasons' in pareto ? pareto : null;
  return {
    segment,
    ...spanOf(periods),
    lost,
    bars: found === null ? [] : barsOf(found, columns, document, segment),
    none: 'reasons' in pareto ? null : pareto,
    unexplained: 'reasons' in pareto ? pareto.unexplained : pareto,
    of: found?.of ?? 0,
    gaps: gapsOf(document, chosen, pareto, lost),
  };
}

function noColumns(): Undefined {
  return undefinedFor(
    'needs-column',
    'The table has no column with a reason. Add one such as reason_price with the customers lost for it.',
  );
}

function lostIn(periods: readonly NotebookPeriod[]): MetricResult {
  if (periods.length === 0) return undefinedFor('no-period');
  let sum = 0;
  for (const { counts, name } of periods) {
    if (counts.lost === null) return undefinedFor('blank', `Lost of ${name} is not known.`);
    sum = sumLess(sum, counts.lost, 0, 0);
  }
  return defined(sum);
}

function paretoOf(
  document: RetentionDocument,
  columns: readonly Column[],
  periods: readonly NotebookPeriod[],
  lost: MetricResult,
): ReasonPareto | Undefined {
  if (periods.length === 0) return undefinedFor('no-period');
  const counts = columns.map(({ reason, index }) => {
    let count: number | null = null;
    for (const { rows } of periods) {
      for (const row of rows) {
        const one = document.numberAt(row, index);
        if (one !== null) count = sumLess(count ?? 0, one, 0, 0);
      }
    }
    return { name: reason!, count };
  });
  return reasonPareto(counts, lost.value);
}

function barsOf(
  { reasons }: ReasonPareto,
  columns: readonly Column[],
  document: RetentionDocument,
  segment: string | null,
): ReasonBar[] {
  const byReason = new Map(columns.map((column) => [column.reason, column]));
  return reasons.map((share) => {
    const column = byReason.get(share.name)!;
    const measures = document.playbook.flatMap((item, index) => {
      const answers = item.reason === share.name && item.status !== 'dropped';
      return answers && (segment === null || item.segment === null || item.segment === segment)
        ? [index]
        : [];
    });
    return { ...share, label: labelOf(column), column: column.index, measures };
  });
}

/** `reason_too_expensive` without a label of its own reads `too expensive`. */
function labelOf({ label, name, reason }: Column): string {
  return label === name && reason !== null ? reason.replaceAll(/[_-]+/g, ' ') : label;
}

function gapsOf(
  document: RetentionDocument,
  periods: readonly NotebookPeriod[],
  pareto: ReasonPareto | Undefined,
  lost: MetricResult,
): Gap[] {
  if (!('reasons' in pareto)) return [{ code: 'no-reasons', message: pareto.message, rows: [] }];
  return [
    ...spacingGaps(periods, document.granularity),
    ...present(exceeding(document, periods), unknownLost(lost), unexplainedGap(pareto)),
  ];
}

/** R503: a row with more reasons than losses. */
function exceeding(document: RetentionDocument, periods: readonly NotebookPeriod[]): Gap | null {
  const wrong = periods.flatMap(({ name, rows }) =>
    rows.flatMap((row) => {
      const reasons = reasonsOf(document, row);
      const { lost } = countsOf(document, row);
      return reasons !== null && lost !== null && reasons > lost ? [{ name, row, reasons, lost }] : [];
    }),
  );
  const first = wrong[0];
  if (first === undefined) return null;
  const message =
    wrong.length === 1
      ? `The reasons of ${first.name} add up to ${formatCount(first.reasons)}, but only ${formatCount(first.lost)} were lost. Check both.`
      : `${formatCount(wrong.length)} rows have more reasons than lost customers (${listed(wrong.map(({ name }) => name))}). Check both.`;
  return { code: 'reasons-exceed-lost', message, rows: wrong.map(({ row }) => row) };
}

function unknownLost(lost: MetricResult): Gap | null {
  if (lost.value !== null) return null;
  const message = `${lost.message} Shares are of the customers with a reason.`;
  return { code: 'unknown-counts', message, rows: [] };
}

function unexplainedGap({ unexplained, of }: ReasonPareto): Gap | null {
  const { value } = unexplained;
  // With more than this unexplained no few reasons make up 80 %.
  if (value === null || of - value >= of * PARETO_LINE) return null;
  const message = `${formatCount(value)} of ${formatCount(of)} lost customers (${formatPercent(value / of)}) have no reason: ask them before acting on the others.`;
  return { code: 'unexplained', message, rows: [] };
}
