import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { calculate, loadCore } from './lib/core.mjs';
import { assertSame, duckFigures, duckResults } from './lib/duck.mjs';
import { bytesOf } from './lib/heap.mjs';
import { inTurns, median, medianRatio, milliseconds, ratio, spread } from './lib/measure.mjs';
import { loadPeers } from './lib/peers.mjs';
import { sampleFile } from './lib/sample.mjs';

export const title = 'Core: reading a file and calculating retention, churn and gap of every row';

/** Rows, and how often each is measured. */
const sizes = [
  { rowCount: 1_000, rounds: 40, warmUp: 20 },
  { rowCount: 10_000, rounds: 15, warmUp: 5 },
  { rowCount: 100_000, rounds: 9, warmUp: 2 },
  { rowCount: 1_000_000, rounds: 3, warmUp: 1 },
];

/** @typedef {Record<'papa' | 'dsv' | 'duck' | 'parse' | 'figures', number[]>} Times */

const names = /** @type {const} */ ({
  papa: 'Papa Parse: the table as strings',
  dsv: 'd3-dsv: the table as strings',
  duck: 'DuckDB: the same figures from the file',
  parse: 'ours: the table with types, places and problems',
  figures: 'ours: the same with ten figures of every row and the summary',
});

export async function run() {
  const core = await loadCore();
  const peers = await loadPeers();
  const instance = await peers.duck.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const folder = mkdtempSync(join(tmpdir(), 'retention-bench-'));
  const rows = [['', 'rows', 'median ms', 'min–p95 ms', 'against Papa', 'ns per row', 'MB/s']];
  /** @type {Map<number, Times>} */
  const measured = new Map();
  try {
    for (const { rowCount, ...repeat } of sizes) {
      const text = sampleFile(rowCount);
      const table = text.slice(text.indexOf('period,'));
      const path = join(folder, `${rowCount}.csv`);
      writeFileSync(path, text);
      assertSame(calculate(core, text), await duckFigures(connection, path));
      const times = await inTurns(
        {
          papa: () => Papa.parse(table, { skipEmptyLines: true }),
          dsv: () => peers.dsv.csvParseRows(table),
          duck: () => duckResults(connection, path),
          parse: () => core.parseDocument(text),
          figures: () => calculate(core, text),
        },
        repeat,
      );
      measured.set(rowCount, times);
      for (const name of /** @type {(keyof Times)[]} */ (Object.keys(names))) {
        rows.push(lineOf(names[name], rowCount, text.length, times[name], times.papa));
      }
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
  return [
    {
      rows,
      notes: [
        'Before the times are taken, DuckDB’s figures are compared with ours, row by row. Its results stay in its own memory; the others’ are JavaScript’s. DuckDB reads the file from the disk’s cache with a thread for each processor, the others a string with one thread.',
      ],
    },
    { title: 'Growth: time for each row of a large file against a small one', rows: growth(measured) },
    { title: 'Memory of 100 000 rows, without the text itself', rows: memory(core, peers.dsv) },
  ];
}

/**
 * @param {string} name
 * @param {number} rowCount
 * @param {number} length
 * @param {readonly number[]} times
 * @param {readonly number[]} papa
 */
function lineOf(name, rowCount, length, times, papa) {
  const time = median(times);
  return [
    name,
    rowCount.toLocaleString('en'),
    milliseconds(time),
    spread(times),
    ratio(medianRatio(times, papa)),
    ((time * 1e6) / rowCount).toFixed(0),
    (length / 1e6 / (time / 1e3)).toFixed(0),
  ];
}

/** @param {ReadonlyMap<number, Times>} measured */
function growth(measured) {
  const perRow = (/** @type {number} */ size, /** @type {keyof Times} */ name) =>
    (median(measured.get(size)?.[name] ?? []) * 1e6) / size;
  const lines = /** @type {(keyof Times)[]} */ (Object.keys(names)).map((name) => {
    const [small, large] = [perRow(10_000, name), perRow(1_000_000, name)];
    return [names[name], small.toFixed(0), large.toFixed(0), ratio(large / small)];
  });
  return [['', 'ns per row of 10 000', 'ns per row of 1 000 000', 'growth'], ...lines];
}

/**
 * @param {import('./lib/core.mjs').Core} core
 * @param {import('./lib/peers.mjs').Dsv} dsv
 */
function memory(core, dsv) {
  const rowCount = 100_000;
  const text = sampleFile(rowCount);
  const table = text.slice(text.indexOf('period,'));
  const made = {
    'Papa Parse: the table as strings': () => Papa.parse(table, { skipEmptyLines: true }),
    'd3-dsv: the table as strings': () => dsv.csvParseRows(table),
    'ours: the table with types, places and problems': () => core.parseDocument(text),
    'ours: a notebook that is ready to be edited': () => {
      const notebook = core.LiveNotebook.open(text);
      notebook.summary(null);
      return notebook;
    },
  };
  return [
    ['', 'bytes per row'],
    ...Object.entries(made).map(([name, make]) => [name, (bytesOf(make) / rowCount).toFixed(0)]),
  ];
}
