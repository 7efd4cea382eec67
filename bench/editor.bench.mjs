import { statSync } from 'node:fs';
import { bytes } from '../scripts/lib/format.mjs';
import { packageFile } from '../scripts/package.mjs';
import { milliseconds, quantile } from './lib/measure.mjs';
import { editCells, watchEnter } from './lib/edits.mjs';
import { durations, frameTimes, openLargeNotebook, timeToPaint } from './lib/notebook.mjs';

export const title = 'Editor: the installed VSIX in the server build, 100 000 rows × 12 columns';

const editCount = 60;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

export async function run() {
  const { page, frame, close } = await openLargeNotebook(100_000);
  try {
    const opened = await durations(frame, 'retention:open', 1);
    const completed = await durations(frame, 'retention:complete', 1);
    const idleFrames = await frameTimes(frame, editCount);
    const handling = await watchEnter(frame);
    const repaints = await editCells(page, frame, editCount);
    const handled = await handling();
    const idleKeys = await pressKeys(page, frame);
    const activation = await activationTime(page);
    return {
      rows: [
        ['', 'p50 ms', 'p95 ms'],
        ['webview’s start → first rows painted', ...both(opened)],
        ['webview’s start → summary and problems painted too', ...both(completed)],
        ['an empty frame of the same page', ...both(idleFrames)],
        ['Enter on an open cell: all work for its results, before the frame', ...both(handled)],
        ['a key that does nothing → the end of the next frame', ...both(idleKeys)],
        ['committed cell → repainted with all its results', ...both(repaints)],
      ],
      notes: [`${activation}. VSIX: ${bytes(statSync(packageFile()).size)}.`],
    };
  } finally {
    await close();
  }
}

/** @param {readonly number[]} values */
const both = (values) => [milliseconds(quantile(values, 0.5)), milliseconds(quantile(values, 0.95))];

/**
 * What a repaint costs in this browser before anything is calculated: mostly waiting for the next frame.
 * @param {Page} page
 * @param {Frame} frame
 */
async function pressKeys(page, frame) {
  /** @type {number[]} */
  const times = [];
  for (let key = 0; key < editCount; key++) {
    times.push(await timeToPaint(frame, 'keydown', () => page.keyboard.press('Shift')));
  }
  return times;
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
