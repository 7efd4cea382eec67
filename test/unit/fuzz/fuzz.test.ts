import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed } from '../../../fuzz/engine/change';
import { entriesOf, seedsOf, textsIn } from '../../../fuzz/engine/corpus';
import { casesBefore, hunt, problemOf } from '../../../fuzz/engine/hunt';
import type { Beginning } from '../../../fuzz/engine/hunt';
import { Random } from '../../../fuzz/engine/random';
import { shrunk } from '../../../fuzz/engine/shrink';
import { Broken, expectSame, target } from '../../../fuzz/engine/target';
import type { Target } from '../../../fuzz/engine/target';
import { expectSound } from '../../../fuzz/oracles/sound';
import { TARGETS } from '../../../fuzz/targets';

const root = resolve(__dirname, '../../..');
const corpus = join(root, 'fuzz/corpus');
/** Cases of each target, besides those that `npm run fuzz` makes. */
const FRESH = 30;
const NOTHING: Beginning = { seeds: [], reached: [], known: [] };

describe.each(TARGETS.map((each) => [each.name, each] as const))('what is promised of %s', (name, each) => {
  it('holds for what once broke it', async () => {
    for (const { file, input } of entriesOf(corpus, each)) {
      expect([file, await problemOf(each, input)]).toEqual([file, null]);
    }
  });

  it('holds for files that people wrote, and for random inputs', async () => {
    const seeds = seedsOf(each, textsIn([join(root, 'test/fixtures'), join(root, 'examples')]));
    for (const input of seeds) expect(await problemOf(each, input)).toBeNull();
    const shard = { target: name, seed: 'ci', index: 0, cases: FRESH };
    const report = await hunt(each, shard, { ...NOTHING, seeds }, null);
    expect(report.failures).toEqual([]);
  });
});

describe('the fuzzer', () => {
  /** Breaks when two texts of a list say the same, which two random ones do not. */
  const twins = target<{ readonly texts: readonly string[]; readonly count: number }>({
    name: 'twins',
    promise: 'no two texts are the same',
    share: 1,
    generate: (random) => ({
      texts: random.list(3, 8, () => String(random.bits())),
      count: random.below(1000),
    }),
    check: ({ texts, count }) => {
      if (count > 10 && new Set(texts).size < texts.length) throw new Broken(`${texts.length} texts`);
    },
  });

  it('finds what is rare by changing inputs, makes it small and says which case it was', async () => {
    const shard = { target: 'twins', seed: '1', index: 0, cases: 1000 };
    const [failure] = (await hunt(twins, shard, NOTHING, null)).failures;
    expect(failure).toMatchObject({ target: 'twins', message: '2 texts', input: { count: 11 } });
    const again = await hunt(twins, { ...shard, cases: failure!.at + 1 }, NOTHING, null);
    expect(again.failures).toMatchObject([{ at: failure!.at, input: failure!.input }]);
    const begin = { ...NOTHING, known: ['0 texts'] };
    const known = await hunt(twins, { ...shard, cases: failure!.at + 1 }, begin, null);
    expect(known.failures).toEqual([]);
  });

  it('keeps the inputs that reached new code, and begins with those of a scout', async () => {
    const checked: unknown[] = [];
    const watched: Target = { ...twins, check: (input) => void checked.push(input) };
    let calls = 0;
    const coverage = { news: () => (++calls % 5 === 0 ? 1 : 0) };
    const scout = { target: 'twins', seed: '1', index: 0, cases: 20 };
    const { reached } = await hunt(watched, scout, NOTHING, coverage);
    expect(reached).toEqual([4, 9, 14, 19].map((at) => checked[at]));

    checked.length = 0;
    const sign = { texts: ['reached by the scout'], count: 0 };
    await hunt(watched, { ...scout, index: 1, cases: 200 }, { ...NOTHING, reached: [sign] }, null);
    const heirs = checked.filter((input) => JSON.stringify(input).includes('scout'));
    expect(heirs.length).toBeGreaterThan(10);
  });

  it('numbers the cases of a target through all of its shards', () => {
    expect(casesBefore(0)).toBe(0);
    expect(casesBefore(2) - casesBefore(1)).toBe(casesBefore(9) - casesBefore(8));
  });

  it.each([
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }],
    [[1, 2], [1]],
    [[0], [-0]],
    [[Number.NaN], [null]],
    [new Map([['a', 1]]), new Map([['a', 2]])],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [[], {}],
  ])('tells %j from %j', (one, other) => {
    expect(() => expectSame(one, other, 'values')).toThrow(/^values: …/);
    expect(() => expectSame(one, structuredClone(one), 'values')).not.toThrow();
  });

  it.each([
    [{ rows: [1, { rate: Number.NaN }] }, 'a row.rows[1].rate is NaN'],
    [[{ value: null, reason: 'none', message: ' ' }], 'a row[0] has neither a number nor a reason'],
  ])('names the place in %j that is not sound', (value, message) => {
    expect(() => expectSound(value, 'a row')).toThrow(message);
  });

  it('tells what an input took too long for, or threw', async () => {
    const throwing: Target = { ...twins, check: () => JSON.parse('{') as undefined };
    expect((await problemOf(throwing, {}))?.message).toMatch(/^throws SyntaxError/);
  });

  it('chooses the same for the same seed, and all there is to choose', () => {
    const [one, same, other] = ['a', 'a', 'b'].map((seed) => {
      const random = new Random(seed);
      return Array.from({ length: 200 }, () => random.between(3, 7));
    });
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    expect(new Set(one)).toEqual(new Set([3, 4, 5, 6, 7]));
  });

  it('changes an input without changing what kind of input it is', () => {
    const random = new Random('kinds');
    const input = {
      kind: 'cell',
      text: 'a,b\n',
      list: [
        { n: 1, flag: true },
        { n: 2, flag: false },
      ],
    };
    const shapes = new Set<string>();
    for (let round = 0; round < 500; round++) {
      const result = changed(random, input, { text: 'other' }) as unknown as typeof input;
      expect([result.kind, typeof result.text, Array.isArray(result.list)]).toEqual(['cell', 'string', true]);
      for (const { n, flag } of result.list) {
        expect([Number.isInteger(n) && n >= 0, typeof flag]).toEqual([true, 'boolean']);
      }
      shapes.add(JSON.stringify(result));
    }
    expect(shapes.size).toBeGreaterThan(300);
  });

  it('makes an input as small as it can be', async () => {
    const big = { text: 'some <b>markup</b> here', list: [5, 900, 17], name: 'x' };
    const small = await shrunk(big, (candidate) => {
      const { text, list } = candidate as unknown as typeof big;
      return Promise.resolve(text.includes('<b>') && list.some((n) => n > 100));
    });
    expect(small).toEqual({ text: '<b>', list: [101], name: '' });
  });
});
