import { milliseconds, quantile } from './lib/measure.mjs';
import { editCells, watchEnter } from './lib/edits.mjs';
import { frameTimes, openLargeNotebook } from './lib/notebook.mjs';

export const title = 'Panels: a committed cell with panels closed and open, in the installed VSIX';

const editCount = 40;
const sizes = [600, 100_000];
/** As people have it, and so high that every panel is in sight and drawn with each edit. */
const usual = { width: 1280, height: 900 };
const tall = { width: 1280, height: 7200 };

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

export async function run() {
  const rows = [
    ['', 'work for Enter p50 ms', 'p95 ms', 'commit → painted p50 ms', 'p95 ms', 'empty frame p50 ms'],
  ];
  for (const size of sizes) {
    const { page, frame, close } = await openLargeNotebook(size);
    try {
      const name = `${size.toLocaleString('en')} rows`;
      rows.push([`${name}, all panels closed`, ...(await measure(page, frame, usual))]);
      const toggles = frame.getByRole('toolbar', { name: 'Panels' }).getByRole('button');
      const titles = await toggles.allInnerTexts();
      for (const panel of titles) {
        const toggle = toggles.filter({ hasText: panel });
        await toggle.click();
        rows.push([`${name}, ${panel} open`, ...(await measure(page, frame, usual))]);
        await toggle.click();
      }
      for (const panel of titles) await toggles.filter({ hasText: panel }).click();
      rows.push([`${name}, all open`, ...(await measure(page, frame, usual))]);
      rows.push([`${name}, all open and in sight`, ...(await measure(page, frame, tall))]);
      rows.push([`${name}, all closed again`, ...(await closedAgain(page, frame, titles))]);
    } finally {
      await close();
    }
  }
  return {
    rows,
    notes: [
      'An empty frame of the same window is what the browser needs for nothing. A panel out of sight waits until it is seen.',
    ],
  };
}

/**
 * @param {Page} page
 * @param {Frame} frame
 * @param {readonly string[]} titles
 */
async function closedAgain(page, frame, titles) {
  const toggles = frame.getByRole('toolbar', { name: 'Panels' }).getByRole('button');
  for (const panel of titles) await toggles.filter({ hasText: panel }).click();
  return measure(page, frame, usual);
}

/**
 * @param {Page} page
 * @param {Frame} frame
 * @param {{ width: number, height: number }} window
 */
async function measure(page, frame, window) {
  await page.setViewportSize(window);
  const idle = await frameTimes(frame, editCount);
  const handling = await watchEnter(frame);
  const repaints = await editCells(page, frame, editCount);
  const work = await handling();
  const figures = [work, repaints].flatMap((times) => [quantile(times, 0.5), quantile(times, 0.95)]);
  return [...figures, quantile(idle, 0.5)].map(milliseconds);
}
