import type { GoalVerdict, LiveNotebook, MetricResult, Summary } from '../core';
import { formatCount, formatPercent, formatPoints, formatProbability, judgeGoal } from '../core';
import type { Block, Figure } from './page';
import { text } from './text';
import { customers, figure, intervalText, lead, paragraph } from './words';

/** The figure, its interval and the gap to the goal: first as a sentence, then as numbers. */
export function headlineBlocks(notebook: LiveNotebook, segment: string | null): Block[] {
  const summary = notebook.summary(segment);
  return [
    lead(leadSentence(summary, judgeGoal(notebook, segment))),
    ...(summary.period === null ? [] : [{ kind: 'figures' as const, figures: figuresOf(summary) }]),
    ...(summary.realismHint === null ? [] : [paragraph(summary.realismHint)]),
  ];
}

function leadSentence(summary: Summary, verdict: GoalVerdict): string {
  const { period, retention, wilson } = summary;
  if (retention.value === null)
    return period === null ? retention.message : text.noRate(period, retention.message);
  const bounds = 'low' in wilson ? text.bounds(formatPercent(wilson.low), formatPercent(wilson.high)) : '';
  const stayed = text.stayed(period ?? '', formatPercent(retention.value), bounds);
  return [stayed, ...goalSentences(summary, verdict)].join(' ');
}

function goalSentences(
  { goal, gapPoints, customersShort, lossAllowance, lost }: Summary,
  verdict: GoalVerdict,
): string[] {
  if (goal.value === null || gapPoints.value === null || customersShort.value === null) return [];
  const asked = formatPercent(goal.value);
  if (customersShort.value === 0) {
    const spare = lossAllowance.value === null || lost === null ? 0 : lossAllowance.value - lost;
    return [text.reached(asked, spare > 0 ? text.spare(customers(spare)) : '')];
  }
  const points = formatPoints(Math.abs(gapPoints.value)).replace('+', '');
  return [text.missed(points, asked, customers(customersShort.value)), ...chance(verdict)];
}

function chance({ p, verdict }: GoalVerdict): string[] {
  if (p.value === null) return [];
  const words = formatProbability(p.value);
  if (verdict === 'missed') return [text.missedBeyondChance(words)];
  return verdict === 'no-evidence' ? [text.missedPerhaps(words)] : [];
}

function figuresOf(summary: Summary): Figure[] {
  const { retention, churn, lost, wilson, goal, gapPoints, customersShort } = summary;
  const words = text.figures;
  const interval = 'low' in wilson ? words.interval(intervalText(wilson)) : '';
  const figures = [
    figure(words.retention, retention, formatPercent, interval),
    figure(words.churn, churn, formatPercent, lost === null ? '' : words.lost(formatCount(lost))),
  ];
  if (goal.value !== null) {
    const asked = words.goal(formatPercent(goal.value));
    figures.push(
      figure(words.gap, gapPoints, formatPoints, asked, toneOf(gapPoints)),
      figure(words.short, customersShort, formatCount, asked, customersShort.value === 0 ? 'good' : 'bad'),
    );
  }
  return [...figures, yearFigure(summary)];
}

function toneOf({ value }: MetricResult): Figure['tone'] {
  return value === null ? 'neutral' : value < 0 ? 'bad' : 'good';
}

function yearFigure({ year }: Summary): Figure {
  const words = text.figures;
  const left = year.of - year.done;
  const remark =
    year.required.value !== null && left > 0
      ? words.required(formatPercent(year.required.value), left)
      : words.yearDone(year.done, year.of);
  return figure(words.year(year.label), year.compounded, formatPercent, remark);
}
