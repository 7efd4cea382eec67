import type { MetricResult } from '../../../core';

/** One period of the small line. */
export interface TrendPoint {
  readonly period: string;
  readonly crr: MetricResult;
  readonly incomplete: boolean;
}

/** The line in the units of a `width` × `height` box, y downwards. */
export interface TrendShape {
  /** Unbroken runs of complete periods as the `points` of polylines; a period without a rate breaks the line. */
  readonly runs: readonly string[];
  /** The way from the last complete period to an incomplete one, to be drawn dashed. */
  readonly tail: string | null;
  readonly dots: readonly {
    readonly x: number;
    readonly y: number;
    readonly hollow: boolean;
    readonly last: boolean;
  }[];
  /** Height of the goal line, or null without a goal. */
  readonly goal: number | null;
}

/** Room for the dots at the edges. */
const MARGIN = 4;
/** Smallest range of rates over the height (10 points): noise must not look like an avalanche. */
const LEAST_RANGE = 0.1;

/**
 * Places the rates of the last periods, and the goal, in a small box. The scale fits the data but never
 * spans less than ten points; equal steps for the periods, whether they have a rate or not.
 *
 * @param goal share, or null
 */
export function trendShape(
  trend: readonly TrendPoint[],
  goal: number | null,
  width: number,
  height: number,
): TrendShape {
  const known = trend.flatMap(({ crr }) => (crr.value === null ? [] : [crr.value]));
  const values = goal === null ? known : [...known, goal];
  const { low, high } = rangeOf(values);
  const step = trend.length > 1 ? (width - 2 * MARGIN) / (trend.length - 1) : 0;
  const x = (index: number): number => (trend.length > 1 ? round(MARGIN + index * step) : round(width / 2));
  const y = (value: number): number =>
    round(height - MARGIN - ((value - low) / (high - low)) * (height - 2 * MARGIN));

  const runs: string[][] = [[]];
  const dots: { x: number; y: number; hollow: boolean; last: boolean }[] = [];
  let tail: string | null = null;
  let before: string | null = null;
  const lastComplete = trend
    .map(({ crr, incomplete }) => crr.value !== null && !incomplete)
    .lastIndexOf(true);
  trend.forEach(({ crr, incomplete }, index) => {
    if (crr.value === null) {
      runs.push([]);
      before = null;
      return;
    }
    const at = { x: x(index), y: y(crr.value) };
    const place = `${at.x},${at.y}`;
    dots.push({ ...at, hollow: incomplete, last: index === lastComplete });
    if (incomplete) {
      if (before !== null) tail = `${before} ${place}`;
      runs.push([]);
    } else {
      runs.at(-1)?.push(place);
    }
    before = place;
  });
  return {
    runs: runs.filter((run) => run.length > 1).map((run) => run.join(' ')),
    tail,
    dots,
    goal: goal === null || values.length === 0 ? null : y(goal),
  };
}

function rangeOf(values: readonly number[]): { low: number; high: number } {
  if (values.length === 0) return { low: 0, high: 1 };
  const low = Math.min(...values);
  const high = Math.max(...values);
  const missing = LEAST_RANGE - (high - low);
  return missing > 0 ? { low: low - missing / 2, high: high + missing / 2 } : { low, high };
}

/** Hundredths of a pixel are enough, and keep the markup short. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
