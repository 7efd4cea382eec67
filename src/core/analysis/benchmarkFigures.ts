/** The file's own figure beside a published one: the same metric, over the same length of time. */
import type { Benchmark } from '../library/benchmarks';
import { netChurn, returningRate } from '../metrics/churn';
import { sumLess, toNumber } from '../metrics/exact';
import type { IntervalResult } from '../metrics/evaluation';
import { productOf } from '../metrics/mean';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { defined, isDefined, undefinedFor } from '../metrics/result';
import type { MetricResult } from '../metrics/result';
import { grossRevenueRetention, netRevenueRetention } from '../metrics/revenue/movements';
import { convertRetention } from '../metrics/time';
import { amountIn, movementsIn } from './amounts';
import type { AnalysisSource } from './source';
import { runOf } from './spans';
import type { FigureSpan, PeriodRun } from './spans';

/** The file's figure, a share, and what it was made from. */
export interface OwnFigure {
  readonly yours: MetricResult;
  readonly interval: IntervalResult | null;
  readonly run: PeriodRun | null;
}

type Rate = (period: NotebookPeriod) => MetricResult;

/** The figure that may be set beside a published one, or why there is none. */
export function figureFor(
  notebook: AnalysisSource,
  segment: string | null,
  { measure, period: span, incomparable }: Benchmark,
): OwnFigure {
  if (incomparable !== null) return none(undefinedFor('does-not-fit', incomparable));
  if (span === null) return none(undefinedFor('no-period', 'The source does not say of which period it is.'));
  const { document } = notebook;
  switch (measure) {
    case 'retention':
      return customers(notebook, segment, span, false);
    case 'churn':
      return customers(notebook, segment, span, true);
    case 'grossRevenueRetention':
    case 'grossRevenueChurn': {
      const figure = revenue(notebook, segment, span, ({ rows }) =>
        grossRevenueRetention(movementsIn(document, rows)),
      );
      return measure === 'grossRevenueChurn' ? { ...figure, yours: opposite(figure.yours) } : figure;
    }
    case 'netRevenueRetention':
      return revenue(notebook, segment, span, ({ rows }) => netRevenueRetention(movementsIn(document, rows)));
    case 'netChurn':
      return ofOnePeriod(notebook, segment, span, 'Net churn', ({ counts }) => netChurn(counts));
    case 'returning':
      return ofOnePeriod(notebook, segment, span, 'The returning-customer rate', ({ counts, rows }) =>
        returningRate(amountIn(document, rows, 'returning'), counts.start),
      );
    case 'other':
      return none(undefinedFor('does-not-fit', 'Nothing in a file of this kind says it.'));
  }
}

/** Retention of customers compounds, and may be carried over to another length of time: r^(times). */
function customers(
  notebook: AnalysisSource,
  segment: string | null,
  span: FigureSpan,
  asChurn: boolean,
): OwnFigure {
  const run = runOf(notebook, segment, span, ({ crr }) => isDefined(crr));
  if (run === null) return none(undefinedFor('no-complete-period'));
  const { periods, times } = run;
  const [only] = periods;
  if (!isDefined(only!.crr)) return none(only!.crr);
  if (run.kind === 'same') {
    const { crr, churn, wilson } = only!;
    return asChurn ? { yours: churn, interval: flipped(wilson), run } : { yours: crr, interval: wilson, run };
  }
  const product = toNumber(productOf(periods.map(({ retained }) => retained)));
  const retention = convertRetention(product, times);
  const figure = { yours: asChurn ? opposite(retention) : retention, interval: null, run };
  return isDefined(retention) ? figure : none(retention);
}

/** Revenue compounds over periods that fill the span; a part of a year says nothing of expansion in the rest. */
function revenue(notebook: AnalysisSource, segment: string | null, span: FigureSpan, rate: Rate): OwnFigure {
  const rates = new Map<NotebookPeriod, MetricResult>();
  const rateOf = (period: NotebookPeriod): MetricResult => {
    const known = rates.get(period) ?? rate(period);
    rates.set(period, known);
    return known;
  };
  const run = runOf(notebook, segment, span, (period) => isDefined(rateOf(period)));
  if (run === null) return none(undefinedFor('no-complete-period'));
  let product = 1;
  for (const period of run.periods) {
    const one = rateOf(period);
    if (!isDefined(one)) return none(one);
    product *= one.value;
  }
  if (run.kind === 'converted') return none(notWhole(run, span, 'Revenue retention'));
  return { yours: defined(product), interval: null, run };
}

/** A figure that neither compounds nor converts: only a period as long as the published one has it. */
function ofOnePeriod(
  notebook: AnalysisSource,
  segment: string | null,
  span: FigureSpan,
  name: string,
  rate: Rate,
): OwnFigure {
  const run = runOf(notebook, segment, span, () => true);
  if (run === null) return none(undefinedFor('no-complete-period'));
  if (run.kind !== 'same') return none(notWhole(run, span, name));
  const yours = rate(run.periods[0]!);
  return isDefined(yours) ? { yours, interval: null, run } : none(yours);
}

function notWhole({ kind, periods }: PeriodRun, span: FigureSpan, name: string): MetricResult {
  const why =
    kind === 'compounded'
      ? `${name} of ${periods.length} periods does not add up to that of a ${span}.`
      : `${name} is compared over a whole ${span} only: the file's complete periods in a row are not one.`;
  return undefinedFor('too-few-periods', why);
}

function none(yours: MetricResult): OwnFigure {
  return { yours, interval: null, run: null };
}

function opposite(rate: MetricResult): MetricResult {
  return isDefined(rate) ? defined(sumLess(1, 0, 0, rate.value)) : rate;
}

function flipped(interval: IntervalResult): IntervalResult {
  return 'low' in interval
    ? { ...interval, low: sumLess(1, 0, 0, interval.high), high: sumLess(1, 0, 0, interval.low) }
    : interval;
}
