import type { Method } from '../document/types';
import { COPY_FORMAT, PLAIN_FORMAT, formatPercent } from '../format';
import type { NumberFormat } from '../format';
import type { PeriodCounts, RowResult } from '../metrics/evaluation';
import { balanceError } from '../metrics/identity';
import type { MetricResult } from '../metrics/result';
import { evaluateCounts } from '../metrics/row';
import { gapLine, goalCustomerLines, goalYearlyLine } from './goalLines';
import { LineMaker } from './lines';
import { churnLine, formula, retentionLine, retentionShare } from './rateLines';
import type { QuickLine } from './lines';
import { echoQuick, spanText } from './print';
import { spanOfPeriod, yearlyRetention } from './span';
import type { QuickInterpretation, QuickSpan, Translate } from './types';
import { english } from './types';

export interface QuickDescription {
  /** How the input was understood. */
  readonly echo: string;
  readonly lines: readonly QuickLine[];
}

export interface DescribeOptions {
  readonly method?: Method;
  readonly t?: Translate;
  readonly format?: NumberFormat;
}

const NO_COUNTS: PeriodCounts = { start: null, new: null, lost: null, end: null, reactivated: null };

/**
 * Everything that follows from quick input, in the order people ask for it. Lines whose number does not exist
 * say why.
 *
 * @example
 * describeQuick(interpretation).lines[0]; // { id: 'retention', label: 'Retention rate', value: '80.0 %', … }
 */
export function describeQuick(input: QuickInterpretation, options: DescribeOptions = {}): QuickDescription {
  const { t = english, format = PLAIN_FORMAT, method = 'classic' } = options;
  const make = new LineMaker(t, format);
  const row = evaluateCounts({ counts: countsOf(input), goal: input.goal, method });
  const span = input.span ?? (input.period === null ? null : spanOfPeriod(input.period));
  const rate = input.kind === 'rate' ? { value: retentionShare(input.of, input.rate) } : row.crr;
  const gone =
    row.churn.value === null || row.start === null ? null : Math.round(row.churn.value * row.start);

  const retention = retentionLine(make, input, rate, () => formula(make, row, method));
  const churn = churnLine(make, input, row, gone);
  const churnFirst =
    input.kind === 'rate' ? input.of === 'churn' : input.kind === 'share' && input.meaning === 'lost';
  const lines: QuickLine[] = churnFirst ? [churn, retention] : [retention, churn];
  lines.push(gapLine(make, input.goal, rate, gapOf(input, rate, row)));
  const customers = input.goal ? goalCustomerLines(make, input.goal, row, gone) : [];
  lines.push(...customers.filter(({ id }) => id === 'short'));
  if (input.kind !== 'rate') lines.push(intervalLine(make, row));
  lines.push(yearlyLine(make, rate, span));
  if (input.goal && span) lines.push(goalYearlyLine(make, input.goal, span));
  lines.push(...customers.filter(({ id }) => id !== 'short'));
  if (row.end !== null) lines.push(ratioLine(make, row), growthLine(make, row));
  const contradiction = input.kind === 'counts' ? contradictionLine(make, input.counts, row) : null;
  // Last, so that the result stays in its place; whoever shows the lines may mark it.
  if (contradiction) lines.push(contradiction);
  // Without a rate one reason is enough: the others would only repeat it.
  const shown = rate.value === null ? lines.filter((line) => isWorthALine(line)) : lines;
  return { echo: echoQuick(input, t, format), lines: shown };
}

function isWorthALine({ id, copyText }: QuickLine): boolean {
  return copyText !== null || id === 'retention' || id === 'balance';
}

/** The counts an interpretation gives: none for a rate; start and lost for a share of kept or lost customers. */
export function countsOf(input: QuickInterpretation): PeriodCounts {
  switch (input.kind) {
    case 'counts':
      return input.counts;
    case 'share':
      return {
        ...NO_COUNTS,
        start: input.whole,
        lost: input.meaning === 'lost' ? input.part : input.whole - input.part,
      };
    case 'rate':
      return NO_COUNTS;
  }
}

function gapOf(input: QuickInterpretation, rate: MetricResult, row: RowResult): MetricResult {
  if (input.kind !== 'rate' || !input.goal || rate.value === null) return row.gapPoints;
  const { numerator, denominator } = input.goal;
  return { value: 100 * rate.value - (100 * numerator) / denominator };
}

function intervalLine(make: LineMaker, { wilson, start }: RowResult): QuickLine {
  const { t } = make;
  const label = t('Interval');
  if ('value' in wilson) return make.missing('interval', label, wilson.message);
  const range = (format: NumberFormat): string =>
    `${formatPercent(wilson.low, { ...format, space: '' }).slice(0, -1)}–${formatPercent(wilson.high, format)}`;
  const level = `${Math.round(wilson.level * 100)} %`;
  const detail = t(
    'Wilson, {0}: where the true rate may lie, seen on {1} customers',
    level,
    make.count(start ?? 0),
  );
  return { id: 'interval', label, value: range(make.format), detail, copyText: range(COPY_FORMAT) };
}

function yearlyLine(make: LineMaker, rate: MetricResult, span: QuickSpan | null): QuickLine {
  const { t } = make;
  const label = t('Yearly equivalent');
  if (!span) {
    return make.missing(
      'yearly',
      label,
      t('Say how long the period is, for example “per month” or “in 30 days”.'),
    );
  }
  if (rate.value === null) return make.missing('yearly', label, rate.message);
  const year = yearlyRetention(rate.value, span);
  const gone = year.value === null ? '' : make.percent(1 - year.value);
  const detail = t(
    '{0} {1}, kept up for a whole year: {2} churn',
    make.percent(rate.value),
    spanText(span, t),
    gone,
  );
  return make.percentLine('yearly', label, year, detail);
}

function ratioLine(make: LineMaker, row: RowResult): QuickLine {
  const { t } = make;
  const [end, start] = [make.count(row.end ?? 0), make.count(row.start ?? 0)];
  const detail = t('{0} / {1}; not retention, because new customers count too', end, start);
  return make.percentLine('ratio', t('End/start ratio'), row.endStartRatio, detail);
}

function growthLine(make: LineMaker, row: RowResult): QuickLine {
  const detail = `${make.count(row.end ?? 0)} − ${make.count(row.start ?? 0)}`;
  return make.countLine('growth', make.t('Net growth'), row.netGrowth, detail);
}

/** What is wrong when the counts cannot all be right, or null. */
function contradictionLine(make: LineMaker, given: PeriodCounts, { refused }: RowResult): QuickLine | null {
  const { t } = make;
  const label = t('The numbers contradict each other');
  const error = balanceError(given);
  if (error === null || error === 0) {
    return refused ? { id: 'balance', label, value: '', detail: refused.why.message, copyText: null } : null;
  }
  const expected = make.count((given.end ?? 0) - error);
  const detail =
    error > 0
      ? t(
          'The end should be {0}, it is {1} more: perhaps new or won-back customers are missing.',
          expected,
          make.count(error),
        )
      : t(
          'The end should be {0}, it is {1} less: perhaps lost customers are missing.',
          expected,
          make.count(-error),
        );
  return { id: 'balance', label, value: '', detail, copyText: null };
}
