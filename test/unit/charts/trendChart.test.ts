import { describe, expect, it } from 'vitest';
import type { Chart, ChartNode, TrendChartPoint } from '../../../src/charts';
import { ink, trendChart } from '../../../src/charts';
import { nodesOf } from './nodesOf';
import { thinned } from '../../../src/charts/labels';

const point = (name: string, rate: number | null, more: Partial<TrendChartPoint> = {}): TrendChartPoint => ({
  name,
  rate,
  low: rate === null ? null : rate - 0.02,
  high: rate === null ? null : rate + 0.02,
  goal: null,
  average: null,
  incomplete: false,
  title: `${name} tip`,
  ...more,
});

function draw(points: readonly TrendChartPoint[], width = 600): Chart {
  return trendChart({
    width,
    label: 'Trend',
    points,
    marks: [{ index: 0, label: 'Onboarding began' }],
    format: (share) => `${Math.round(share * 100)} %`,
  });
}

const lines = (chart: Chart): ChartNode[] =>
  nodesOf(chart).filter(({ tag, attributes }) => tag === 'path' && attributes['stroke'] === ink('line'));
const dots = (chart: Chart): ChartNode[] => nodesOf(chart).filter(({ tag }) => tag === 'circle');
const words = (chart: Chart): string[] =>
  nodesOf(chart)
    .filter(({ tag }) => tag === 'text')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'));

describe('the chart of a trend', () => {
  it('draws a dot for each rate, higher for a higher one, inside the chart', () => {
    const chart = draw([point('2024-01', 0.8), point('2024-02', 0.9), point('2024-03', 0.85)]);
    const [low, high, middle] = dots(chart).map(({ attributes }) => Number(attributes['cy']));
    expect(high).toBeLessThan(middle!);
    expect(middle).toBeLessThan(low!);
    for (const y of [low, high, middle]) {
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(chart.height);
    }
    expect(words(chart)).toEqual(
      expect.arrayContaining(['2024-01', '2024-03', '80 %', '90 %', 'Onboarding began']),
    );
  });

  it('breaks the line where there is no rate, and invents none', () => {
    const chart = draw([
      point('a', 0.8),
      point('b', 0.8),
      point('c', null),
      point('d', 0.8),
      point('e', 0.8),
    ]);
    expect(dots(chart)).toHaveLength(4);
    expect(String(lines(chart)[0]!.attributes['d']).match(/M/g)).toHaveLength(2);
  });

  it('draws a period that has not ended hollow, at the end of a dashed line', () => {
    const chart = draw([point('a', 0.8), point('b', 0.82), point('c', 0.99, { incomplete: true })]);
    expect(dots(chart).map(({ attributes }) => attributes['fill'])).toEqual([
      ink('line'),
      ink('line'),
      ink('background'),
    ]);
    const [solid, dashed] = lines(chart);
    expect(solid!.attributes['stroke-dasharray']).toBeUndefined();
    expect(dashed!.attributes['stroke-dasharray']).toBeDefined();
    expect(String(solid!.attributes['d']).match(/[ML]/g)).toHaveLength(2);
  });

  it('never spans less than ten points, nor more than there can be', () => {
    const chart = draw([point('a', 1, { low: 0.99, high: 1 }), point('b', 0.995, { low: 0.99, high: 1 })]);
    const shown = words(chart).filter((word) => word.endsWith('%'));
    expect(shown).toContain('90 %');
    expect(shown).toContain('100 %');
    expect(shown.every((word) => Number.parseInt(word, 10) <= 100)).toBe(true);
  });

  it('follows the goal in steps', () => {
    const goal = nodesOf(
      draw([
        point('a', 0.8, { goal: 0.85 }),
        point('b', 0.8, { goal: 0.85 }),
        point('c', 0.8, { goal: 0.9 }),
      ]),
    ).filter(({ attributes }) => attributes['stroke'] === ink('goal'));
    expect(goal).toHaveLength(1);
    expect(String(goal[0]!.attributes['d'])).toMatch(/^M[\d.]+,[\d.]+H[\d.]+H[\d.]+L[\d.]+,[\d.]+H[\d.]+$/);
  });

  it.each([0, 1, 600])('draws %i periods without a number that is none', (count) => {
    const chart = draw(Array.from({ length: count }, (_, index) => point(`p${index}`, (index % 10) / 10)));
    const numbers = nodesOf(chart).flatMap(({ attributes }) => Object.values(attributes).map(String));
    expect(numbers.filter((value) => /NaN|Infinity|undefined/.test(value))).toEqual([]);
  });
});

describe('labels of an axis', () => {
  it('are thinned until they do not touch, from the last one back', () => {
    const names = Array.from({ length: 10 }, (_, index) => `2024-0${index}`);
    expect(thinned(names, 100)).toHaveLength(10);
    expect(thinned(names, 30)).toEqual([1, 3, 5, 7, 9]);
    expect(thinned([], 30)).toEqual([]);
  });
});
