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
/** More segments than anybody compares: a line and a small chart each. */
const segmentCount = 200;
const segmentRows = segmentCount * 36;

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
  const segmented = sampleFile(segmentRows, segmentCount);
  const segments = core.LiveNotebook.open(segmented, { today });
  // Ten days into a year, the rest of which is tried out.
  const days = core.LiveNotebook.open(sampleFile(10, 1), { today });
  const scenarios = ['A', 'B', 'C'].map((name, index) => ({
    name,
    changes: [{ period: null, field: /** @type {const} */ ('lost'), value: index }],
  }));
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
    segmentsAnew: () => core.analyseSegments(core.LiveNotebook.open(segmented, { today })),
    segments: () => {
      const target = segmentRows - 1 - (++edits % segmentCount);
      segments.apply(core.setCell(segments.document, target, 'lost', String(edits % 20)));
      core.analyseSegments(segments);
    },
    scenarios: () => {
      days.apply(core.setCell(days.document, 9, 'lost', String(++edits % 20)));
      core.analyseScenarios(days, null, scenarios);
    },
  });
  return {
    rows: [
      ['', 'median ms', 'min–p95 ms', 'against Papa'],
      row('Papa Parse: the table as strings', times.papa, times.papa),
      row('parse: ranges, numbers, periods, diagnostics', times.parse, times.papa),
      row('parse, cross-row checks, every row’s metrics, summary', times.metrics, times.papa),
      row('one edit with its row, summary and diagnostics', times.edit, times.papa),
      row('one edit with 200 segments compared', times.segments, times.papa),
      row('one edit with three scenarios of a year of days', times.scenarios, times.papa),
    ],
    notes: [
      `One edit against reading and calculating anew: ${row('', times.edit, times.metrics)[3] ?? ''}`,
      `One edit with 200 segments compared against doing so anew: ${row('', times.segments, times.segmentsAnew)[3] ?? ''}`,
      `${(text.length / 1e6).toFixed(1)} million characters.`,
    ],
  };
}
