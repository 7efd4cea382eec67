import type { MetricResult, Summary } from '../../../core';
import type { NumberDisplay } from '../numbers';
import { NARROW_SPACE } from '../numbers';
import { NO_VALUE, text } from '../text';

/** One figure of the summary, ready to be drawn. */
export interface SummaryCard {
  /** Stable name for styles and tests. */
  readonly id: 'retention' | 'churn' | 'gap' | 'short' | 'year';
  /** The accessible name of the figure. */
  readonly label: string;
  /** The figure, or – where it does not exist. */
  readonly value: string;
  /** Its unit, drawn smaller; '' when the value carries it. */
  readonly unit: string;
  /** Why there is no figure, else null. */
  readonly reason: string | null;
  /** The small line below the figure. */
  readonly caption: string;
  /** More about it, on hover. */
  readonly detail: string;
  /** Which side of the goal; said in words too, never by colour alone. */
  readonly tone: 'good' | 'bad' | 'neutral';
}

/**
 * The figures of the summary: the last complete period, and the way to the goal.
 *
 * @example
 * summaryCards(notebook.summary(null), numberDisplay(['en'])).map(({ label, value }) => `${label} ${value}`);
 * // ['Retention 80.0 %', 'Churn 20.0 %', 'Goal gap −5.0', 'Customers short 25', '2024 so far 72.0 %']
 */
export function summaryCards(summary: Summary, numbers: NumberDisplay): readonly SummaryCard[] {
  return [
    retentionCard(summary, numbers),
    churnCard(summary, numbers),
    gapCard(summary, numbers),
    shortCard(summary, numbers),
    yearCard(summary, numbers),
  ];
}

/** A result as people read it: the number, or – when there is none. */
export function shown(result: MetricResult, write: (value: number) => string): string {
  return result.value === null ? NO_VALUE : write(result.value);
}

/** Why a result does not exist, or null when it does. */
export function whyNot(result: MetricResult): string | null {
  return result.value === null ? result.message : null;
}

function retentionCard({ retention, wilson }: Summary, numbers: NumberDisplay): SummaryCard {
  const level = 'low' in wilson ? wholePercent(wilson.level, numbers) : '';
  return {
    ...figure('retention', text.summary.retention, retention, numbers.percent),
    caption:
      'low' in wilson
        ? text.summary.interval(numbers.percentDigits(wilson.low), numbers.percentDigits(wilson.high), level)
        : '',
    detail: 'low' in wilson ? text.summary.intervalHint(level) : '',
  };
}

function churnCard({ churn, lost }: Summary, numbers: NumberDisplay): SummaryCard {
  return {
    ...figure('churn', text.summary.churn, churn, numbers.percent),
    caption: lost === null ? '' : text.summary.lost(numbers.count(lost)),
  };
}

function gapCard({ gapPoints, goal }: Summary, numbers: NumberDisplay): SummaryCard {
  const gap = gapPoints.value;
  return {
    ...figure('gap', text.summary.goalGap, gapPoints, numbers.signedPoints),
    unit: gap === null ? '' : text.summary.points,
    caption: goal.value === null ? '' : text.summary.goal(numbers.exactPercent(goal.value)),
    detail:
      gap === null
        ? ''
        : gap < 0
          ? text.summary.belowGoal
          : gap > 0
            ? text.summary.aboveGoal
            : text.summary.onGoal,
    tone: gap === null ? 'neutral' : gap < 0 ? 'bad' : 'good',
  };
}

function shortCard(summary: Summary, numbers: NumberDisplay): SummaryCard {
  const { customersShort, lossAllowance, lost, goal } = summary;
  const short = customersShort.value;
  const card = figure('short', text.summary.customersShort, customersShort, numbers.count);
  if (short === null) return card;
  if (short > 0) {
    const caption = goal.value === null ? '' : text.summary.toReach(numbers.exactPercent(goal.value));
    return { ...card, caption, tone: 'bad' };
  }
  const spare = lossAllowance.value === null || lost === null ? null : lossAllowance.value - lost;
  const caption =
    spare === null || spare < 0 ? text.summary.reached : text.summary.spare(spare, numbers.count(spare));
  return { ...card, caption, detail: text.summary.reached, tone: 'good' };
}

function yearCard({ year }: Summary, numbers: NumberDisplay): SummaryCard {
  const left = year.of - year.done;
  const { required } = year;
  const progress = year.of > 0 ? text.summary.yearDone(year.done, year.of) : '';
  return {
    ...figure('year', text.summary.yearSoFar(year.label), year.compounded, numbers.percent),
    caption:
      required.value !== null && left > 0
        ? text.summary.required(numbers.percent(required.value), left)
        : progress,
    detail: [progress, required.value === null ? required.message : '']
      .filter((part) => part !== '')
      .join(text.separator),
  };
}

function figure(
  id: SummaryCard['id'],
  label: string,
  result: MetricResult,
  write: (value: number) => string,
): SummaryCard {
  const value = shown(result, write);
  return { id, label, value, unit: '', reason: whyNot(result), caption: '', detail: '', tone: 'neutral' };
}

/** The confidence level, a round percentage: `95 %`. */
function wholePercent(share: number, numbers: NumberDisplay): string {
  return `${numbers.count(Math.round(share * 100))}${NARROW_SPACE}%`;
}
