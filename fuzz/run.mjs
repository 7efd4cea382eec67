/**
 * Fuzzing: random inputs against what is promised for every input.
 *
 *   npm run fuzz                                    a million cases, another seed each time
 *   npm run fuzz -- --seed 7 --cases 20000          the same cases again
 *   npm run fuzz -- --target merge --minutes 2      one target, as long as that
 *   npm run fuzz -- --replay                        only the stored inputs that once failed
 *
 * Stored inputs come first. Then every target gets its share of the cases, in shards that one process per core runs. The
 * first shard of a target is its scout, in a process of its own: the others begin with the inputs by which it reached new
 * code. So a shard depends on nothing but the seed, its number and the files in test/fixtures and examples. What fails is
 * made small and stored in fuzz/corpus, which the unit tests replay from then on. Exits with 1 when anything failed.
 */
import { randomInt } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { duration, table } from '../scripts/lib/format.mjs';
import { cache, root } from '../scripts/lib/project.mjs';
import { corpus, WorkerProcess } from './workerProcess.mjs';

/** @typedef {import('./engine/hunt').Failure} Failure */
/** @typedef {import('./engine/hunt').Shard} Shard */
/** @typedef {import('./engine/hunt').ShardReport} ShardReport */
/** @typedef {typeof import('./bundle')} Bundle */
/** @typedef {{ cases: number, milliseconds: number, failures: number }} Tally */

const MILLION = 1_000_000;

