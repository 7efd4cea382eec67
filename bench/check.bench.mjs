import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/lib/project.mjs';
import { buildOnce } from './lib/core.mjs';
import { inTurns, row } from './lib/measure.mjs';
import { start } from './lib/process.mjs';
import { sampleFile } from './lib/sample.mjs';

export const title =
  'retention check: whole processes, against reading the bytes (wc) and Papa Parse reading the tables';

const fileCount = 1000;
const rowsPerFile = 100;
const rowCount = 100_000;

export async function run() {
  await buildOnce();
  const folder = mkdtempSync(join(tmpdir(), 'retention-bench-'));
  try {
    const many = join(folder, 'many');
    const large = join(folder, 'large');
    for (const made of [many, large]) mkdirSync(made);
    const small = sampleFile(rowsPerFile);
    for (let file = 0; file < fileCount; file++) writeFileSync(join(many, `${file}.retention`), small);
    writeFileSync(join(large, 'a.retention'), sampleFile(rowCount));
    const nothing = () => start(process.execPath, ['-e', '']);
    const manyTimes = await inTurns({ nothing, ...tasks(many) }, { rounds: 5, warmUp: 1 });
    const largeTimes = await inTurns(tasks(large), { rounds: 5, warmUp: 1 });
    return {
      rows: [
        ['', 'median ms', 'min–p95 ms', 'against Papa'],
        row('node that does nothing', manyTimes.nothing, manyTimes.papa),
        ...lines(`${fileCount} files of ${rowsPerFile} rows`, manyTimes),
        ...lines(`one file of ${rowCount} rows`, largeTimes),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function tasks(folder) {
  const files = readdirSync(folder).map((name) => join(folder, name));
  return {
    wc: () => start('wc', ['-l', ...files]),
    papa: () => start(process.execPath, [join(root, 'bench/lib/readTables.mjs'), folder]),
    check: () => start(process.execPath, [join(root, 'dist/cli.js'), 'check', folder]),
    sarif: () => start(process.execPath, [join(root, 'dist/cli.js'), 'check', folder, '--format', 'sarif']),
  };
}

/**
 * @param {string} what
 * @param {Record<'wc' | 'papa' | 'check' | 'sarif', number[]>} times
 */
function lines(what, { wc, papa, check, sarif }) {
  return [
    row(`${what}: wc -l`, wc, papa),
    row(`${what}: Papa Parse`, papa, papa),
    row(`${what}: retention check`, check, papa),
    row(`${what}: retention check --format sarif`, sarif, papa),
  ];
}
