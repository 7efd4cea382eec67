import type { LiveNotebook, Severity, Summary } from '../core';
import { formatCount, formatNumber, formatPercent, parsePeriod, Positions } from '../core';
import type { Finding } from './findings';

/** What the codes of the gate mean, as `PROBLEM_FAMILIES` say it of the others. */
export const GATE_KINDS: readonly Readonly<Record<'code' | 'title' | 'help', string>>[] = [
  {
    code: 'below-goal',
    title: 'Retention below the goal',
    help: 'The last complete period, of all customers or of a segment, has a retention rate below its goal.',
  },
  {
    code: 'goal-not-judged',
    title: 'Goal not judged',
    help: 'There is no goal, or no retention rate of a complete period that it could be compared with.',
  },
];

/**
 * Whether the last complete period reaches its goal: that of all customers and that of each segment which has a row
 * for the same period. A segment that ended earlier is history, not a finding.
 *
 * A goal that cannot be judged (there is none, or no rate) is said as an info, so that a gate which judges nothing is
 * not taken for one that is passed.
 *
 * @example
 * goalFindings(LiveNotebook.open('period,start,new,lost,goal\n2024,500,50,100,85%\n'))[0]?.code; // 'below-goal'
 */
export function goalFindings(notebook: LiveNotebook): readonly Finding[] {
  const all = notebook.summary(null);
  const { period } = all;
  const segments = notebook.segments
    .map((segment) => notebook.summary(segment))
    .filter((summary) => period !== null && summary.period !== null && samePeriod(summary.period, period));
  const judged = [all, ...segments];
  const missed = judged.filter(({ customersShort }) => (customersShort.value ?? 0) > 0);
  if (missed.length > 0) return located(notebook, missed.map(missedGoal));
  if (judged.some(({ customersShort }) => customersShort.value !== null)) return [];
  return located(notebook, [{ ...notJudged(all), summary: all }]);
}

interface Verdict {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly summary: Summary;
}

function missedGoal(summary: Summary): Verdict {
  const { segment, period, retention, goal, gapPoints, customersShort } = summary;
  const whose = segment === null ? 'all customers' : `segment “${segment}”`;
  const short = customersShort.value ?? 0;
  const points = gapPoints.value === null ? '' : `${formatNumber(-gapPoints.value, 1)} points below `;
  const message =
    `Retention of ${whose} in ${period ?? ''} is ${formatPercent(retention.value ?? 0)}, ${points}` +
    `the goal of ${formatPercent(goal.value ?? 0)}: ${formatCount(short)} ` +
    `${short === 1 ? 'customer' : 'customers'} short.`;
  return { code: 'below-goal', severity: 'error', message, summary };
}

function notJudged({ period, goal, retention }: Summary): Omit<Verdict, 'summary'> {
  const why =
    period === null
      ? 'there is no complete period'
      : goal.value === null
        ? 'there is no goal; set “goal” in the settings'
        : retention.value === null
          ? `${period} has no retention rate: ${retention.message.replace(/\.$/, '')}`
          : `the customers of ${period} are not known`;
  return {
    code: 'goal-not-judged',
    severity: 'info',
    message: `The goal is not judged: ${why}.`,
  };
}

/** Gives each verdict the place of the period's row, or of the file's beginning where it has none. */
function located(notebook: LiveNotebook, verdicts: readonly Verdict[]): readonly Finding[] {
  const { document } = notebook;
  const positions = new Positions(document.text);
  const rows = rowsOf(notebook, new Set(verdicts.map(({ summary }) => summary.period)));
  return verdicts.map(({ code, severity, message, summary: { segment, period } }) => {
    const own = segment === null ? rows.get(keyOf('', period)) : undefined;
    const row = own ?? rows.get(keyOf(segment, period));
    const range = row === undefined ? { start: 0, end: 0 } : document.rowRange(row);
    return { code, severity, message, ...positions.range(range) };
  });
}

/** The first rows of periods, by segment. All customers (null) may be a sum: then its first row stands for it. */
function rowsOf(
  { document }: LiveNotebook,
  periods: ReadonlySet<string | null>,
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const column = document.column('period');
  for (let row = 0; row < document.rowCount && column !== null; row++) {
    const period = document.cellText(row, column.index);
    if (!periods.has(period)) continue;
    for (const key of [keyOf(document.segment(row), period), keyOf(null, period)]) {
      if (!rows.has(key)) rows.set(key, row);
    }
  }
  return rows;
}

function keyOf(segment: string | null, period: string | null): string {
  return JSON.stringify([segment, period]);
}

/** Whether two names mean the same days: `2024-Q1` and `2024-q1` do. */
function samePeriod(a: string, b: string): boolean {
  if (a === b) return true;
  const [first, second] = [parsePeriod(a), parsePeriod(b)];
  return (
    first !== null &&
    second !== null &&
    first.firstDay === second.firstDay &&
    first.lastDay === second.lastDay
  );
}
