/**
 * A Chromium for the tests: the one named, one that is installed, or, where we may, one installed now. Nothing here
 * may import a package.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installWithApt } from './apt.mjs';

/** Debian's packages: the browser, and fonts with which its text has a shape. */
const debianPackages = ['chromium', 'fonts-liberation'];

/**
 * The path of a Chromium, or null. CHROMIUM_PATH wins over the usual places.
 * @throws {Error} when CHROMIUM_PATH names a file that does not exist
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  return usualPlaces().find((file) => existsSync(file)) ?? null;
}

/**
 * The path of a Chromium; installs Debian's when there is none and we may.
 * @throws {Error} that says in one sentence how to get one
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  if (await installWithApt(debianPackages)) {
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new Error(
    'No Chromium was found: install Chromium or Google Chrome, or name one in the environment variable CHROMIUM_PATH.',
  );
}

/** @returns {string[]} */
function usualPlaces() {
  const inPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  switch (process.platform) {
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]);
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    default:
      return [
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
        'microsoft-edge',
      ].flatMap((name) => [...inPath, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)));
  }
}
