import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { cache, root } from '../scripts/lib/project.mjs';
import { inTurns, row } from './lib/measure.mjs';
import { sampleFile } from './lib/sample.mjs';

export const title = 'Text view: 100 000 rows × 12 columns, a keystroke against checking the whole text';

const rowCount = 100_000;
/** As many problems as VS Code takes of a file. */
const limit = 1000;

/**
 * Core and text view in one bundle, as the extension has them.
 * @returns {Promise<typeof import('../src/core/index') & typeof import('../src/language/index')>}
 */
async function load() {
  const outfile = join(cache, 'bench/language.mjs');
  await esbuild.build({
    stdin: {
      contents: "export * from './src/core/index'; export * from './src/language/index';",
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    outfile,
  });
  /** @type {unknown} */
  const imported = await import(pathToFileURL(outfile).href);
  return /** @type {typeof import('../src/core/index') & typeof import('../src/language/index')} */ (
    imported
  );
}

export async function run() {
  const library = await load();
  const { DiagnosticList, LiveNotebook, hoverAt, rowHints } = library;
  const today = 30_000;
  const clean = sampleFile(rowCount);
  // Every hundredth row ended with one customer too many.
  let line = 0;
  const spoilt = clean.replace(
    /^(\d{4}-[^,]*,S\d+,\d+,\d+,\d+,)(\d+)/gm,
    (whole, /** @type {string} */ head, /** @type {string} */ end) =>
      line++ % 100 === 0 ? `${head}${Number(end) + 1}` : whole,
  );
  /** @param {string} text */
  const opened = (text) => {
    const notebook = LiveNotebook.open(text, { today });
    const list = new DiagnosticList(notebook);
    list.list(limit);
    return { notebook, list, keys: 0 };
  };
  /**
   * Types a digit behind the lost customers of some row, or takes it away again.
   * @param {ReturnType<typeof opened>} file
   */
  const type = (file) => {
    const { notebook, list } = file;
    const range = notebook.document.cellRange((Math.floor(file.keys / 2) * 7919) % rowCount, 4);
    if (range === null) throw new Error('The row has no such cell.');
    const { end } = range;
    const edit = file.keys++ % 2 === 0 ? { start: end, end, text: '1' } : { start: end - 1, end, text: '' };
    list.update(notebook.apply([edit]));
  };
  const files = { clean: opened(clean), spoilt: opened(spoilt) };
  const { notebook } = files.clean;
  const times = await inTurns({
    recheck: () => opened(clean),
    recheckSpoilt: () => opened(spoilt),
    key: () => type(files.clean),
    listed: () => {
      type(files.clean);
      files.clean.list.list(limit);
    },
    listedSpoilt: () => {
      type(files.spoilt);
      files.spoilt.list.list(limit);
    },
    hover: () => hoverAt(notebook, notebook.document.rowRange(rowCount >> 1).start),
    hints: () => {
      const { start } = notebook.document.rowRange(rowCount >> 1);
      return rowHints(notebook, { start, end: start + 5000 });
    },
  });
  return {
    rows: [
      ['', 'median ms', 'min–p95 ms', 'against the whole'],
      row('read and check the whole text, no problem', times.recheck, times.recheck),
      row('the same with two thousand problems', times.recheckSpoilt, times.recheckSpoilt),
      row('a keystroke', times.key, times.recheck),
      row('a keystroke and the list of problems', times.listed, times.recheck),
      row('the same with two thousand problems', times.listedSpoilt, times.recheckSpoilt),
      row('hover on a row', times.hover, times.recheck),
      row('hints of a screen of rows', times.hints, times.recheck),
    ],
  };
}
