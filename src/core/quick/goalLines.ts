import type { Percent } from '../document/types';
import { COPY_FORMAT, formatPoints } from '../format';
import type { RowResult } from '../metrics/evaluation';
import type { MetricResult } from '../metrics/result';
import type { LineMaker, QuickLine } from './lines';
import { percentText } from './percent';
import { spanText } from './print';
import { yearlyRetention } from './span';
import type { QuickSpan } from './types';

/** The distance to the goal in percentage points. */
export function gapLine(
  make: LineMaker,
  goal: Percent | null,
  rate: MetricResult,
  gap: MetricResult,
): QuickLine {
  const { t } = make;
  const label = t('Goal gap');
  if (!goal) return make.missing('gap', label, t('Add a goal, for example goal 85%.'));
  if (gap.value === null) return make.missing('gap', label, gap.message);
  const detail = t('{0} − {1}, in percentage points', make.percent(rate.value ?? 0), percentText(goal));
  const value = formatPoints(gap.value, make.format);
  return {
    id: 'gap',
    label,
    value,
    detail,
    copyText: formatPoints(gap.value, { ...COPY_FORMAT, space: ' ' }),
  };
}

/**
 * The goal in customers: how many are short, how many must stay, how many may be lost.
 *
 * @param gone how many of the customers of the start are lost, or null when nobody knows
 */
export function goalCustomerLines(
  make: LineMaker,
  goal: Percent,
  row: RowResult,
  gone: number | null,
): QuickLine[] {
  const { t } = make;
  const { start, customersShort, lossAllowance } = row;
  if (start === null) return [];
  const lines: QuickLine[] = [];
  if (customersShort.value !== null) {
    const detail =
      customersShort.value === 0
        ? t('The goal is reached.')
        : t('So many more of the {0} customers of the start would have had to stay.', make.count(start));
    lines.push(make.countLine('short', t('Customers short'), customersShort, detail));
  }
  const keep = lossAllowance.value === null ? lossAllowance : { value: start - lossAllowance.value };
  const keepDetail = t('At least {0} of {1}.', percentText(goal), make.count(start));
  lines.push(make.countLine('keep', t('Customers to keep'), keep, keepDetail));

  let detail = t('So many may be lost without missing the goal.');
  if (gone !== null && lossAllowance.value !== null) {
    const left = lossAllowance.value - gone;
    detail =
      left >= 0
        ? t('{0} lost, {1} more may be.', make.count(gone), make.count(left))
        : t('{0} lost, {1} too many.', make.count(gone), make.count(-left));
  }
  lines.push(make.countLine('allowance', t('Losses allowed'), lossAllowance, detail));
  return lines;
}

/** A goal per period as a goal per year: 85 % per month is 14.2 % per year. */
export function goalYearlyLine(make: LineMaker, goal: Percent, span: QuickSpan): QuickLine {
  const { t } = make;
  const detail = t('{0} {1}, reached for a whole year.', percentText(goal), spanText(span, t));
  return make.percentLine('goalYearly', t('Goal per year'), yearlyRetention(goal.share, span), detail);
}
