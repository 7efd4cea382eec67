import type { ReasonBar, Reasons, Trend, TrendPoint } from '../core';
import { PARETO_LINE } from '../core';
import type { Chart } from './node';
import type { ParetoBar } from './paretoChart';
import { paretoChart } from './paretoChart';
import { trendChart } from './trendChart';

/** The words and the size of the chart of a trend; its figures are those of the analysis. */
export interface TrendWords {
  readonly width: number;
  readonly height?: number;
  readonly label: string;
  readonly average: 'rolling3' | 'rolling12';
  /** What a pointer over a period is told. */
  readonly title: (point: TrendPoint) => string;
  /** What stands at the beginning of a measure. */
  readonly mark: (measure: string) => string;
  readonly format: (share: number) => string;
}

/** A trend as a chart. */
export function chartOfTrend({ points, markers }: Trend, words: TrendWords): Chart {
  const { average, title, mark, ...rest } = words;
  return trendChart({
    ...rest,
    points: points.map((point) => ({
      name: point.name,
      rate: point.crr.value,
      low: 'low' in point.wilson ? point.wilson.low : null,
      high: 'low' in point.wilson ? point.wilson.high : null,
      goal: point.goal?.share ?? null,
      average: point[average].value,
      incomplete: point.incomplete,
      title: title(point),
    })),
    marks: markers.map(({ point, text }) => ({ index: point, label: mark(text) })),
  });
}

/** The words of churn reasons. */
export interface ReasonWords {
  /** Writes customers and their share. */
  readonly amount: (count: number, share: number) => string;
  /** What stands at those nobody gave a reason for. */
  readonly unexplained: string;
  /** What a pointer over a reason is told; `bar` is null for those without one. */
  readonly title: (name: string, amount: string, bar: ReasonBar | null) => string;
}

/** Churn reasons as the bars of a Pareto, and last those nobody gave a reason for. */
export function barsOfReasons({ bars, unexplained, of }: Reasons, words: ReasonWords): ParetoBar[] {
  const shown = bars.map((bar): ParetoBar => {
    const { label: name, count, share, cumulative, vital } = bar;
    const value = words.amount(count, share);
    const kind = vital ? 'vital' : 'other';
    return { name, share, cumulative, value, title: words.title(name, value, bar), kind };
  });
  const rest = unexplained.value ?? 0;
  if (rest === 0) return shown;
  const [name, share] = [words.unexplained, rest / of];
  const value = words.amount(rest, share);
  const title = words.title(name, value, null);
  return [...shown, { name, share, cumulative: null, value, title, kind: 'open' }];
}

/** Bars of churn reasons as a chart with the 80 % line. */
export function chartOfReasons(
  bars: readonly ParetoBar[],
  words: { readonly width: number; readonly label: string; readonly format: (share: number) => string },
): Chart {
  return paretoChart({ ...words, bars, line: PARETO_LINE });
}
