import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserArguments } from '../../scripts/lib/browser.mjs';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where to connect to the browser. */
    readonly browser: string;
  }
}

/** Starts the one browser of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = await ensureChromium();
  const browser = await chromium.launchServer({ executablePath, args: browserArguments });
  project.provide('browser', browser.wsEndpoint());
  return () => browser.close();
}
