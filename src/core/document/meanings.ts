import type { SettingKey } from './settingRules';
import type { Column, ColumnId } from './types';

/** What the cells of each known column say, in a sentence or two: for hovers, completion and help. */
const COLUMN_MEANINGS: Readonly<Record<ColumnId, string>> = {
  period:
    'The calendar period of the row: `2024`, `2024-Q1`, `2024-01`, `2024-W05`, `2024-01-15`, `2024-01-01/2024-01-31` (both ends included) or `2024-01-15/P30D`. With the segment it names the row.',
  segment: 'The group of customers the row is about; blank is all customers.',
  start: 'Customers at the beginning of the period.',
  new: 'Customers who joined in the period for the first time.',
  lost: 'Customers who left in the period.',
  end: 'Customers at the end of the period.',
  reactivated: 'Former customers won back in the period; blank is 0.',
  new_lost: 'Of the lost customers, those who had joined in the same period.',
  returning: 'Customers of the start who bought again in the period.',
  inactive: 'Customers without activity for 30 days or more at the end of the period.',
  start_mrr: 'Recurring revenue at the beginning of the period.',
  new_mrr: 'Recurring revenue of customers who joined in the period.',
  reactivated_mrr: 'Recurring revenue of customers won back in the period.',
  expansion: 'Recurring revenue gained from customers of the start who now pay more.',
  contraction: 'Recurring revenue lost from customers who stay but pay less, as a positive number.',
  churned_mrr: 'Recurring revenue of the customers who left, as a positive number.',
  goal: "The period's own goal of the retention rate, such as `85%`. It stands above the goal of the file.",
  promoters: 'Answers of 9 or 10 to “How likely are you to recommend us?” (NPS).',
  passives: 'Answers of 7 or 8 to “How likely are you to recommend us?” (NPS).',
  detractors: 'Answers of 0 to 6 to “How likely are you to recommend us?” (NPS).',
  note: 'What one should know about the period.',
};

/** The counts of which one may be left blank. */
const DERIVABLE: ReadonlySet<ColumnId | null> = new Set<ColumnId>(['start', 'new', 'lost', 'end']);

/**
 * What the cells of a column say, with code in backticks; for columns the format does not know, how they are treated.
 *
 * @example
 * columnMeaning({ id: null, reason: 'price' }); // 'Lost customers who left for this reason: price. …'
 */
export function columnMeaning({ id, reason }: Pick<Column, 'id' | 'reason'>): string {
  if (id !== null) {
    return DERIVABLE.has(id)
      ? `${COLUMN_MEANINGS[id]} Blank means unknown: one of start, new, lost and end then follows from start + new + reactivated − lost = end.`
      : COLUMN_MEANINGS[id];
  }
  return reason === null
    ? 'A column of your own: its cells are kept as they are and shown as text.'
    : `Lost customers who left for this reason: ${reason.replaceAll('_', ' ')}. Blank is 0; all reasons together cannot exceed lost.`;
}

/** What each setting is about, with code in backticks. What its value must be is in `SETTING_HINTS`. */
export const SETTING_MEANINGS: Readonly<Record<SettingKey, string>> = {
  retention: 'The version of the file format. It comes first.',
  title: 'The heading of the notebook and of reports.',
  goal: 'The goal of the customer retention rate, per period. A goal in a row stands above it.',
  goal_grr: 'The goal of gross revenue retention, per period.',
  goal_nrr: 'The goal of net revenue retention, per period.',
  granularity: 'The length of the periods. Rows of another length are marked.',
  currency: 'The currency of all amounts of money.',
  method:
    'How retention is counted: `classic` is (end − new − reactivated) / start, `with-reactivated` counts customers won back as kept, `lost` is (start − lost) / start.',
  locale: 'The language in which the notebook writes numbers. The file itself is not affected.',
  delimiter: 'What separates the cells of the table.',
  decimal: 'The decimal sign of numbers in the file.',
  segments: 'The segments in the order in which they are shown.',
  industry: 'The industry whose published benchmarks are shown beside your figures.',
  gross_margin: 'The share of revenue left after direct costs, for what a customer is worth.',
  discount_rate: 'By how much money is worth less a year later, for what a customer is worth.',
  acquisition_cost: 'What it costs to win one customer, in the currency of the file.',
  revenue_per_customer: 'What a customer brings in each period, in the currency of the file.',
};

/** What a setting `label_<column>` is about. */
export const LABEL_MEANING = 'The text shown instead of the name of the column.';
