import { catalogue, evaluateCounts, percentOf, rowInput } from '../../src/core';
import type { Metric, PeriodCounts, Retained } from '../../src/core';
import type { Random } from '../engine/random';
import { expect, expectSame, target } from '../engine/target';
import { expectSound } from '../oracles/sound';

/** The numbers of a period, a series and a goal. */
export interface Given {
  readonly counts: readonly (number | null)[];
  readonly money: readonly (number | null)[];
  readonly series: readonly { readonly held: number; readonly start: number }[];
  readonly goal: number;
  readonly method: number;
}

const METHODS = ['classic', 'with-reactivated', 'lost'] as const;
/** Searches for the best fit, and too slow for every case. */
const SLOW = 16;

/** Every metric of the catalogue has a number or a reason, whatever numbers a file may hold. */
export const metrics = target<Given>({
  name: 'metrics',
  promise: 'every metric has a number or a reason for any numbers; retention agrees with exact fractions',
  share: 3,
  generate: numbers,
  check: (given) => {
    const { row, counts, method } = rowOf(given);
    expectSound(row, 'row');
    checkRetention(row.crr.value, counts, method);
    for (const [id, result] of figuresOf(given, given.goal % SLOW === 0)) expectSound(result, id);
  },
});

/** Numbers that a file may hold. */
export function numbers(random: Random): Given {
  return {
    counts: Array.from({ length: 10 }, () => (random.percent(15) ? null : number(random))),
    money: Array.from({ length: 9 }, () => (random.percent(15) ? null : number(random))),
    series: random.list(0, 6, () => retained(random)),
    goal: random.below(12_000),
    method: random.below(3),
  };
}

/** A row with these counts and its results. */
export function rowOf(given: Given) {
  const [start, added, lost, end, reactivated] = padded(given.counts, 5);
  const counts: PeriodCounts = {
    start: start!,
    new: added!,
    lost: lost!,
    end: end!,
    reactivated: reactivated!,
  };
  const method = METHODS[given.method % 3]!;
  const goal = given.goal === 0 ? null : percentOf((given.goal % 100_001) / 100);
  return { row: evaluateCounts({ counts, method, goal }), counts, method, goal };
}

/** What every metric of the catalogue makes of the numbers, by its id. `slow`: the forecasts of cohorts as well. */
export function figuresOf(given: Given, slow: boolean): readonly (readonly [id: string, result: unknown])[] {
  const { counts, method, goal } = rowOf(given);
  const [, , , , , newLost, returning, inactive, promoters, detractors] = padded(given.counts, 10);
  const [startMrr, newMrr, reactivatedMrr, expansion, contraction, churned, margin, perCustomer, cost] =
    padded(given.money, 9);
  const input = rowInput({
    counts,
    method,
    goal,
    days: 30,
    newLost: newLost!,
    returning: returning!,
    inactive: inactive!,
    revenuePerCustomer: perCustomer!,
    acquisitionCost: cost!,
    grossMargin: margin === null ? null : (margin! % 101) / 100,
    discountRate: 0.1,
    revenue: {
      start: startMrr!,
      new: newMrr!,
      reactivated: reactivatedMrr!,
      expansion: expansion!,
      contraction: contraction!,
      churned: churned!,
    },
    answers: { promoters: promoters!, passives: 1, detractors: detractors! },
  });
  const series = given.series.map(({ held, start: begin }) => ({
    held: Math.min(held, begin),
    start: begin,
  }));
  return catalogue
    .filter(({ scope }) => slow || scope !== 'cohort')
    .map((metric) => [metric.id, resultOf(metric, input, series)]);
}

function number(random: Random): number {
  const whole = random.below(random.pick([3, 50, 2000, 2 ** 31]));
  return random.percent(10)
    ? whole + 0.5
    : random.percent(3)
      ? random.pick([Number.MAX_SAFE_INTEGER, 2 ** 60, 1e300])
      : whole;
}

function retained(random: Random): Retained {
  const start = random.below(random.pick([3, 50, 2000, 2 ** 24]));
  return { start, held: random.below(start + 1) };
}

function padded(values: readonly (number | null)[], length: number): (number | null)[] {
  return Array.from({ length }, (_, index) => values[index] ?? null);
}

function resultOf(metric: Metric, row: ReturnType<typeof rowInput>, series: readonly Retained[]): unknown {
  const [first = { held: 0, start: 0 }, second = { held: 1, start: 2 }] = series;
  const goal = percentOf(85);
  switch (metric.scope) {
    case 'row':
    case 'interval':
      return metric.compute(row);
    case 'series':
      return metric.compute(series);
    case 'year':
      return metric.compute({ periods: series, goals: [goal], remaining: 3 });
    case 'pair':
    case 'pairInterval':
      return metric.compute(first, second);
    case 'groups':
      return metric.compute(series);
    case 'segments':
      return metric.compute(
        series.map((after, index) => ({
          name: String(index),
          before: series[(index + 1) % series.length]!,
          after,
        })),
      );
    case 'reasons':
      return metric.compute(
        series.map(({ held }, index) => ({ name: String(index), count: held })),
        row.counts.lost,
      );
    case 'cohort':
      return metric.compute([...new Set(series.map(({ held }) => held))].sort((a, b) => b - a));
  }
}

/** Retention of whole counts that balance is the exact fraction, rounded once. */
function checkRetention(
  crr: number | null,
  { start, new: added, lost, end, reactivated }: PeriodCounts,
  method: string,
): void {
  if (start === null || added === null || lost === null || end === null || start === 0) return;
  const won = reactivated ?? 0;
  const all = [start, added, lost, end, won];
  if (!all.every((value) => Number.isInteger(value) && value < 2 ** 40) || start + added + won - lost !== end)
    return;
  const held = method === 'classic' ? end - added - won : method === 'lost' ? start - lost : end - added;
  if (held < 0) return;
  expectSame(crr, held / start, 'retention');
  expect(crr === null || crr >= 0, 'retention below 0');
}
