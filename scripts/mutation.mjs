/**
 * Mutation testing of src/core: Stryker changes the code in thousands of small ways, one at a time, and counts the
 * changes that no test notices.
 *
 *   npm run mutation [folder …]              tries the folders of src/core (all by default), then prints all scores
 *   npm run mutation -- --sample 0.05        tries one mutant in twenty; the score comes with its margin
 *   npm run mutation -- --sample 0.05 --seed 2   … another twentieth
 *   npm run mutation -- --budget 0.05 …      gives each mutant a twentieth of the tests' time: faster, and a score too low
 *   npm run mutation -- --threads 1 …        leaves a core to others
 *   npm run mutation -- --summary            prints the scores of the last runs
 *   npm run mutation -- --survivors metrics  lists the changes of a folder that nothing noticed
 *
 * The results of a folder stay in .cache/mutation/<folder>.json, those of a sample in .cache/mutation/sample.json.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from './lib/format.mjs';
import { isInstalled, npm } from './lib/install.mjs';
import { cache, isMain, messageOf, root } from './lib/project.mjs';
import { run } from './lib/run.mjs';

/** @typedef {'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'RuntimeError' | 'CompileError'} Status */
/** @typedef {{ line: number, column: number }} Position from 1 */

/**
 * @typedef {object} Mutant
 * @property {Status} status
 * @property {string} mutatorName
 * @property {string} replacement
 * @property {{ start: Position, end: Position }} location
 */

/** @typedef {{ files: Record<string, { source: string, mutants: Mutant[] }> }} Report as Stryker writes it */

/**
 * @typedef {object} Counts
 * @property {number} killed
 * @property {number} timeouts mutants that never came to an end: killed, too
 * @property {number} survived
 * @property {number} uncovered reached by no test
 * @property {number} ignored run while the modules load, where one cannot be tried without all others
 */

const tools = join(root, 'test/mutation');
const results = join(cache, 'mutation');
const core = join(root, 'src/core');

/** The files of src/core itself go by this name. */
const OWN_FILES = 'core';
const SAMPLE = 'sample';

const folders = [
  ...readdirSync(core, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name),
  OWN_FILES,
];

/**
 * Tries the mutants of some files.
 * @param {string} name of the results
 * @param {readonly string[]} files patterns
 * @param {{ share?: number, seed?: string, budget: number, threads: string }} options the share of the mutants that are
 *   tried, what makes it another share, and the share of the time of all tests that each mutant gets
 * @throws {Error} when Stryker cannot be installed or does not come to its end
 */
