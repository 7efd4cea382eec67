import { join } from 'node:path';
import { Random } from '../../../../fuzz/engine/random';
import { figuresOf, numbers, rowOf } from '../../../../fuzz/targets/metrics';
import type { Given } from '../../../../fuzz/targets/metrics';
import { transcribe, written } from './transcript';

const SERIES = [
  { held: 90, start: 100 },
  { held: 95, start: 105 },
  { held: 101, start: 110 },
];
const plain: Given = {
  counts: [100, 15, 10, 105, null, 2, 20, 5, 60, 15],
  money: [1000, 150, 20, 80, 30, 100, 70, 50, 200],
  series: SERIES,
  goal: 8500,
  method: 0,
};

/** The same numbers with one of them missing, zero, or too large for what it is a part of. */
function variations(): Given[] {
  const places = [
    ...plain.counts.map((_, place) => ['counts', place] as const),
    ...plain.money.map((_, place) => ['money', place] as const),
  ];
  return places.flatMap(([list, place]) =>
    [null, 0, 5000].map((value) => ({
      ...plain,
      [list]: plain[list].map((kept, index) => (index === place ? value : kept)),
    })),
  );
}

const FEW: readonly Given[] = [
  plain,
  { ...plain, counts: [100, 15, 10, 108, 3, null, null, null, null, null], method: 1 },
  { ...plain, counts: [100, 15, 10, 108, 3, null, null, null, null, null], method: 2 },
  { ...plain, goal: 0 },
  { ...plain, goal: 9000 },
  { ...plain, goal: 10_000 },
  { ...plain, series: [] },
  { ...plain, series: SERIES.slice(0, 1) },
  { ...plain, series: [{ held: 0, start: 0 }, ...SERIES] },
  { ...plain, series: [...SERIES, { held: 0, start: 10 }, { held: 10, start: 10 }] },
  { ...plain, series: [{ held: 9_000_000_007, start: 9_007_199_254_740_991 }, ...SERIES] },
];

function answer(given: Given, slow: boolean, same?: ReadonlyMap<string, string>): string {
  const figures = [['row', rowOf(given).row] as const, ...figuresOf(given, slow)];
  const lines = figures.map(([id, result]) => [id, written(result)] as const);
  return [
    `> ${written(given)}`,
    ...lines.filter(([id, line]) => same?.get(id) !== line).map(([id, line]) => `${id}: ${line}`),
  ].join('\n');
}

/** Only what differs from the first. */
function differences(all: readonly Given[]): string {
  const same = new Map(
    [['row', rowOf(plain).row] as const, ...figuresOf(plain, false)].map(([id, result]) => [
      id,
      written(result),
    ]),
  );
  return all.map((given) => answer(given, false, same)).join('\n\n');
}

const dice = new Random('metrics');
const RANDOM = Array.from({ length: 25 }, () => numbers(dice));

transcribe(join(__dirname, '../../../fixtures/transcripts/metrics.txt'), [
  ['of a period', () => answer(plain, true)],
  ['of periods that differ from it', () => differences(FEW)],
  ['of the same period with a number missing, zero or too large', () => differences(variations())],
  ['of any numbers', () => RANDOM.map((given) => answer(given, false)).join('\n\n')],
]);
