/** What charts over time or over steps share: a value axis at the left, and evenly placed columns beside it. */
import { scaleLinear } from 'd3-scale';
import type { LinearScale, Plot } from './axes';
import { axisWidth, tickCount, valueAxis } from './axes';
import type { ChartNode } from './node';
import { node } from './node';

/** What the columns of a chart have to fit into. */
export interface ColumnsSpace {
  readonly width: number;
  readonly height: number;
  /** Free pixels above and at the right; below there is a line of names. */
  readonly top: number;
  readonly right: number;
  /** How many columns there are. */
  readonly count: number;
  /** The lowest and the highest value; the axis ends at round ones. */
  readonly domain: readonly [low: number, high: number];
  /** Writes a value on the axis. */
  readonly format: (value: number) => string;
}

/** Where the columns are. */
export interface Columns {
  readonly plot: Plot;
  readonly axis: ChartNode;
  /** Place of a value, from above. */
  readonly y: LinearScale;
  /** The middle of a column, and the distance of two. */
  readonly x: (index: number) => number;
  readonly step: number;
}

/** A line of names. */
const BOTTOM = 28;

/** Divides a chart into its axis and its columns. */
export function layColumns({ width, height, top, right, count, domain, format }: ColumnsSpace): Columns {
  const edges = { top, bottom: height - BOTTOM };
  const ticks = tickCount(edges);
  const y = scaleLinear().domain(domain).range([edges.bottom, edges.top]).nice(ticks);
  const values = y.ticks(ticks);
  const plot: Plot = { left: axisWidth(values.map(format)), right: width - right, ...edges };
  const step = (plot.right - plot.left) / Math.max(1, count);
  return {
    plot,
    axis: valueAxis(plot, y, values, format),
    y,
    x: (index) => plot.left + step * (index + 0.5),
    step,
  };
}

/** Tells a pointer anywhere over a column what is there. */
export function columnTip({ plot, x, step }: Columns, index: number, title: string): ChartNode {
  return node(
    'rect',
    {
      x: x(index) - step / 2,
      y: plot.top,
      width: step,
      height: plot.bottom - plot.top,
      fill: 'transparent',
    },
    node('title', {}, title),
  );
}
