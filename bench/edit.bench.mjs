import { loadCore, today } from './lib/core.mjs';
import { inTurns, median, medianRatio, milliseconds, ratio, spread } from './lib/measure.mjs';
import { loadPeers } from './lib/peers.mjs';
import { sampleFile } from './lib/sample.mjs';

export const title = 'Edit: one changed cell with everything that follows from it, against calculating anew';

const sizes = [
  { rowCount: 1_000, rounds: 15, warmUp: 5 },
  { rowCount: 10_000, rounds: 9, warmUp: 3 },
  { rowCount: 100_000, rounds: 7, warmUp: 1 },
];
/** An edit takes microseconds: so many together are far above what a clock can tell. */
const editsPerRound = 200;

/** More segments than anybody compares: a line and a small chart each. */
const segmentCount = 200;
const segmentRows = segmentCount * 36;

/** @typedef {import('./lib/core.mjs').Core} Core */

export async function run() {
  const core = await loadCore();
  const { hyper } = await loadPeers();
  const rows = [['', 'rows', 'median ms', 'min–p95 ms', 'against all anew', 'against HyperFormula']];
  for (const { rowCount, ...repeat } of sizes) {
    const text = sampleFile(rowCount);
    const ours = editOurs(core, text, rowCount);
    const theirs = editSheet(core, hyper, text);
    assertSame(ours.crr(1), theirs.crr(1));
    const times = await inTurns(
      { ours: ours.edit, hyper: theirs.edit, anew: () => everything(core, text) },
      repeat,
    );
    theirs.destroy();
    const each = {
      ours: times.ours.map((time) => time / editsPerRound),
      hyper: times.hyper.map((time) => time / editsPerRound),
      anew: times.anew,
    };
    const labels = {
      ours: 'ours: one edit, its row, problems, summary',
      hyper: 'HyperFormula: one edit, its three formulas',
      anew: 'ours: all read and calculated anew',
    };
    for (const name of /** @type {const} */ (['ours', 'hyper', 'anew'])) {
      rows.push([
        labels[name],
        rowCount.toLocaleString('en'),
        milliseconds(median(each[name])),
        spread(each[name]),
        ratio(medianRatio(each[name], each.anew)),
        ratio(medianRatio(each[name], each.hyper)),
      ]);
    }
  }
  return [
    {
      rows,
      notes: [
        `HyperFormula has the counts of each row as numbers and, as formulas, its retention, churn and gap: =(end−new−reactivated)/start, =1−retention, =100*(retention−0.97). It neither reads nor writes a file, and knows of no row but the edited one; ours rewrites the text, checks the row against its neighbours and updates the summary. ${editsPerRound} edits of other rows a round.`,
      ],
    },
    await panels(core),
  ];
}

/**
 * @param {Core} core
 * @param {string} text
 * @param {number} rowCount
 */
function editOurs(core, text, rowCount) {
  const live = core.LiveNotebook.open(text, { today });
  live.summary(null);
  let edits = 0;
  const edit = () => {
    for (let count = 0; count < editsPerRound; count++) {
      const target = (++edits * 7919) % rowCount;
      live.apply(core.setCell(live.document, target, 'end', String(500 + (edits % 20))));
      live.summary(null);
      live.row(target);
      live.problemsOfRow(target);
    }
  };
  return { edit, crr: (/** @type {number} */ row) => live.row(row).crr.value };
}

/**
 * The same table as a spreadsheet.
 * @param {Core} core
 * @param {import('./lib/peers.mjs').Hyper} hyper
 * @param {string} text
 */
function editSheet(core, { HyperFormula }, text) {
  const { document } = core.LiveNotebook.open(text, { today });
  const { rowCount } = document;
  const cells = Array.from({ length: rowCount }, (_, index) => {
    const line = index + 1;
    const counts = /** @type {const} */ (['start', 'new', 'end', 'reactivated']).map((name) =>
      Number(document.cellText(index, document.column(name)?.index ?? 0)),
    );
    return [...counts, `=(C${line}-B${line}-D${line})/A${line}`, `=1-E${line}`, `=100*(E${line}-0.97)`];
  });
  const sheet = HyperFormula.buildFromArray(cells, { licenseKey: 'gpl-v3', maxRows: rowCount + 1 });
  let edits = 0;
  const edit = () => {
    for (let count = 0; count < editsPerRound; count++) {
      const target = (++edits * 7919) % rowCount;
      sheet.setCellContents({ sheet: 0, row: target, col: 2 }, 500 + (edits % 20));
      for (let col = 4; col < 7; col++) sheet.getCellValue({ sheet: 0, row: target, col });
    }
  };
  return {
    edit,
    crr: (/** @type {number} */ row) => sheet.getCellValue({ sheet: 0, row, col: 4 }),
    destroy: () => sheet.destroy(),
  };
}

/** HyperFormula rounds to ten digits. @param {unknown} ours @param {unknown} theirs */
function assertSame(ours, theirs) {
  if (typeof ours !== 'number' || typeof theirs !== 'number' || Math.abs(ours - theirs) > 1e-9) {
    throw new Error(`The retention of a row is ${String(ours)} here and ${String(theirs)} in HyperFormula.`);
  }
}

/**
 * @param {Core} core
 * @param {string} text
 */
function everything(core, text) {
  const notebook = core.LiveNotebook.open(text, { today });
  notebook.summary(null);
  notebook.rates();
  return notebook.problemCounts;
}

/**
 * An edit with what panels show of it.
 * @param {Core} core
 */
async function panels(core) {
  const segmented = sampleFile(segmentRows, segmentCount);
  const segments = core.LiveNotebook.open(segmented, { today });
  // Ten days into a year, the rest of which is tried out.
  const days = core.LiveNotebook.open(sampleFile(10, 1), { today: 30_000 });
  const scenarios = ['A', 'B', 'C'].map((name, index) => ({
    name,
    changes: [{ period: null, field: /** @type {const} */ ('lost'), value: index }],
  }));
  let edits = 0;
  const times = await inTurns({
    anew: () => core.analyseSegments(core.LiveNotebook.open(segmented, { today })),
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
  const line = (/** @type {string} */ name, /** @type {readonly number[]} */ of) => [
    name,
    milliseconds(median(of)),
    spread(of),
    ratio(medianRatio(of, times.anew)),
  ];
  return {
    title: 'Edit with a panel open',
    rows: [
      ['', 'median ms', 'min–p95 ms', 'against all anew'],
      line(`${segmentCount} segments compared, all read anew`, times.anew),
      line(`one edit with ${segmentCount} segments compared`, times.segments),
      line('one edit with three scenarios of a year of days', times.scenarios),
    ],
  };
}
