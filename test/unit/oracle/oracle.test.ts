/**
 * An independent check: R recomputes the intervals, tests and model fits of a thousand random inputs each, in one
 * process, and the core must agree. The inputs come from a fixed seed, so that a failure can be repeated.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  clopperPearson,
  fisherExact,
  fitSbg,
  goalTest,
  holm,
  jeffreys,
  kProportionTest,
  newcombe,
  percentOf,
  sbgLogLikelihood,
  sbgSurvival,
  twoProportionTest,
  wilson,
} from '../../../src/core';
import type { IntervalResult, Retained, TestResult } from '../../../src/core';

const INPUTS = 1000;
const MISSING =
  'R was not found: install it (Debian and Ubuntu: apt-get install r-base-core) for the independent check of the statistics.';

/** A small generator of Tommy Ettinger's (mulberry32): the same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = generator(20_241_122);
const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)]!;
const repeat = <T>(make: () => T): T[] => Array.from({ length: INPUTS }, make);

/** Groups of every size, and often nobody or everybody stayed. */
function group(): Retained {
  const start = pick([whole(1, 12), whole(1, 200), whole(1, 50_000)]);
  const held = pick([whole(0, start), whole(0, start), whole(Math.floor(start * 0.7), start), start, 0]);
  return { held, start };
}

/** Survivors of customers whose risks follow a beta distribution, drawn one period after the other. */
function cohort(): number[] {
  const [alpha, beta] = [0.3 + 3 * random(), 0.5 + 8 * random()];
  const survivors = [whole(200, 20_000)];
  for (let t = 1, periods = whole(3, 9); t <= periods; t++) {
    const rate = (beta + t - 1) / (alpha + beta + t - 1);
    const noise = 1 + 0.05 * (random() - 0.5);
    const before = survivors.at(-1)!;
    survivors.push(Math.min(before, Math.round(before * rate * noise)));
  }
  return survivors;
}

const shares = repeat(() => ({ ...group(), level: pick([0.8, 0.9, 0.95, 0.99]) }));
const pairs = repeat((): [Retained, Retained] => [group(), group()]);
const goals = repeat(() => ({ ...group(), percent: whole(1, 999) / 10 }));
const groups = repeat(() => Array.from({ length: whole(3, 8) }, group));
const values = repeat(() => Array.from({ length: whole(1, 12) }, () => random() ** 3));
const cohorts = repeat(cohort);

/** R's answers by question, in the order in which they were asked. */
const answers = new Map<string, number[][]>();

