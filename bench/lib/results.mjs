import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { duration } from '../../scripts/lib/format.mjs';
import { root } from '../../scripts/lib/project.mjs';
import { peerVersions } from './peers.mjs';

/** @typedef {import('../run.mjs').Report} Report */

/** What measured, in one line. */
export function machine() {
  const [cpu] = cpus();
  const memory = `${(totalmem() / 1024 ** 3).toFixed(0)} GB`;
  return `Node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory}, ${type()} ${release()}`;
}

/**
 * bench/RESULTS.md.
 * @param {readonly Required<Report>[]} reports
 * @param {readonly string[]} missing benchmarks that failed, and why
 * @param {number} took milliseconds
 */
export function resultsPage(reports, missing, took) {
  const peers = peerVersions().map(({ name, version, license }) => `${name} ${version} (${license})`);
  return `${[
    '# Results',
    `Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)} in ${duration(took)}; do not edit.`,
    `- Machine: ${machine()}\n- Compared with: ${peers.join(', ')}\n- Editor: VS Code ${editorVersion()} as a server, in headless Chromium`,
    'How to read it: the tasks of a table were measured in turns in one run, so that whatever slows the machine down slows all of them down. The ratios (“0.50 ×” is half of the time) hold on other machines; the milliseconds do not. A median is the middle of all rounds, “min–p95” their spread without the slowest twentieth. `npm run bench <name>` prints one table; bench/README.md says what each one measures and how.',
    ...missing.map((what) => `**Not measured**, ${what.split('\n')[0] ?? ''}`),
    ...reports.map(section),
  ].join('\n\n')}\n`;
}

/** @param {Required<Report>} report */
function section({ title, rows: [heading = [], ...rows], notes }) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = line(heading.map((_, column) => (column === 0 ? '---' : '---:')));
  const table = [line(heading), rule, ...rows.map(line)].join('\n');
  return [`## ${title}`, table, ...notes].join('\n\n');
}

function editorVersion() {
  /** @type {unknown} */
  const json = JSON.parse(readFileSync(join(root, 'test/builds/server/package.json'), 'utf8'));
  const { dependencies } = /** @type {{ dependencies: Record<string, string> }} */ (json);
  // code-server 4.x carries VS Code 1.x.
  return (dependencies['code-server'] ?? 'unknown').replace(/^4\./, '1.');
}
