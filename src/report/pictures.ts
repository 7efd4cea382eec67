import type { Chart } from '../charts';
import { barsOfReasons, chartOfReasons, chartOfTrend } from '../charts';
import type { Reasons, Trend, TrendPoint } from '../core';
import { formatCount, formatPercent } from '../core';
import { text } from './text';
import { intervalText, shown } from './words';

/** Retention over time, in the size of the page. */
export function trendPicture(trend: Trend, width: number): Chart {
  const { points } = trend;
  return chartOfTrend(trend, {
    width,
    height: 220,
    average: 'rolling3',
    label: text.trendLabel(points[0]?.name ?? '', points.at(-1)?.name ?? ''),
    title: titleOf,
    mark: (measure) => measure,
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
export function reasonsPicture(reasons: Reasons, width: number): Chart {
  const bars = barsOfReasons(reasons, {
    amount: (count, share) => `${formatCount(count)} (${formatPercent(share)})`,
    unexplained: text.noReason,
    title: (name, amount) => `${name}: ${amount}`,
  });
  return chartOfReasons(bars, { width, label: text.reasonsLabel, format: wholePercent });
}

function titleOf({ name, crr, wilson }: TrendPoint): string {
  const rate = `${name}: ${shown(crr, formatPercent)}`;
  return 'low' in wilson ? `${rate} (${intervalText(wilson)})` : rate;
}

/** For an axis: `80 %`, and a decimal only where there is one. */
function wholePercent(share: number): string {
  return formatPercent(share).replace(/\.0(?=\D)/, '');
}
