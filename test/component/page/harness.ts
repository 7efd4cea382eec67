import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../../scripts/lib/browser.mjs';

/** The notebook's policy, with the test's own server as the source. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'";

/** The notebook page in a browser, handled as a person would. */
export class NotebookInBrowser {
  constructor(
    readonly page: Page,
    readonly origin: string,
  ) {}

  /** Opens a text, with nothing kept of the view before, and waits for its grid. `readonly` locks the file. */
  async open(text: string, lock: 'readonly' | '' = ''): Promise<void> {
    await this.page.goto(`${this.origin}/blank`);
    await this.page.evaluate(() => sessionStorage.clear());
    await this.page.goto(`${this.origin}/?${lock}#${encodeURIComponent(text)}`);
    await this.#ready();
  }

  /** As when a hidden tab is shown again: the same text, and the state the page kept. */
  async reload(): Promise<void> {
    await this.page.evaluate(() => sessionStorage.setItem('text', window.host.text));
    await this.page.reload();
    await this.#ready();
  }

  async #ready(): Promise<void> {
    await this.page.locator('[role=grid] [role=gridcell]').first().waitFor();
    await this.page.locator('.rn-grid-input').focus();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key.replace('Mod', 'ControlOrMeta'));
  }

  /** Puts text on the clipboard and pastes it with the keyboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((content) => navigator.clipboard.writeText(content), text);
    await this.press('Mod+v');
  }

  /** The text of the file. */
  text(): Promise<string> {
    return this.page.evaluate(() => window.host.text);
  }

  edits(): Promise<number> {
    return this.page.evaluate(() => window.host.edits);
  }

  /** The edits' names. */
  labels(): Promise<string[]> {
    return this.page.evaluate(() => window.host.labels);
  }

  /** The data rows as the file has them. */
  async rows(): Promise<string[]> {
    const lines = (await this.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return lines.slice(1);
  }

  command(name: string): Promise<void> {
    return this.page.evaluate((command) => {
      window.postMessage({ type: 'command', name: command }, window.origin);
    }, name);
  }

  /** The header's labels from left to right. */
  async headers(): Promise<string[]> {
    const cells = this.page.locator('.rn-head-row [role=columnheader]:not([aria-colindex="1"])');
    const found = await cells.evaluateAll((elements) =>
      elements.map((element) => [
        Number(element.getAttribute('aria-colindex')),
        element.firstChild?.textContent,
      ]),
    );
    return found.sort((a, b) => Number(a[0]) - Number(b[0])).map(([, label]) => String(label));
  }

  header(name: string): Locator {
    return this.page.locator('.rn-head-row [role=columnheader]').filter({ hasText: new RegExp(`^${name}`) });
  }

  /** A cell's element, by its place in the view. */
  cell(row: number, column: number): Locator {
    const line = this.page.locator(`[role=row][aria-rowindex="${row + 2}"]`);
    return line.locator(`[role=gridcell][aria-colindex="${column + 2}"]`);
  }

  menu(): Locator {
    return this.page.locator('[role=menu]:popover-open');
  }

  /** The textarea of the grid has the focus. */
  gridHasFocus(): Promise<boolean> {
    return this.page.evaluate(() => document.activeElement?.classList.contains('rn-grid-input') === true);
  }

  /** What assistive technology is told of the active cell. */
  async activeCell(): Promise<string> {
    return (await this.page.locator('.rn-grid-input').getAttribute('aria-label')) ?? '';
  }
}

/** A browser with the notebook page for the tests of a file. Fails the file when the page threw an error. */
export function useNotebook(window = { width: 1100, height: 640 }): () => NotebookInBrowser {
  let browser: Browser;
  let server: Server;
  let notebook: NotebookInBrowser;
  const errors: string[] = [];
  beforeAll(async () => {
    server = await serve();
    browser = await launchBrowser();
    const context = await browser.newContext({
      viewport: window,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    const { port } = server.address() as AddressInfo;
    notebook = new NotebookInBrowser(page, `http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    if (errors.length > 0) throw new Error(`The page threw:\n${errors.join('\n')}`);
  });
  return () => notebook;
}

async function serve(): Promise<Server> {
  const { outputFiles } = await build({
    entryPoints: { notebook: join(__dirname, 'main.ts') },
    outdir: 'page',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome122',
    assetNames: '[name]',
    loader: { '.ttf': 'file', '.svg': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title>
    <meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="/notebook.css">
    </head><body><div id="notebook"></div><script src="/notebook.js"></script></body></html>`;
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', ttf: 'font/ttf' };
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const file = outputFiles.find(({ path }) => name !== '' && path.endsWith(`/${name}`));
    const type = types[name.split('.').at(-1) ?? ''] ?? 'text/html';
    if (name === 'blank') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Blank</title>');
      return;
    }
    response.writeHead(name === '' || file !== undefined ? 200 : 404, { 'content-type': type });
    response.end(name === '' ? html : file?.contents);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}
