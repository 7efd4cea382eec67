import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { OutputFile } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { pageBundle } from '../../scripts/build.mjs';
import { afterAll, beforeAll, inject } from 'vitest';

/** The notebook's policy, with the test's own server as the source. */
const policy =
  "default-src 'none'; script-src 'nonce-test'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/** What a browser under test shows. */
export interface TestPage {
  /** Its code, relative to this folder; the styles it imports are loaded as well. */
  readonly entry: string;
  readonly title: string;
  /** What the body holds. */
  readonly body: string;
  /** Rules of the test alone. */
  readonly css?: string;
  readonly window: { readonly width: number; readonly height: number };
  /** Device pixels of a CSS pixel; default 1. */
  readonly deviceScaleFactor?: number;
}

/** A tab with the page. `${origin}/blank` is an empty one of the same origin. */
export interface Tab {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly origin: string;
}

/** The one connection of a run to its browser. */
let connection: Promise<Browser> | null = null;

/**
 * A browser with one tab for the tests of a file. Fails the file when the page threw an error.
 *
 * @param handle makes of the tab what the tests handle
 */
export function useTab<Handle>(shown: TestPage, handle: (tab: Tab) => Handle): () => Handle {
  let context: BrowserContext;
  let server: Server;
  let handled: Handle;
  const errors: string[] = [];
  beforeAll(async () => {
    server = await serve(shown);
    connection ??= chromium.connect(inject('browser'));
    const browser = await connection;
    context = await browser.newContext({
      viewport: shown.window,
      deviceScaleFactor: shown.deviceScaleFactor ?? 1,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    const { port } = server.address() as AddressInfo;
    handled = handle({ page, context, origin: `http://127.0.0.1:${port}` });
  });
  afterAll(async () => {
    await context.close();
    server.close();
    if (errors.length > 0) throw new Error(`The page threw:\n${errors.join('\n')}`);
  });
  return () => handled;
}

/** Presses keys one after the other; `Mod` is Ctrl, or Cmd on a Mac. */
export async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key.replace('Mod', 'ControlOrMeta'));
}

/** Puts text on the clipboard and pastes it with the keyboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await press(page, ['Mod+v']);
}

/** What is bundled already, by the code it begins with. */
const bundles = new Map<string, Promise<readonly OutputFile[]>>();

function bundle(entry: string): Promise<readonly OutputFile[]> {
  const known = bundles.get(entry);
  if (known !== undefined) return known;
  const outputFiles = build({
    ...pageBundle,
    entryPoints: { page: join(__dirname, entry) },
    outdir: 'page',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  }).then((result) => result.outputFiles);
  bundles.set(entry, outputFiles);
  return outputFiles;
}

async function serve({ entry, title, body, css = '' }: TestPage): Promise<Server> {
  const outputFiles = await bundle(entry);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
    <meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="/page.css">
    <link rel="stylesheet" href="/test.css"></head><body>${body}<script type="module" nonce="test" src="/page.js"></script></body></html>`;
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', ttf: 'font/ttf' };
  const files = new Map<string, string | Uint8Array>([
    ['', html],
    ['blank', '<!doctype html><html lang="en"><title>Blank</title></html>'],
    ['test.css', css],
    ...outputFiles.map(({ path, contents }) => [path.split(/[\\/]/).at(-1)!, contents] as const),
  ]);
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const file = files.get(name);
    const type = types[name.split('.').at(-1)!] ?? 'text/html';
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type });
    response.end(file);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}
