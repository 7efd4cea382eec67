/**
 * Runs the benchmarks and prints each one's table:
 *
 *   node bench/run.mjs [name …]
 *
 * A benchmark is a file `bench/<name>.bench.mjs` that exports `title` and `run()`. What is compared is measured
 * side by side in one run, in turns, because machines are noisy: read the ratios, not the milliseconds.
 */
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { table } from '../scripts/lib/format.mjs';

/**
 * @typedef {object} Benchmark
 * @property {string} title
 * @property {() => Promise<Report>} run
 */

/**
 * @typedef {object} Report
 * @property {string[][]} rows the first one is the heading
 * @property {string[]} [notes]
 */

const folder = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));

if (unknown.length > 0) {
  console.error(`There is no benchmark “${unknown.join('”, “')}”: there are ${names.join(', ')}.`);
  process.exitCode = 2;
} else {
  const [cpu] = cpus();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}`);
  for (const name of wanted.length > 0 ? wanted : names) {
    /** @type {unknown} */
    const imported = await import(pathToFileURL(join(folder, `${name}.bench.mjs`)).href);
    const module = /** @type {Benchmark} */ (imported);
    console.log(`\n${module.title}\n`);
    const { rows, notes = [] } = await module.run();
    console.log(table(rows));
    for (const note of notes) console.log(`\n  ${note}`);
  }
}
