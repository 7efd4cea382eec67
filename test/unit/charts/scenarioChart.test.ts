import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartNode, ScenarioChartSeries } from '../../../src/charts';
import { ink, scenarioChart } from '../../../src/charts';
import { spread } from '../../../src/charts/labels';
import { nodesOf } from './nodesOf';

type Past = readonly { readonly name: string; readonly value: number | null }[];

const past: Past = [
  { name: 'Q1', value: 1000 },
  { name: 'Q2', value: 950 },
];
const baseline = (...values: (number | null)[]): ScenarioChartSeries => ({
  name: 'As it is',
  ink: 'neutral',
  line: 'thin',
  values,
  end: String(values.at(-1)),
});
const better = (...values: (number | null)[]): ScenarioChartSeries => ({
  ...baseline(...values),
  name: 'A',
  ink: 'average',
  line: 'dashed',
});

function draw(series: readonly ScenarioChartSeries[], from = past): ChartNode[] {
  return nodesOf(
    scenarioChart({
      width: 500,
      height: 200,
      label: 'What if',
      past: from,
      names: ['Q3', 'Q4'],
      series,
      titles: ['Q3 tip', 'Q4 tip'],
      format: String,
    }),
  );
}

const pathOf = (nodes: readonly ChartNode[], paint: string): string =>
  nodes
    .filter(({ tag, attributes }) => tag === 'path' && attributes['stroke'] === paint)
    .map(({ attributes }) => String(attributes['d']))
    .join('');
const pointsOf = (path: string): number[][] =>
  path
    .split(/[ML]/)
    .filter((part) => part !== '')
    .map((part) => part.split(',').map(Number));
const labelsOf = (nodes: readonly ChartNode[]): [string, number][] =>
  nodes.flatMap(({ tag, attributes, children: [text] }) =>
    tag === 'text' && typeof text === 'string' && /^(As it is|A) /.test(text)
      ? [[text, Number(attributes['y'])] as [string, number]]
      : [],
  );

describe('the chart of scenarios', () => {
  it('draws each future from where the past ends, a higher one above', () => {
    const nodes = draw([baseline(932, 911), better(1028, 1060)]);
    const was = pointsOf(pathOf(nodes, ink('text')));
    const asItIs = pointsOf(pathOf(nodes, ink('neutral')));
    const change = pointsOf(pathOf(nodes, ink('average')));
    expect([was.length, asItIs.length, change.length]).toEqual([2, 3, 3]);
    expect(asItIs[0]).toEqual(was[1]);
    expect(change[0]).toEqual(was[1]);
    expect(change[2]![1]).toBeLessThan(asItIs[2]![1]!);
  });

  it('tells its lines apart without colours: by dashes, and by names where they end', () => {
    const nodes = draw([baseline(932, 911), better(932, 911)]);
    const dashes = nodes
      .filter(({ tag, attributes }) => tag === 'path' && attributes['stroke'] !== ink('text'))
      .map(({ attributes }) => attributes['stroke-dasharray'] ?? 'none');
    expect(new Set(dashes).size).toBe(2);
    const [first, second] = labelsOf(nodes);
    expect([first?.[0], second?.[0]]).toEqual(['As it is 911', 'A 911']);
    expect(Math.abs(first![1] - second![1])).toBeGreaterThanOrEqual(14);
  });

  it('ends a line where it becomes unknown, and has no label for an end that nobody knows', () => {
    const nodes = draw([baseline(932, 911), better(900, null)]);
    expect(pointsOf(pathOf(nodes, ink('average')))).toHaveLength(2);
    expect(labelsOf(nodes).map(([text]) => text)).toEqual(['As it is 911']);
  });

  it('leaves the dots out of a line of many periods, but for its end', () => {
    const many = Array.from({ length: 300 }, (_, index) => 900 - index);
    const dots = (nodes: readonly ChartNode[]): number => nodes.filter(({ tag }) => tag === 'circle').length;
    expect(dots(draw([baseline(932, 911)]))).toBe(4);
    expect(
      dots(
        draw(
          [baseline(...many)],
          many.map((value) => ({ name: String(value), value })),
        ),
      ),
    ).toBe(1);
  });

  it('draws a year without a past, of zeros and of nothing known, without a number that is none', () => {
    for (const from of [[], past, [{ name: 'Q2', value: null }], [{ name: 'Q2', value: 0 }]]) {
      for (const series of [[], [baseline(0, 0)], [baseline(null, null)], [baseline(911, 911)]]) {
        const written = draw(series, from).flatMap(({ attributes }) => Object.values(attributes).map(String));
        expect(written.filter((value) => /NaN|Infinity/.test(value))).toEqual([]);
      }
    }
  });
});

describe('labels that are moved apart', () => {
  it('keep their order and distance, and stay inside where there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 }), (wanted) => {
        const places = spread(wanted, 14, 0, 100);
        const sorted = [...places].sort((a, b) => a - b);
        sorted.forEach((place, index) => {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(100);
          if (index > 0) expect(place - sorted[index - 1]!).toBeGreaterThanOrEqual(14);
        });
        wanted.forEach((one, a) =>
          wanted.forEach((other, b) => {
            if (one < other) expect(places[a]).toBeLessThan(places[b]!);
          }),
        );
      }),
    );
    expect(spread([10, 12, 50], 14, 0, 100)).toEqual([10, 24, 50]);
  });
});
