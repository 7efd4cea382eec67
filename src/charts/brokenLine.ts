import { line } from 'd3-shape';
import type { Attributes, ChartNode } from './node';
import { node } from './node';

/**
 * A line through values, evenly placed, that an unknown one breaks. A run of one value is no line.
 *
 * @example
 * brokenLine([1, 2, null, 3], { x: (index) => 10 * index, y: (value) => value }, {}); // one path: M0,1L10,2M30,3Z
 */
export function brokenLine(
  values: readonly (number | null)[],
  { x, y }: { readonly x: (index: number) => number; readonly y: (value: number) => number },
  look: Attributes,
): ChartNode[] {
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .digits(2)(values);
  return path === null || path === '' ? [] : [node('path', { d: path, fill: 'none', ...look })];
}
