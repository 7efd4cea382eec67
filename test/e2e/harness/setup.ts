import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserArguments } from '../../../scripts/lib/browser.mjs';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { startServer } from '../../../scripts/lib/server.mjs';
import { packageFile } from '../../../scripts/package.mjs';
import { buildNames, ensure } from '../../../scripts/vscode-builds.mjs';
import type { BuildName } from '../../../scripts/vscode-builds.mjs';
import { testSettings } from './settings';
import { startWebServer } from './webServer';

declare module 'vitest' {
  interface ProvidedContext {
    /** The VS Code build under test. */
    readonly build: BuildName;
    /** The folder of the run, in which every window has one of its own. */
    readonly folder: string;
    /** Address of its server, which has the VSIX installed. */
    readonly origin: string;
    /** URI of the disk's root; null when the editor has a disk of its own. */
    readonly disk: string | null;
    /** Folder of its settings and backups; null when it keeps them in the browser. */
    readonly userData: string | null;
    /** Where to connect to the browser. */
    readonly browser: string;
  }
}

/** Starts the one server and the one browser of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const build = buildOf(process.env.E2E_BUILD ?? 'server');
  const vsix = packageFile();
  if (!existsSync(vsix)) throw new Error('There is no VSIX to test: run `npm run package` first.');
  const executablePath = await ensureChromium();
  const folder = mkdtempSync(join(tmpdir(), 'retention-e2e-'));
  const { origin, stop, ...own } = await (build === 'web'
    ? startWebServer(vsix, folder)
    : startServer(await ensure(build), { vsix, settings: testSettings, ...restart() }));
  const browser = await chromium.launchServer({ executablePath, args: browserArguments });
  project.provide('build', build);
  project.provide('folder', folder);
  project.provide('origin', origin);
  project.provide('disk', 'disk' in own ? own.disk : null);
  project.provide('userData', 'userData' in own ? own.userData : null);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
}

/** For tests that kill the server: milliseconds until it is started again. */
function restart(): { readonly restartAfter?: number } {
  const { E2E_RESTART_AFTER: wanted } = process.env;
  return wanted === undefined ? {} : { restartAfter: Number(wanted) };
}

function buildOf(name: string): BuildName {
  const found = buildNames.find((known) => known === name);
  if (found === undefined) throw new Error(`E2E_BUILD is none of ${buildNames.join(', ')}: ${name}`);
  return found;
}
