/**
 * Runs the benchmarks:
 *
 *   node bench/run.mjs             all of them, and writes their tables to bench/RESULTS.md
 *   node bench/run.mjs name …      only these, and prints their tables
 *
 * A benchmark is a file `bench/<name>.bench.mjs` that exports `title` and `run()`. What is compared is measured
 * side by side in one run, in turns, because machines are noisy: read the ratios, not the milliseconds.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { duration, table } from '../scripts/lib/format.mjs';
import { messageOf } from '../scripts/lib/project.mjs';
import { machine, resultsPage } from './lib/results.mjs';

/**
 * @typedef {object} Benchmark
 * @property {string} title
 * @property {() => Promise<Report | Report[]>} run
 */

/**
 * @typedef {object} Report
 * @property {string} [title] the benchmark's own unless given
 * @property {string[][]} rows the first one is the heading
 * @property {string[]} [notes]
 */

/** What RESULTS.md tells, in its order: from what a reader asks first to what only a developer does. */
const names = [
  ...['core', 'edit', 'open', 'editor', 'grid', 'panels'],
  ...['start', 'memory', 'commands', 'check', 'merge', 'language'],
];

const folder = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));

if (unknown.length > 0) {
  console.error(`There is no benchmark “${unknown.join('”, “')}”: there are ${names.join(', ')}.`);
  process.exitCode = 2;
} else {
  const start = Date.now();
  console.log(machine());
  /** @type {Required<Report>[]} */
  const reports = [];
  /** @type {string[]} */
  const missing = [];
  const asked = wanted.length > 0 ? wanted : names;
  for (const [index, name] of asked.entries()) {
    const begun = Date.now();
    try {
      for (const report of await reportsOf(name)) {
        reports.push(report);
        console.log(`\n${report.title}\n\n${table(report.rows)}`);
        for (const note of report.notes) console.log(`\n  ${note}`);
      }
    } catch (error) {
      // The others took minutes: they are told, and that this one is missing.
      missing.push(`${name}: ${messageOf(error)}`);
      console.error(`\n${name} failed: ${messageOf(error)}`);
      process.exitCode = 1;
    }
    console.log(`\n  (${name}: ${duration(Date.now() - begun)})`);
    if (wanted.length > 0) continue;
    // After each, so that a run that is stopped leaves what it has.
    const left = asked.slice(index + 1).map((later) => `${later}: the run was stopped before`);
    writeFileSync(
      join(folder, 'RESULTS.md'),
      resultsPage(reports, [...missing, ...left], Date.now() - start),
    );
  }
  if (wanted.length === 0) console.log(`\nbench/RESULTS.md is written. ${duration(Date.now() - start)}`);
}

/**
 * @param {string} name
 * @returns {Promise<Required<Report>[]>}
 */
async function reportsOf(name) {
  /** @type {unknown} */
  const imported = await import(pathToFileURL(join(folder, `${name}.bench.mjs`)).href);
  const { title, run } = /** @type {Benchmark} */ (imported);
  return [await run()].flat().map((report) => ({ title, notes: [], ...report }));
}
