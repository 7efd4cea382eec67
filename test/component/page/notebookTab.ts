import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../../../scripts/lib/browser.mjs';
import type { GridCommand } from '../../../src/protocol';
import { themes } from './themes';

const root = join(__dirname, '../../..');

/** The same strict policy as in the notebook. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'";

/** The notebook's page in a browser, handled as a person would: keys, mouse, roles and names. */
export class NotebookTab {
  constructor(
    readonly page: Page,
    readonly origin: string,
  ) {}

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Periods' });
  }

  /** Opens a text, without anything remembered of another one, and focuses the grid. */
  async open(text: string): Promise<void> {
    await this.page.goto(`${this.origin}/blank`);
    await this.page.evaluate((content) => {
      sessionStorage.clear();
      sessionStorage.setItem('text', content);
    }, text);
    await this.page.goto(this.origin);
    await this.grid.waitFor();
    await this.page.locator('textarea').focus();
  }

  /** Loads the page again, as VS Code does with a tab that was hidden. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.grid.waitFor();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key.replace('Mod', 'ControlOrMeta'));
  }

  text(): Promise<string> {
    return this.page.evaluate(() => window.notebookHost.text);
  }

  edits(): Promise<number> {
    return this.page.evaluate(() => window.notebookHost.edits);
  }

  command(name: GridCommand): Promise<void> {
    return this.page.evaluate((command) => window.notebookHost.command(command), name);
  }

  header(column: string): Locator {
    return this.grid.getByRole('columnheader').filter({ hasText: column });
  }

  /** What a column shows, line by line, without the line for a new row. */
  async column(name: string): Promise<string[]> {
    const index = await this.header(name).getAttribute('aria-colindex');
    const cells = this.grid.locator(`[role=row]:not(.is-new) [role=gridcell][aria-colindex="${index}"]`);
    const found = await cells.evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility())
        .map((element) => ({
          row: Number(element.closest('[role=row]')?.getAttribute('aria-rowindex')),
          text: element.textContent.replaceAll(/\s+/g, ' '),
        })),
    );
    return found.sort((a, b) => a.row - b.row).map(({ text }) => text);
  }

  async expectColumn(name: string, texts: readonly string[]): Promise<void> {
    await expect.poll(() => this.column(name)).toEqual(texts);
  }

  /** A cell by its line in the view, from 1, and its column. */
  async cell(line: number, column: string): Promise<Locator> {
    const index = await this.header(column).getAttribute('aria-colindex');
    return this.grid.locator(
      `[role=row][aria-rowindex="${line + 1}"] [role=gridcell][aria-colindex="${index}"]`,
    );
  }

  async setTheme(name: keyof typeof themes): Promise<void> {
    await this.page.evaluate(
      ([theme, variables]) => {
        document.body.className = `vscode-${theme!}`;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`:root{${variables!}}`);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      },
      [name, themes[name]],
    );
  }
}

/** A browser with the page for the tests of a file. Fails the file when the page threw or logged an error. */
export function useNotebook(window = { width: 1000, height: 700 }): () => NotebookTab {
  let browser: Browser;
  let server: Server;
  let tab: NotebookTab;
  const errors: string[] = [];
  beforeAll(async () => {
    server = await serve();
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: window });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    tab = new NotebookTab(page, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    if (errors.length > 0) throw new Error(`The page threw:\n${errors.join('\n')}`);
  });
  return () => tab;
}

async function serve(): Promise<Server> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'notebook.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    outdir: '/',
  });
  const styles = await build({
    stdin: {
      contents: "@import './src/webview/grid/grid.css'; @import './src/webview/page/page.css';",
      loader: 'css',
      resolveDir: root,
    },
    bundle: true,
    write: false,
  });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title>
    <meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="/page.css"></head>
    <body class="vscode-light"><div id="notebook"></div><script src="/page.js"></script></body></html>`;
  const files: Record<string, readonly [string, string]> = {
    '/page.js': [outputFiles[0]!.text, 'text/javascript'],
    '/page.css': [styles.outputFiles[0]!.text, 'text/css'],
    '/blank': ['<!doctype html><html lang="en"><title>Blank</title></html>', 'text/html'],
    '/': [html, 'text/html'],
  };
  const server = createServer((request, response) => {
    const file = files[new URL(request.url ?? '/', 'http://localhost').pathname];
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.[1] ?? 'text/plain' });
    response.end(file?.[0]);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}
