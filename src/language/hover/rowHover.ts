import type { ColumnId, LiveNotebook, Metric, MetricResult, RowInput, RowResult } from '../../core';
import {
  formatCount,
  formatDay,
  formatNumber,
  formatPercent,
  formatPoints,
  markdownText,
  metricById,
  rowInputOf,
} from '../../core';
import { text } from '../text';
import { CALCULATIONS, churnCalculation, crrCalculation, derivation, money } from './calculation';

const words = text.hover;

const REVENUE = ['grr', 'nrr', 'endRevenue'];

/** The metrics written out in a column, instead of the rate and the goal. */
const METRICS_OF: Partial<Readonly<Record<ColumnId, readonly string[]>>> = {
  new_lost: ['cohortCrr'],
  returning: ['returningRate'],
  inactive: ['inactivityRate'],
  start_mrr: REVENUE,
  new_mrr: REVENUE,
  reactivated_mrr: REVENUE,
  expansion: REVENUE,
  contraction: REVENUE,
  churned_mrr: REVENUE,
  promoters: ['nps'],
  passives: ['nps'],
  detractors: ['nps'],
};

/**
 * A row's calculation written out with its numbers, as Markdown. In a column of revenue, of answers or of a reason it is
 * about those.
 *
 * @param column index of the column the cursor is in, or null
 */
export function rowHover(notebook: LiveNotebook, row: number, column: number | null): string {
  const result = notebook.row(row);
  const lines = columnLines(notebook, row, column, result) ?? rateLines(notebook, result);
  // Two spaces at the end of a line are a line break.
  return [titleOf(notebook, row, result), lines.join('  \n')].join('\n\n');
}

function titleOf({ document }: LiveNotebook, row: number, result: RowResult): string {
  const period = document.period(row);
  const title = result.period.trim() === '' ? '–' : markdownText(result.period);
  return [
    `**${title}**`,
    ...(result.segment === '' ? [] : [markdownText(result.segment)]),
    ...(period === null ? [] : [words.dates(formatDay(period.firstDay), formatDay(period.lastDay))]),
    ...(result.incomplete ? [words.incomplete] : []),
  ].join(' · ');
}

function rateLines({ document }: LiveNotebook, row: RowResult): string[] {
  const { method } = document.settings;
  const lines = [line(words.retention, crrCalculation(row, method), row.crr, formatPercent, true)];
  if (row.crr.value !== null) {
    if ('low' in row.wilson) {
      const { low, high, level } = row.wilson;
      const percent = `${formatNumber(level * 100, 0)} %`;
      lines.push(words.interval(percent, formatPercent(low), formatPercent(high)));
    }
    lines.push(line(words.churn, churnCalculation(row, method), row.churn, formatPercent));
  } else if (row.endStartRatio.value !== null && row.start !== null && row.end !== null) {
    const ratio = `${formatCount(row.end)} / ${formatCount(row.start)}`;
    lines.push(line(words.endStartRatio, ratio, row.endStartRatio, formatPercent));
  }
  lines.push(...goalLines(row));
  for (const count of row.derived) {
    const value = row[count];
    if (value !== null) {
      lines.push(`${words.derived(count)}: ${derivation(row, count)} = ${formatCount(value)}`);
    }
  }
  if (row.refused !== undefined) {
    lines.push(`${words.refused(row.refused.count)}. ${markdownText(row.refused.why.message)}`);
  }
  return lines;
}

function goalLines({ goal, gapPoints, customersShort, lossAllowance, incomplete, crr }: RowResult): string[] {
  if (goal.value === null) return [];
  const parts: string[] = [];
  if (gapPoints.value !== null) {
    const short = customersShort.value ?? 0;
    parts.push(
      formatPoints(gapPoints.value),
      short > 0 ? words.short(short, formatCount(short)) : words.reached,
    );
  } else if (incomplete && crr.value !== null) parts.push(words.notJudged);
  if (lossAllowance.value !== null) {
    parts.push(words.allowance(formatCount(lossAllowance.value)));
  }
  return parts.length === 0 ? [] : [`${words.goal(formatPercent(goal.value))}: ${parts.join(', ')}`];
}

/** What a column of its own kind says, or null for one that belongs to the rate. */
function columnLines(
  notebook: LiveNotebook,
  row: number,
  index: number | null,
  result: RowResult,
): string[] | null {
  const { document, today } = notebook;
  const column = index === null ? undefined : document.columns[index];
  if (column === undefined) return null;
  if (column.reason !== null) return reasonLines(document.numberAt(row, column.index), result);
  const metrics = column.id === null ? undefined : METRICS_OF[column.id];
  if (metrics === undefined) return null;
  const input = rowInputOf(document, row, { today });
  return metrics.map((id) => metricLine(metricById(id), input, document.settings.currency));
}

function reasonLines(count: number | null, { lost }: RowResult): string[] | null {
  if (count === null || lost === null || lost === 0) return null;
  return [words.reason(formatCount(count), formatCount(lost), formatPercent(count / lost))];
}

function metricLine(metric: Metric | null, input: RowInput, currency: string | null): string {
  if (metric?.scope !== 'row') return '';
  const unit = currency === null ? '' : ` ${currency}`;
  const write = (value: number): string => {
    if (metric.unit === 'share') return formatPercent(value);
    return metric.unit === 'money' ? `${money(value)}${unit}` : formatNumber(value, 1);
  };
  return line(metric.name, CALCULATIONS[metric.id]?.(input) ?? null, metric.compute(input), write, true);
}

/** `Name: calculation = result`, or `Name: – why`. */
function line(
  name: string,
  calculation: string | null,
  result: MetricResult,
  write: (value: number) => string,
  strong = false,
): string {
  if (result.value === null) return `${name}: – ${markdownText(result.message)}`;
  const value = strong ? `**${write(result.value)}**` : write(result.value);
  return `${name}: ${calculation === null ? '' : `${calculation} = `}${value}`;
}
