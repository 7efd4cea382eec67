import { addTask } from '../document/edits';
import type { PlaybookStatus } from '../document/playbook';
import type { RetentionDocument } from '../document/types';
import { formatCount, formatPercent } from '../format';
import { answerTo, answerToUnknown, SEGMENT_TAGS, strategies } from '../library/strategies';
import type { Strategy, StrategyTag } from '../library/strategies';
import { quotient } from '../metrics/exact';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { isDefined } from '../metrics/result';
import type { TextEdit } from '../text/edit';
import { amountIn } from './amounts';
import { lastComplete } from './lastComplete';
import { defaultRange } from './range';
import { analyseReasons } from './reasons';
import type { Reasons } from './reasons';
import { analyseSegments } from './segments';
import type { AnalysisSource } from './source';

/** What in the file speaks for a strategy. In the order of how much it speaks for it. */
export type SignalKind = 'reason' | 'segment' | 'unexplained' | 'inactive' | 'goal';

/** Why a strategy is suggested. */
export interface Signal {
  readonly kind: SignalKind;
  /** The fact of the file, for a person. */
  readonly message: string;
  /** The reason (without `reason_`) or the segment it is about, else null. */
  readonly subject: string | null;
  /** What it asks to work on, the most direct first. */
  readonly tags: readonly StrategyTag[];
}

/** A strategy of the library and what the file says for it. */
export interface Suggestion {
  readonly strategy: Strategy;
  /** The strongest first; empty where nothing in the file speaks for it. */
  readonly because: readonly Signal[];
  /** Places in `document.playbook` of the tasks that name it. */
  readonly tasks: readonly number[];
}

/** The library in the order of use for this file. */
export interface Suggestions {
  readonly signals: readonly Signal[];
  /**
   * Those that answer the biggest churn reason and the weakest segment first, then those that answer anything else,
   * then the rest; what is in the playbook already comes last.
   */
  readonly suggestions: readonly Suggestion[];
}

const KINDS: readonly SignalKind[] = ['reason', 'segment', 'unexplained', 'inactive', 'goal'];

/** What a new task of the playbook says besides its strategy. */
export interface StrategyTask {
  readonly status?: PlaybookStatus;
  /** Day since 1970-01-01, as the format writes it: `2024-11-30`. */
  readonly due?: string | null;
  /** A period as the format writes it. */
  readonly since?: string | null;
  readonly segment?: string | null;
  /** A churn reason without `reason_`. */
  readonly reason?: string | null;
}

/**
 * The 51 strategies in the order of use for this file, each with what speaks for it.
 *
 * @param segment null for all customers; then the weakest segment counts too.
 *
 * @example
 * suggestStrategies(notebook, null).suggestions[0].because[0].message;
 * // '60.0 % of those lost from 2023-08 to 2024-07 left for “too expensive”: …'
 */
export function suggestStrategies(notebook: AnalysisSource, segment: string | null): Suggestions {
  const signals = signalsOf(notebook, segment);
  const { playbook } = notebook.document;
  const suggestions = strategies().map((strategy): Suggestion => ({
    strategy,
    because: signals.filter(({ tags }) => tags.includes(strategy.tag)),
    tasks: playbook.flatMap((item, index) => (item.strategy === strategy.id ? [index] : [])),
  }));
  return { signals, suggestions: suggestions.sort(byUse) };
}

/**
 * The edits that add a strategy to the playbook as a task; see `addTask`.
 *
 * @throws RangeError for a segment whose name no task can say.
 *
 * @example
 * addStrategy(document, strategyById('c-01')!, { segment: 'SMB' });
 * // #> - [ ] Onboarding and training {segment=SMB strategy=c-01}
 */
export function addStrategy(
  document: RetentionDocument,
  strategy: Strategy,
  { status = 'planned', due = null, since = null, segment = null, reason = null }: StrategyTask = {},
): TextEdit[] {
  const attributes = { due, since, segment, reason, strategy: strategy.id };
  return addTask(document, { text: strategy.title, status, attributes });
}

