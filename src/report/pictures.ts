import type { Chart, ParetoBar } from '../charts';
import { paretoChart, trendChart } from '../charts';
import type { Reasons, Trend, TrendPoint } from '../core';
import { formatCount, formatPercent, PARETO_LINE } from '../core';
import { text } from './text';
import { intervalText, shown } from './words';

/** Retention over time, in the size of the page. */
export function trendPicture({ points, markers }: Trend, width: number): Chart {
  return trendChart({
    width,
    height: 220,
    label: text.trendLabel(points[0]?.name ?? '', points.at(-1)?.name ?? ''),
    points: points.map((point) => ({
      name: point.name,
      rate: point.crr.value,
      low: 'low' in point.wilson ? point.wilson.low : null,
      high: 'low' in point.wilson ? point.wilson.high : null,
      goal: point.goal?.share ?? null,
      average: point.rolling3.value,
      incomplete: point.incomplete,
      title: titleOf(point),
    })),
    marks: markers.map(({ point, text: label }) => ({ index: point, label })),
    format: wholePercent,
  });
}

/** What the lines of the picture are, of those it has. */
export function trendCaption({ points }: Trend): string {
  const words = text.trendCaption;
  const parts = [
    words.rate,
    ...(points.some(({ goal }) => goal !== null) ? [words.goal] : []),
    ...(points.some(({ rolling3 }) => rolling3.value !== null) ? [words.average] : []),
    ...(points.some(({ incomplete }) => incomplete) ? [words.incomplete] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** Reasons, and last what nobody gave a reason for. */
export function reasonsPicture({ bars, unexplained, of }: Reasons, width: number): Chart {
  const amount = (count: number): string => `${formatCount(count)} (${formatPercent(count / of)})`;
  const shownBars = bars.map(({ label: name, count, share, cumulative, vital }): ParetoBar => {
    const value = amount(count);
    return { name, share, cumulative, value, title: `${name}: ${value}`, kind: vital ? 'vital' : 'other' };
  });
  const rest = unexplained.value ?? 0;
  if (rest > 0) {
    const value = amount(rest);
    const [name, share] = [text.noReason, rest / of];
    shownBars.push({ name, share, cumulative: null, value, title: `${name}: ${value}`, kind: 'open' });
  }
  return paretoChart({
    width,
    label: text.reasonsLabel,
    bars: shownBars,
    line: PARETO_LINE,
    format: wholePercent,
  });
}

function titleOf({ name, crr, wilson }: TrendPoint): string {
  const rate = `${name}: ${shown(crr, formatPercent)}`;
  return 'low' in wilson ? `${rate} (${intervalText(wilson)})` : rate;
}

/** For an axis: `80 %`, and a decimal only where there is one. */
function wholePercent(share: number): string {
  return formatPercent(share).replace(/\.0(?=\D)/, '');
}
