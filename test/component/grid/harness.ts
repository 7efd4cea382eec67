import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../../scripts/lib/browser.mjs';
import type { GridEdit, GridViewState } from '../../../src/webview/grid';

const root = join(__dirname, '../../..');

const themes: Readonly<Record<string, string>> = {
  light: '--vscode-editor-background:#fff;--vscode-editor-foreground:#3b3b3b;--vscode-focusBorder:#005fb8',
  dark: '--vscode-editor-background:#1f1f1f;--vscode-editor-foreground:#ccc;--vscode-focusBorder:#0078d4',
  'high-contrast':
    '--vscode-editor-background:#000;--vscode-editor-foreground:#fff;--vscode-contrastBorder:#6fc3df;--vscode-contrastActiveBorder:#f38518',
  'high-contrast-light':
    '--vscode-editor-background:#fff;--vscode-editor-foreground:#292929;--vscode-contrastBorder:#0f4a85;--vscode-contrastActiveBorder:#006bbd',
};
export const themeNames = Object.keys(themes);

/** The same strict policy as in the notebook. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'";

/** A grid in a browser, handled as a person would: keys, mouse, clipboard. */
export class SheetPage {
  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly origin: string,
  ) {}

  /** Opens the page and focuses the grid. */
  async open(query = 'rows=9'): Promise<void> {
    await this.page.goto(`${this.origin}/?${query}`);
    await this.focus();
  }

  focus(): Promise<void> {
    return this.page.evaluate(() => window.sheet.grid.focus());
  }

  /** Presses keys one after the other; `Mod` is Ctrl, or Cmd on a Mac. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key.replace('Mod', 'ControlOrMeta'));
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  select(row: number, column: number): Promise<void> {
    return this.page.evaluate((cell) => window.sheet.grid.select(cell), { row, column });
  }

  state(): Promise<GridViewState> {
    return this.page.evaluate(() => window.sheet.grid.getViewState());
  }

  async active(): Promise<[number, number]> {
    const { active } = await this.state();
    return [active.row, active.column];
  }

  /** The current range: top, left, bottom, right. */
  async range(): Promise<number[]> {
    const range = (await this.state()).ranges.at(-1)!;
    return [range.top, range.left, range.bottom, range.right];
  }

  /** What is in the document. */
  value(row: number, column: number): Promise<string | undefined> {
    return this.page.evaluate(([r, c]) => window.sheet.data[r!]?.[c!], [row, column]);
  }

  rowCount(): Promise<number> {
    return this.page.evaluate(() => window.sheet.data.length);
  }

  edits(): Promise<GridEdit[]> {
    return this.page.evaluate(() => window.sheet.edits);
  }

  reports(): Promise<string[]> {
    return this.page.evaluate(() => window.sheet.reports.map(({ message }) => message));
  }

  /** The open cell's text, or null when none is open. */
  async openText(): Promise<string | null> {
    const open = await this.page.evaluate(() => window.sheet.grid.isEditing);
    return open ? this.page.locator('textarea').inputValue() : null;
  }

  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.id ?? '');
  }

  isFocused(): Promise<boolean> {
    return this.page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA');
  }

  /** A cell's element, by what assistive technology is told of its place. */
  cell(row: number, column: number): Locator {
    const line = this.page.locator(`[role=row][aria-rowindex="${row + 2}"]`);
    return line.locator(`[role=gridcell][aria-colindex="${column + 2}"]`);
  }

  /** The middle of a cell on the screen. */
  async middleOf(row: number, column: number): Promise<[number, number]> {
    const box = (await this.cell(row, column).boundingBox())!;
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** Drags the fill handle to the middle of a cell, holding a modifier for the last part if there is one. */
  async dragHandle(row: number, column: number, modifier?: string): Promise<void> {
    const { mouse, keyboard } = this.page;
    const box = (await this.page.locator('.rn-fill-handle').boundingBox())!;
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await mouse.down();
    await mouse.move(...(await this.middleOf(row, column)), { steps: 4 });
    if (modifier !== undefined) await keyboard.down(modifier);
    await mouse.up();
    if (modifier !== undefined) await keyboard.up(modifier);
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Puts text on the clipboard and pastes it with the keyboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((content) => navigator.clipboard.writeText(content), text);
    await this.press('Mod+v');
  }

  /** Pastes what no clipboard call can put there: files, nothing at all. */
  dispatchPaste(text: string | null, html = ''): Promise<void> {
    return this.page.evaluate(
      ([content, markup]) => {
        const clipboardData = new DataTransfer();
        if (content === null) clipboardData.items.add(new File(['x'], 'picture.png', { type: 'image/png' }));
        else clipboardData.setData('text/plain', content);
        if (markup !== '') clipboardData.setData('text/html', markup);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.querySelector('textarea')!.dispatchEvent(event);
      },
      [text, html] as const,
    );
  }

  /** Input methods, as far as the browser's protocol can play them. */
  protocol(): Promise<CDPSession> {
    return this.context.newCDPSession(this.page);
  }

  /** Two frames later everything asked for has been drawn. */
  frames(): Promise<void> {
    return this.page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }

  async setTheme(name: string): Promise<void> {
    await this.page.evaluate(
      ([theme, variables]) => {
        document.body.className = `vscode-${theme!}`;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`:root{${variables!}}body{background:var(--vscode-editor-background)}`);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      },
      [name, themes[name]!],
    );
  }
}

/** A browser with the grid for the tests of a file. Fails the file when the page threw an error. */
export function useSheet(window = { width: 1100, height: 420 }, deviceScaleFactor = 1): () => SheetPage {
  let browser: Browser;
  let server: Server;
  let sheet: SheetPage;
  const errors: string[] = [];
  beforeAll(async () => {
    server = await serve(window.height - 60);
    browser = await launchBrowser();
    const context = await browser.newContext({
      viewport: window,
      deviceScaleFactor,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    const { port } = server.address() as AddressInfo;
    sheet = new SheetPage(page, context, `http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    if (errors.length > 0) throw new Error(`The page threw:\n${errors.join('\n')}`);
  });
  return () => sheet;
}

async function serve(height: number): Promise<Server> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'sheet.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const css = `${readFileSync(join(root, 'src/webview/grid/grid.css'), 'utf8')}
    body { margin: 0 } #host { height: ${height}px; margin: 5px }`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Grid</title>
    <meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="/grid.css"></head>
    <body><main><h1 hidden>Grid</h1><button id="before">Before</button><div id="host"></div>
    <button id="after">After</button></main><script src="/sheet.js"></script></body></html>`;
  const server = createServer((request, response) => {
    const files: Record<string, [string, string]> = {
      '/sheet.js': [outputFiles[0]!.text, 'text/javascript'],
      '/grid.css': [css, 'text/css'],
      '/': [html, 'text/html'],
    };
    const file = files[new URL(request.url ?? '/', 'http://localhost').pathname];
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.[1] ?? 'text/plain' });
    response.end(file?.[0]);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}
