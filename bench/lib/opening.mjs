import { settled } from './settled.mjs';
import { largeFile } from './workplace.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */
/** @typedef {import('./stopwatch.mjs').Stopwatch} Stopwatch */
/** @typedef {import('./workplace.mjs').Kind} Kind */

/**
 * Double-clicks a file in the explorer and waits until its first content is painted: rows, one line or text.
 * @param {Page} page
 * @param {Kind} kind
 * @param {number} [copy] which of the files of this kind
 * @returns {Promise<number>} milliseconds from the press of the mouse button to that
 */
export async function open(page, kind, copy = 0) {
  await page.evaluate((wantsLines) => {
    const { stopwatch } = /** @type {Window & { stopwatch?: Stopwatch }} */ (window);
    Object.assign(stopwatch ?? {}, { pressed: null, wantsLines, lines: null });
  }, kind === 'text');
  await page.getByRole('treeitem', { name: largeFile(kind, copy) }).dblclick();
  const end = kind === 'text' ? await timeOf(page.mainFrame(), 'lines') : await pagePainted(page, kind);
  return end - (await timeOf(page.mainFrame(), 'pressed'));
}

/**
 * Closes the editor in front and waits until the window has come to rest.
 * @param {Page} page
 */
export async function close(page) {
  await page.locator('.tab.active .codicon-close').first().click();
  await page.locator('.tab').first().waitFor({ state: 'detached' });
  await settled(page);
}

/**
 * The page inside the custom editor in front.
 * @param {Page} page
 * @returns {Promise<Frame>}
 */
export async function pageFrame(page) {
  const inner = page.locator('iframe.webview.ready').contentFrame().locator('iframe#active-frame');
  const handle = await inner.elementHandle({ timeout: 60_000 });
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error('The editor has no page.');
  return frame;
}

/**
 * @param {Page} page
 * @param {'notebook' | 'floor'} kind
 */
async function pagePainted(page, kind) {
  const frame = await pageFrame(page);
  const mark = kind === 'notebook' ? 'retention:first-rows' : 'floor:painted';
  const marked = await frame.waitForFunction((/** @type {string} */ name) => {
    const [entry] = performance.getEntriesByName(name);
    return entry === undefined ? null : performance.timeOrigin + entry.startTime;
  }, mark);
  const around = frame.parentFrame();
  if (around === null) throw new Error('The page has no frame around it.');
  return Math.max((await marked.jsonValue()) ?? Number.NaN, await timeOf(around, 'shown'));
}

/**
 * @param {Frame} frame
 * @param {'pressed' | 'lines' | 'shown'} name
 * @returns {Promise<number>}
 */
async function timeOf(frame, name) {
  const time = await frame.waitForFunction(
    (/** @type {'pressed' | 'lines' | 'shown'} */ of) =>
      /** @type {Window & { stopwatch?: Stopwatch }} */ (window).stopwatch?.[of] ?? null,
    name,
  );
  return (await time.jsonValue()) ?? Number.NaN;
}
