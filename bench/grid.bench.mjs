import { measuredInTurns, milliseconds, quantile, ratio } from './lib/measure.mjs';
import { frameTimes, openLargeNotebook, timeToPaint } from './lib/notebook.mjs';

export const title = 'Grid: what a hand does to 100 000 rows × 12 columns, to the end of the next frame';

const frames = 40;
const rounds = 4;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

export async function run() {
  const { page, frame, openFloor, close } = await openLargeNotebook(100_000);
  try {
    const other = await openFloor();
    const { floor, idle, line, far } = await measuredInTurns(
      {
        floor: () => frameTimes(other.frame, frames),
        idle: () => frameTimes(frame, frames),
        line: () => frameTimes(frame, frames, 26),
        far: () => frameTimes(frame, frames, 5_000),
      },
      { rounds },
    );
    const selectAll = await times(() => selectAllRows(page, frame));
    const paste = await times(() => pasteBlock(page, frame, 10_000, 8));
    const sort = await times((round) => sortBy(frame, round % 2 === 0 ? 'descending' : 'ascending'));
    await frame.getByRole('button', { name: 'Clear all' }).click();
    const filter = await times(() => filterRows(frame));
    const find = await times(() => findLastRow(page, frame));
    return {
      rows: [
        ['', 'p50 ms', 'p95 ms', 'against a frame of the empty editor'],
        row('a frame of the empty custom editor', floor, floor),
        row('a frame of the notebook in which nothing happens', idle, floor),
        row('a frame while scrolling row by row', line, floor),
        row('a frame while scrolling 190 rows a frame', far, floor),
        row('select all', selectAll, floor),
        row('paste 10 000 × 8, the eighth a calculated column', paste, floor),
        row('sort by CRR', sort, floor),
        row('filter: only rows below goal', filter, floor),
        row('find the day of the last rows, until they are counted', find, floor),
      ],
    };
  } finally {
    await close();
  }
}

/**
 * @param {string} name
 * @param {readonly number[]} values
 * @param {readonly number[]} floor
 */
function row(name, values, floor) {
  const [p50, p95] = [quantile(values, 0.5), quantile(values, 0.95)];
  return [name, milliseconds(p50), milliseconds(p95), ratio(p50 / quantile(floor, 0.5))];
}

/**
 * @param {(round: number) => Promise<number>} action
 * @returns {Promise<number[]>}
 */
async function times(action) {
  /** @type {number[]} */
  const measured = [];
  for (let round = 0; round < rounds; round++) measured.push(await action(round));
  return measured;
}

/** @param {Page} page @param {Frame} frame */
async function selectAllRows(page, frame) {
  await toFirstCell(page, frame);
  return timeToPaint(frame, 'keydown', () => page.keyboard.press('ControlOrMeta+a'));
}

/** @param {Page} page @param {Frame} frame @param {number} rows @param {number} columns */
async function pasteBlock(page, frame, rows, columns) {
  const line = (/** @type {number} */ index) => {
    const counts = Array.from({ length: columns - 2 }, (_, column) => 100 + ((index + column) % 50));
    return ['2010-01-01', `S${index % 10}`, ...counts].join('\t');
  };
  const block = Array.from({ length: rows }, (_, index) => line(index)).join('\n');
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await toFirstCell(page, frame);
  const time = await timeToPaint(frame, 'paste', () => page.keyboard.press('ControlOrMeta+v'));
  await page.keyboard.press('ControlOrMeta+z');
  // What was there before the paste.
  await frame.locator('[role=row][aria-rowindex="2"]', { hasText: 'S1' }).waitFor({ timeout: 120_000 });
  return time;
}

/** @param {Frame} frame @param {'ascending' | 'descending'} direction */
async function sortBy(frame, direction) {
  const menu = await openMenu(frame, 'CRR');
  const button = menu.getByRole('button', { name: `Sort ${direction}` });
  return timeToPaint(frame, 'click', () => button.click());
}

/** @param {Frame} frame */
async function filterRows(frame) {
  const menu = await openMenu(frame, 'CRR');
  await menu.getByRole('checkbox', { name: 'Only rows below goal' }).check();
  const apply = menu.getByRole('button', { name: 'Apply filter' });
  const time = await timeToPaint(frame, 'click', () => apply.click());
  await frame.getByRole('button', { name: 'Clear all' }).click();
  return time;
}

/**
 * From the last key in the find bar to the match being said; the search runs in slices between frames.
 * @param {Page} page
 * @param {Frame} frame
 */
async function findLastRow(page, frame) {
  await toFirstCell(page, frame);
  await page.keyboard.press('ControlOrMeta+f');
  const input = frame.getByRole('textbox', { name: 'Find' });
  await input.fill('');
  const start = await frame.evaluate(() => performance.now());
  await input.fill('2023-09-09');
  await frame.getByText(/^1 of \d+$/).waitFor();
  const end = await frame.evaluate(() => performance.now());
  await page.keyboard.press('Escape');
  return end - start;
}

/** @param {Frame} frame @param {string} column */
async function openMenu(frame, column) {
  await frame.getByRole('columnheader', { name: column }).hover();
  await frame.getByRole('button', { name: `Sort and filter ${column}` }).click();
  return frame.getByRole('dialog', { name: `Sort and filter ${column}` });
}

/** @param {Page} page @param {Frame} frame */
async function toFirstCell(page, frame) {
  await frame.locator('.rn-grid-input').focus();
  await page.keyboard.press('ControlOrMeta+Home');
}
