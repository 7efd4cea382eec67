import { describe, expect, it } from 'vitest';
import type { ChartNode, ComparisonRow } from '../../../src/charts';
import { comparisonChart, ink } from '../../../src/charts';
import { nodesOf } from './nodesOf';

const row: ComparisonRow = { name: 'SaaS', low: 0.8, high: 0.8, yours: 0.7, interval: null, title: 'tip' };

function draw(rows: readonly ComparisonRow[]): ChartNode[] {
  return nodesOf(comparisonChart({ width: 600, label: 'Published', rows, format: String }));
}

const published = (nodes: readonly ChartNode[]): ChartNode[] =>
  nodes.filter(({ attributes }) => attributes['stroke'] === ink('goal'));

describe('published figures beside one’s own', () => {
  it('draws a value as a diamond, a range as a bar, and an open end up to the edge', () => {
    const nodes = published(draw([row, { ...row, high: 0.9 }, { ...row, high: null }]));
    expect(nodes.map(({ tag }) => tag)).toEqual(['path', 'rect', 'rect']);
    const [, range, open] = nodes.map(({ attributes }) => Number(attributes['width']));
    expect(open).toBeGreaterThan(range!);
  });

  it('draws one’s own as a dot within its interval, at its place among the published', () => {
    const nodes = draw([{ ...row, interval: { low: 0.65, high: 0.75 } }]);
    const dot = nodes.find(({ tag }) => tag === 'circle')!;
    const line = nodes.find(({ tag, attributes }) => tag === 'line' && attributes['stroke'] === ink('line'))!;
    const [low, high] = [Number(line.attributes['x1']), Number(line.attributes['x2'])];
    expect(Number(dot.attributes['cx'])).toBeCloseTo((low + high) / 2, 1);
    const diamond = /^M([\d.]+),/.exec(String(published(nodes)[0]!.attributes['d']))!;
    expect(Number(diamond[1])).toBeGreaterThan(high);
  });

  it('leaves out what one does not have', () => {
    const nodes = draw([{ ...row, yours: null }]);
    expect(nodes.some(({ tag }) => tag === 'circle')).toBe(false);
    expect(published(nodes)).toHaveLength(1);
  });
});
