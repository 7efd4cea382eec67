import type { Gap, LiveNotebook, MetricResult, Trend } from '../core';
import {
  analyseChange,
  analyseReasons,
  analyseRevenue,
  analyseTrend,
  formatCount,
  formatPercent,
  formatPoints,
  TEST_CAVEAT,
} from '../core';
import type { Block } from './page';
import { text } from './text';
import { figure, heading, intervalText, money, paragraph, shown, small } from './words';

/** A section of the page, and what it could not say. */
export interface Section {
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
}

/** Reasons that a manager reads; the rest is one line. */
const REASONS_SHOWN = 5;
/** Points of the example of what retention is worth. */
const POINTS = 5;

/** What changed, and whether it is noise; with the trend as a picture. */
export function changeSection(
  notebook: LiveNotebook,
  segment: string | null,
  mix: readonly Block[],
): Section {
  const change = analyseChange(notebook, segment);
  const trend = analyseTrend(notebook, segment);
  if (trend.points.length === 0) return { blocks: [], gaps: [] };
  const picture: Block[] = trend.points.length > 1 ? [{ kind: 'trend', trend }] : [];
  const tested = 'p' in change.comparison && change.comparison.p.value !== null;
  return {
    blocks: [
      heading(text.changed),
      paragraph(change.sentence),
      ...mix,
      ...picture,
      ...(tested ? [small(TEST_CAVEAT)] : []),
    ],
    gaps: [
      ...trend.gaps.filter(({ code }) => code !== 'too-few-periods'),
      ...change.gaps.filter(({ code }) => code === 'unequal-lengths'),
    ],
  };
}

/** The biggest reasons of the last complete period; nothing where the table has none. */
export function reasonsSection(notebook: LiveNotebook, segment: string | null): Section {
  const reasons = analyseReasons(notebook, segment);
  if (reasons.bars.length === 0) return { blocks: [], gaps: [] };
  const named = reasons.bars.filter(({ count }) => count > 0);
  const items = named
    .slice(0, REASONS_SHOWN)
    .map(({ label, count, share }) => text.reason(label, formatCount(count), formatPercent(share)));
  const others = named.slice(REASONS_SHOWN);
  if (others.length > 0) {
    const count = others.reduce((sum, one) => sum + one.count, 0);
    const label = text.otherReasons(others.length);
    items.push(text.reason(label, formatCount(count), formatPercent(count / reasons.of)));
  }
  const { value: rest } = reasons.unexplained;
  if (rest !== null && rest > 0)
    items.push(text.unexplained(formatCount(rest), formatPercent(rest / reasons.of)));
  return {
    blocks: [heading(text.reasons), { kind: 'list', items }, { kind: 'reasons', reasons }],
    gaps: reasons.gaps,
  };
}

/** Revenue and what retention is worth; nothing where the file says nothing of money. */
export function revenueSection(notebook: LiveNotebook, segment: string | null): Section {
  const { document } = notebook;
  if (document.column('start_mrr') === null) return { blocks: [], gaps: [] };
  const revenue = analyseRevenue(notebook, segment);
  const { chosen, grrGoal, nrrGoal, baseline, discount } = revenue;
  if (chosen === null) return { blocks: [], gaps: [] };
  const { grr, nrr, endRevenue, retentionGain5 } = chosen.figures;
  const against = ({ goal, gapPoints }: typeof grrGoal): string =>
    goal === null
      ? ''
      : [text.figures.goal(formatPercent(goal.share)), ...defined(gapPoints, formatPoints)].join(
          text.separator,
        );
  const gain =
    retentionGain5.value === null || baseline.value === null
      ? []
      : [
          paragraph(
            text.gain(
              POINTS,
              formatPercent(retentionGain5.value),
              formatPercent(baseline.value),
              document.granularity === 'custom' ? text.period : document.granularity,
              discount === null ? text.undiscounted : text.discounted(formatPercent(discount)),
            ),
          ),
        ];
  return {
    blocks: [
      heading(text.revenue),
      {
        kind: 'figures',
        figures: [
          figure(text.grr, grr, formatPercent, against(grrGoal)),
          figure(text.nrr, nrr, formatPercent, against(nrrGoal)),
          figure(text.endRevenue, endRevenue, money(document)),
        ],
      },
      ...gain,
    ],
    gaps: revenue.gaps.filter(({ code }) => code !== 'missing-periods' && code !== 'overlapping-periods'),
  };
}

/** The periods behind the picture. */
export function numbersSection({ points }: Trend): Section {
  if (points.length === 0) return { blocks: [], gaps: [] };
  const count = (value: number | null): string => (value === null ? text.nothing : formatCount(value));
  const rows = points.map(({ name, incomplete, counts, crr, wilson, goal, customersShort }) => [
    incomplete ? text.running(name) : name,
    count(counts.start),
    count(counts.new),
    count(counts.reactivated),
    count(counts.lost),
    count(counts.end),
    shown(crr, formatPercent),
    intervalText(wilson),
    goal === null ? text.nothing : formatPercent(goal.share),
    shown(customersShort, formatCount),
  ]);
  // A column of dashes says nothing.
  const kept = text.numberColumns.flatMap((_, column) =>
    column === 0 || rows.some((row) => row[column] !== text.nothing) ? [column] : [],
  );
  const table: Block = {
    kind: 'table',
    columns: kept.map((column) => ({
      title: text.numberColumns[column]!,
      align: column === 0 ? 'left' : 'right',
    })),
    rows: rows.map((row) => kept.map((column) => row[column]!)),
  };
  return { blocks: [heading(text.numbers), table], gaps: [] };
}

function defined(result: MetricResult, write: (value: number) => string): string[] {
  return result.value === null ? [] : [write(result.value)];
}
