import type { Coverage } from './coverage';
import { Inputs } from './inputs';
import { Random } from './random';
import { shrunk } from './shrink';
import { Broken, show } from './target';
import type { Data, Target } from './target';

/**
 * A part of the cases of a target that can be run by itself: the same ones for the same seed. The first shard of a target
 * is its scout, the others begin with what it reached.
 */
export interface Shard {
  readonly target: string;
  readonly seed: string;
  /** From 0. */
  readonly index: number;
  readonly cases: number;
}

/** What a shard begins with. */
export interface Beginning {
  /** Inputs made of texts that somebody wrote. */
  readonly seeds: readonly Data[];
  /** Inputs by which the scout reached new code. */
  readonly reached: readonly Data[];
  /** Kinds of failures that need not be reported again. */
  readonly known: readonly string[];
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

/** Where V8 counts what runs, code takes several times as long: a scout has fewer cases than the other shards. */
const SCOUT_CASES = 400;
const SHARD_CASES = 1000;
/** A case that takes longer than this breaks the promise too: it is a few thousand characters long. */
const SLOWEST = 3000;
const MOST_FAILURES = 3;

/** How many cases of a target the shards before one have. */
export function casesBefore(index: number): number {
  return index === 0 ? 0 : SCOUT_CASES + (index - 1) * SHARD_CASES;
}

/**
 * Runs the cases of a shard.
 *
 * @param coverage tells which cases reach new code; for a scout
 */
export async function hunt(
  target: Target,
  shard: Shard,
  begin: Beginning,
  coverage: Pick<Coverage, 'news'> | null,
): Promise<ShardReport> {
  const reached: Data[] = [];
  const failures: Failure[] = [];
  const told = new Set(begin.known);
  const random = new Random(`${shard.seed}:${shard.target}:${shard.index}`);
  const inputs = new Inputs(target, random, [begin.seeds, begin.reached, reached]);
  const started = performance.now();
  for (let at = 0; at < shard.cases; at++) {
    const input = inputs.next();
    const problem = await problemOf(target, input);
    if (coverage !== null && coverage.news() > 0) reached.push(input);
    if (problem === null || told.has(kindOf(problem.message))) continue;
    told.add(kindOf(problem.message));
    failures.push(await failureOf(target, input, problem, at));
    // What was tried to make it small is not what the next case reaches.
    coverage?.news();
    if (failures.length === MOST_FAILURES) break;
  }
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
