import { describe, expect, it } from 'vitest';
import type { EffectRow, IntervalRow, MultipleSeries } from '../../../src/charts';
import { effectsChart, ink, intervalChart, multiplesChart } from '../../../src/charts';
import { nodesOf } from './nodesOf';

const format = (share: number): string => `${Math.round(share * 1000) / 10}%`;
const words = (chart: ReturnType<typeof intervalChart>): string[] =>
  nodesOf(chart)
    .filter(({ tag }) => tag === 'text')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'));
const wrongNumbers = (chart: ReturnType<typeof intervalChart>): string[] =>
  nodesOf(chart)
    .flatMap(({ attributes }) => Object.values(attributes).map(String))
    .filter((value) => /NaN|Infinity|undefined/.test(value));

const row = (name: string, rate: number | null, more: Partial<IntervalRow> = {}): IntervalRow => ({
  key: name,
  name,
  rate,
  low: rate === null ? null : rate - 0.05,
  high: rate === null ? null : Math.min(1, rate + 0.05),
  goal: null,
  together: false,
  marked: false,
  value: rate === null ? '–' : format(rate),
  sign: '',
  note: 'no evidence of a difference',
  title: `${name} tip`,
  ...more,
});

describe('the chart of intervals', () => {
  const draw = (rows: readonly IntervalRow[], width = 800) =>
    intervalChart({ width, label: 'Segments', rows, reference: 0.8, format });

  it('puts each rate inside its interval, on one scale with the rate to compare with', () => {
    const nodes = nodesOf(draw([row('A', 0.8, { together: true }), row('B', 0.7), row('C', 0.9)]));
    const [square] = nodes.filter(
      ({ tag, attributes }) => tag === 'rect' && attributes['fill'] === ink('average'),
    );
    const dots = nodes
      .filter(({ tag }) => tag === 'circle')
      .map(({ attributes }) => Number(attributes['cx']));
    const spans = nodes.filter(
      ({ tag, attributes }) => tag === 'line' && attributes['stroke'] === ink('line'),
    );
    dots.forEach((x, index) => {
      expect(x).toBeGreaterThan(Number(spans[index]!.attributes['x1']));
      expect(x).toBeLessThan(Number(spans[index]!.attributes['x2']));
    });
    const [reference] = nodes.filter(({ attributes }) => attributes['stroke-dasharray'] === '1 4');
    expect(Number(square!.attributes['x']) + 4).toBeCloseTo(Number(reference!.attributes['x1']), 1);
    expect(dots[0]).toBeLessThan(dots[1]!);
  });

  it('has a spot for each row that can be picked, over the row', () => {
    const { spots = [], height } = draw([row('all', 0.8, { key: null }), row('B', 0.7), row('C', null)]);
    expect(spots.map(({ key, label }) => [key, label])).toEqual([
      ['B', 'B tip'],
      ['C', 'C tip'],
    ]);
    expect(spots[1]!.y).toBe(spots[0]!.y + spots[0]!.height);
    expect(spots[1]!.y + spots[1]!.height).toBeLessThan(height);
  });

  it('gives up the words at the right first, never the rates', () => {
    const rows = [row('A', 0.8, { sign: '▲' })];
    expect(words(draw(rows))).toContain('no evidence of a difference');
    const narrow = words(draw(rows, 280));
    expect(narrow).not.toContain('no evidence of a difference');
    expect(narrow).toEqual(expect.arrayContaining(['80%', '▲']));
  });

  it.each([[[]], [[row('A', null)]], [[row('A', 1, { low: 1, high: 1 })]]])('draws %j', (rows) => {
    expect(wrongNumbers(draw(rows))).toEqual([]);
  });
});

describe('the chart of effects', () => {
  const draw = (rows: readonly EffectRow[]) => effectsChart({ width: 600, label: 'Effects', rows, format });
  const effect = (solid: number, outlined: number): EffectRow => ({
    key: null,
    name: 'A',
    solid,
    outlined,
    together: false,
    marked: false,
    value: '',
    title: '',
  });

  it('lets what raises go to the right of the line and what lowers to the left', () => {
    const nodes = nodesOf(draw([effect(0.02, -0.01)]));
    const [zero] = nodes.filter(({ attributes }) => attributes['stroke'] === ink('mark'));
    const at = Number(zero!.attributes['x1']);
    const solid = nodes.find(({ attributes }) => attributes['fill'] === ink('line'))!.attributes;
    const outlined = nodes.find(({ attributes }) => attributes['stroke'] === ink('average'))!.attributes;
    expect(Number(solid['x'])).toBeCloseTo(at, 1);
    expect(Number(outlined['x']) + Number(outlined['width'])).toBeCloseTo(at, 1);
    expect(Number(solid['width'])).toBeCloseTo(2 * Number(outlined['width']), 0);
  });

  it('draws nothing, and effects of nothing', () => {
    expect(wrongNumbers(draw([]))).toEqual([]);
    expect(wrongNumbers(draw([effect(0, 0)]))).toEqual([]);
  });
});

describe('small charts', () => {
  const series = (name: string, rates: readonly (number | null)[]): MultipleSeries => ({
    key: name,
    name,
    rates,
    goals: rates.map(() => null),
    marked: false,
    value: '',
    title: name,
  });
  const draw = (list: readonly MultipleSeries[], running: number | null = null, width = 420) =>
    multiplesChart({
      width,
      label: 'Small',
      periods: ['2024-01', '2024-02', '2024-03'],
      series: list,
      reference: [0.8, 0.8, 0.8],
      running,
      format,
    });

  it('share a scale: the same rate is at the same height in each', () => {
    const { spots = [] } = draw([series('A', [0.9, 0.8, 0.7]), series('B', [0.6, 0.7, 0.7])]);
    const dots = nodesOf(draw([series('A', [0.9, 0.8, 0.7]), series('B', [0.6, 0.7, 0.7])])).filter(
      ({ tag }) => tag === 'circle',
    );
    expect(dots[0]!.attributes['cy']).toBe(dots[1]!.attributes['cy']);
    expect(spots[1]!.x).toBeGreaterThanOrEqual(spots[0]!.x + spots[0]!.width);
  });

  it('break to the next line where the width ends', () => {
    const { spots = [], width } = draw(['A', 'B', 'C', 'D'].map((name) => series(name, [0.8, 0.8, 0.8])));
    expect(new Set(spots.map(({ y }) => y)).size).toBe(2);
    expect(Math.max(...spots.map(({ x, width: w }) => x + w))).toBeLessThanOrEqual(width + 3);
  });

  it('draw the running period hollow, and lone and missing rates as what they are', () => {
    const dots = nodesOf(draw([series('A', [null, 0.8, null]), series('B', [0.7, 0.8, 0.9])], 2)).filter(
      ({ tag }) => tag === 'circle',
    );
    expect(dots.map(({ attributes }) => attributes['fill'])).toEqual([ink('line'), ink('background')]);
    expect(wrongNumbers(draw([]))).toEqual([]);
    expect(wrongNumbers(draw([series('A', [null, null, null])], 0))).toEqual([]);
  });
});
