import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

/** The size of the window the tests see. */
export const viewport = { width: 1280, height: 800 };

/**
 * How every browser here is started. Without the sandbox, because in containers and as root Chromium has none; the
 * pages are our own.
 */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-sync',
  '--force-color-profile=srgb',
];

/** Starts a headless Chromium. */
export async function launchBrowser() {
  return chromium.launch({ executablePath: await ensureChromium(), args: browserArguments });
}

/**
 * Starts a headless Chromium that lets webviews on other host names keep their service worker, which the web build
 * needs and Chromium by default takes for third-party storage.
 * @returns {Promise<{ context: import('playwright-core').BrowserContext, close: () => Promise<void> }>}
 */
export async function launchBrowserForWebBuild() {
  const profile = mkdtempSync(join(tmpdir(), 'retention-profile-'));
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const cookies = {
    cookie_controls_mode: 0,
    block_third_party_cookies: false,
    default_content_setting_values: { cookies: 1 },
  };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ profile: cookies }));
  const executablePath = await ensureChromium();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: browserArguments,
    viewport,
    // Commands copy, and tests look at what they copied.
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  return { context, close };
}
