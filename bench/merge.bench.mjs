import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/lib/project.mjs';
import { loadCore } from './lib/core.mjs';
import { inTurns, row } from './lib/measure.mjs';
import { sampleFile } from './lib/sample.mjs';

export const title = 'Merge and diff: 100 000 rows × 12 columns on both sides, against git merge-file';

const rowCount = 100_000;

/**
 * The file as somebody left it who changed the note of every `step`-th row, from `first` on, and added a row. With
 * `column`, the file has a new column, which changes every line.
 *
 * @param {string} text
 * @param {{ first: number, step: number, note: string, column?: boolean }} changes
 */
function edited(text, { first, step, note, column = false }) {
  const lines = text.trimEnd().split('\n');
  const header = lines.findIndex((line) => line.startsWith('period,'));
  for (let index = header + 1 + first; index < lines.length; index += step) {
    lines[index] = (lines[index] ?? '').replace(/,[^,]*$/, `,${note}`);
  }
  lines.push(`2099-01-${note.length},S1,1,1,1,1,0,1,1,,,${note}`);
  if (!column) return `${lines.join('\n')}\n`;
  const wider = lines.map((line, index) =>
    index < header ? line : `${line},${index === header ? 'extra' : ''}`,
  );
  return `${wider.join('\n')}\n`;
}

export async function run() {
  const core = await loadCore();
  const base = sampleFile(rowCount);
  const ours = edited(base, { first: 0, step: 100, note: 'us' });
  const theirs = edited(base, { first: 50, step: 100, note: 'them' });
  const everyRow = edited(base, { first: 50, step: 100, note: 'them', column: true });
  const folder = mkdtempSync(join(tmpdir(), 'retention-bench-'));
  try {
    const files = [ours, base, theirs, everyRow].map((text, index) => {
      const path = join(folder, `${index}.retention`);
      writeFileSync(path, text);
      return path;
    });
    const [oursFile = '', baseFile = '', theirsFile = '', everyRowFile = ''] = files;
    const git = (/** @type {string} */ other) => {
      const options = ['merge-file', '-p', '--diff3', oursFile, baseFile, other];
      const { error, status } = spawnSync('git', options, { stdio: ['ignore', 'ignore', 'inherit'] });
      if (error !== undefined) throw error;
      return status;
    };
    const command = (/** @type {string} */ other) => {
      const words = [
        join(root, 'dist/cli.js'),
        'merge',
        baseFile,
        oursFile,
        other,
        '--output',
        join(folder, 'merged'),
      ];
      spawnSync(process.execPath, words, { stdio: 'ignore' });
    };
    const times = await inTurns(
      {
        git: () => git(theirsFile),
        merge: () => core.mergeDocuments(base, ours, theirs),
        command: () => command(theirsFile),
        gitColumn: () => git(everyRowFile),
        mergeColumn: () => core.mergeDocuments(base, ours, everyRow),
        diff: () => core.diffDocuments(base, ours, { today: 30_000 }),
        open: () => core.LiveNotebook.open(base, { today: 30_000 }).summary(null),
      },
      { rounds: 5, warmUp: 1 },
    );
    const merged = core.mergeDocuments(base, ours, everyRow);
    const conflicts = merged.kind === 'merged' ? merged.conflicts.length : Number.NaN;
    return {
      rows: [
        ['', 'median ms', 'min–p95 ms', 'against git'],
        row('git merge-file, each side changed 1 row in 100', times.git, times.git),
        row('mergeDocuments of the same', times.merge, times.git),
        row('retention merge of the same, with starting Node', times.command, times.git),
        row('git merge-file, theirs with a new column', times.gitColumn, times.gitColumn),
        row('mergeDocuments of the same', times.mergeColumn, times.gitColumn),
      ],
      notes: [
        `A diff of two versions against opening one: ${row('', times.diff, times.open)[3] ?? ''} (${row('', times.diff, times.open)[1] ?? ''} ms)`,
        `With a new column on one side, git reports ${git(everyRowFile) ?? 0} conflict(s), mergeDocuments ${conflicts}.`,
        `${(base.length / 1e6).toFixed(1)} million characters in each version.`,
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