function signalsOf(notebook: AnalysisSource, segment: string | null): Signal[] {
  const recent = lastComplete(notebook, segment, defaultRange(notebook.document.granularity));
  const last = recent.at(-1);
  if (last === undefined) return [];
  const reasons = analyseReasons(notebook, segment, { from: recent[0]!.name, to: last.name });
  return [
    biggestReason(reasons),
    segment === null ? weakestSegment(notebook) : null,
    unexplained(reasons),
    inactive(notebook, last),
    last.goal === null
      ? { kind: 'goal' as const, message: 'There is no goal yet.', subject: null, tags: ['goal'] as const }
      : null,
  ].filter((signal) => signal !== null);
}

function biggestReason(reasons: Reasons): Signal | null {
  const biggest = reasons.bars[0];
  if (biggest === undefined || biggest.count === 0) return null;
  const { tags, because } = answerTo(biggest.name);
  const whose = isDefined(reasons.unexplained) ? 'of those lost' : 'of those with a reason';
  const message = `${formatPercent(biggest.share)} ${whose} ${spanOf(reasons)} left for “${biggest.label}”: ${because}.`;
  return { kind: 'reason', message, subject: biggest.name, tags };
}

function weakestSegment(notebook: AnalysisSource): Signal | null {
  const { weakest, lines } = analyseSegments(notebook, { last: 2 });
  const line = lines.find(({ name }) => name === weakest);
  if (line === undefined || !('p' in line.rest) || line.after === null) return null;
  const { crr, name } = line.after;
  const { difference, evidence } = line.rest;
  if (!isDefined(crr) || !isDefined(difference) || difference.value >= 0) return null;
  const rates = `${formatPercent(crr.value)} against ${formatPercent(crr.value - difference.value)} of the others in ${name}`;
  const doubt = evidence ? '' : ', though that may be chance';
  const message = `${line.name} keeps the fewest customers: ${rates}${doubt}.`;
  return { kind: 'segment', message, subject: line.name, tags: SEGMENT_TAGS };
}

/** No column of reasons at all, or losses without one that are worth a gap of their own. */
function unexplained(reasons: Reasons): Signal | null {
  const { tags } = answerToUnknown();
  const gap = reasons.gaps.find(({ code }) => code === 'unexplained' || code === 'no-reasons');
  if (gap === undefined || reasons.lost.value === 0) return null;
  const message = gap.code === 'unexplained' ? gap.message : 'Nobody wrote down why customers left.';
  return { kind: 'unexplained', message, subject: null, tags };
}

function inactive({ document }: AnalysisSource, { name, rows, counts }: NotebookPeriod): Signal | null {
  const count = amountIn(document, rows, 'inactive');
  const { end } = counts;
  if (typeof count !== 'number' || count === 0 || end === null || end < count) return null;
  const share = formatPercent(quotient(count, end));
  const message = `${formatCount(count)} of ${formatCount(end)} customers (${share}) had not been active for 30 days or more at the end of ${name}.`;
  return { kind: 'inactive', message, subject: null, tags: ['inactivity'] };
}

function spanOf({ first, last }: Reasons): string {
  return first === last ? `in ${last ?? ''}` : `from ${first ?? ''} to ${last ?? ''}`;
}

/** What is new before what is done already; the stronger signal first, then more of them, then the more direct answer. */
function byUse(a: Suggestion, b: Suggestion): number {
  return (
    Number(a.tasks.length > 0) - Number(b.tasks.length > 0) ||
    strengthOf(a) - strengthOf(b) ||
    b.because.length - a.because.length ||
    directness(a) - directness(b)
  );
}

function strengthOf({ because }: Suggestion): number {
  const [first] = because;
  return first === undefined ? KINDS.length : KINDS.indexOf(first.kind);
}

function directness({ because, strategy }: Suggestion): number {
  return because[0]?.tags.indexOf(strategy.tag) ?? 0;
}
