import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserArguments } from '../../../scripts/lib/browser.mjs';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { startServer } from '../../../scripts/lib/server.mjs';
import { packageFile } from '../../../scripts/package.mjs';
import { ensure } from '../../../scripts/vscode-builds.mjs';

export type BuildName = 'server' | 'newest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The VS Code build under test. */
    readonly build: BuildName;
    /** Address of its server, which has the VSIX installed. */
    readonly origin: string;
    /** Folder of its settings and backups. */
    readonly userData: string;
    /** Where to connect to the browser. */
    readonly browser: string;
  }
}

/** Starts the one server and the one browser of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const build = process.env.E2E_BUILD === 'newest' ? 'newest' : 'server';
  const vsix = packageFile();
  if (!existsSync(vsix)) throw new Error('There is no VSIX to test: run `npm run package` first.');
  const executablePath = await ensureChromium();
  const server = await startServer(await ensure(build), {
    vsix,
    // Settings of a workspace are written into it by the tests, and are no part of what they look at.
    settings: { 'files.exclude': { '**/.vscode': true }, 'git.enabled': false },
  });
  const browser = await chromium.launchServer({ executablePath, args: browserArguments });
  project.provide('build', build);
  project.provide('origin', server.origin);
  project.provide('userData', server.userData);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.stop();
  };
}
