import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { root } from '../scripts/lib/project.mjs';
import { run as runProcess } from '../scripts/lib/run.mjs';
import { inTurns, row } from './lib/measure.mjs';
import { sampleFile } from './lib/sample.mjs';

export const title = 'Core: 100 000 rows × 12 columns, against Papa Parse reading the same table';

const rowCount = 100_000;

export async function run() {
  await runProcess(process.execPath, [join(root, 'scripts/build.mjs'), '--production']);
  const bundle = join(root, 'dist/core.js');
  if (!existsSync(bundle)) throw new Error('There is no dist/core.js: see the messages of the build.');
  /** @type {unknown} */
  const imported = await import(pathToFileURL(bundle).href);
  const core = /** @type {typeof import('../src/core/index')} */ (imported);
  const text = sampleFile(rowCount);
  const table = text.slice(text.indexOf('period,'));
  const today = 30_000;
  const live = core.LiveNotebook.open(text, { today });
  let edits = 0;
  const times = inTurns({
    papa: () => Papa.parse(table, { skipEmptyLines: true }),
    parse: () => core.parseDocument(text),
    metrics: () => {
      const notebook = core.LiveNotebook.open(text, { today });
      notebook.summary(null);
      for (let index = 0; index < rowCount; index++) notebook.row(index);
    },
    edit: () => {
      const target = (++edits * 7919) % rowCount;
      const lost = String(edits % 20);
      live.apply(core.setCell(live.document, target, 'lost', lost));
      live.summary(null);
      live.row(target);
    },
  });
  return {
    rows: [
      ['', 'median ms', 'min–p95 ms', 'against Papa'],
      row('Papa Parse: the table as strings', times.papa, times.papa),
      row('parse: ranges, numbers, periods, diagnostics', times.parse, times.papa),
      row('parse, cross-row checks, every row’s metrics, summary', times.metrics, times.papa),
      row('one edit with its row, summary and diagnostics', times.edit, times.papa),
    ],
    notes: [
      `One edit against reading and calculating anew: ${row('', times.edit, times.metrics)[3] ?? ''}`,
      `${(text.length / 1e6).toFixed(1)} million characters.`,
    ],
  };
}
