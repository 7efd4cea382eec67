import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bytes } from '../scripts/lib/format.mjs';
import { root } from '../scripts/lib/project.mjs';
import { packageFile } from '../scripts/package.mjs';
import { quantile } from './lib/measure.mjs';
import { openNotebook } from './lib/notebook.mjs';
import { settled } from './lib/settled.mjs';
import { startWorkplace } from './lib/workplace.mjs';

export const title = 'Start: opening a first notebook in a window that has come to rest';

const windowCount = 5;

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
      await othersStarted(list);
      await openNotebook(page);
      await showRunningExtensions(page);
      windows.push(await activationTimes(list));
      await page.context().close();
    }
  } finally {
    await workplace.close();
  }
  return [
    {
      rows: [
        ['activation, as VS Code tells it', 'p50 ms', 'least', 'most'],
        ...names.map((name) => {
          const times = windows.map((window) => window[name] ?? Number.NaN);
          return [name, ...[0.5, 0, 1].map((share) => String(quantile(times, share)))];
        }),
      ],
      notes: [`${windowCount} windows.`],
    },
    { title: 'Size of what is installed and loaded', rows: sizes() },
  ];
}

/** The package as it is downloaded, and the files of it that run, as they are and as they travel. */
function sizes() {
  const files = [
    ['the extension’s code that opens notebooks', 'dist/host/extension.js'],
    ['all of the extension’s code, read a moment later', 'dist/host/whole.js'],
    ['the notebook page’s code, until first rows are seen', 'dist/webview/chunk.js'],
    ['the rest of the notebook page’s code', 'dist/webview/rest.js'],
    ['the notebook page’s styles', 'dist/webview/notebook.css'],
    ['the command line', 'dist/cli.js'],
    ['the core, for other programs', 'dist/core.js'],
  ];
  return [
    ['', 'size', 'gzipped'],
    ['the VSIX', bytes(statSync(packageFile()).size), ''],
    ...files.map(([name = '', file = '']) => {
      const content = readFileSync(join(root, file));
      return [name, bytes(content.length), bytes(gzipSync(content).length)];
    }),
  ];
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
 * Waits until the extensions that start with a window are done, and the window has come to rest.
 * @param {import('playwright-core').Locator} list
 */
async function othersStarted(list) {
  await list
    .locator('.extension', { hasText: 'Emmet' })
    .getByText(/\d+ ?ms/)
    .waitFor({ timeout: 60_000 });
  await settled(list.page());
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