/** Bundles targets and product, once for the workers and for this script. */
async function bundled() {
  const outdir = join(cache, 'fuzz');
  await mkdir(outdir, { recursive: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: { worker: 'fuzz/worker.ts', bundle: 'fuzz/bundle.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['papaparse'],
    logLevel: 'warning',
  });
  return outdir;
}

/**
 * Checks the inputs that once failed.
 *
 * @param {WorkerProcess} worker
 * @param {readonly string[]} names
 */
async function replay(worker, names) {
  let count = 0;
  let broken = 0;
  for (const target of names) {
    const answer = await worker.ask({ kind: 'replay', target });
    if (answer?.kind !== 'replay') throw new Error(`A stored input of ${target} hangs.`);
    count += answer.count;
    for (const { file, message } of answer.broken) {
      broken++;
      console.error(`${relative(root, file)} fails again: ${message}`);
    }
  }
  console.log(`${count} stored inputs replayed, ${broken} failed.`);
  return broken;
}

/**
 * The shards in the order in which they are run: all targets side by side, so that a run cut short has tried them all.
 *
 * @param {Bundle} bundle
 * @param {readonly string[]} names
 * @param {number} cases
 * @param {string} seed
 */
function* shardsOf({ TARGETS, casesBefore }, names, cases, seed) {
  const chosen = TARGETS.filter(({ name }) => names.includes(name));
  const shares = chosen.reduce((sum, { share }) => sum + share, 0);
  const wanted = chosen.map(({ name, share }) => ({
    name,
    share,
    cases: Math.ceil((cases * share) / shares),
    index: 0,
  }));
  for (;;) {
    const open = wanted.filter(({ index, cases: all }) => casesBefore(index) < all);
    // Whoever is furthest behind its share.
    const [next] = open.sort((a, b) => casesBefore(a.index) / a.share - casesBefore(b.index) / b.share);
    if (next === undefined) return;
    const { name, index } = next;
    const done = casesBefore(index);
    yield { target: name, seed, index, cases: Math.min(casesBefore(index + 1), next.cases) - done };
    next.index++;
  }
}

/**
 * @param {Bundle} bundle
 * @param {{ names: readonly string[], cases: number, seed: string, minutes: number, workers: readonly WorkerProcess[], scout: () => WorkerProcess }} options
 */
async function hunt(bundle, { names, cases, seed, minutes, workers, scout }) {
  /** @type {Map<string, Tally>} */
  const tallies = new Map();
  /** @type {Map<string, string[]>} */
  const known = new Map(names.map((name) => [name, []]));
  /** @type {Map<string, Promise<ShardReport | null>>} */
  const scouted = new Map();
  const shards = shardsOf(bundle, names, cases, seed);
  const end = performance.now() + minutes * 60_000;
  let failed = 0;

  /**
   * @param {WorkerProcess} worker
   * @param {Shard} shard
   * @returns {Promise<ShardReport | null>} null when it hangs
   */
  const run = async (worker, shard) => {
    const kinds = known.get(shard.target) ?? [];
    const reached = (await scouted.get(shard.target))?.reached ?? [];
    const answer = await worker.ask({ kind: 'hunt', shard, begin: { reached, known: kinds } });
    if (answer?.kind !== 'hunt') {
      failed++;
      const again = command(shard, bundle.casesBefore(shard.index + 1));
      console.error(`\n${shard.target} hangs in its shard ${shard.index}. Again: ${again}`);
      return null;
    }
    const { report } = answer;
    add(tallies, report);
    for (const failure of report.failures) {
      const kind = bundle.kindOf(failure.message);
      if (kinds.includes(kind)) continue;
      kinds.push(kind);
      failed++;
      tell(bundle, failure, command(shard, bundle.casesBefore(shard.index) + failure.at + 1));
    }
    return report;
  };

  await Promise.all(
    workers.map(async (worker) => {
      for (const shard of shards) {
        if (performance.now() > end) return;
        if (shard.index === 0) {
          const ahead = scout();
          const report = run(ahead, shard);
          scouted.set(shard.target, report);
          await report;
          ahead.end();
        } else if ((await run(worker, shard)) === null) return;
      }
    }),
  );
  print(tallies);
  return failed;
}

/**
 * @param {{ readonly seed: string, readonly target: string }} shard
 * @param {number} cases
 */
function command({ seed, target }, cases) {
  return `npm run fuzz -- --seed ${seed} --target ${target} --cases ${cases}`;
}

/**
 * @param {Bundle} bundle
 * @param {Failure} failure
 * @param {string} again
 */
function tell(bundle, failure, again) {
  const file = bundle.storeEntry(corpus, failure, again);
  console.error(`\n${failure.target}: ${failure.message}`);
  console.error(failure.stack.split('\n').slice(1, 6).join('\n'));
  console.error(`  input: ${JSON.stringify(failure.input).slice(0, 1000)}`);
  console.error(`  stored in ${relative(root, file)}; again: ${again}`);
}

/**
 * @param {Map<string, Tally>} tallies
 * @param {ShardReport} report
 */
function add(tallies, { shard, milliseconds, failures }) {
  const tally = tallies.get(shard.target) ?? { cases: 0, milliseconds: 0, failures: 0 };
  tally.cases += shard.cases;
  tally.milliseconds += milliseconds;
  tally.failures += failures.length;
  tallies.set(shard.target, tally);
}

/** @param {Map<string, Tally>} tallies */
function print(tallies) {
  const rows = [...tallies].map(([name, { cases, milliseconds, failures }]) => [
    name,
    cases.toLocaleString('en'),
    Math.round(cases / (milliseconds / 1000)).toLocaleString('en'),
    String(failures),
  ]);
  console.log(`\n${table([['target', 'cases', 'per second and thread', 'failures'], ...rows])}\n`);
}

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: String(MILLION) },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    target: { type: 'string', multiple: true },
    minutes: { type: 'string', default: 'Infinity' },
    threads: { type: 'string', default: String(cpus().length) },
    replay: { type: 'boolean', default: false },
  },
});
const folder = await bundled();
/** @type {unknown} */
const imported = await import(pathToFileURL(join(folder, 'bundle.mjs')).href);
const bundle = /** @type {Bundle} */ (imported);
const all = bundle.TARGETS.map(({ name }) => name);
const names = values.target ?? all;
const [cases, minutes, count] = [Number(values.cases), Number(values.minutes), Number(values.threads)];
const unknown = names.filter((name) => !all.includes(name));
if (unknown.length > 0 || !(cases >= 1) || !(minutes > 0) || !(count >= 1)) {
  console.error(
    unknown.length > 0
      ? `There is no target “${unknown.join('”, “')}”: there are ${all.join(', ')}.`
      : '--cases, --minutes and --threads take numbers above 0.',
  );
  process.exitCode = 2;
} else {
  const started = performance.now();
  const file = join(folder, 'worker.mjs');
  const workers = Array.from({ length: count }, () => new WorkerProcess(file, false));
  const broken = await replay(/** @type {WorkerProcess} */ (workers[0]), names);
  let failed = 0;
  if (!values.replay) {
    console.log(`Seed ${values.seed}, ${count} threads.`);
    const scout = () => new WorkerProcess(file, true);
    failed = await hunt(bundle, { names, cases, seed: values.seed, minutes, workers, scout });
  }
  for (const each of workers) each.end();
  console.log(
    `${failed + broken === 0 ? 'No promise was broken' : `${failed + broken} promises were broken`}, seed ${values.seed}, ${duration(performance.now() - started)}.`,
  );
  if (failed + broken > 0) process.exitCode = 1;
}
