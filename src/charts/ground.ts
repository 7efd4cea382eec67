import type { ChartNode } from './node';
import { ink, node } from './node';

/** A rectangle in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What lies behind a row or a small chart: it tells a pointer what is there, and is tinted and framed when marked. */
export function ground({ x, y, width, height }: Area, title: string, marked: boolean): ChartNode {
  return node(
    'rect',
    {
      x: x + 0.5,
      y: y + 0.5,
      width: width - 1,
      height: height - 1,
      rx: 3,
      fill: marked ? ink('band') : 'transparent',
      'fill-opacity': marked ? 0.4 : undefined,
      stroke: marked ? ink('line') : undefined,
    },
    node('title', {}, title),
  );
}
