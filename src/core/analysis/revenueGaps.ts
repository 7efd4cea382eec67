import type { ColumnId } from '../document/types';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import type { MetricResult } from '../metrics/result';
import type { RevenueMovements } from '../metrics/revenue/movements';
import { gapOf, listed, present, spacingGaps } from './gaps';
import type { Gap } from './gaps';
import type { AnalysisSource } from './source';

/** What is looked at: a part of `RevenuePeriod`. */
interface Seen {
  readonly period: NotebookPeriod;
  readonly movements: RevenueMovements;
  readonly figures: { readonly endRevenue: MetricResult; readonly grr: MetricResult };
}

const NEEDED = [
  'start_mrr',
  'new_mrr',
  'expansion',
  'contraction',
  'churned_mrr',
] as const satisfies ColumnId[];

/** What of revenue cannot be said, and what to do about it. */
export function revenueGaps(notebook: AnalysisSource, series: readonly Seen[], chosen: Seen | null): Gap[] {
  const { document } = notebook;
  const missing = NEEDED.filter((id) => document.column(id) === null);
  const customers = settingGap(notebook);
  if (chosen === null) {
    const message = 'There is no period yet. Add a row with a period.';
    return [{ code: 'no-period', message, rows: [] }];
  }
  if (missing.length === NEEDED.length) {
    const message = `The table has no recurring revenue. Add the columns ${NEEDED.join(', ')}.`;
    return [{ code: 'no-revenue', message, rows: [] }, ...present(customers)];
  }
  return [
    ...spacingGaps(
      series.map(({ period }) => period),
      document.granularity,
    ),
    ...present(missingColumns(missing), blank(series, missing), jumps(series), currency(notebook), customers),
  ];
}

function missingColumns(missing: readonly string[]): Gap | null {
  if (missing.length === 0) return null;
  const one = missing.length === 1;
  const message = `The table has no column${one ? '' : 's'} ${missing.join(', ')}: figures that need ${one ? 'it' : 'them'} are left out.`;
  return { code: 'no-revenue', message, rows: [] };
}

/** Periods that leave a figure out although the columns are there. */
function blank(series: readonly Seen[], missing: readonly string[]): Gap | null {
  if (missing.length > 0) return null;
  const unknown = series.filter(
    ({ figures }) => figures.grr.value === null || figures.endRevenue.value === null,
  );
  const first = unknown[0]?.figures;
  const why = first?.grr.value === null ? first.grr : first?.endRevenue;
  const reason = why?.value === null ? why.message : '';
  return gapOf(
    'unknown-counts',
    unknown.map(({ period }) => period),
    (names, one) =>
      `${names} ${one ? 'lacks' : 'lack'} figures of revenue. ${one ? '' : 'The first: '}${reason}`,
  );
}

/** Revenue at the start that is not what the period before ended with. */
function jumps(series: readonly Seen[]): Gap | null {
  const apart = series.filter(({ movements, period }, index) => {
    const before = series[index - 1];
    if (before === undefined || before.period.lastDay + 1 !== period.firstDay) return false;
    const end = before.figures.endRevenue.value;
    const { start } = movements;
    return end !== null && start !== null && start !== undefined && start !== end;
  });
  return gapOf(
    'broken-continuity',
    apart.map(({ period }) => period),
    (names, one) =>
      `${names} ${one ? 'does' : 'do'} not start with the revenue that the period before ended with: a movement is missing, or exchange rates moved.`,
  );
}

function currency({ document }: AnalysisSource): Gap | null {
  if (document.settings.currency !== null) return null;
  const message = 'No currency is set: amounts are shown as plain numbers. Set currency, such as EUR.';
  return { code: 'no-currency', message, rows: [] };
}

/** Settings without which a customer has no worth. */
function settingGap({ document }: AnalysisSource): Gap | null {
  const { settings } = document;
  const unset = (['gross_margin', 'acquisition_cost'] as const).filter((key) => settings[key] === null);
  if (unset.length === 0) return null;
  const what = unset.includes('gross_margin')
    ? 'what a customer is worth and when the cost of winning one is paid back'
    : 'when the cost of winning a customer is paid back';
  const message = `Set ${listed(unset)} to see ${what}.`;
  return { code: 'needs-setting', message, rows: [] };
}
