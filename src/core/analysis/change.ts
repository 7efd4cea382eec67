import { daysIn } from '../document/period';
import { formatPercent, formatPoints, formatProbability } from '../format';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { defined, isDefined, undefinedFor } from '../metrics/result';
import type { MetricResult, Undefined } from '../metrics/result';
import { compareShares, goalTest, pOf, SIGNIFICANCE } from '../metrics/statistics/proportions';
import type { Comparison } from '../metrics/statistics/proportions';
import { periodGaps } from './gaps';
import type { Gap } from './gaps';
import { lastComplete } from './lastComplete';
import { pointsBetween } from './points';
import type { AnalysisSource } from './source';

/** Whether a change is more than chance. `no-evidence` is no evidence of a change, never evidence of none. */
export type Verdict = 'rose' | 'fell' | 'no-evidence' | 'unchanged' | 'unknown';

/** The last complete period against the one before it. */
export interface Change {
  /** null: all customers. */
  readonly segment: string | null;
  readonly before: NotebookPeriod | null;
  readonly after: NotebookPeriod | null;
  /** Percentage points, after less before. */
  readonly points: MetricResult;
  /** The test and the interval of the difference (after less before, shares), or why there is none. */
  readonly comparison: Comparison | Undefined;
  readonly verdict: Verdict;
  /** What changed and whether it is noise, for a person. */
  readonly sentence: string;
  readonly gaps: readonly Gap[];
}

/** Whether the distance of the last complete period to its goal is more than chance. */
export interface GoalVerdict {
  readonly period: NotebookPeriod | null;
  /** Two-sided p-value of the score test against the goal. */
  readonly p: MetricResult;
  /** `met` and `missed` only beyond chance; both ways round `no-evidence` of a distance. */
  readonly verdict: 'met' | 'missed' | 'no-evidence' | 'unknown';
}

/** What every test of periods must be read with. */
export const TEST_CAVEAT =
  'Neighbouring periods share customers, and counts do not know what hits all customers at once: p-values are indicative.';

/** Lengths that differ by more than this are not the same kind of period: months of 28 and 31 days are. */
const LIKE_LENGTHS = 1.15;

/**
 * Compares the last complete period with the one before it: by how much retention moved, between which bounds, and
 * whether that may be chance.
 *
 * @param segment null for all customers.
 *
 * @example
 * const notebook = LiveNotebook.open('period,start,lost\n2024-Q1,100,10\n2024-Q2,500,100\n');
 * analyseChange(notebook, null).verdict; // 'fell'
 */
export function analyseChange(notebook: AnalysisSource, segment: string | null): Change {
  const [after = null, before = null] = lastComplete(notebook, segment, 2).reverse();
  const found = { segment, before, after };
  if (after === null || before === null) {
    const message =
      after === null
        ? 'No period has ended yet, so nothing has changed.'
        : `${after.name} is the only complete period: there is none to compare it with.`;
    const why = undefinedFor('too-few-periods', message);
    const gap: Gap = { code: 'too-few-periods', message, rows: [] };
    return { ...found, points: why, comparison: why, verdict: 'unknown', sentence: message, gaps: [gap] };
  }
  const comparison = compare(before, after);
  const points = pointsOf(before, after);
  const verdict = verdictOf(points, comparison);
  return {
    ...found,
    points,
    comparison,
    verdict,
    sentence: sentenceOf(before, after, points, comparison, verdict),
    gaps: [...periodGaps([before, after], notebook.document.granularity), ...unequalLengths(before, after)],
  };
}

/**
 * Tests the last complete period against its goal: a rate below it is no proof that the goal is missed when chance
 * alone would do it.
 *
 * @example
 * const notebook = LiveNotebook.open('period,start,lost,goal\n2024,86,13,90%\n');
 * judgeGoal(notebook, null).verdict; // 'no-evidence', p = 0.114
 */
export function judgeGoal(notebook: AnalysisSource, segment: string | null): GoalVerdict {
  const period = lastComplete(notebook, segment, 1)[0] ?? null;
  if (period === null) return { period, p: undefinedFor('no-complete-period'), verdict: 'unknown' };
  const { goal, retained, crr } = period;
  if (goal === null) return { period, p: undefinedFor('no-goal'), verdict: 'unknown' };
  if (crr.value === null) return { period, p: crr, verdict: 'unknown' };
  const p = pOf(goalTest(retained!, goal));
  if (!isDefined(p)) return { period, p, verdict: 'unknown' };
  if (p.value >= SIGNIFICANCE) return { period, p, verdict: 'no-evidence' };
  return { period, p, verdict: crr.value < goal.share ? 'missed' : 'met' };
}

function compare(before: NotebookPeriod, after: NotebookPeriod): Comparison | Undefined {
  for (const { crr, name } of [before, after]) {
    if (crr.value === null) return undefinedFor(crr.reason, `${name} has no retention rate: ${crr.message}`);
  }
  return compareShares(after.retained!, before.retained!);
}

function pointsOf(before: NotebookPeriod, after: NotebookPeriod): MetricResult {
  if (!isDefined(before.crr)) return before.crr;
  if (!isDefined(after.crr)) return after.crr;
  return defined(pointsBetween(before.retained!, after.retained!));
}

function verdictOf(points: MetricResult, comparison: Comparison | Undefined): Verdict {
  if (!isDefined(points)) return 'unknown';
  if (points.value === 0) return 'unchanged';
  if (!('p' in comparison) || !isDefined(comparison.p)) return 'unknown';
  if (!comparison.evidence) return 'no-evidence';
  return points.value > 0 ? 'rose' : 'fell';
}

function sentenceOf(
  before: NotebookPeriod,
  after: NotebookPeriod,
  points: MetricResult,
  comparison: Comparison | Undefined,
  verdict: Verdict,
): string {
  if (!('p' in comparison)) return comparison.message;
  if (!isDefined(points) || before.crr.value === null || after.crr.value === null) return '';
  const rates = `from ${formatPercent(before.crr.value)} in ${before.name} to ${formatPercent(after.crr.value)} in ${after.name}`;
  if (verdict === 'unchanged')
    return `Retention stayed at ${formatPercent(after.crr.value)} from ${before.name} to ${after.name}.`;
  const moved = points.value > 0 ? 'rose' : 'fell';
  const by = `Retention ${moved} by ${formatPoints(Math.abs(points.value)).replace('+', '')} ${rates}`;
  const { p } = comparison;
  if (!isDefined(p)) return `${by}. Whether that is chance cannot be said: ${p.message}`;
  return verdict === 'no-evidence'
    ? `${by}. There is no evidence that this is more than chance (${formatProbability(p.value)}).`
    : `${by}. That is more than chance explains (${formatProbability(p.value)}).`;
}

function unequalLengths(before: NotebookPeriod, after: NotebookPeriod): Gap[] {
  const lengths = [before, after].map(({ firstDay, lastDay }) =>
    daysIn({ granularity: 'custom', firstDay, lastDay }),
  );
  if (Math.max(...lengths) <= Math.min(...lengths) * LIKE_LENGTHS) return [];
  const [one, two] = lengths;
  const message = `${before.name} has ${one!} days and ${after.name} ${two!}: rates of different lengths of time are not comparable.`;
  return [{ code: 'unequal-lengths', message, rows: [...before.rows, ...after.rows] }];
}
