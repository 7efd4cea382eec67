import { describe, expect, it } from 'vitest';
import type { ChartNode, ParetoBar } from '../../../src/charts';
import { ink, paretoChart } from '../../../src/charts';
import { nodesOf } from './nodesOf';

const bar = (name: string, share: number, cumulative: number | null, kind: ParetoBar['kind']): ParetoBar => ({
  name,
  share,
  cumulative,
  kind,
  value: `${share * 100}`,
  title: `${name} tip`,
});

function draw(bars: readonly ParetoBar[]): ChartNode[] {
  return nodesOf(paretoChart({ width: 600, label: 'Reasons', bars, line: 0.8, format: String }));
}

const attribute = (nodes: readonly ChartNode[], name: string): number[] =>
  nodes.map(({ attributes }) => Number(attributes[name]));

describe('a Pareto', () => {
  const nodes = draw([
    bar('price', 0.5, 0.5, 'vital'),
    bar('unused', 0.2, 0.7, 'other'),
    bar('no reason given', 0.3, null, 'open'),
  ]);
  const painted = (paint: string): ChartNode[] =>
    nodes.filter(({ tag, attributes }) => tag === 'rect' && attributes['fill'] === paint);

  it('draws each share as long as the running total grows by it', () => {
    const [price] = painted(ink('line'));
    const [unused] = painted(ink('neutral'));
    const totals = attribute(
      nodes.filter(({ tag }) => tag === 'circle'),
      'cx',
    );
    const [end, grown] = [
      Number(price!.attributes['x']) + Number(price!.attributes['width']),
      totals[1]! - totals[0]!,
    ];
    expect(totals[0]).toBeCloseTo(end, 1);
    expect(grown).toBeCloseTo(Number(unused!.attributes['width']), 1);
  });

  it('outlines what nobody explained, and leaves it out of the running total', () => {
    const open = nodes.find(({ attributes }) => attributes['stroke'] === ink('mark'));
    expect(open?.attributes).toMatchObject({ fill: 'none' });
    expect(nodes.filter(({ tag }) => tag === 'circle')).toHaveLength(2);
  });

  it('writes every name and amount, and cuts a name that would leave the chart', () => {
    const long = draw([bar('x'.repeat(200), 1, 1, 'vital')]);
    const words = long.filter(({ tag }) => tag === 'text').flatMap(({ children }) => children);
    expect(words.some((word) => typeof word === 'string' && /^x+…$/.test(word))).toBe(true);
    expect(words).toContain('100');
    const right = attribute(
      long.filter(({ tag }) => tag === 'rect'),
      'x',
    );
    expect(Math.max(...right)).toBeLessThan(600);
  });
});
