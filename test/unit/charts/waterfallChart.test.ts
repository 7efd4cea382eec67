import { describe, expect, it } from 'vitest';
import type { ChartNode, WaterfallStep } from '../../../src/charts';
import { ink, waterfallChart } from '../../../src/charts';
import { nodesOf } from './nodesOf';

function draw(steps: readonly WaterfallStep[]): ChartNode[] {
  return nodesOf(waterfallChart({ width: 500, label: 'Flow', steps, format: String }));
}

const step = (
  kind: WaterfallStep['kind'],
  from: number | null,
  to: number | null,
  value = '',
): WaterfallStep => ({ name: kind, kind, from, to, value, title: `${kind} tip` });

/** Upper and lower edge of the bars in an ink. */
function bars(nodes: readonly ChartNode[], paint: string): [top: number, bottom: number][] {
  return nodes
    .filter(({ tag, attributes }) => tag === 'rect' && attributes['fill'] === paint)
    .map(({ attributes }) => [
      Number(attributes['y']),
      Number(attributes['y']) + Number(attributes['height']),
    ]);
}

describe('a waterfall', () => {
  it('hangs what comes and goes between the levels', () => {
    const nodes = draw([
      step('level', 0, 500),
      step('rise', 500, 550, '+50'),
      step('fall', 550, 450, '−100'),
      step('level', 0, 450),
    ]);
    const [start, end] = bars(nodes, ink('line'));
    const [rise] = bars(nodes, ink('good'));
    const [fall] = bars(nodes, ink('bad'));
    expect(rise![1]).toBeCloseTo(start![0], 1);
    expect(fall![0]).toBeCloseTo(rise![0], 1);
    expect(fall![1]).toBeCloseTo(end![0], 1);
    expect(start![1]).toBeCloseTo(end![1], 1);
    const words = nodes.filter(({ tag }) => tag === 'text').flatMap(({ children }) => children);
    expect(words).toEqual(expect.arrayContaining(['+50', '−100', 'rise', 'fall']));
  });

  it('leaves a step without a bar where the way is unknown, but names it', () => {
    const nodes = draw([step('level', 0, 500), step('fall', 500, null, '–'), step('level', 0, null, '–')]);
    expect(bars(nodes, ink('bad'))).toEqual([]);
    expect(bars(nodes, ink('line'))).toHaveLength(1);
    expect(nodes.filter(({ children }) => children[0] === 'fall')).toHaveLength(1);
  });

  it('outlines what is not explained, and shows a step of nothing', () => {
    const nodes = draw([step('level', 0, 10), step('open', 10, 8, '−2'), step('rise', 8, 8, '+0')]);
    const outline = nodes.find(({ attributes }) => attributes['stroke'] === ink('mark'));
    expect(outline?.attributes).toMatchObject({ fill: 'none' });
    const [[top, bottom]] = bars(nodes, ink('good')) as [[number, number]];
    expect(bottom).toBeGreaterThan(top);
  });

  it('draws a file of zeros, and nothing at all, without a number that is none', () => {
    for (const steps of [[], [step('level', 0, 0), step('fall', 0, 0)], [step('level', null, null)]]) {
      const numbers = draw(steps).flatMap(({ attributes }) => Object.values(attributes).map(String));
      expect(numbers.filter((value) => /NaN|Infinity/.test(value))).toEqual([]);
    }
  });
});
