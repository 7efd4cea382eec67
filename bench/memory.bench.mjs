import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { bytes } from '../scripts/lib/format.mjs';
import { durations, openNotebook } from './lib/notebook.mjs';
import { close, pageFrame } from './lib/opening.mjs';
import { settled } from './lib/settled.mjs';
import { largeFile, shortFile, shortNotebook, startWorkplace } from './lib/workplace.mjs';

export const title = 'Memory of a tab with 100 000 rows, shown and hidden';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').CDPSession} CDPSession */

/** @typedef {{ window: number, host: number }} Memory bytes: of the window with its pages, of the extensions */

export async function run() {
  const workplace = await startWorkplace(100_000);
  try {
    const page = await workplace.openWindow();
    const look = async () => ({
      window: await windowMemory(page),
      host: await hostMemory(page, workplace.folder),
    });
    // What stays after the first notebook (code, caches) is no memory of the tab.
    await page.getByRole('treeitem', { name: shortNotebook }).dblclick();
    await durations(await pageFrame(page), 'retention:complete', 1);
    await calculated(page);
    await close(page);
    const nothing = await look();
    await openNotebook(page);
    await calculated(page);
    const shown = await look();
    await page.getByRole('treeitem', { name: shortFile }).dblclick();
    await page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
    const hidden = await look();
    const line = (/** @type {string} */ name, /** @type {Memory} */ memory) => [
      name,
      bytes(Math.max(0, memory.window - nothing.window)),
      bytes(Math.max(0, memory.host - nothing.host)),
    ];
    return {
      rows: [
        ['beside the same window without it', 'window and page', 'extension host'],
        line('the notebook in front', shown),
        line('the notebook hidden behind another tab', hidden),
      ],
      notes: [
        `Heap after garbage collection: of the window’s renderer by the browser’s debugger, of the host by a command of the bench’s own extension there. A hidden page is thrown away by VS Code; what remains is VS Code’s text of the file (here ${bytes(fileLength(workplace.folder))}, in the window and in the host) and our calculations in the host, which status bar and problems use.`,
      ],
    };
  } finally {
    await workplace.close();
  }
}

/** Waits until the host has calculated the file in front, which the status bar shows. @param {Page} page */
async function calculated(page) {
  await page.locator('.statusbar-item[id*="retention.status"]').waitFor();
}

/** @param {string} folder */
function fileLength(folder) {
  return readFileSync(join(folder, largeFile('notebook'))).length;
}

/** @param {Page} page */
async function windowMemory(page) {
  await settled(page);
  const context = page.context();
  /** @type {CDPSession[]} */
  const sessions = [await context.newCDPSession(page)];
  for (const frame of page.frames()) {
    // Only a frame in a process of its own has a session, and a heap, of its own.
    const session = await context.newCDPSession(frame).catch(() => null);
    if (session !== null && frame !== page.mainFrame()) sessions.push(session);
  }
  let total = 0;
  for (const session of sessions) {
    await session.send('HeapProfiler.collectGarbage');
    const heap = await session.send('Runtime.getHeapUsage');
    // Array buffers lie beside the heap.
    total += heap.usedSize + heap.backingStorageSize;
    await session.detach();
  }
  return total;
}

/**
 * @param {Page} page
 * @param {string} folder
 * @returns {Promise<number>}
 */
async function hostMemory(page, folder) {
  const file = join(folder, '.memory.json');
  rmSync(file, { force: true });
  await page.keyboard.press('F1');
  await page.locator('.quick-input-box input').fill('>Bench: Write Memory');
  await page.getByRole('option', { name: 'Bench: Write Memory' }).first().waitFor();
  await page.keyboard.press('Enter');
  const limit = Date.now() + 30_000;
  while (!existsSync(file)) {
    if (Date.now() > limit) throw new Error('The extension host did not tell its memory.');
    await delay(50);
  }
  await delay(50);
  /** @type {unknown} */
  const json = JSON.parse(readFileSync(file, 'utf8'));
  return /** @type {{ bytes: number }} */ (json).bytes;
}