function ask(questions: readonly (readonly [kind: string, inputs: readonly (readonly number[])[]])[]): void {
  const lines = questions.flatMap(([kind, list]) => list.map((numbers) => [kind, ...numbers].join(' ')));
  const { status, stdout, stderr, error } = spawnSync('Rscript', ['--vanilla', join(__dirname, 'oracle.R')], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (error !== undefined || status !== 0) throw new Error(`R failed: ${error?.message ?? stderr}`);
  const answered = stdout.trim().split('\n');
  expect(answered).toHaveLength(lines.length);
  let next = 0;
  for (const [kind, list] of questions) {
    answers.set(
      kind,
      list.map(() => answered[next++]!.trim().split(/\s+/).map(Number)),
    );
  }
}

const hasR = spawnSync('Rscript', ['--version']).error === undefined;

/** Equal to nine digits, and to twelve places where a number is tiny. */
function agree(actual: number, expected: number, what: string): void {
  const tolerance = 1e-9 * Math.max(1e-3, Math.abs(expected));
  if (!(Math.abs(actual - expected) <= tolerance)) expect.fail(`${what}: ${actual}, but R says ${expected}.`);
}

function agreeBounds(actual: IntervalResult, low: number, high: number, what: string): void {
  if (!('low' in actual)) expect.fail(`${what}: ${actual.message}`);
  agree(actual.low, low, `${what}, low`);
  agree(actual.high, high, `${what}, high`);
}

/** Where R has no statistic because nothing varies, there is no test here either. */
function agreeTest(actual: TestResult, power: 1 | 2, statistic: number, p: number, what: string): void {
  if ('p' in actual) {
    agree(actual.statistic ** power, statistic, `${what}, statistic`);
    agree(actual.p, p, `${what}, p`);
  } else if (!Number.isNaN(statistic)) {
    expect.fail(`${what}: ${actual.message} But R says ${statistic}.`);
  }
}

/** Calls back with each input, R's answer and what to call it. */
function each<T>(
  kind: string,
  inputs: readonly T[],
  check: (input: T, answer: number[], what: string) => void,
): void {
  const answered = answers.get(kind)!;
  expect(answered).toHaveLength(inputs.length);
  inputs.forEach((input, index) => check(input, answered[index]!, `${kind} ${JSON.stringify(input)}`));
}

/** The best log-likelihood of a constant rate: where the model's risks become all alike. */
function constantLogLikelihood(survivors: readonly number[]): number {
  const last = survivors.at(-1)!;
  const lost = survivors[0]! - last;
  const stayed = survivors.slice(1).reduce((sum, count) => sum + count, 0);
  const term = (count: number): number => (count === 0 ? 0 : count * Math.log(count / (lost + stayed)));
  return term(lost) + term(stayed);
}

if (!hasR) {
  if (process.env.CI === undefined) console.warn(MISSING);
  else it('finds R', () => expect.fail(MISSING));
}

describe.skipIf(!hasR)('R agrees on', { timeout: 60_000 }, () => {
  beforeAll(() => {
    ask([
      ['share', shares.map(({ held, start, level }) => [held, start, level])],
      ['pair', pairs.map(([a, b]) => [a.held, a.start, b.held, b.start])],
      ['goal', goals.map(({ held, start, percent }) => [held, start, percent / 100])],
      ['groups', groups.map((list) => [...list.map(({ held }) => held), ...list.map(({ start }) => start)])],
      ['holm', values],
      ['cohort', cohorts],
    ]);
  }, 120_000);

  it('the intervals of a share: Wilson, Clopper–Pearson and Jeffreys', () => {
    each('share', shares, ({ held, start, level }, [wl, wh, cl, ch, jl, jh], what) => {
      agreeBounds(wilson(held, start, level), wl!, wh!, `Wilson, ${what}`);
      agreeBounds(clopperPearson(held, start, level), cl!, ch!, `Clopper–Pearson, ${what}`);
      agreeBounds(jeffreys(held, start, level), jl!, jh!, `Jeffreys, ${what}`);
    });
  });

  it("the tests of two groups, and Newcombe's interval of their difference", () => {
    each('pair', pairs, ([one, other], [statistic, p, fisher, low, high], what) => {
      agreeTest(twoProportionTest(one, other), 2, statistic!, p!, what);
      const exact = fisherExact(one, other);
      if (exact.value === null) expect.fail(`Fisher, ${what}: ${exact.message}`);
      agree(exact.value, fisher!, `Fisher, ${what}`);
      agreeBounds(newcombe(one, other), low!, high!, `Newcombe, ${what}`);
    });
  });

  it('the test against a goal', () => {
    each('goal', goals, ({ percent, ...group }, [statistic, p], what) => {
      agreeTest(goalTest(group, percentOf(percent)), 1, statistic!, p!, what);
    });
  });

  it('the test of several groups', () => {
    each('groups', groups, (list, [statistic, p], what) => {
      const test = kProportionTest(list);
      agreeTest('p' in test ? { statistic: test.statistic, p: test.p } : test, 1, statistic!, p!, what);
    });
  });

  it("Holm's correction", () => {
    each('holm', values, (list, adjusted, what) => {
      holm(list).forEach((value, index) => agree(value, adjusted[index]!, what));
    });
  });

  it('the shifted-beta-geometric model of a cohort', () => {
    let fitted = 0;
    each('cohort', cohorts, (survivors, [alpha, beta, logLikelihood], what) => {
      const fit = fitSbg([survivors]);
      const tolerance = 1e-9 * Math.abs(logLikelihood!);
      if (!('alpha' in fit)) {
        // R walks towards equal customers for ever, where its beta functions cancel each other's digits; what it found
        // on the way must not be better than they are.
        const found = sbgLogLikelihood({ alpha: alpha!, beta: beta! }, [survivors]);
        expect(found, what).toBeLessThan(constantLogLikelihood(survivors) + tolerance);
        return;
      }
      fitted++;
      agree(sbgLogLikelihood({ alpha: alpha!, beta: beta! }, [survivors]), logLikelihood!, what);
      // A descent may stop early, but never above the maximum.
      expect(fit.logLikelihood, what).toBeGreaterThan(logLikelihood! - tolerance);
      expect(fit.logLikelihood, what).toBeLessThan(logLikelihood! + 1e-4 + tolerance);
      expect(sbgSurvival(fit, 12), what).toBeCloseTo(sbgSurvival({ alpha: alpha!, beta: beta! }, 12), 3);
    });
    expect(fitted).toBeGreaterThan(INPUTS * 0.7);
  });
});
