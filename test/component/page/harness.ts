import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
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

  /** Opens a text, and waits for its grid. */
  async open(text: string): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(`${this.origin}/#${encodeURIComponent(text)}`);
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
    response.writeHead(name === '' || file !== undefined ? 200 : 404, { 'content-type': type });
    response.end(name === '' ? html : file?.contents);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}
