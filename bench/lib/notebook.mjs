import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, viewport } from '../../scripts/lib/browser.mjs';
import { root } from '../../scripts/lib/project.mjs';
import { runOrThrow } from '../../scripts/lib/run.mjs';
import { startServer } from '../../scripts/lib/server.mjs';
import { packageFile } from '../../scripts/package.mjs';
import { ensure } from '../../scripts/vscode-builds.mjs';
import { sampleFile } from './sample.mjs';

const file = 'large.retention';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/**
 * A folder with a large file, and the packaged extension in a server build.
 * @typedef {object} Workplace
 * @property {() => Promise<Page>} openWindow a new window of VS Code on the folder, with nothing open in it
 * @property {() => Promise<void>} close
 */

/**
 * Packages the extension and starts VS Code with it.
 * @param {number} rows of the large file
 * @returns {Promise<Workplace>}
 */
export async function startWorkplace(rows) {
  await runOrThrow(process.execPath, [join(root, 'scripts/package.mjs')], { quiet: true });
  const folder = mkdtempSync(join(tmpdir(), 'retention-bench-'));
  writeFileSync(join(folder, file), sampleFile(rows));
  const server = await startServer(await ensure('server'), { vsix: packageFile() });
  const browser = await launchBrowser();
  return {
    async openWindow() {
      const context = await browser.newContext({ viewport });
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
      const page = await context.newPage();
      await page.goto(server.url({ folder }));
      const item = page.getByRole('treeitem', { name: file });
      await item.locator('.retention-lang-file-icon').waitFor({ timeout: 60_000 });
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A large file, open in the packaged extension in a server build.
 * @typedef {object} LargeNotebook
 * @property {Page} page
 * @property {Frame} frame the notebook's own page
 * @property {() => Promise<void>} close
 */

/**
 * Packages the extension and opens a made-up file in it.
 * @param {number} rows
 * @returns {Promise<LargeNotebook>}
 */
export async function openLargeNotebook(rows) {
  const { openWindow, close } = await startWorkplace(rows);
  try {
    const page = await openWindow();
    return { page, frame: await openNotebook(page), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Opens the large file as a person does.
 * @param {Page} page
 * @returns {Promise<Frame>} the notebook's own page
 */
export async function openNotebook(page) {
  await page.getByRole('treeitem', { name: file }).dblclick();
  const inner = page.locator('iframe.webview.ready').contentFrame().locator('iframe#active-frame');
  await inner.contentFrame().getByRole('grid', { name: 'Periods' }).waitFor({ timeout: 60_000 });
  const handle = await inner.elementHandle();
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error('The notebook has no frame.');
  return frame;
}

/**
 * The durations of a measure the page takes of itself, as soon as there are so many.
 * @param {Frame} frame
 * @param {string} name
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function durations(frame, name, count) {
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
 * The times between frames while something happens in each of them.
 * @param {Frame} frame
 * @param {number} count
 * @param {number} pixels scrolled down per frame, 0 for nothing
 * @returns {Promise<number[]>}
 */
export function frameTimes(frame, count, pixels = 0) {
  return frame.evaluate(
    ([frames, step]) =>
      new Promise((/** @type {(times: number[]) => void} */ resolve) => {
        const scroller = document.querySelector('.rn-grid-scroller');
        /** @type {number[]} */
        const times = [];
        let last = performance.now();
        const next = () => {
          const now = performance.now();
          times.push(now - last);
          last = now;
          if (step > 0) scroller?.scrollBy(0, step);
          if (times.length < frames) requestAnimationFrame(next);
          else resolve(times);
        };
        requestAnimationFrame(next);
      }),
    /** @type {const} */ ([count, pixels]),
  );
}

/**
 * Milliseconds from an event in the page to the end of the first frame after it.
 * @param {Frame} frame
 * @param {string} type the event, for example `keydown`
 * @param {() => Promise<unknown>} act causes the event
 */
export async function timeToPaint(frame, type, act) {
  await frame.evaluate((/** @type {string} */ event) => {
    const measured = new Promise((/** @type {(time: number) => void} */ resolve) => {
      const onEvent = (/** @type {Event} */ { timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        });
      };
      addEventListener(event, onEvent, { capture: true, once: true });
    });
    Object.assign(window, { measured });
  }, type);
  await act();
  return frame.evaluate(
    () => /** @type {Window & { measured?: Promise<number> }} */ (window).measured ?? Number.NaN,
  );
}
