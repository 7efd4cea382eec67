import { changed } from './change';
import type { Coverage } from './coverage';
import { Random } from './random';
import { shrunk } from './shrink';
import { Broken, show } from './target';
import type { Data, Target } from './target';

/** A part of the cases of a target that can be run by itself: the same ones for the same seed. */
export interface Shard {
  readonly target: string;
  readonly seed: string;
  /** From 0. */
  readonly index: number;
  readonly cases: number;
}

/** An input that breaks a promise. */
export interface Failure {
  readonly target: string;
  /** What was wrong, in one line. */
  readonly message: string;
  readonly stack: string;
  /** As small as could be found. */
  readonly input: Data;
  /** Number of the case in its shard, from 0. */
  readonly at: number;
}

export interface ShardReport {
  readonly shard: Shard;
  readonly milliseconds: number;
  readonly failures: readonly Failure[];
  /** Inputs that reached code which no input before them did. */
  readonly reached: readonly Data[];
}

/** Cases of a shard; the coverage of its first ones is looked at. */
export const SHARD_CASES = 1000;
const WATCHED_CASES = 60;
/** So many inputs made by the grammar are kept to be changed. */
const MOST_KEPT = 64;
/** A case that takes longer than this breaks the promise too: it is a few thousand characters long. */
const SLOWEST = 3000;
const MOST_FAILURES = 3;

/**
 * Runs the cases of a shard: half of them made by the grammar, half by changing inputs at random (stored ones, earlier
 * ones, and foremost those that reached new code).
 *
 * @param seeds inputs to begin with
 * @param known messages of failures that need not be reported again
 */
export async function hunt(
  target: Target,
  shard: Shard,
  seeds: readonly Data[],
  known: ReadonlySet<string>,
  coverage: Coverage | null,
): Promise<ShardReport> {
  const random = new Random(`${shard.seed}:${shard.target}:${shard.index}`);
  const kept: Data[] = [];
  const reached: Data[] = [];
  const failures: Failure[] = [];
  const told = new Set(known);
  const started = performance.now();
  const pick = (): Data => {
    const from = [reached, kept, seeds].filter((list) => list.length > 0);
    return random.pick(random.pick(from));
  };
  coverage?.start();
  for (let at = 0; at < shard.cases; at++) {
    if (at === WATCHED_CASES) coverage?.stop();
    const isFresh = kept.length < 4 || random.percent(50);
    const input = isFresh ? target.generate(random) : changed(random, pick(), pick());
    if (isFresh) kept[kept.length < MOST_KEPT ? kept.length : random.below(MOST_KEPT)] = input;
    const problem = await problemOf(target, input);
    if (at < WATCHED_CASES && coverage !== null && coverage.news() > 0) reached.push(input);
    if (problem === null || told.has(kindOf(problem.message))) continue;
    told.add(kindOf(problem.message));
    if (at < WATCHED_CASES) coverage?.stop();
    failures.push(await failureOf(target, input, problem, at));
    if (at < WATCHED_CASES) coverage?.start();
    if (failures.length === MOST_FAILURES) break;
  }
  if (shard.cases <= WATCHED_CASES) coverage?.stop();
  return { shard, milliseconds: performance.now() - started, failures, reached };
}

/** What is wrong with an input, or null. A slow case is tried again: a busy machine is slow by chance. */
export async function problemOf(
  target: Target,
  input: Data,
  tries = 3,
): Promise<{ readonly message: string; readonly stack: string } | null> {
  const started = performance.now();
  try {
    const checked = target.check(input);
    if (checked !== undefined) await checked;
  } catch (error) {
    if (!(error instanceof Error)) return { message: `throws ${String(error)}`, stack: '' };
    const message = error instanceof Broken ? error.message : `throws ${error.name}: ${error.message}`;
    return { message, stack: error.stack ?? '' };
  }
  const time = performance.now() - started;
  if (time <= SLOWEST) return null;
  return tries > 1
    ? await problemOf(target, input, tries - 1)
    : { message: `takes ${Math.round(time)} ms`, stack: '' };
}

async function failureOf(
  target: Target,
  input: Data,
  { message, stack }: { readonly message: string; readonly stack: string },
  at: number,
): Promise<Failure> {
  const kind = kindOf(message);
  const small = await shrunk(input, async (candidate) => {
    const problem = await problemOf(target, candidate);
    return problem !== null && kindOf(problem.message) === kind;
  });
  const now =
    show(small) === show(input)
      ? { message, stack }
      : ((await problemOf(target, small)) ?? { message, stack });
  return { target: target.name, message: oneLine(now.message), stack: now.stack, input: small, at };
}

/** A message without what differs from case to case, so that one bug is reported once. */
export function kindOf(message: string): string {
  return oneLine(message)
    .replace(/: ….*$/, '')
    .replace(/"(?:[^"\\]|\\.)*"|“[^”]*”/g, '"…"')
    .replace(/\d+/g, '0')
    .slice(0, 80);
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').slice(0, 600);
}
