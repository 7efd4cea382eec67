import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, viewport } from '../scripts/lib/browser.mjs';
import { bytes } from '../scripts/lib/format.mjs';
import { root } from '../scripts/lib/project.mjs';
import { runOrThrow } from '../scripts/lib/run.mjs';
import { startServer } from '../scripts/lib/server.mjs';
import { packageFile } from '../scripts/package.mjs';
import { ensure } from '../scripts/vscode-builds.mjs';
import { milliseconds, quantile } from './lib/measure.mjs';
import { sampleFile } from './lib/sample.mjs';

export const title = 'Editor: the installed VSIX in the server build, 100 000 rows × 12 columns';

const file = 'large.retention';
const editCount = 60;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

export async function run() {
  await runOrThrow(process.execPath, [join(root, 'scripts/package.mjs')], { quiet: true });
  const folder = mkdtempSync(join(tmpdir(), 'retention-bench-'));
  writeFileSync(join(folder, file), sampleFile(100_000));
  const server = await startServer(await ensure('server'), { vsix: packageFile() });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport });
    await page.goto(server.url({ folder }));
    const frame = await openNotebook(page);
    const opened = await durations(frame, 'retention:open', 1);
    const completed = await durations(frame, 'retention:complete', 1);
    const idleFrames = await frame.evaluate(frameTimes, editCount);
    const repaints = await editCells(page, frame);
    const activation = await activationTime(page);
    return {
      rows: [
        ['', 'p50 ms', 'p95 ms'],
        ['webview’s start → first rows painted', ...both(opened)],
        ['webview’s start → summary and problems painted too', ...both(completed)],
        ['an empty frame of the same page', ...both(idleFrames)],
        ['committed cell → repainted with all its results', ...both(repaints)],
      ],
      notes: [`${activation}. VSIX: ${bytes(statSync(packageFile()).size)}.`],
    };
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly number[]} values */
const both = (values) => [milliseconds(quantile(values, 0.5)), milliseconds(quantile(values, 0.95))];

/** @param {Page} page */
async function openNotebook(page) {
  const item = page.getByRole('treeitem', { name: file });
  await item.locator('.retention-lang-file-icon').waitFor({ timeout: 60_000 });
  await item.dblclick();
  const inner = page.locator('iframe.webview.ready').contentFrame().locator('iframe#active-frame');
  await inner.contentFrame().getByRole('grid', { name: 'Periods' }).waitFor({ timeout: 60_000 });
  const handle = await inner.elementHandle();
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error('The notebook has no frame.');
  return frame;
}

/**
 * Types a new number of lost customers into one row after the other, as a person does.
 * @param {Page} page
 * @param {Frame} frame
 */
async function editCells(page, frame) {
  await frame.locator('[role=row][aria-rowindex="2"] [role=gridcell][aria-colindex="6"]').click();
  for (let edit = 1; edit <= editCount; edit++) {
    // More than any row of the sample has lost: typing what is there already is no edit.
    await page.keyboard.type(String(100 + edit));
    await page.keyboard.press('Enter');
    await durations(frame, 'retention:repaint', edit);
  }
  return durations(frame, 'retention:repaint', editCount);
}

/**
 * The durations of a measure, as soon as there are so many.
 * @param {Frame} frame
 * @param {string} name
 * @param {number} count
 */
async function durations(frame, name, count) {
  await frame.waitForFunction(
    (/** @type {{ name: string, count: number }} */ wanted) =>
      performance.getEntriesByName(wanted.name).length >= wanted.count,
    { name, count },
    { timeout: 120_000 },
  );
  return frame.evaluate(
    (/** @type {string} */ measure) => performance.getEntriesByName(measure).map(({ duration }) => duration),
    name,
  );
}

/**
 * Runs in the page: times between frames in which nothing happens.
 * @param {number} count
 * @returns {Promise<number[]>}
 */
function frameTimes(count) {
  return new Promise((resolve) => {
    /** @type {number[]} */
    const times = [];
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      times.push(now - last);
      last = now;
      if (times.length < count) requestAnimationFrame(frame);
      else resolve(times);
    };
    requestAnimationFrame(frame);
  });
}

/**
 * What VS Code itself says of the extension's activation, and of built-in extensions that it activates for comparison.
 * @param {Page} page
 */
async function activationTime(page) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-box input').fill('>Show Running Extensions');
  await page.getByRole('option', { name: 'Show Running Extensions' }).first().waitFor();
  await page.keyboard.press('Enter');
  const lines = page.locator('.runtime-extensions-editor .extension');
  await lines.filter({ hasText: 'Retention Notebook' }).waitFor();
  const texts = await lines.evaluateAll((elements) =>
    elements.map((element) => [
      element.querySelector('.name')?.textContent.trim() ?? '',
      element.querySelector('.activation-time')?.textContent.match(/\d+ ?ms/)?.[0] ?? '',
    ]),
  );
  return `Activation: ${texts.map((line) => line.join(' ')).join(', ')}`;
}
