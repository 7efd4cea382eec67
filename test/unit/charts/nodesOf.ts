import type { Chart, ChartNode } from '../../../src/charts';

/** Everything a chart is drawn with, in the order of drawing. */
export function nodesOf(chart: Chart): ChartNode[] {
  const found: ChartNode[] = [];
  const visit = (node: ChartNode | string): void => {
    if (typeof node === 'string') return;
    found.push(node);
    node.children.forEach(visit);
  };
  chart.children.forEach(visit);
  return found;
}
