import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { NumberDisplay } from '../numbers';
import type { Statistics } from './statistics';
import { text } from '../text';

/** How many rows the view shows, and how many the file has. */
export interface TableSize {
  readonly shown: number;
  readonly total: number;
}

/** The line at the bottom: statistics of the selection on the left, the size of the table on the right. */
export function statisticsView(
  statistics: Statistics | null,
  rows: TableSize,
  numbers: NumberDisplay,
): TemplateResult {
  return html`<div
      class="statistics"
      role="group"
      aria-label=${text.statistics.region}
      title=${statistics?.mixed === true ? text.statistics.mixed : nothing}
    >
      ${statistics === null ? nothing : statisticsText(statistics, numbers)}
    </div>
    <div class="row-count">${sizeText(rows, numbers)}</div>`;
}

function sizeText({ shown, total }: TableSize, numbers: NumberDisplay): string {
  const all = numbers.count(total);
  return shown === total
    ? text.statistics.rows(total, all)
    : text.statistics.rowsOf(total, numbers.count(shown), all);
}

/** `4 cells · sum 1,050 · mean 262.5 · min 100 · max 500` */
export function statisticsText(statistics: Statistics, numbers: NumberDisplay): string {
  const { cells, numeric, unit, sum, mean, minimum, maximum, done } = statistics;
  const parts = [text.statistics.cells(cells, numbers.count(cells))];
  if (!done) return [...parts, text.statistics.counting].join(text.separator);
  if (numeric > 0 && numeric !== cells) parts.push(text.statistics.numbers(numeric, numbers.count(numeric)));
  const write = (decimal: string): string =>
    unit === 'share'
      ? numbers.percent(Number(decimal))
      : unit === 'points'
        ? `${numbers.signedPoints(Number(decimal))}\u202f${text.summary.points}`
        : numbers.decimal(decimal);
  // Adding up rates means nothing, so there is no sum of them.
  if (sum !== null && unit === 'plain') parts.push(text.statistics.sum(write(sum)));
  if (mean !== null) parts.push(text.statistics.mean(write(mean)));
  if (minimum !== null) parts.push(text.statistics.min(write(minimum)));
  if (maximum !== null) parts.push(text.statistics.max(write(maximum)));
  return parts.join(text.separator);
}
