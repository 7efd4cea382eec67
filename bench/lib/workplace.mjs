import { linkSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, viewport } from '../../scripts/lib/browser.mjs';
import { root } from '../../scripts/lib/project.mjs';
import { runOrThrow } from '../../scripts/lib/run.mjs';
import { startServer } from '../../scripts/lib/server.mjs';
import { packageFile } from '../../scripts/package.mjs';
import { ensure } from '../../scripts/vscode-builds.mjs';
import { settled } from './settled.mjs';
import { sampleFile } from './sample.mjs';
import { stopwatch } from './stopwatch.mjs';

/**
 * The same text with three endings: as our notebook, in an empty custom editor (bench/floor) and in VS Code's plain
 * text editor. Only the first is a file of ours for the extension.
 */
const endings = /** @type {const} */ ({ notebook: 'retention', floor: 'floor', text: 'txt' });

/** VS Code remembers a file it has just had open: each opening that is measured needs one of its own. */
export const copies = 9;

/**
 * The name of a large file.
 * @param {Kind} kind
 * @param {number} copy below {@link copies}
 */
export function largeFile(kind, copy = 0) {
  return `large-${copy}.${endings[kind]}`;
}

/** Another file, of one line, for a tab in front of the others. */
export const shortFile = 'short.txt';

/** A notebook of a day's size. */
export const shortNotebook = 'short.retention';

/** @typedef {keyof typeof endings} Kind */
/** @typedef {import('playwright-core').Page} Page */

/**
 * A folder with the large files, and the packaged extension in a server build.
 * @typedef {object} Workplace
 * @property {() => Promise<Page>} openWindow a new window of VS Code on the folder, with nothing open in it
 * @property {string} folder
 * @property {() => Promise<void>} close
 */

/** True once this process has packaged the extension: the sources do not change while it measures. */
let isPackaged = false;

/**
 * Packages the extension and starts VS Code with it.
 * @param {number} rows of the large files
 * @returns {Promise<Workplace>}
 */
export async function startWorkplace(rows) {
  if (!isPackaged) await runOrThrow(process.execPath, [join(root, 'scripts/package.mjs')], { quiet: true });
  isPackaged = true;
  const folder = mkdtempSync(join(tmpdir(), 'retention-bench-'));
  const first = join(folder, largeFile('notebook'));
  writeFileSync(first, sampleFile(rows));
  for (const kind of /** @type {Kind[]} */ (Object.keys(endings))) {
    for (let copy = 0; copy < copies; copy++) {
      const file = join(folder, largeFile(kind, copy));
      if (file !== first) linkSync(first, file);
    }
  }
  writeFileSync(join(folder, shortFile), 'One line.\n');
  writeFileSync(join(folder, shortNotebook), sampleFile(24, 1));
  const server = await startServer(await ensure('server'), {
    vsix: packageFile(),
    extensions: [join(root, 'bench/floor')],
  });
  const browser = await launchBrowser();
  return {
    folder,
    async openWindow() {
      const context = await browser.newContext({ viewport });
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
      await context.addInitScript(stopwatch);
      const page = await context.newPage();
      await page.goto(server.url({ folder }));
      const item = page.getByRole('treeitem', { name: largeFile('notebook') });
      await item.locator('.retention-lang-file-icon').waitFor({ timeout: 60_000 });
      // A window that is still starting loses clicks.
      await settled(page);
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
