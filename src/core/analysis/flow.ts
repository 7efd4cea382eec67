import { formatCount } from '../format';
import { sumLess } from '../metrics/exact';
import type { PeriodCounts } from '../metrics/evaluation';
import { balanceError } from '../metrics/identity';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { defined, isDefined, undefinedFor } from '../metrics/result';
import type { MetricResult } from '../metrics/result';
import { choosePeriods, spanOf } from './chosen';
import type { ChosenRange, ChosenSpan } from './chosen';
import { gapOf, present, spacingGaps } from './gaps';
import type { Gap } from './gaps';
import type { AnalysisSource } from './source';
import { negated, waterfall } from './waterfall';
import type { WaterfallBar } from './waterfall';

/** One bar of the waterfall, in customers. */
export type FlowStep = WaterfallBar<'new' | 'reactivated' | 'lost'>;

/** How the customers of the start became those of the end. */
export interface Flow extends ChosenSpan {
  /** null: all customers. */
  readonly segment: string | null;
  /** `reactivated` only where somebody was won back, `unexplained` only where the counts do not balance. */
  readonly steps: readonly FlowStep[];
  readonly netGrowth: MetricResult;
  readonly gaps: readonly Gap[];
}

/**
 * The customers of a period, or of several together, as a waterfall: start, new, won back, lost, end. Counts that do
 * not balance are not hidden: what they leave is a step of its own.
 *
 * @param segment null for all customers.
 *
 * @example
 * const notebook = LiveNotebook.open('period,start,new,lost\n2024-Q2,500,50,100\n');
 * analyseFlow(notebook, null).steps.map(({ id, to }) => [id, to]);
 * // [['start', 500], ['new', 550], ['lost', 450], ['end', 450]]
 */
export function analyseFlow(notebook: AnalysisSource, segment: string | null, range: ChosenRange = {}): Flow {
  const periods = choosePeriods(notebook, segment, range);
  const { chosen } = periods;
  const [first, last] = [chosen[0], chosen.at(-1)];
  const head = { segment, ...spanOf(periods) };
  if (first === undefined || last === undefined) {
    const why = undefinedFor('no-period');
    const gap: Gap = { code: 'no-period', message: why.message, rows: [] };
    return { ...head, steps: [], netGrowth: why, gaps: [gap] };
  }
  const start = known('Start', [first], ({ start: count }) => count);
  const end = known('End', [last], ({ end: count }) => count);
  return {
    ...head,
    steps: stepsOf(chosen, start, end),
    netGrowth: difference(end, start),
    gaps: [...spacingGaps(chosen, notebook.document.granularity), ...countGaps(chosen)],
  };
}

function stepsOf(periods: readonly NotebookPeriod[], start: MetricResult, end: MetricResult): FlowStep[] {
  const joined = known('New', periods, (counts) => counts.new);
  const lost = known('Lost', periods, (counts) => counts.lost);
  const anyBack = periods.some(({ counts }) => (counts.reactivated ?? 0) !== 0);
  // A blank count of those won back reads as 0 everywhere.
  const back = known('Reactivated', periods, (counts) => counts.reactivated ?? 0);
  const moves = [
    { id: 'new' as const, amount: joined },
    ...(anyBack ? [{ id: 'reactivated' as const, amount: back }] : []),
    { id: 'lost' as const, amount: negated(lost) },
  ];
  return waterfall(start, moves, end);
}

/** The sum of a count over periods, or which of them does not know it. */
function known(
  name: string,
  periods: readonly NotebookPeriod[],
  count: (counts: PeriodCounts) => number | null,
): MetricResult {
  let sum = 0;
  for (const { counts, name: period } of periods) {
    const one = count(counts);
    if (one === null) return undefinedFor('blank', `${name} of ${period} is blank, which means unknown.`);
    sum = sumLess(sum, one, 0, 0);
  }
  return defined(sum);
}

function difference(a: MetricResult, b: MetricResult): MetricResult {
  if (!isDefined(a)) return a;
  return isDefined(b) ? defined(sumLess(a.value, 0, 0, b.value)) : b;
}

function countGaps(periods: readonly NotebookPeriod[]): Gap[] {
  const unknown = periods.filter(({ counts }) =>
    [counts.start, counts.new, counts.lost, counts.end].includes(null),
  );
  const unbalanced = periods.filter(({ counts }) => (balanceError(counts) ?? 0) !== 0);
  const apart = periods.filter(({ counts }, index) => {
    const before = index === 0 ? null : periods[index - 1]!.counts.end;
    return before !== null && counts.start !== null && counts.start !== before;
  });
  return present(
    gapOf('unknown-counts', unknown, (names, one) => {
      const what = one ? blankNames(unknown[0]!.counts) : 'some counts';
      return `${names} ${one ? 'does' : 'do'} not say ${what}: the way from start to end is not complete.`;
    }),
    gapOf('does-not-balance', unbalanced, (names, one) => {
      if (!one) return `${names} do not balance: start + new + reactivated − lost is not end.`;
      return `${names} does not balance: ${sumText(unbalanced[0]!.counts)}`;
    }),
    gapOf('broken-continuity', apart, (names, one) =>
      one
        ? `${names} does not start with the end of the period before.`
        : `${names} do not start with the end of the period before.`,
    ),
  );
}

function blankNames(counts: PeriodCounts): string {
  const blank = (['start', 'new', 'lost', 'end'] as const).filter((name) => counts[name] === null);
  return blank.length === 1 ? blank[0]! : `${blank.slice(0, -1).join(', ')} and ${blank.at(-1)!}`;
}

/** `500 + 50 − 100 is 450, but end is 400: 50 customers are missing.` */
function sumText(counts: PeriodCounts): string {
  const { start, new: joined, lost, end, reactivated } = counts;
  const error = balanceError(counts) ?? 0;
  const terms = [start, joined, ...((reactivated ?? 0) === 0 ? [] : [reactivated])];
  const sum = `${terms.map((term) => formatCount(term ?? 0)).join(' + ')} − ${formatCount(lost ?? 0)}`;
  const expected = sumLess(end ?? 0, 0, 0, error);
  const size = Math.abs(error);
  const customers = `${formatCount(size)} ${size === 1 ? 'customer is' : 'customers are'}`;
  return `${sum} is ${formatCount(expected)}, but end is ${formatCount(end ?? 0)}: ${customers} ${error > 0 ? 'too many' : 'missing'}.`;
}
