import { statSync } from 'node:fs';
import { bytes } from '../scripts/lib/format.mjs';
import { packageFile } from '../scripts/package.mjs';
import { quantile } from './lib/measure.mjs';
import { openNotebook, startWorkplace } from './lib/notebook.mjs';

export const title = 'Start: opening a first notebook in a window that has come to rest';

const windowCount = 7;

/** The extension measured, and one that comes with VS Code and starts with each window, for comparison. */
const names = ['Retention Notebook', 'Emmet'];

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Record<string, number>} Times milliseconds of activation by the extension's name */

export async function run() {
  const workplace = await startWorkplace(1000);
  /** @type {Times[]} */
  const windows = [];
  try {
    for (let window = 0; window < windowCount; window++) {
      const page = await workplace.openWindow();
      const list = await showRunningExtensions(page);
      await settled(list);
      await openNotebook(page);
      await showRunningExtensions(page);
      windows.push(await activationTimes(list));
      await page.context().close();
    }
  } finally {
    await workplace.close();
  }
  return {
    rows: [
      ['activation, as VS Code tells it', 'p50 ms', 'least', 'most'],
      ...names.map((name) => {
        const times = windows.map((window) => window[name] ?? Number.NaN);
        return [name, ...[0.5, 0, 1].map((share) => String(quantile(times, share)))];
      }),
    ],
    notes: [`${windowCount} windows. VSIX: ${bytes(statSync(packageFile()).size)}.`],
  };
}

/** @param {Page} page */
async function showRunningExtensions(page) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-box input').fill('>Show Running Extensions');
  await page.getByRole('option', { name: 'Show Running Extensions' }).first().waitFor();
  await page.keyboard.press('Enter');
  const list = page.locator('.runtime-extensions-editor');
  await list.locator('.extension').first().waitFor();
  return list;
}

/**
 * Waits until the extensions that start with a window are done, and the window has had ten idle moments in a row.
 * @param {import('playwright-core').Locator} list
 */
async function settled(list) {
  await list
    .locator('.extension', { hasText: 'Emmet' })
    .getByText(/\d+ ?ms/)
    .waitFor({ timeout: 60_000 });
  await list.page().evaluate(
    () =>
      new Promise((/** @type {(value: void) => void} */ resolve) => {
        let calm = 0;
        const onIdle = (/** @type {IdleDeadline} */ deadline) => {
          calm = deadline.timeRemaining() > 40 ? calm + 1 : 0;
          if (calm < 10) requestIdleCallback(onIdle);
          else resolve();
        };
        requestIdleCallback(onIdle);
      }),
  );
}

/**
 * @param {import('playwright-core').Locator} list
 * @returns {Promise<Times>}
 */
async function activationTimes(list) {
  await list.locator('.extension', { hasText: names[0] ?? '' }).waitFor();
  return Object.fromEntries(
    await list
      .locator('.extension')
      .evaluateAll((lines) =>
        lines.map((line) => [
          line.querySelector('.name')?.textContent.trim() ?? '',
          Number.parseInt(
            line.querySelector('.activation-time')?.textContent.match(/\d+(?= ?ms)/)?.[0] ?? '',
            10,
          ),
        ]),
      ),
  );
}
