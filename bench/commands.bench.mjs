import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/lib/project.mjs';
import { buildOnce } from './lib/core.mjs';
import { inTurns, median, medianRatio, milliseconds, ratio, row, spread } from './lib/measure.mjs';
import { start } from './lib/process.mjs';
import { sampleFile } from './lib/sample.mjs';

export const title = 'Command line: start-up, whole processes against a Node that does nothing';

const smallRows = 24;
const largeRows = 100_000;
const formats = /** @type {const} */ (['text', 'csv', 'json', 'markdown', 'html']);

export async function run() {
  await buildOnce();
  const folder = mkdtempSync(join(tmpdir(), 'retention-bench-'));
  try {
    const small = join(folder, 'small.retention');
    const large = join(folder, 'large.retention');
    const text = sampleFile(largeRows);
    writeFileSync(small, sampleFile(smallRows, 1));
    writeFileSync(large, text);
    const program = join(root, 'dist/cli.js');
    const retention = (/** @type {string[]} */ ...args) => start(process.execPath, [program, ...args]);
    const nothing = () => start(process.execPath, ['-e', '0']);
    const starts = await inTurns(
      {
        nothing,
        calc: () => retention('calc', '--start', '500', '--new', '50', '--lost', '100', '--goal', '85%'),
        check: () => retention('check', small),
        report: () => retention('report', small),
        html: () => retention('report', small, '--format', 'html'),
      },
      { rounds: 11, warmUp: 1 },
    );
    const reports = await inTurns({ nothing, ...reportsOf(large, retention) }, { rounds: 3, warmUp: 0 });
    return [
      {
        rows: [
          ['', 'median ms', 'min–p95 ms', 'against nothing'],
          row('node -e 0', starts.nothing, starts.nothing),
          row('retention calc', starts.calc, starts.nothing),
          row(`retention check, ${smallRows} rows`, starts.check, starts.nothing),
          row(`retention report, ${smallRows} rows`, starts.report, starts.nothing),
          row(`retention report --format html, ${smallRows} rows`, starts.html, starts.nothing),
        ],
      },
      {
        title: `Command line: throughput of retention report, ${largeRows.toLocaleString('en')} rows`,
        rows: [
          ['', 'median ms', 'min–p95 ms', 'against nothing', 'rows per second', 'MB/s'],
          ...formats.map((format) => {
            const times = reports[format];
            const seconds = median(times) / 1000;
            return [
              `--format ${format}`,
              milliseconds(median(times)),
              spread(times),
              ratio(medianRatio(times, reports.nothing)),
              Math.round(largeRows / seconds).toLocaleString('en'),
              (text.length / 1e6 / seconds).toFixed(1),
            ];
          }),
        ],
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {(...args: string[]) => void} retention
 */
function reportsOf(file, retention) {
  /** @type {[(typeof formats)[number], () => void][]} */
  const entries = formats.map((format) => [format, () => retention('report', file, '--format', format)]);
  return /** @type {Record<(typeof formats)[number], () => void>} */ (Object.fromEntries(entries));
}