async function tryMutants(name, files, { share = 1, seed = '', budget, threads }) {
  if (!isInstalled(tools)) {
    console.log('Installing Stryker into test/mutation…');
    await npm(['ci', '--no-audit', '--no-fund'], tools);
  }
  mkdirSync(results, { recursive: true });
  rmSync(join(results, `${name}.jsonl`), { force: true });
  const stryker = join(tools, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const code = await run(process.execPath, [stryker, 'run', join(tools, 'stryker.config.mjs')], {
    env: {
      MUTATION_NAME: name,
      MUTATION_FILES: files.join(','),
      MUTATION_SAMPLE: String(share),
      MUTATION_SEED: seed,
      MUTATION_BUDGET: String(budget),
      MUTATION_THREADS: threads,
    },
  });
  if (code !== 0) throw new Error(`Stryker ended with exit code ${code}.`);
}

/**
 * @param {string} folder
 * @returns {string[]} patterns of its files
 */
function filesOf(folder) {
  return [folder === OWN_FILES ? 'src/core/*.ts' : `src/core/${folder}/**/*.ts`];
}

/**
 * @param {string} name
 * @returns {Report | null} null before the first run
 */
function readReport(name) {
  const file = join(results, `${name}.json`);
  return existsSync(file) ? /** @type {Report} */ (JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/**
 * @param {Report} report
 * @returns {Counts}
 */
function count({ files }) {
  /** @type {Counts} */
  const counts = { killed: 0, timeouts: 0, survived: 0, uncovered: 0, ignored: 0 };
  for (const { status } of Object.values(files).flatMap(({ mutants }) => mutants)) {
    if (status === 'Killed') counts.killed++;
    else if (status === 'Timeout') counts.timeouts++;
    else if (status === 'Survived') counts.survived++;
    else if (status === 'NoCoverage') counts.uncovered++;
    else if (status === 'Ignored') counts.ignored++;
  }
  return counts;
}

/** @param {Counts} counts */
function score({ killed, timeouts, survived, uncovered }) {
  return (killed + timeouts) / (killed + timeouts + survived + uncovered);
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

/** Prints the score of every folder that was tried, and of all together. */
function printSummary() {
  const tried = folders.flatMap((folder) => {
    const report = readReport(folder);
    return report === null ? [] : [{ folder, counts: count(report) }];
  });
  if (tried.length === 0) {
    console.log('No folder has been tried yet.');
    return;
  }
  const all = tried.reduce((sum, { counts }) => add(sum, counts), count({ files: {} }));
  console.log(
    table([
      ['folder', 'score', 'killed', 'timeouts', 'survived', 'no test', 'static'],
      ...[...tried, { folder: 'all', counts: all }].map(({ folder, counts }) => [
        folder,
        percent(score(counts)),
        ...[counts.killed, counts.timeouts, counts.survived, counts.uncovered, counts.ignored].map(String),
      ]),
    ]),
  );
  const missing = folders.filter((folder) => !tried.some((one) => one.folder === folder));
  if (missing.length > 0) console.log(`\nNot tried yet: ${missing.join(', ')}.`);
}

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
function add(a, b) {
  return {
    killed: a.killed + b.killed,
    timeouts: a.timeouts + b.timeouts,
    survived: a.survived + b.survived,
    uncovered: a.uncovered + b.uncovered,
    ignored: a.ignored + b.ignored,
  };
}

/**
 * The score of a sample and its margin: the 95 % interval of Wilson, as for any share. What no test reaches is known
 * of all mutants and counts by the share that was tried.
 * @param {Report} report
 * @param {number} share
 */
function printSample(report, share) {
  const counts = count(report);
  const sampled = { ...counts, uncovered: Math.round(counts.uncovered * share) };
  const { killed, timeouts, survived, uncovered } = sampled;
  const n = killed + timeouts + survived + uncovered;
  const p = score(sampled);
  const z = 1.96;
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const margin = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  console.log(
    `${n} mutants of ${Object.keys(report.files).length} files: score ${percent(p)}, 95 % interval ` +
      `${percent(centre - margin)} to ${percent(centre + margin)} (${timeouts} timeouts, ${uncovered} without a test).`,
  );
}

/** @param {string} name */
function printSurvivors(name) {
  const report = readReport(name);
  if (report === null) throw new Error(`${name} has not been tried yet: npm run mutation ${name}`);
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    const lines = source.split('\n');
    for (const { status, mutatorName, replacement, location } of mutants) {
      if (status !== 'Survived' && status !== 'NoCoverage') continue;
      const { start, end } = location;
      console.log(
        `\n${file}:${start.line}:${start.column}  ${mutatorName}${status === 'NoCoverage' ? ', no test' : ''}`,
      );
      console.log(`  ${lines[start.line - 1]?.trim() ?? ''}`);
      const first = lines[start.line - 1] ?? '';
      const was =
        start.line === end.line
          ? first.slice(start.column - 1, end.column - 1)
          : `${first.slice(start.column - 1)} …`;
      console.log(`  ${was}  →  ${replacement.replace(/\s+/g, ' ')}`);
    }
  }
}

/**
 * @param {string} option
 * @param {string} typed
 */
function shareOf(option, typed) {
  const share = Number(typed);
  if (share > 0 && share <= 1) return share;
  throw new Error(`--${option} takes a share above 0 and up to 1, as 0.05.`);
}

async function main() {
  const { values, positionals } = parseArgs({
    options: {
      sample: { type: 'string' },
      budget: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: '2' },
      summary: { type: 'boolean' },
      survivors: { type: 'string' },
    },
    allowPositionals: true,
  });
  const unknown = positionals.filter((folder) => !folders.includes(folder));
  if (unknown.length > 0) {
    throw new Error(`src/core has no “${unknown.join('”, “')}”: there are ${folders.join(', ')}.`);
  }
  const budget = shareOf('budget', values.budget);
  const { seed, threads } = values;
  if (values.survivors !== undefined) printSurvivors(basename(values.survivors));
  else if (values.sample !== undefined) {
    const share = shareOf('sample', values.sample);
    const chosen = positionals.length > 0 ? positionals : folders;
    await tryMutants(SAMPLE, chosen.flatMap(filesOf), { share, seed, budget, threads });
    const report = readReport(SAMPLE);
    if (report !== null) printSample(report, share);
  } else if (values.summary === true) printSummary();
  else {
    for (const folder of positionals.length > 0 ? positionals : folders) {
      await tryMutants(folder, filesOf(folder), { budget, threads });
    }
    printSummary();
  }
}

if (isMain(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
