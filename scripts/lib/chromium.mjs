/**
 * A Chromium for the tests: the one named, one that is installed, or, where we may, one installed now. Nothing here
 * may import a package.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

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
  const asRoot = await commandAsRoot();
  if (asRoot !== null) {
    console.log(`Installing ${debianPackages.join(' and ')} with apt-get…`);
    await installWithApt(asRoot);
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

/**
 * How to run apt-get here: directly as root, or with a sudo that asks no password; null where neither works.
 * @returns {Promise<string[] | null>}
 */
async function commandAsRoot() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  if (!existsSync('/usr/bin/sudo') || (await run('sudo', ['-n', 'true'], { quiet: true })) !== 0) return null;
  return ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
}

/** @param {readonly string[]} asRoot */
async function installWithApt(asRoot) {
  const [command = 'apt-get', ...rest] = asRoot;
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const install = [...rest, 'install', '-y', '--no-install-recommends', ...debianPackages];
  // The lists of packages are missing on a fresh machine and old on others.
  await run(command, [...rest, 'update'], options);
  await run(command, install, options);
}
